import { z } from 'zod';
import { plainCitation } from './citation.ts';
import { languageMap, translations } from './language.ts';
import { referenceSystem } from './reference-system.ts';

/** Degrees WGS 84. `west > east` means that the box crosses the antimeridian; readers report it, they don't swap it. */
export const boundingBox = z.object({
  west: z.number().min(-180).max(180),
  south: z.number().min(-90).max(90),
  east: z.number().min(-180).max(180),
  north: z.number().min(-90).max(90),
});
export type BoundingBox = z.infer<typeof boundingBox>;

const position = z.array(z.number()).min(2);
/** GeoJSON geometry (RFC 7946), longitude then latitude, WGS 84. */
export const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(position) }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(position) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position)) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) }),
]);
export type Geometry = z.infer<typeof geometry>;

/** A place by name or code (ISO EX_GeographicDescription, dct:spatial with a label, geoLocationPlace). */
export const geographicIdentifier = z.object({
  code: z.string(),
  names: languageMap.default({}),
  uri: z.string().optional(),
  authority: z.string().optional(),
  /** The authority as it is cited, where more is told than a code space. */
  authorityCitation: plainCitation.optional(),
  version: z.string().optional(),
  translations: translations.optional(),
});

/** One spatial extent: any of a box, a geometry, a place name, a description. */
export const spatialExtent = z.object({
  box: boundingBox.optional(),
  geometry: geometry.optional(),
  place: geographicIdentifier.optional(),
  description: languageMap.optional(),
  /** `false` when the document says that the area is excluded (ISO extentTypeCode 0). */
  inclusive: z.boolean().default(true),
});
export type SpatialExtent = z.infer<typeof spatialExtent>;

/** Metres unless `unit` says otherwise; positive direction as `positive` says (ISO: upwards unless the datum says depth). */
export const verticalExtent = z.object({
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  unit: z.string().optional(),
  datum: z.string().optional(),
  positive: z.enum(['up', 'down']).optional(),
  /** The vertical reference system, where it is told by identifier; `datum` is its name or that of its datum. */
  referenceSystem: referenceSystem.optional(),
  description: languageMap.optional(),
});
export type VerticalExtent = z.infer<typeof verticalExtent>;

/**
 * A moment with its own precision: `2010`, `2010-07`, `2010-07-05` or `2010-07-05T12:00:00Z` (ISO 8601, years may be
 * signed or beyond 9999), or an indeterminate position, or both ("before 2010").
 */
export const instant = z.object({
  date: z.string().optional(),
  indeterminate: z.enum(['unknown', 'now', 'before', 'after']).optional(),
});
export type Instant = z.infer<typeof instant>;

/** A period, open where an end is absent; an instant has both ends equal. */
export const temporalExtent = z.object({
  start: instant.optional(),
  end: instant.optional(),
  description: languageMap.optional(),
  /** ISO 8601 duration of the sampling step, where the extent tells it. */
  step: z.string().optional(),
  /** ISO 8601 duration of the period, where the extent tells it instead of an end. */
  duration: z.string().optional(),
  /** What the period itself is called or stands for (gml:name, gml:description); `description` is of the extent. */
  name: z.string().optional(),
  remarks: z.string().optional(),
});
export type TemporalExtent = z.infer<typeof temporalExtent>;

export const taxon = z.object({
  scientificName: z.string(),
  commonNames: languageMap.default({}),
  rank: z.string().optional(),
  /** Such as `urn:lsid:marinespecies.org:taxname:104464` or an ITIS TSN URI. */
  uri: z.string().optional(),
  /** Register that the identifier is of (`WoRMS`, `ITIS`), where it is known, and the number there (AphiaID, TSN). */
  authority: z.string().optional(),
  identifier: z.string().optional(),
});
export type Taxon = z.infer<typeof taxon>;
