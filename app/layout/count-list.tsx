import { Link } from 'react-router';
import { formatNumber } from '../locales/format.ts';
import { useLocale } from '../locales/locale-context.tsx';

type CountListProps = {
  values: readonly { href: string; name: string; count: number }[];
  /** Columns on a wide screen. */
  columns?: 1 | 2 | 3;
};

const grids = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' } as const;

/** Names that lead somewhere, with their numbers, as in a table of contents. */
export function CountList({ values, columns = 1 }: CountListProps) {
  const locale = useLocale();
  return (
    <ul className={`grid gap-x-10 ${grids[columns]}`}>
      {values.map(({ href, name, count }) => (
        <li key={href}>
          <Link
            to={href}
            className="flex min-h-11 items-center gap-4 border-b border-line py-1.5 no-underline hover:border-edge hover:underline"
          >
            <span className="min-w-0 flex-1 leading-snug">{name}</span>
            <span className="text-sm text-soft tabular-nums">{formatNumber(count, locale)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
