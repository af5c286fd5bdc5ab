import fc from 'fast-check';
import {
  boundingBox,
  type Geometry,
  geographicIdentifier,
  instant,
  referenceSystem,
  spatialExtent,
  taxon,
  temporalExtent,
  verticalExtent,
} from '../index.ts';
import { anyAuthority } from './citations.ts';
import { objectOf } from './object-of.ts';
import { address, code, date, day, degree, duration, line, lines, untranslated } from './texts.ts';

export const anyReferenceSystem = objectOf(referenceSystem, {
  code: fc.constantFrom('4326', '3857', '5831', '32629'),
  codeSpace: fc.constant('EPSG'),
  version: fc.constantFrom('8.9', '10.1'),
  name: lines,
  uri: fc.constant('http://www.opengis.net/def/crs/EPSG/0/4326'),
  type: fc.constantFrom('geodeticGeographic2D', 'projected', 'vertical'),
  authority: anyAuthority,
  translations: untranslated,
});

const position = fc.tuple(degree(-180, 180), degree(-90, 90)).map((pair) => [...pair]);

/** A triangle that runs counter-clockwise, as RFC 7946 wants it. */
const ring = fc.tuple(degree(-170, 160), degree(-80, 70), degree(1, 10)).map(([west, south, size]) => [
  [west, south],
  [west + 5, south],
  [west + 5, Math.round((south + size) * 100) / 100],
  [west, south],
]);

const geometries: Record<Geometry['type'], fc.Arbitrary<Geometry>> = {
  Point: position.map((coordinates) => ({ type: 'Point', coordinates })),
  MultiPoint: fc
    .array(position, { minLength: 2, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiPoint', coordinates })),
  LineString: fc
    .array(position, { minLength: 2, maxLength: 4 })
    .map((coordinates) => ({ type: 'LineString', coordinates })),
  MultiLineString: fc
    .array(fc.array(position, { minLength: 2, maxLength: 3 }), { minLength: 2, maxLength: 2 })
    .map((coordinates) => ({ type: 'MultiLineString', coordinates })),
  Polygon: ring.map((one) => ({ type: 'Polygon', coordinates: [one] })),
  MultiPolygon: fc
    .array(ring, { minLength: 2, maxLength: 2 })
    .map((rings) => ({ type: 'MultiPolygon', coordinates: rings.map((one) => [one]) })),
};

/** A box that has an area; one in four crosses the antimeridian. */
const box = fc.oneof(
  {
    weight: 3,
    arbitrary: objectOf(boundingBox, {
      west: degree(-180, -1),
      south: degree(-90, -1),
      east: degree(1, 180),
      north: degree(1, 90),
    }),
  },
  {
    weight: 1,
    arbitrary: objectOf(boundingBox, {
      west: degree(150, 179),
      south: degree(-60, -1),
      east: degree(-179, -120),
      north: degree(1, 60),
    }),
  },
);

/** Each says something: a box at least where all else is left out. */
export const anySpatialExtent = fc
  .tuple(
    objectOf(spatialExtent, {
      box,
      geometry: fc.oneof(...Object.values(geometries)),
      place: objectOf(geographicIdentifier, {
        code: line,
        names: lines,
        uri: address,
        authority: line,
        authorityCitation: anyAuthority,
        version: code,
        translations: untranslated,
      }),
      description: lines,
      inclusive: fc.boolean(),
    }),
    box,
  )
  .map(([extent, area]) =>
    extent.box || extent.geometry || extent.place ? extent : { ...extent, box: area },
  );

export const anyVerticalExtent = fc
  .tuple(
    objectOf(verticalExtent, {
      minimum: degree(-6000, 0),
      maximum: degree(1, 6000),
      unit: fc.constantFrom('m', 'dbar'),
      datum: fc.constantFrom('Mean sea level', 'Lowest astronomical tide'),
      positive: fc.constantFrom('up' as const, 'down' as const),
      referenceSystem: anyReferenceSystem,
      description: lines,
    }),
    degree(0, 100),
  )
  .map(([extent, depth]) =>
    extent.minimum === undefined && extent.maximum === undefined ? { ...extent, minimum: depth } : extent,
  );

const moment = fc.oneof(
  { weight: 4, arbitrary: date.map((told) => ({ date: told })) },
  {
    weight: 1,
    arbitrary: objectOf(instant, {
      date: day,
      indeterminate: fc.constantFrom('before' as const, 'after' as const),
    }).filter(({ date: told, indeterminate }) => told !== undefined || indeterminate !== undefined),
  },
);

export const anyTemporalExtent = fc
  .tuple(
    objectOf(temporalExtent, {
      start: moment,
      end: fc.oneof(
        moment,
        fc.constantFrom({ indeterminate: 'now' as const }, { indeterminate: 'unknown' as const }),
      ),
      description: lines,
      step: duration,
      duration,
      name: line,
      remarks: line,
    }),
    day,
  )
  .map(([extent, start]) => (extent.start ? extent : { ...extent, start: { date: start } }));

const registered = [
  { authority: 'WoRMS', identifier: '104464', uri: 'urn:lsid:marinespecies.org:taxname:104464' },
  {
    authority: 'ITIS',
    identifier: '85272',
    uri: 'https://www.itis.gov/servlet/SingleRpt/SingleRpt?search_topic=TSN&search_value=85272',
  },
  undefined,
] as const;

/** The register, the number and the address of a taxon tell the same. */
export const anyTaxon = fc
  .tuple(
    objectOf(taxon, {
      scientificName: fc.constantFrom('Calanus finmarchicus', 'Posidonia oceanica', 'Gadus morhua'),
      commonNames: lines,
      rank: fc.constantFrom('Species', 'Genus'),
      uri: address,
      authority: code,
      identifier: code,
    }),
    fc.constantFrom(...registered),
  )
  .map(([{ uri: _, authority: _authority, identifier: _identifier, ...rest }, register]) => ({
    ...rest,
    ...register,
  }));
