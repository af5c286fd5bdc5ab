import { useMessages } from '../../locales/locale-context.tsx';

export type ContentsEntry = { id: string; title: string };

/** What is on the page, beside it where there is room. */
export function Contents({ entries }: { entries: readonly ContentsEntry[] }) {
  const { recordPage } = useMessages();
  return (
    <nav aria-label={recordPage.contents} className="hidden lg:block" data-screen-only="">
      <div className="sticky top-5 border-t border-edge pt-3">
        <p className="lettered">{recordPage.contents}</p>
        <ul className="mt-1 text-[0.9375rem]">
          {entries.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} className="block py-1 text-ink no-underline hover:underline">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
