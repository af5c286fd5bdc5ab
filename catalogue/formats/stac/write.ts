import type { JsonObject } from '../../json/index.ts';
import { type CatalogueRecord, localise } from '../../model/index.ts';
import type { WriteContext, Written } from '../format.ts';
import {
  boxOf,
  distributionLink,
  licenceOf,
  lossesOf,
  recordLinks,
  utcOf,
  writeContacts,
  writeThemes,
} from '../json-record/index.ts';
import { assetsOf } from './write-assets.ts';
import { providersOf } from './write-providers.ts';

type Resource = CatalogueRecord['resource'];

/** Extensions by what they are used for here. */
const extensions = {
  science: 'https://stac-extensions.github.io/scientific/v1.0.0/schema.json',
  contacts: 'https://stac-extensions.github.io/contacts/v0.1.1/schema.json',
  themes: 'https://stac-extensions.github.io/themes/v1.0.0/schema.json',
  language: 'https://stac-extensions.github.io/language/v1.0.0/schema.json',
  version: 'https://stac-extensions.github.io/version/v1.2.0/schema.json',
  file: 'https://stac-extensions.github.io/file/v2.1.0/schema.json',
} as const;

/** Resources that are data; STAC speaks of nothing else. */
const data = new Set<Resource['type']>([
  'dataset',
  'series',
  'collection',
  'model',
  'image',
  'map',
  'feature',
]);

/**
 * Writes a dataset as a STAC Collection 1.1, with the extensions for citation, contacts, themes, language, version and
 * files where there is something to say. Its data stand in assets, services in links.
 * @returns `null` for what is no data, and without a description or a place on Earth, which are mandatory
 */
export function writeStac(record: CatalogueRecord, context: WriteContext): Written | null {
  const { resource } = record;
  const language = context.language ?? record.language ?? 'en';
  const description = localise(resource.abstracts, language) ?? localise(resource.titles, language);
  const boxes = boxesOf(resource);
  if (!data.has(resource.type) || description === undefined || boxes.length === 0) return null;
  const losses = lossesOf(record, 'stac', description.language);
  const title = localise(resource.titles, language)?.text;
  const { keywords, themes } = writeThemes(resource, language, losses);
  const contacts = writeContacts(record, language, losses);
  const providers = providersOf(resource, language);
  const assets = assetsOf(resource, language);
  const licence = licenceOf(resource, language);
  const science = scienceOf(resource, language);
  const used: string[] = [
    ...(Object.keys(science).length > 0 ? [extensions.science] : []),
    ...(contacts.length > 0 ? [extensions.contacts] : []),
    ...(themes.length > 0 ? [extensions.themes] : []),
    ...(description.language === 'und' ? [] : [extensions.language]),
    ...(resource.edition === undefined ? [] : [extensions.version]),
    ...(JSON.stringify(assets).includes('"file:') ? [extensions.file] : []),
  ];
  const updated = utcOf(record.datestamp ?? context.datestamp, 'start');
  const document: JsonObject = {
    type: 'Collection',
    stac_version: '1.1.0',
    stac_extensions: used,
    id: context.id,
    ...(title === undefined ? {} : { title }),
    description: description.text,
    ...(description.language === 'und' ? {} : { language: { code: description.language } }),
    ...(keywords.length === 0 ? {} : { keywords }),
    ...(themes.length === 0 ? {} : { themes }),
    ...(updated === undefined ? {} : { updated }),
    ...(resource.edition === undefined ? {} : { version: resource.edition }),
    // The standard demands one; `other` is its word for all that SPDX has no identifier for.
    license: licence.id ?? 'other',
    ...(providers.length === 0 ? {} : { providers }),
    ...(contacts.length === 0 ? {} : { contacts }),
    ...science,
    extent: { spatial: { bbox: boxes }, temporal: { interval: intervalsOf(resource, losses) } },
    ...summariesOf(resource, language, losses),
    ...(Object.keys(assets).length === 0 ? {} : { assets }),
    links: [
      ...recordLinks(resource, context, language, {
        self: { suffix: 'stac.json', type: 'application/json' },
        derivedFrom: 'derived_from',
      }),
      ...licence.links,
      ...resource.distributions
        .filter(({ kind }) => kind !== 'download')
        .map((link) => distributionLink(link, language)),
    ],
  };
  return { text: `${JSON.stringify(document, null, 2)}\n`, losses: [...new Set(losses)] };
}

