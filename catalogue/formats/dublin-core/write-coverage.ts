import type { BoundingBox, Geometry, TemporalExtent } from '../../model/index.ts';
import { positionsOf } from '../geometry/index.ts';

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

/** The box around a geometry; none where its longitudes span more than half the Earth, as it may cross the antimeridian. */
export function boundsOf(geometry: Geometry): BoundingBox | undefined {
  const positions = positionsOf(geometry);
  const longitudes = positions.map(([longitude = Number.NaN]) => longitude);
  const latitudes = positions.map(([, latitude = Number.NaN]) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const isSound = east - west <= 180 && west >= -180 && east <= 180 && south >= -90 && north <= 90;
  return isSound ? { west, south, east, north } : undefined;
}
