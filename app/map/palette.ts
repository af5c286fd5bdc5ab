/** The colours of the page as the map needs them, `rgb(…)`. */
export type Palette = {
  land: string;
  coast: string;
  overprint: string;
  ink: string;
  soft: string;
  sheet: string;
  edge: string;
};

/** Reads the colours of the style sheet, as they are in the page's present appearance. */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  element.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette: Palette = {
    land: read('land'),
    coast: read('coast'),
    overprint: read('overprint'),
    ink: read('ink'),
    soft: read('soft'),
    sheet: read('sheet'),
    edge: read('edge'),
  };
  probe.remove();
  return palette;
}