/** One box, or the box around all before the boxes of several (collection specification, spatial extent). */
function boxesOf({ spatialExtents }: Resource): number[][] {
  const boxes = spatialExtents
    .filter(({ inclusive }) => inclusive)
    .flatMap((extent) => boxOf(extent) ?? [])
    .map(({ west, south, east, north }) => [west, south, east, north]);
  return boxes.length > 1 ? [around(boxes), ...boxes] : boxes;
}

/** With a box over the antimeridian among them, the whole goes round the Earth: which way it doesn't is not known. */
function around(boxes: readonly number[][]): number[] {
  const edge = (index: number, pick: (...values: number[]) => number) =>
    boxes.map((box) => box[index] ?? 0).reduce((one, other) => pick(one, other));
  const crosses = boxes.some(([west = 0, , east = 0]) => west > east);
  return [
    crosses ? -180 : edge(0, Math.min),
    edge(1, Math.min),
    crosses ? 180 : edge(2, Math.max),
    edge(3, Math.max),
  ];
}

/** Intervals with `null` for an open end; unknown time is open on both sides. Of several, the whole comes first. */
function intervalsOf({ temporalExtents }: Resource, losses: string[]): (string | null)[][] {
  const intervals = temporalExtents.map(({ start, end }) => {
    const from = start?.date === undefined ? undefined : utcOf(start.date, 'start');
    const to = end?.date === undefined ? undefined : utcOf(end.date, 'end');
    if ((start?.date !== undefined && from === undefined) || (end?.date !== undefined && to === undefined))
      losses.push('temporalExtent: year beyond four digits');
    return [from ?? null, to ?? null];
  });
  if (intervals.length === 0) return [[null, null]];
  if (intervals.length === 1) return intervals;
  const ends = (index: number) => intervals.map((interval) => interval[index] ?? null).sort();
  const [starts, stops] = [ends(0), ends(1)];
  const whole = [
    starts.includes(null) ? null : (starts[0] ?? null),
    stops.includes(null) ? null : (stops.at(-1) ?? null),
  ];
  return [whole, ...intervals];
}

/** Scientific citation extension: the DOI, how to cite the data, and publications about them. */
function scienceOf(resource: Resource, language: string): JsonObject {
  const doiOf = (uri: string | undefined) => {
    const doi = uri?.startsWith('https://doi.org/') ? uri.slice('https://doi.org/'.length) : undefined;
    return doi !== undefined && /^10\.[0-9a-zA-Z]{4,}\/\S+$/.test(doi) ? doi : undefined;
  };
  const doi = resource.identifiers.filter(({ scheme }) => scheme === 'doi').map(({ uri }) => doiOf(uri))[0];
  const citation = localise(resource.otherCitationDetails ?? {}, language)?.text;
  const publications = resource.related
    .filter(({ relation }) => publicationRelations.has(relation))
    .flatMap(({ url, titles }) => {
      const known = doiOf(url);
      const title = localise(titles, language)?.text;
      return known === undefined ? [] : [{ doi: known, ...(title === undefined ? {} : { citation: title }) }];
    });
  return {
    ...(doi === undefined ? {} : { 'sci:doi': doi }),
    ...(citation === undefined ? {} : { 'sci:citation': citation }),
    ...(publications.length === 0 ? {} : { 'sci:publications': publications }),
  };
}

const publicationRelations = new Set(['isCitedBy', 'isReferencedBy', 'isDocumentedBy', 'isSupplementTo']);

/** What the data were measured with, as common metadata: `gsd` is in metres. */
function summariesOf(resource: Resource, language: string, losses: string[]): JsonObject {
  const names = (list: readonly { names: Record<string, string> }[]) => [
    ...new Set(list.flatMap((one) => localise(one.names, language)?.text ?? [])),
  ];
  const [platforms, instruments] = [names(resource.platforms), names(resource.instruments)];
  const distances = resource.spatialResolutions.flatMap(({ distance }) => {
    const factor = distance && { m: 1, km: 1000 }[distance.unit];
    if (distance && factor !== undefined) return [distance.value * factor];
    losses.push('resource.spatialResolutions: no distance in metres');
    return [];
  });
  const summaries: JsonObject = {
    ...(platforms.length === 0 ? {} : { platform: platforms }),
    ...(instruments.length === 0 ? {} : { instruments }),
    ...(distances.length === 0
      ? {}
      : { gsd: { minimum: Math.min(...distances), maximum: Math.max(...distances) } }),
  };
  return Object.keys(summaries).length === 0 ? {} : { summaries };
}
