import type { SpatialExtent, TemporalExtent } from '../../model/index.ts';
import { geometryExtent, readBox, readGeometryText } from '../geometry/index.ts';
import { type Place, period, type Report, readPeriodText } from '../reading/index.ts';

/** What one coverage statement may be. */
export type Coverage = { spatial?: SpatialExtent; temporal?: TemporalExtent };

const number = String.raw`\s*[:=]?\s*([-+]?\d+(?:\.\d+)?)`;
const edge = (name: string) =>
  new RegExp(
    String.raw`\b${name}(?:limit|bound(?:ing)?|-bound)?(?:\s*(?:latitude|longitude))?${number}`,
    'i',
  );
const edges = { west: edge('west'), south: edge('south'), east: edge('east'), north: edge('north') };
const start = /\bDATE\/TIME START\s*:\s*([^*]+)/i;
const end = /\bDATE\/TIME END\s*:\s*([^*]+)/i;

/**
 * Reads a dc:coverage, which may hold place or time in any notation. Understood are, in this order: a DCMI Box or any
 * text that names the four edges (`northlimit=48; …`, `North 48, South 47, …`, PANGAEA's `NORTH-BOUND LATITUDE: 48 * …`
 * with its times), a DCMI Point (`east=…; north=…`) or `LATITUDE: … * LONGITUDE: …`, WKT, a DCMI Period or an ISO 8601
 * interval or date; anything else is the name of a place, as given.
 */
export function readCoverage(text: string, language: string, report: Report, place: Place): Coverage {
  if (text === '') return {};
  const temporal = dataPeriod(text, report, place);
  const spatial = boxOf(text, report, place) ?? pointOf(text, report, place);
  if (spatial !== undefined) return { ...(spatial ? { spatial } : {}), ...(temporal ? { temporal } : {}) };
  if (/^(<[^>]*>\s*)?(POLYGON|MULTIPOLYGON|POINT|MULTIPOINT|LINESTRING|ENVELOPE)\s*Z?\s*\(/i.test(text)) {
    const extent = readGeometryText(text, report, place);
    return extent ? { spatial: extent } : {};
  }
  if (temporal) return { temporal };
  if (looksTemporal(text)) {
    const read = readPeriodText(text, report, place);
    return read ? { temporal: read } : {};
  }
  const name = /(?:^|;)\s*name\s*=\s*([^;]+)/i.exec(text)?.[1]?.trim() ?? text;
  return { spatial: { place: { code: name, names: { [language]: name } }, inclusive: true } };
}

/** @returns `undefined` when the text is no box, `null` when it is one that cannot be */
function boxOf(text: string, report: Report, place: Place): SpatialExtent | null | undefined {
  const found = Object.entries(edges).map(([name, pattern]) => [name, pattern.exec(text)?.[1]] as const);
  if (found.some(([, value]) => value === undefined)) return undefined;
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = found.map(
    ([, value]) => Number(value),
  );
  const box = readBox({ west, south, east, north }, report, place);
  return box ? { box, inclusive: true } : null;
}

function pointOf(text: string, report: Report, place: Place): SpatialExtent | null | undefined {
  const isPoint = /(?:^|;)\s*(east|north)\s*=/i.test(text) || /\bLATITUDE\s*:/i.test(text);
  if (!isPoint) return undefined;
  const longitude = /\b(?:east|LONGITUDE)\s*[=:]\s*([-+]?\d+(?:\.\d+)?)/i.exec(text)?.[1];
  const latitude = /\b(?:north|LATITUDE)\s*[=:]\s*([-+]?\d+(?:\.\d+)?)/i.exec(text)?.[1];
  if (longitude === undefined || latitude === undefined) return undefined;
  const point = { type: 'Point' as const, coordinates: [Number(longitude), Number(latitude)] };
  return geometryExtent(point, report, place) ?? null;
}

function dataPeriod(text: string, report: Report, place: Place): TemporalExtent | undefined {
  const from = start.exec(text)?.[1]?.trim();
  const to = end.exec(text)?.[1]?.trim();
  return period(from && report.date(from, place), to && report.date(to, place));
}

function looksTemporal(text: string): boolean {
  return (
    /(^|;)\s*(start|end)\s*=/i.test(text) ||
    /^[-+]?\d{4}(-\d\d){0,2}(T[\d:.]+Z?)?$/.test(text) ||
    /^(\.\.|[-+]?\d{4}[-\dT:.Z]*)?\s*\/\s*(\.\.|[-+]?\d{4}[-\dT:.Z]*|P[\dYMWD]+)?$/.test(text)
  );
}
