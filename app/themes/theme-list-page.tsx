import { Link } from 'react-router';
import { useDeskMessages } from '../harvests/texts.ts';
import { formatNumber } from '../locales/format.ts';
import { useLocale } from '../locales/locale-context.tsx';
import type { presentThemeDesk } from './theme-desk.ts';

/** Themes that somebody looks after, each with a page that they can give words. */
export function ThemeListPage({ themes }: Awaited<ReturnType<typeof presentThemeDesk>>) {
  const { themesPage, themeDesk: texts } = useDeskMessages();
  const locale = useLocale();
  return (
    <>
      <h1 className="text-3xl md:text-4xl">{texts.title}</h1>
      <p className="mt-2 max-w-[68ch]">{texts.lead}</p>
      {themes.length === 0 ? (
        <p className="mt-8 text-lg">{texts.none}</p>
      ) : (
        <ul className="mt-6 border-t border-edge">
          {themes.map(({ slug, title, count, isDescribed }) => (
            <li
              key={slug}
              className="grid items-center gap-x-8 border-b border-line py-1 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]"
            >
              <Link
                to={`/admin/themes/${slug}`}
                lang={title.lang}
                className="inline-flex min-h-11 items-center break-words"
              >
                {title.text}
              </Link>
              <span className="text-soft tabular-nums">
                {count === 0 ? formatNumber(count, locale) : themesPage.records(count)}
              </span>
              <span className="text-soft">{isDescribed ? texts.described : texts.notDescribed}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
