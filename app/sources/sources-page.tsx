import { useState } from 'react';
import { Link } from 'react-router';
import { PageHead } from '../layout/page-head.tsx';
import { formatNumber } from '../locales/format.ts';
import { useLocale, useMessages } from '../locales/locale-context.tsx';
import { Chart } from '../map/chart.tsx';
import { viewOf } from '../map/mercator.ts';
import type { SourceListing } from './present-sources.ts';
import { RunState } from './run-state.tsx';

/** Every data centre, on a map and in a list. */
export function SourcesPage({ sources }: { sources: readonly SourceListing[] }) {
  const { sourcesPage, validatePage } = useMessages();
  const [active, setActive] = useState<string | null>(null);
  const extents = sources.flatMap(({ id, location }) => (location ? [{ id, boxes: [boxAt(location)] }] : []));
  return (
    <main id="content" className="column">
      <PageHead title={sourcesPage.title} lead={sourcesPage.lead} />
      <p className="-mt-4 mb-6">
        <Link to="/validate">{validatePage.fromSources}</Link>
      </p>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,8fr)_minmax(0,4fr)]">
        <ul className="border-t border-edge">
          {sources.map((source) => (
            <li
              key={source.id}
              className="result border-b border-b-line"
              data-active={source.id === active}
              onPointerEnter={() => setActive(source.id)}
              onPointerLeave={() => setActive(null)}
            >
              <Source source={source} />
            </li>
          ))}
        </ul>
        {extents.length > 0 && (
          <Chart
            label={sourcesPage.map}
            view={viewOf(
              extents.flatMap(({ boxes }) => boxes),
              1,
            )}
            extents={extents}
            active={active}
            onHover={setActive}
            className="aspect-square self-start lg:sticky lg:top-4"
          />
        )}
      </div>
    </main>
  );
}

function Source({ source }: { source: SourceListing }) {
  const { sourcesPage } = useMessages();
  return (
    <article className="grid gap-x-8 gap-y-2 sm:grid-cols-[minmax(0,1fr)_17.5rem]">
      <div>
        <h2 className="text-[1.375rem]" lang={source.name.lang}>
          <Link to={`/sources/${source.id}`} className="no-underline hover:underline">
            {source.name.text}
          </Link>
        </h2>
        {source.description && (
          <p className="mt-1 text-[0.9375rem]" lang={source.description.lang}>
            {source.description.text}
          </p>
        )}
      </div>
      <dl className="grid grid-cols-[auto_1fr] content-start gap-x-3 gap-y-0.5 text-[0.9375rem]">
        <dt className="lettered">{sourcesPage.records}</dt>
        <dd className="tabular-nums">
          <Count value={source.records} />
        </dd>
        <dt className="lettered">{sourcesPage.protocol}</dt>
        <dd>{source.protocol}</dd>
        <dt className="lettered">{sourcesPage.lastRun}</dt>
        <dd>
          {source.lastRun ? (
            <>
              <RunState state={source.lastRun.state} />
              <span className="block text-sm text-soft">{source.lastRun.moment}</span>
            </>
          ) : (
            sourcesPage.never
          )}
        </dd>
        {source.problems !== undefined && source.problems > 0 && (
          <>
            <dt className="lettered">{sourcesPage.problems}</dt>
            <dd className="tabular-nums">
              <Link to={`/sources/${source.id}/report`}>
                <Count value={source.problems} />
              </Link>
            </dd>
          </>
        )}
      </dl>
    </article>
  );
}

function Count({ value }: { value: number }) {
  return formatNumber(value, useLocale());
}

function boxAt({ longitude, latitude }: { longitude: number; latitude: number }) {
  return { west: longitude, east: longitude, south: latitude, north: latitude };
}
