import { type FormEvent, useCallback, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useNavigation } from 'react-router';
import type { BoundingBox } from '#catalogue/model';
import { useMessages } from '../locales/locale-context.tsx';
import { RecordCard } from '../record/record-card.tsx';
import { Filters } from './filters.tsx';
import { foldForm } from './fold-form.ts';
import { Paging } from './paging.tsx';
import { ResultsMap } from './results-map.tsx';
import { SearchInput } from './search-box.tsx';
import type { SearchView } from './search-view.ts';

const formId = 'search-form';

/** Words, filters, results and their map, in step; everything is in the address. */
export function SearchPage({ view }: { view: SearchView }) {
  const { searchPage } = useMessages();
  const navigate = useNavigate();
  const location = useLocation();
  const busy = useNavigation().state === 'loading';
  const form = useRef<HTMLFormElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const language = new URLSearchParams(location.search).get('lang');

  const search = useCallback(
    (change: Record<string, string> = {}) => {
      if (form.current)
        navigate(foldForm(view.at, new FormData(form.current), change), { preventScrollReset: true });
    },
    [navigate, view.at],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search();
  };
  const choose = (event: FormEvent<HTMLFormElement>) => {
    const field = event.target;
    if (field instanceof HTMLSelectElement) search();
    else if (field instanceof HTMLInputElement && field.type === 'checkbox') search();
  };
  const searchBox = useCallback(
    (box: BoundingBox) =>
      search(Object.fromEntries(Object.entries(box).map(([side, value]) => [side, value.toFixed(3)]))),
    [search],
  );
  const removeBox = useCallback(() => search({ west: '', south: '', east: '', north: '' }), [search]);
  const extents = useMemo(() => view.records.map(({ id, boxes }) => ({ id, boxes })), [view.records]);
  const select = useCallback((id: string) => {
    const title = document.querySelector<HTMLElement>(`[data-record="${CSS.escape(id)}"] a`);
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: 'center' });
  }, []);

  return (
    <main id="content" className="column column-wide pt-4" aria-busy={busy}>
      <Heading within={view.within} />
      <form
        id={formId}
        ref={form}
        action={view.at}
        onSubmit={submit}
        onChange={choose}
        className="grid gap-x-8 lg:grid-cols-[16.5rem_minmax(0,1fr)] xl:grid-cols-[17rem_minmax(0,1fr)_minmax(22rem,32rem)]"
      >
        {language && <input type="hidden" name="lang" value={language} />}
        <div className="order-[-3] col-span-full mb-4 max-w-[60rem]">
          <SearchInput words={view.words} />
        </div>
        <Problems problems={view.problems} />
        <Filters view={view} search={search} />
        <div className="min-w-0" id="results">
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-edge pb-2">
            <p role="status" className="mr-auto font-serif text-xl font-[560]">
              {view.total > view.records.length
                ? searchPage.resultsRange(view.from, view.to, view.total)
                : searchPage.results(view.total)}
            </p>
            <a href="#filters" className="button lg:hidden" data-small="">
              {searchPage.showFilters}
              {view.chips.length > 0 && ` (${view.chips.length})`}
            </a>
            <label className="flex items-center gap-2 text-[0.9375rem]">
              <span className="text-soft">{searchPage.sort}</span>
              <select name="sort" key={view.sort} defaultValue={view.sort} className="field w-auto pr-2">
                {(['relevance', 'date', 'title'] as const).map((order) => (
                  <option key={order} value={order}>
                    {searchPage.sorts[order]}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Chips view={view} />
          {view.total === 0 ? (
            <Nothing view={view} />
          ) : (
            <ol className={`moves divide-y divide-line ${busy ? 'opacity-55' : ''}`}>
              {view.records.map((record) => (
                <li
                  key={record.id}
                  data-record={record.id}
                  data-active={record.id === active}
                  className="result"
                  onPointerEnter={() => setActive(record.id)}
                  onPointerLeave={() => setActive(null)}
                  onFocus={() => setActive(record.id)}
                  onBlur={() => setActive(null)}
                >
                  <RecordCard record={record} level={2} />
                </li>
              ))}
            </ol>
          )}
          <Paging paging={view.paging} />
        </div>
        <ResultsMap
          view={view}
          extents={extents}
          active={active}
          onHover={setActive}
          onSelect={select}
          onBox={searchBox}
          onRemoveBox={removeBox}
        />
      </form>
    </main>
  );
}

function Heading({ within }: { within: SearchView['within'] }) {
  const { searchPage, themesPage } = useMessages();
  if (!within) return <h1 className="sr-only">{searchPage.title}</h1>;
  const { title, href } = within;
  return (
    <div className="mb-3 flex flex-wrap items-baseline gap-x-6">
      <h1 className="text-2xl">
        <span className="sr-only">{searchPage.title} – </span>
        <Link to={href} lang={title.lang} className="inline-flex min-h-11 items-center">
          {title.text}
        </Link>
      </h1>
      <Link to="/search" className="inline-flex min-h-11 items-center">
        {themesPage.searchEverything}
      </Link>
    </div>
  );
}

function Problems({ problems }: Pick<SearchView, 'problems'>) {
  const { searchPage } = useMessages();
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="order-[-2] col-span-full mb-4 border-l-4 border-warn bg-warn-wash px-4 py-3">
      <p className="font-medium">{searchPage.wrong}</p>
      <ul className="list-disc pl-5">
        {problems.map(({ value, message }) => (
          <li key={value + message}>
            <code className="break-all">{value.slice(0, 120)}</code> {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Chips({ view: { chips, at } }: { view: SearchView }) {
  const { searchPage } = useMessages();
  if (chips.length === 0) return null;
  return (
    <nav aria-label={searchPage.chosen} className="mt-3">
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ label, href }) => (
          <li key={label}>
            <Link to={href} preventScrollReset className="chip" aria-label={searchPage.remove(label)}>
              <span className="truncate">{label}</span>
              <span aria-hidden="true" className="chip-cross">
                ×
              </span>
            </Link>
          </li>
        ))}
        <li>
          <Link to={at} className="flex min-h-11 items-center px-2">
            {searchPage.clearAll}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function Nothing({ view: { drops, chips, at } }: { view: SearchView }) {
  const { searchPage } = useMessages();
  return (
    <div className="py-8">
      <p className="font-serif text-2xl">{chips.length > 1 ? searchPage.none : searchPage.noneWords}</p>
      {drops.length > 0 && (
        <>
          <p className="mt-5 text-soft">{searchPage.noneDrop}</p>
          <ul className="mt-2 divide-y divide-line">
            {drops.map(({ label, href, total }) => (
              <li key={label} className="flex flex-wrap items-center gap-x-4">
                <Link to={href} className="flex min-h-11 items-center">
                  {searchPage.without(label)}
                </Link>
                <span className="text-soft tabular-nums">{searchPage.results(total)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-6">
        <Link to={at} className="button">
          {searchPage.startAgain}
        </Link>
      </p>
    </div>
  );
}
