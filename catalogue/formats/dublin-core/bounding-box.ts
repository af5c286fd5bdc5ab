import type { SpatialExtent } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import { axisOrder, readBox } from '../geometry/index.ts';
import type { Place, Report } from '../reading/index.ts';

type Edges = { west: number; south: number; east: number; north: number };

/**
 * Reads an ows:BoundingBox or ows:WGS84BoundingBox (OGC 06-121r9, 10.2). Without a CRS, or in CRS84, longitude comes
 * first; EPSG:4326 in any spelling means latitude first here, as servers of CSW write it.
 * GeoNetwork up to version 3 writes "east south" and "west north" as corners under an EPSG URN; such corners are exchanged
 * and told (`box-corners-exchanged`).
 */
export function readBoundingBox(
  element: XmlElement,
  report: Report,
  place: Place,
): SpatialExtent | undefined {
  const lower = numbers(element.child('LowerCorner'));
  const upper = numbers(element.child('UpperCorner'));
  const [firstLow, secondLow] = lower;
  const [firstHigh, secondHigh] = upper;
  if (
    firstLow === undefined ||
    secondLow === undefined ||
    firstHigh === undefined ||
    secondHigh === undefined
  ) {
    report.warning(
      'box-unreadable',
      place,
      'The bounding box has no two corners of two numbers.',
      'Give an ows:LowerCorner and an ows:UpperCorner, each of two numbers.',
    );
    return undefined;
  }
  const system = element.name === 'WGS84BoundingBox' ? undefined : element.attribute('crs')?.trim();
  if (isExchanged(system, firstLow, firstHigh)) {
    report.warning(
      'box-corners-exchanged',
      place,
      `The corners "${lower.join(' ')}" and "${upper.join(' ')}" in ${system} were read as "east south" and "west north".`,
      'Write the lower corner as "south west" and the upper one as "north east" (EPSG:4326), or update GeoNetwork.',
    );
    return extent({ west: firstHigh, south: secondLow, east: firstLow, north: secondHigh }, report, place);
  }
  const longitudeFirst = { west: firstLow, south: secondLow, east: firstHigh, north: secondHigh };
  if (system === undefined || system === '' || /CRS:?84/i.test(system))
    return extent(longitudeFirst, report, place);
  if (axisOrder(system) === 'unsupported' && !/4326|WGS ?84/i.test(system)) {
    report.warning(
      'reference-system-unsupported',
      place,
      `Coordinates in "${system}" are not converted; the box was left out.`,
      'Give an ows:WGS84BoundingBox as well.',
    );
    return undefined;
  }
  const latitudeFirst = { west: secondLow, south: firstLow, east: secondHigh, north: firstHigh };
  if (!isOnEarth(latitudeFirst) && isOnEarth(longitudeFirst)) {
    report.warning(
      'axis-order-wrong',
      place,
      `"${system}" puts latitude first, but then the box is impossible; it was read longitude first.`,
      'Write "south west" and "north east".',
    );
    return extent(longitudeFirst, report, place);
  }
  return extent(latitudeFirst, report, place);
}

function isExchanged(system: string | undefined, firstLow: number, firstHigh: number): boolean {
  return system !== undefined && /^urn:ogc:def:crs:EPSG:(6\.6:4326$|:)/.test(system) && firstLow > firstHigh;
}

function isOnEarth({ west, south, east, north }: Edges): boolean {
  return (
    Math.max(Math.abs(south), Math.abs(north)) <= 90 &&
    Math.max(Math.abs(west), Math.abs(east)) <= 360 &&
    south <= north
  );
}

function extent(edges: Edges, report: Report, place: Place): SpatialExtent | undefined {
  const box = readBox(edges, report, place);
  return box && { box, inclusive: true };
}

function numbers(element: XmlElement | undefined): number[] {
  const text = element?.text.trim() ?? '';
  const read = text === '' ? [] : text.split(/[\s,]+/).map(Number);
  return read.every(Number.isFinite) ? read : [];
}
