import type { JsonObject } from '../../json/index.ts';
import { type CatalogueRecord, localise } from '../../model/index.ts';
import type { WriteContext, Written } from '../format.ts';
import {
  dayOf,
  distributionLink,
  geometryOf,
  licenceOf,
  lossesOf,
  recordLinks,
  utcOf,
  writeContacts,
  writeThemes,
} from '../json-record/index.ts';

type Resource = CatalogueRecord['resource'];

const recordCore = 'http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core';

/**
 * Writes a record as OGC API Records GeoJSON (OGC 20-004r1, 7.2). Its id is ours, for it is served under it; the
 * identifiers of the source and of the resource are external ones.
 * @returns `null` for a record without a title, which is mandatory (table 8)
 */
export function writeOgcRecord(record: CatalogueRecord, context: WriteContext): Written | null {
  const { resource } = record;
  const language = context.language ?? record.language ?? 'en';
  const title = localise(resource.titles, language);
  if (title === undefined) return null;
  const losses = lossesOf(record, 'ogc-record', title.language);
  const description = localise(resource.abstracts, language)?.text;
  const { keywords, themes } = writeThemes(resource, language, losses);
  const contacts = writeContacts(record, language, losses);
  const licence = licenceOf(resource, language);
  const rights = rightsOf(resource, language, losses);
  const created = record.metadataDates.find(({ type }) => type === 'creation')?.date;
  const external = externalIds(record);
  const properties: JsonObject = {
    ...timestamp('created', created),
    ...timestamp('updated', record.datestamp ?? context.datestamp),
    type: resource.typeAsGiven ?? resource.type,
    title: title.text,
    ...(description === undefined ? {} : { description }),
    ...listed('keywords', keywords),
    ...listed('themes', themes),
    ...(title.language === 'und' ? {} : { language: { code: title.language } }),
    ...listed(
      'languages',
      [record.language, ...record.otherLanguages].flatMap((code) => (code === undefined ? [] : [{ code }])),
    ),
    ...listed(
      'resourceLanguages',
      resource.languages.map((code) => ({ code })),
    ),
    ...listed('externalIds', external),
    ...listed('formats', formats(resource)),
    ...listed('contacts', contacts),
    ...(licence.id === undefined ? {} : { license: licence.id }),
    ...(rights === undefined ? {} : { rights }),
  };
  const document: JsonObject = {
    id: context.id,
    type: 'Feature',
    conformsTo: [
      recordCore,
      ...record.metadataProfiles.flatMap(({ url }) => (url === undefined ? [] : [url])),
    ],
    ...timeOf(resource, losses),
    geometry: geometryOf(resource.spatialExtents),
    properties,
    links: [
      ...recordLinks(resource, context, language, {
        self: { suffix: 'geojson', type: 'application/geo+json' },
        derivedFrom: 'via',
      }),
      ...licence.links,
      ...resource.distributions.map((link) => distributionLink(link, language)),
    ],
  };
  return { text: `${JSON.stringify(document, null, 2)}\n`, losses: [...new Set(losses)] };
}

function listed(name: string, members: JsonObject[] | string[]): JsonObject {
  return members.length === 0 ? {} : { [name]: members };
}

function timestamp(name: string, date: string | undefined): JsonObject {
  const moment = date === undefined ? undefined : utcOf(date, 'start');
  return moment === undefined ? {} : { [name]: moment };
}

/** The identifier of the source's own record comes first, where it is none of the resource's. */
function externalIds({ metadataIdentifier, resource }: CatalogueRecord): JsonObject[] {
  const own = resource.identifiers.map(({ code, codeSpace, uri }) => ({
    ...(codeSpace === undefined ? {} : { scheme: codeSpace }),
    value: uri ?? code,
  }));
  const isTold = resource.identifiers.some(
    ({ code, uri }) => metadataIdentifier === undefined || [code, uri].includes(metadataIdentifier),
  );
  return metadataIdentifier === undefined || isTold ? own : [{ value: metadataIdentifier }, ...own];
}

function formats(resource: Resource): JsonObject[] {
  const told = new Map<string, JsonObject>();
  for (const { name } of resource.formats)
    told.set(name, /^[a-z]+\/[\w.+-]+$/i.test(name) ? { mediaType: name } : { name });
  for (const { format, mediaType } of resource.distributions) {
    if (format === undefined && mediaType === undefined) continue;
    told.set(format?.name ?? mediaType ?? '', {
      ...(format ? { name: format.name } : {}),
      ...(mediaType === undefined ? {} : { mediaType }),
    });
  }
  return [...told.values()];
}

/** Statements of rights in words; codes of restrictions have no place. */
function rightsOf(resource: Resource, language: string, losses: string[]): string | undefined {
  const texts = resource.constraints.flatMap(
    ({ useLimitations, otherConstraints, accessConstraints, useConstraints }) => {
      if (accessConstraints.length > 0) losses.push('constraints.accessConstraints');
      if (useConstraints.length > 0) losses.push('constraints.useConstraints');
      return [...useLimitations, ...otherConstraints].flatMap(
        ({ text, uri }) => localise(text, language)?.text ?? uri ?? [],
      );
    },
  );
  return texts.length === 0 ? undefined : [...new Set(texts)].join('\n\n');
}

/** The time of a record is one instant or one interval: of several, the one around all of them. */
function timeOf({ temporalExtents, temporalResolutions }: Resource, losses: string[]): JsonObject {
  const [resolution, ...others] = [
    ...temporalResolutions,
    ...temporalExtents.flatMap(({ step }) => (step === undefined ? [] : [step])),
  ];
  if (others.length > 0) losses.push('resource.temporalResolutions: all but the first');
  if (temporalExtents.length > 1) losses.push('resource.temporalExtents: all in one');
  const edges = (side: 'start' | 'end') =>
    temporalExtents.map((extent) => {
      const date = extent[side]?.date;
      return date === undefined ? undefined : (exact(date) ?? dayOf(date, side));
    });
  const edge = (side: 'start' | 'end') => {
    const told = edges(side);
    const known = told.filter((text) => text !== undefined).sort();
    // An end that is open for one of them is open for all.
    if (known.length === 0 || known.length < told.length) return '..';
    return (side === 'start' ? known[0] : known.at(-1)) ?? '..';
  };
  const [start, end] = [edge('start'), edge('end')];
  const resolved = resolution === undefined ? {} : { resolution };
  if (temporalExtents.some(({ start: from, end: to }) => isShort(from?.date) || isShort(to?.date)))
    losses.push('resource.temporalExtents: precision');
  if (start === '..' && end === '..') return resolution === undefined ? {} : { time: resolved };
  if (start === end) return { time: { [start.includes('T') ? 'timestamp' : 'date']: start, ...resolved } };
  return { time: { interval: [start, end], ...resolved } };
}

/** A moment with its time, in UTC. */
const exact = (date: string) => (date.includes('T') ? utcOf(date, 'start') : undefined);
const isShort = (date: string | undefined) => date !== undefined && /^[+-]?\d+(-\d{2})?$/.test(date);
