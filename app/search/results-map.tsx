import { useState } from 'react';
import type { BoundingBox } from '#catalogue/model';
import { useMessages } from '../locales/locale-context.tsx';
import { Chart } from '../map/chart.tsx';
import type { LiveMap, MapExtent } from '../map/live-map.ts';
import type { SearchView } from './search-view.ts';

type ResultsMapProps = {
  view: SearchView;
  extents: readonly MapExtent[];
  active: string | null;
  onHover: (id: string | null) => void;
  onSelect: (id: string) => void;
  onBox: (box: BoundingBox) => void;
  onRemoveBox: () => void;
};

/** The results on a map, in step with the list; a box can be drawn on it. */
export function ResultsMap({ view, extents, onBox, onRemoveBox, ...handlers }: ResultsMapProps) {
  const { searchPage } = useMessages();
  const [drawing, setDrawing] = useState(false);
  const draw = (map: LiveMap, on: boolean) => {
    map.draw(on);
    setDrawing(on);
  };
  return (
    <section
      id="map"
      aria-label={searchPage.map}
      data-screen-only=""
      className="order-[-1] col-span-full mb-5 lg:col-span-1 lg:col-start-2 xl:order-none xl:col-start-3 xl:mb-0"
    >
      <div className="xl:sticky xl:top-4">
        <Chart
          label={searchPage.map}
          view={view.map.view}
          extents={extents}
          cells={view.map.cells}
          box={view.box}
          className="h-[15rem] md:h-[20rem] xl:h-[min(44rem,calc(100dvh-7rem))]"
          onBox={(box) => {
            setDrawing(false);
            onBox(box);
          }}
          tools={(map) => (
            <>
              <button
                type="button"
                className="button"
                data-small=""
                aria-pressed={drawing}
                onClick={() => draw(map, !drawing)}
              >
                {drawing ? searchPage.drawingBox : searchPage.drawBox}
              </button>
              {!drawing && (
                <button type="button" className="button" data-small="" onClick={() => onBox(map.shownBox())}>
                  {searchPage.useView}
                </button>
              )}
              {view.box && !drawing && (
                <button type="button" className="button" data-small="" onClick={onRemoveBox}>
                  {searchPage.removeBox}
                </button>
              )}
            </>
          )}
          {...handlers}
        />
        <p className="mt-2 text-sm text-soft">{searchPage.mapHint(located(extents), view.map.located)}</p>
      </div>
    </section>
  );
}

function located(extents: readonly MapExtent[]): number {
  return extents.filter(({ boxes }) => boxes.length > 0).length;
}
