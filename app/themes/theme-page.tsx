import { useState } from 'react';
import { Form, Link } from 'react-router';
import { CountList } from '../layout/count-list.tsx';
import { PageHead } from '../layout/page-head.tsx';
import { useMessages } from '../locales/locale-context.tsx';
import { Chart } from '../map/chart.tsx';
import { RecordCard } from '../record/record-card.tsx';
import { SearchInput } from '../search/search-box.tsx';
import type { ThemeView } from './present-themes.ts';

/** A theme as a portal of its own: what it holds, where, who takes part, and a search within it. */
export function ThemePage({ view }: { view: ThemeView }) {
  const { themesPage, searchPage, feed } = useMessages();
  const [active, setActive] = useState<string | null>(null);
  const within = (more: Record<string, string>) => `${view.paths.search}?${new URLSearchParams(more)}`;
  return (
    <main id="content" className="column">
      <PageHead
        title={view.title.text}
        lang={view.title.lang}
        kicker={view.kind === 'network' ? themesPage.network : themesPage.topic}
        lead={
          <>
            {view.description && (
              <p lang={view.description.lang} className="mb-2 whitespace-pre-line">
                {view.description.text}
              </p>
            )}
            <p className="flex flex-wrap items-baseline gap-x-6">
              {view.total === 0 ? themesPage.empty : themesPage.records(view.total)}
              <a href={view.paths.feed}>{feed.link}</a>
            </p>
          </>
        }
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div>
          <Form action={view.paths.search} role="search">
            <p className="lettered mb-1.5">{themesPage.searchWithin(view.title.text)}</p>
            <SearchInput words="" />
          </Form>
          {view.records.length > 0 && (
            <section aria-labelledby="newest" className="mt-10">
              <h2 id="newest" className="section-title">
                {themesPage.recent}
              </h2>
              <ul className="divide-y divide-line">
                {view.records.map((record) => (
                  <li
                    key={record.id}
                    className="result"
                    data-active={record.id === active}
                    onPointerEnter={() => setActive(record.id)}
                    onPointerLeave={() => setActive(null)}
                  >
                    <RecordCard record={record} brief />
                  </li>
                ))}
              </ul>
              <p className="mt-4">
                <Link to={view.paths.search} className="button">
                  {themesPage.searchAll(view.total)}
                </Link>
              </p>
            </section>
          )}
          {view.sources.length > 0 && (
            <section aria-labelledby="theme-sources" className="mt-10">
              <h2 id="theme-sources" className="section-title">
                {themesPage.sources}
              </h2>
              <CountList values={view.sources} />
            </section>
          )}
        </div>
        <div>
          <Chart
            label={searchPage.map}
            view={view.map.view}
            extents={view.map.extents}
            cells={view.map.cells}
            active={active}
            onHover={setActive}
            className="aspect-[3/2]"
          />
          {view.variables.length > 0 && (
            <section aria-labelledby="variables" className="mt-10">
              <h2 id="variables" className="section-title">
                {themesPage.variables}
              </h2>
              <CountList
                values={view.variables.map(({ value, label, count }) => ({
                  href: within({ variable: value }),
                  name: label,
                  count,
                }))}
              />
            </section>
          )}
          {view.organisations.length > 0 && (
            <section aria-labelledby="organisations" className="mt-10">
              <h2 id="organisations" className="section-title">
                {themesPage.organisations}
              </h2>
              <CountList
                values={view.organisations.map(({ value, label, count }) => ({
                  href: within({ organisation: value }),
                  name: label,
                  count,
                }))}
              />
            </section>
          )}
        </div>
      </div>
    </main>
  );
}
