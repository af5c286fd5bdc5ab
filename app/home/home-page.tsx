import { Link } from 'react-router';
import { CountList } from '../layout/count-list.tsx';
import { formatNumber } from '../locales/format.ts';
import type { Locale } from '../locales/index.ts';
import { useLocale, useMessages } from '../locales/locale-context.tsx';
import { worldView } from '../map/mercator.ts';
import { StaticChart } from '../map/static-chart.tsx';
import { RecordCard } from '../record/record-card.tsx';
import { SearchBox } from '../search/search-box.tsx';
import type { HomeView } from './present-home.ts';
import { WaterColumn } from './water-column.tsx';

/** What is here, and one box to find it with. */
export function HomePage({ view }: { view: HomeView }) {
  const { homePage } = useMessages();
  const { counts } = view;
  return (
    <main id="content">
      <WaterColumn counts={countsOf(view, homePage, useLocale())}>
        <h1 className="max-w-[20ch] text-[clamp(2.1rem,5vw,3.6rem)] font-[520] tracking-[-0.022em]">
          {homePage.title}
        </h1>
        <p className="mt-4 max-w-[58ch] text-lg">
          {counts.records === 0 ? homePage.empty : homePage.lead(counts.records, counts.sources)}
        </p>
        <div className="mt-7 max-w-[46rem]">
          <SearchBox large />
        </div>
      </WaterColumn>

      <div className="column mt-14 grid gap-x-14 gap-y-14 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <Where view={view} />
        <section aria-labelledby="recent">
          <div className="section-title flex items-baseline justify-between gap-4">
            <h2 id="recent">{homePage.recent}</h2>
            <Link to="/search?sort=date" className="font-sans text-base">
              {homePage.allRecent}
            </Link>
          </div>
          <ul className="mt-4 divide-y divide-line">
            {view.recent.map((record) => (
              <li key={record.id} className="py-3.5 first:pt-0">
                <RecordCard record={record} brief />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="themes">
          <h2 id="themes" className="section-title">
            {homePage.themes}
          </h2>
          <CountList values={view.themes} columns={2} />
          {view.networks.length > 0 && (
            <>
              <h3 className="mt-8 text-lg">{homePage.networks}</h3>
              <CountList values={view.networks} columns={2} />
            </>
          )}
        </section>
        <section aria-labelledby="centres">
          <div className="section-title flex items-baseline justify-between gap-4">
            <h2 id="centres">{homePage.centresTitle}</h2>
            <Link to="/sources" className="font-sans text-base">
              {homePage.allCentres}
            </Link>
          </div>
          <CountList values={view.sources} />
        </section>
      </div>
    </main>
  );
}

type HomeMessages = ReturnType<typeof useMessages>['homePage'];

function countsOf(
  { counts, years }: HomeView,
  words: HomeMessages,
  locale: Locale,
): { value: string; label: string }[] {
  if (counts.records === 0) return [];
  const number = (value: number) => formatNumber(value, locale);
  return [
    { value: number(counts.records), label: words.records(counts.records) },
    { value: number(counts.sources), label: words.centres(counts.sources) },
    { value: number(counts.organisations), label: words.organisations(counts.organisations) },
    { value: number(counts.variables), label: words.variables(counts.variables) },
    ...(years ? [{ value: `${years.first}–${years.last}`, label: words.years }] : []),
  ];
}

function Where({ view }: { view: HomeView }) {
  const { homePage } = useMessages();
  return (
    <section aria-labelledby="where">
      <div className="section-title flex items-baseline justify-between gap-4">
        <h2 id="where">{homePage.where}</h2>
        <Link to="/search#map" className="font-sans text-base">
          {homePage.whereLink}
        </Link>
      </div>
      <div className="chart mt-4 aspect-[3/2]">
        <div className="chart-sheet">
          <StaticChart view={worldView} cells={view.cells} />
        </div>
      </div>
      <p className="mt-3 text-[0.9375rem] text-soft">{homePage.whereHint(view.located)}</p>
      <ul className="mt-3 flex flex-wrap gap-2">
        {view.seas.map(({ name, box, count }) => (
          <li key={name}>
            <Link
              className="button gap-2 font-normal"
              data-small=""
              to={`/search?bbox=${[box.west, box.south, box.east, box.north].join(',')}`}
            >
              <span className="font-serif italic">{homePage.seas[name]}</span>
              <Count value={count} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Count({ value }: { value: number }) {
  return <span className="text-sm text-soft tabular-nums">{formatNumber(value, useLocale())}</span>;
}
