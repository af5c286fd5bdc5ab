import { Link } from 'react-router';
import { useMessages } from '../../locales/locale-context.tsx';
import type { RecordView } from '../present/present-record.ts';
import { Labelled } from './section.tsx';

/** Where the record comes from, its original, what happened to it. */
export function SourceParts({ view }: { view: RecordView }) {
  const { recordPage } = useMessages();
  const { id, source, history } = view;
  return (
    <>
      <Labelled label={recordPage.harvestedFrom}>
        <p>
          <Link to={`/sources/${source.id}`} lang={source.name.lang} className="font-medium">
            {source.name.text}
          </Link>
        </p>
        <dl className="mt-1 grid gap-x-4 text-[0.9375rem] sm:grid-cols-[auto_minmax(0,1fr)]">
          <dt className="text-soft">{recordPage.upstreamIdentifier}</dt>
          <dd className="break-all">{source.upstreamIdentifier}</dd>
          {source.changedThere && (
            <>
              <dt className="text-soft">{recordPage.sourceDate}</dt>
              <dd>{source.changedThere}</dd>
            </>
          )}
          <dt className="text-soft">{recordPage.ourDate}</dt>
          <dd>{source.changedHere}</dd>
          {source.standard && (
            <>
              <dt className="text-soft">{recordPage.standard}</dt>
              <dd className="break-words">{source.standard}</dd>
            </>
          )}
        </dl>
      </Labelled>
      <Labelled label={recordPage.original}>
        <a href={`/records/${id}/original`}>{recordPage.originalText}</a>
      </Labelled>
      {history.length > 0 && (
        <Labelled label={recordPage.history}>
          <ol className="text-[0.9375rem]">
            {history.map(({ at, on, change, reason }) => (
              <li key={`${at} ${change}`}>
                <time dateTime={at} className="inline-block min-w-40">
                  {on}
                </time>{' '}
                <span className="font-medium">{recordPage.changes[change]}</span>
                {reason && <span className="text-soft">. {reason}</span>}
              </li>
            ))}
          </ol>
        </Labelled>
      )}
    </>
  );
}
