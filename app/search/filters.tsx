import { Link } from 'react-router';
import { formatNumber } from '../locales/format.ts';
import { useLocale, useMessages } from '../locales/locale-context.tsx';
import { Field } from './field.tsx';
import type { FacetView, SearchView } from './search-view.ts';
import { TimeRange } from './time-range.tsx';

type FiltersProps = { view: SearchView; search: (change?: Record<string, string>) => void };

/** Facets with counts, time, place and depth. On a small screen it opens by its address, `#filters`. */
export function Filters({ view, search }: FiltersProps) {
  const { searchPage } = useMessages();
  return (
    <aside id="filters" aria-label={searchPage.filters} className="filters" data-screen-only="">
      <div className="mb-2 flex items-center justify-between lg:hidden">
        <h2 className="text-xl">{searchPage.filters}</h2>
        <a href="#results" className="button" data-small="">
          {searchPage.apply}
        </a>
      </div>
      <Group title={searchPage.when}>
        <TimeRange years={view.years} period={view.period} search={search} />
      </Group>
      {view.facets.slice(0, 2).map((facet) => (
        <Facet key={facet.name} facet={facet} />
      ))}
      <Group title={searchPage.where}>
        <BoxFields view={view} />
      </Group>
      {view.facets.slice(2).map((facet) => (
        <Facet key={facet.name} facet={facet} />
      ))}
      <Group title={searchPage.depth}>
        <div className="grid grid-cols-2 gap-2">
          <Field name="depth-from" label={searchPage.minimumDepth} value={view.depth.from} decimal />
          <Field name="depth-to" label={searchPage.maximumDepth} value={view.depth.to} decimal />
        </div>
      </Group>
      <button type="submit" className="button mt-4 w-full">
        {searchPage.apply}
      </button>
    </aside>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="border-t border-edge pt-2.5 pb-5">
      <legend className="float-left mb-1 w-full font-serif text-lg font-[560]">{title}</legend>
      <div className="clear-both">{children}</div>
    </fieldset>
  );
}

function Facet({ facet }: { facet: FacetView }) {
  const { searchPage } = useMessages();
  const locale = useLocale();
  return (
    <Group title={facet.label}>
      <ul>
        {facet.values.map(({ value, label, count, chosen }) => (
          <li key={value}>
            <label className="facet-value">
              <input
                type="checkbox"
                name={facet.name}
                value={value}
                key={String(chosen)}
                defaultChecked={chosen}
              />
              <span className="min-w-0 flex-1 leading-snug">{label}</span>
              <span className="text-sm text-soft tabular-nums">{formatNumber(count, locale)}</span>
            </label>
          </li>
        ))}
      </ul>
      {facet.moreHref && (
        <Link
          to={facet.moreHref}
          preventScrollReset
          className="inline-flex min-h-9 items-center text-[0.9375rem]"
          aria-label={searchPage.more(facet.label)}
        >
          {searchPage.showMore}
        </Link>
      )}
    </Group>
  );
}

function BoxFields({ view: { box } }: { view: SearchView }) {
  const { searchPage } = useMessages();
  const side = (value: number | undefined) => (value === undefined ? '' : String(Number(value.toFixed(3))));
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        <Field name="north" label={searchPage.north} value={side(box?.north)} decimal />
        <Field name="south" label={searchPage.south} value={side(box?.south)} decimal />
        <Field name="west" label={searchPage.west} value={side(box?.west)} decimal />
        <Field name="east" label={searchPage.east} value={side(box?.east)} decimal />
      </div>
      <p className="mt-1.5 text-sm text-soft">{searchPage.degrees}</p>
    </>
  );
}
