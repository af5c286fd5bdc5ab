import type { Geometry } from '../../model/index.ts';
import { parseXml, type XmlElement } from '../../xml/index.ts';
import { box } from './wkt.ts';

/**
 * Reads a GML literal (Envelope, Box, Point, LineString, Polygon, Multi-; GML 2 to 3.2), as GeoSPARQL gmlLiteral holds it.
 * Exporters leave the declaration of the `gml` prefix out; it is added then.
 * @returns the geometry with its numbers in the order written and the srsName, or `undefined`
 */
export function parseGml(text: string): { geometry: Geometry; referenceSystem?: string } | undefined {
  const written = text.trim();
  const declared = /\sxmlns(:gml)?\s*=/.test(written)
    ? written
    : written.replace(/^<([\w:]+)/, '<$1 xmlns:gml="http://www.opengis.net/gml/3.2"');
  const { root } = parseXml(new TextEncoder().encode(declared));
  if (!root) return undefined;
  const geometry = geometryOf(root);
  const referenceSystem = root.attribute('srsName');
  return geometry && { geometry, ...(referenceSystem === undefined ? {} : { referenceSystem }) };
}

function geometryOf(element: XmlElement): Geometry | undefined {
  switch (element.name) {
    case 'Envelope':
    case 'Box':
      return envelope(element);
    case 'Point': {
      const coordinates = positionsOf(element)[0];
      return coordinates && { type: 'Point', coordinates };
    }
    case 'LineString': {
      const coordinates = positionsOf(element);
      return coordinates.length > 1 ? { type: 'LineString', coordinates } : undefined;
    }
    case 'Polygon': {
      const coordinates = ringsOf(element);
      return coordinates.length > 0 ? { type: 'Polygon', coordinates } : undefined;
    }
    case 'MultiPolygon':
    case 'MultiSurface': {
      const coordinates = descendants(element, 'Polygon').map(ringsOf);
      return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : undefined;
    }
    default:
      return undefined;
  }
}

function envelope(element: XmlElement): Geometry | undefined {
  const lower = numbers(element.child('lowerCorner')?.text);
  const upper = numbers(element.child('upperCorner')?.text);
  const [first, second] = lower.length >= 2 ? [lower, upper] : positionsOf(element);
  const [west, south] = first ?? [];
  const [east, north] = second ?? [];
  if (west === undefined || south === undefined || east === undefined || north === undefined)
    return undefined;
  return box(west, south, east, north);
}

function ringsOf(polygon: XmlElement): number[][][] {
  return descendants(polygon, 'LinearRing')
    .map(positionsOf)
    .filter((ring) => ring.length >= 4);
}

function positionsOf(element: XmlElement): number[][] {
  const found: number[][] = [];
  const dimension = Number(element.attribute('srsDimension') ?? 2);
  for (const child of element.elements()) {
    if (child.name === 'pos') found.push(numbers(child.text));
    else if (child.name === 'posList') {
      const all = numbers(child.text);
      const width = Number(child.attribute('srsDimension') ?? dimension) === 3 ? 3 : 2;
      for (let start = 0; start + width <= all.length; start += width)
        found.push(all.slice(start, start + 2));
    } else if (child.name === 'coordinates') {
      for (const tuple of child.text.trim().split(/\s+/)) found.push(tuple.split(',').map(Number));
    }
  }
  return found.filter((position) => position.length >= 2 && position.every(Number.isFinite));
}

function numbers(text: string | undefined): number[] {
  const written = text?.trim() ?? '';
  return written === '' ? [] : written.split(/[\s,]+/).map(Number);
}

function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.elements()) {
    if (child.name === name) found.push(child);
    else found.push(...descendants(child, name));
  }
  return found;
}
