import { describe, expect, it } from 'vitest';
import { Report } from '../reading/index.ts';
import { axisOrder, parseWkt, readBox, readGeometryText } from './index.ts';

const place = { path: '/here' };
const read = (text: string) => {
  const report = new Report();
  return { extent: readGeometryText(text, report, place), codes: report.problems.map(({ code }) => code) };
};

describe('parseWkt', () => {
  it.each([
    ['POINT(1 2)', { type: 'Point', coordinates: [1, 2] }],
    ['point z (1 2 -30.5)', { type: 'Point', coordinates: [1, 2, -30.5] }],
    [
      'LINESTRING (0 0, 1 1e0)',
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
    [
      'MULTIPOINT(1 2, 3 4)',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'MULTIPOINT((1 2), (3 4))',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'LINESTRING(+1 .5, 2. -0.5)',
      {
        type: 'LineString',
        coordinates: [
          [1, 0.5],
          [2, -0.5],
        ],
      },
    ],
    [
      'POLYGON((0 0, 2 0, 1 2, 0 0))',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [2, 0],
            [1, 2],
            [0, 0],
          ],
        ],
      },
    ],
    [
      'MULTIPOLYGON(((0 0, 2 0, 1 2, 0 0)),((5 5, 6 5, 5 6, 5 5)))',
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [2, 0],
              [1, 2],
              [0, 0],
            ],
          ],
          [
            [
              [5, 5],
              [6, 5],
              [5, 6],
              [5, 5],
            ],
          ],
        ],
      },
    ],
    [
      'ENVELOPE(-5, -4, 48, 47)',
      {
        type: 'Polygon',
        coordinates: [
          [
            [-5, 47],
            [-4, 47],
            [-4, 48],
            [-5, 48],
            [-5, 47],
          ],
        ],
      },
    ],
    ['POLYGON EMPTY', undefined],
    ['CIRCLE(1 2)', undefined],
    ['POINT(1)', undefined],
    ['POINT(a b)', undefined],
  ])('reads %s', (text, expected) => {
    expect(parseWkt(text)?.geometry).toEqual(expected);
  });
});

describe('readGeometryText', () => {
  it('reads GML with and without its prefix declared', () => {
    for (const text of [
      '<gml:Polygon srsName="http://www.opengis.net/def/crs/OGC/1.3/CRS84"><gml:exterior><gml:LinearRing><gml:posList>0 0 2 0 1 2 0 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>',
      '<Polygon xmlns="http://www.opengis.net/gml" srsName="urn:ogc:def:crs:EPSG::4326"><outerBoundaryIs><LinearRing><coordinates>0,0 0,2 2,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon>',
    ]) {
      expect(read(text)).toEqual({
        extent: {
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [2, 0],
                [1, 2],
                [0, 0],
              ],
            ],
          },
          inclusive: true,
        },
        codes: [],
      });
    }
  });

  it('tells each thing that it cannot read', () => {
    expect(read('somewhere')).toEqual({ extent: undefined, codes: ['geometry-unreadable'] });
    expect(read('{"type":"Polygon"')).toEqual({ extent: undefined, codes: ['geometry-unreadable'] });
    expect(read('<gml:Point>').codes).toEqual(['geometry-unreadable']);
    expect(read('POINT(10 95)').codes).toEqual(['geometry-impossible']);
    expect(read('SRID=2154;POINT(1 2)').codes).toEqual(['reference-system-unsupported']);
    const turned = read('<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(150 10)');
    expect(turned.extent?.geometry).toEqual({ type: 'Point', coordinates: [150, 10] });
    expect(turned.codes).toEqual(['axis-order-wrong']);
  });
});

describe('readBox', () => {
  const box = (west: number, south: number, east: number, north: number) => {
    const report = new Report();
    return {
      box: readBox({ west, south, east, north }, report, place),
      codes: report.problems.map(({ code }) => code),
    };
  };

  it('keeps boxes over the antimeridian, brings longitudes to ±180 and refuses the impossible', () => {
    expect(box(170, -10, -170, 10)).toEqual({
      box: { west: 170, south: -10, east: -170, north: 10 },
      codes: ['box-crosses-antimeridian'],
    });
    expect(box(170, -10, 190, 10)).toEqual({
      box: { west: 170, south: -10, east: -170, north: 10 },
      codes: ['longitude-beyond-180', 'box-crosses-antimeridian'],
    });
    expect(box(0, -90, 360, 90)).toEqual({
      box: { west: -180, south: -90, east: 180, north: 90 },
      codes: ['longitude-beyond-180'],
    });
    expect(box(0, 10, 1, 5)).toEqual({ box: undefined, codes: ['box-upside-down'] });
    expect(box(0, 91, 1, 92)).toEqual({ box: undefined, codes: ['box-impossible'] });
    expect(box(Number.NaN, 0, 1, 2)).toEqual({ box: undefined, codes: ['box-unreadable'] });
  });
});

describe('axisOrder', () => {
  it.each([
    [undefined, 'longitude-first'],
    ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'longitude-first'],
    ['EPSG:4326', 'longitude-first'],
    ['http://www.opengis.net/def/crs/EPSG/0/4326', 'latitude-first'],
    ['urn:ogc:def:crs:EPSG::4258', 'latitude-first'],
    ['urn:ogc:def:crs:EPSG::2154', 'unsupported'],
  ])('%s puts %s', (name, expected) => {
    expect(axisOrder(name)).toBe(expected);
  });
});
