import type { CatalogueRecord, SpatialExtent, TemporalExtent } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import { readBox } from '../geometry/index.ts';
import type { Place, Report } from '../reading/index.ts';

type Resource = CatalogueRecord['resource'];

const placeOf = (element: XmlElement): Place => ({ path: `/catalog//${element.name}`, line: element.line });

/** `geospatialCoverage`: edges as a start with a size, names of places. */
export function spatialExtentsOf(coverage: XmlElement | undefined, report: Report): SpatialExtent[] {
  if (!coverage) return [];
  const eastwest = rangeOf(coverage.child('eastwest'), report);
  const northsouth = rangeOf(coverage.child('northsouth'), report);
  const isGlobal = coverage.attribute('globalCoverage') === 'true';
  const edges =
    eastwest && northsouth
      ? { west: eastwest[0], east: eastwest[1], south: northsouth[0], north: northsouth[1] }
      : isGlobal
        ? { west: -180, east: 180, south: -90, north: 90 }
        : undefined;
  const box = edges && readBox(withinCircle(edges), report, placeOf(coverage));
  const names = [...coverage.elements()]
    .filter(({ name }) => name === 'name')
    .map(({ text }) => text.trim())
    .filter((name) => name !== '');
  const places = names.map((name) => ({ place: { code: name, names: { und: name } } }));
  const [first, ...rest] = places;
  return [
    ...(box || first ? [{ ...(box ? { box } : {}), ...first, inclusive: true }] : []),
    ...rest.map((place) => ({ ...place, inclusive: true })),
  ];
}

/** A start with a size may pass 180 or 360: grids of the whole earth end where they began. */
function withinCircle(edges: { west: number; east: number; south: number; north: number }) {
  const { west, east } = edges;
  return east > 360 ? { ...edges, west: west - 360, east: east - 360 } : edges;
}

/** A start and a size, the size may be negative. */
function rangeOf(range: XmlElement | undefined, report: Report): [number, number] | undefined {
  if (!range) return undefined;
  const number = (name: string) => {
    const child = range.child(name);
    return child && report.number(child.text, placeOf(child));
  };
  const start = number('start');
  if (start === undefined) return undefined;
  const end = start + (number('size') ?? 0);
  return [round(Math.min(start, end)), round(Math.max(start, end))];
}

/** Sums of decimal fractions carry a tail of binary ones. */
const round = (value: number) => Number(value.toPrecision(12));

/** `updown`, with its direction as `zpositive` says; `up` is the default of the standard. */
export function verticalExtentsOf(
  coverage: XmlElement | undefined,
  report: Report,
): Resource['verticalExtents'] {
  const updown = coverage?.child('updown');
  const range = rangeOf(updown, report);
  if (!coverage || !updown || !range) return [];
  const unit = updown.child('units')?.text.trim();
  return [
    {
      minimum: range[0],
      maximum: range[1],
      ...(unit ? { unit } : {}),
      positive: coverage.attribute('zpositive') === 'down' ? 'down' : 'up',
    },
  ];
}

/** Steps of the grid, in the units told or in degrees. */
export function resolutionsOf(
  coverage: XmlElement | undefined,
  report: Report,
): Resource['spatialResolutions'] {
  const found = ['northsouth', 'eastwest'].flatMap((name): Resource['spatialResolutions'] => {
    const range = coverage?.child(name);
    const resolution = range?.child('resolution');
    const value = resolution && report.number(resolution.text, placeOf(resolution));
    if (value === undefined || value === 0) return [];
    const unit = range?.child('units')?.text.trim() ?? 'degrees';
    return /^k?m$/i.test(unit)
      ? [{ distance: { value: Math.abs(value), unit } }]
      : [{ angular: { value: Math.abs(value), unit: 'degrees' } }];
  });
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** `timeCoverage`: two of start, end and duration, and the step. */
export function temporalExtentsOf(coverage: XmlElement | undefined, report: Report): TemporalExtent[] {
  if (!coverage) return [];
  const instant = (name: string) => {
    const child = coverage.child(name);
    const text = child?.text.trim() ?? '';
    if (!child || text === '') return undefined;
    if (/^present$/i.test(text)) return { indeterminate: 'now' as const };
    const date = report.date(text, placeOf(child));
    return date === undefined ? undefined : { date };
  };
  const [start, end] = [instant('start'), instant('end')];
  const duration = durationOf(coverage.child('duration'), report);
  const step = durationOf(coverage.child('resolution'), report);
  if (!start && !end && duration === undefined) return [];
  return [
    {
      ...(start ? { start } : {}),
      ...(end ? { end } : {}),
      ...(step === undefined ? {} : { step }),
      ...(duration === undefined ? {} : { duration }),
    },
  ];
}

const units: readonly (readonly [RegExp, (count: string) => string])[] = [
  [/^years?$/, (count) => `P${count}Y`],
  [/^months?$/, (count) => `P${count}M`],
  [/^weeks?$/, (count) => `P${count}W`],
  [/^days?$/, (count) => `P${count}D`],
  [/^(hours?|hrs?)$/, (count) => `PT${count}H`],
  [/^(minutes?|mins?)$/, (count) => `PT${count}M`],
  [/^(seconds?|secs?|s)$/, (count) => `PT${count}S`],
];

/** A number with a unit of UDUNITS (`14 days`), or an ISO 8601 duration. */
function durationOf(element: XmlElement | undefined, report: Report): string | undefined {
  const text = element?.text.trim() ?? '';
  if (!element || text === '') return undefined;
  if (/^P\S+$/.test(text)) return text;
  const [, count = '', word = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text) ?? [];
  const unit = units.find(([pattern]) => pattern.test(word.toLowerCase()));
  if (unit && count !== '') return unit[1](count.replace(/\.0+$/, ''));
  report.info(
    'duration-unreadable',
    placeOf(element),
    `"${text}" is not a duration.`,
    'Write a number with its unit, such as "14 days", or an ISO 8601 duration.',
  );
  return undefined;
}
