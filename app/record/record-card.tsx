import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../locales/locale-context.tsx';
import { Segments } from './segments.tsx';
import type { RecordSummary } from './summary.ts';

type RecordCardProps = {
  record: RecordSummary;
  /** Level of the title's heading. */
  level?: 2 | 3;
  /** Without the abstract. */
  brief?: boolean;
  /** On the page of its source, which need not be named again. */
  atSource?: boolean;
};

/** One record in a list: what, who, when, where, and how one gets at it. */
export function RecordCard({ record, level = 3, brief = false, atSource = false }: RecordCardProps) {
  const { recordPage } = useMessages();
  const Heading = `h${level}` as const;
  return (
    <article>
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-soft">
        <span className="font-medium text-ink">{record.typeName}</span>
        {!atSource && (
          <>
            <span aria-hidden="true">·</span>
            <span>{record.sourceName}</span>
            {record.alsoIn.length > 0 && (
              <span>
                {recordPage.alsoInSources} {record.alsoIn.join(', ')}
              </span>
            )}
          </>
        )}
      </p>
      <Heading className="mt-0.5 text-[1.1875rem] leading-snug text-pretty" lang={record.title.lang}>
        <Link to={`/records/${record.id}`} prefetch="intent" className="no-underline hover:underline">
          <Segments segments={record.title.pieces} />
        </Link>
      </Heading>
      {(record.makers ?? record.organisation) && (
        <p className="mt-0.5 text-[0.9375rem] text-soft">{record.makers ?? record.organisation}</p>
      )}
      {!brief && record.snippet && (
        <p className="mt-1.5 max-w-[72ch] text-[0.9375rem]" lang={record.snippet.lang}>
          <Segments segments={record.snippet.pieces} />
        </p>
      )}
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
        {record.years && <Fact label={recordPage.when}>{record.years}</Fact>}
        {record.place && <Fact label={recordPage.where}>{record.place}</Fact>}
        {!brief && record.licence && <Fact label={recordPage.licence}>{record.licence}</Fact>}
        {!brief && record.access.length > 0 && (
          <Fact label={recordPage.access}>
            {record.access.map((kind) => recordPage.accessKinds[kind].toLowerCase()).join(', ')}
          </Fact>
        )}
      </ul>
    </article>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li>
      <span className="lettered">{label}</span> <span className="text-ink">{children}</span>
    </li>
  );
}
