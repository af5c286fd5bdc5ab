import { Link } from 'react-router';
import { useMessages } from '../locales/locale-context.tsx';
import type { SearchView } from './search-view.ts';

/** Pages of results, as links. */
export function Paging({ paging: { page, pages, previous, next } }: Pick<SearchView, 'paging'>) {
  const { searchPage } = useMessages();
  if (pages.length === 0) return null;
  return (
    <nav aria-label={searchPage.paging} className="mt-6 flex flex-wrap items-center justify-center gap-1">
      {previous && (
        <Link to={previous} rel="prev" className="button" data-small="">
          ← {searchPage.previous}
        </Link>
      )}
      <ul className="flex flex-wrap items-center gap-1">
        {pages.map(({ page: number, href }, index) => (
          <li key={number} className="flex items-center">
            {number > (pages[index - 1]?.page ?? 0) + 1 && <span className="px-1 text-soft">…</span>}
            <Link
              to={href}
              aria-label={searchPage.page(number)}
              aria-current={number === page ? 'page' : undefined}
              className="grid size-11 place-items-center rounded-sm no-underline tabular-nums hover:bg-shallow aria-[current=page]:border-b-2 aria-[current=page]:border-overprint aria-[current=page]:text-ink"
            >
              {number}
            </Link>
          </li>
        ))}
      </ul>
      {next && (
        <Link to={next} rel="next" className="button" data-small="">
          {searchPage.next} →
        </Link>
      )}
    </nav>
  );
}
