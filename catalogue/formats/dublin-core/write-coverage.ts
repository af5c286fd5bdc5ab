import type { BoundingBox, TemporalExtent } from '../../model/index.ts';

/** DCMI Box Encoding Scheme. */
export function writeBox({ west, south, east, north }: BoundingBox): string {
  return `northlimit=${north}; eastlimit=${east}; southlimit=${south}; westlimit=${west}; units=signed decimal degrees`;
}

/** DCMI Point Encoding Scheme. */
export function writePoint([longitude, latitude]: readonly number[]): string | undefined {
  return longitude === undefined || latitude === undefined
    ? undefined
    : `east=${longitude}; north=${latitude}`;
}

/** DCMI Period Encoding Scheme; an open end is left out, as the scheme says. */
export function writePeriod({ start, end }: TemporalExtent): string | undefined {
  const parts = [start?.date && `start=${start.date}`, end?.date && `end=${end.date}`].filter(Boolean);
  return parts.length === 0 ? undefined : `${parts.join('; ')}; scheme=W3C-DTF`;
}
