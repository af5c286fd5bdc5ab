import { type CatalogueRecord, type LanguageMap, localise, type SpatialExtent } from '../../model/index.ts';
import { escapeAttribute, escapeText } from '../../xml/index.ts';
import type { Write, WriteContext } from '../format.ts';
import { cswLosses, type ElementSet } from './losses.ts';
import { formats, parties, plain, rights, type Statement, sources, subjects, unique } from './statements.ts';
import { boundsOf, writePeriod, writePoint } from './write-coverage.ts';

type Resource = CatalogueRecord['resource'];

/** Name of the element for each element set (OGC 07-006r1, 10.2.5). */
const roots: Readonly<Record<ElementSet, string>> = {
  full: 'Record',
  summary: 'SummaryRecord',
  brief: 'BriefRecord',
};

/** DCMI terms of the kinds of date. */
const dateTerms: Readonly<Record<string, string>> = {
  creation: 'dct:created',
  publication: 'dct:issued',
  revision: 'dct:modified',
  lastUpdate: 'dct:modified',
  lastRevision: 'dct:modified',
  released: 'dct:available',
  submitted: 'dct:dateSubmitted',
  adopted: 'dct:dateAccepted',
};

/** DCMI terms of the relations. */
const relationTerms: Readonly<Record<string, string>> = {
  isPartOf: 'dct:isPartOf',
  series: 'dct:isPartOf',
  hasPart: 'dct:hasPart',
  isVersionOf: 'dct:isVersionOf',
  hasVersion: 'dct:hasVersion',
  revisionOf: 'dct:replaces',
  isReplacedBy: 'dct:isReplacedBy',
  isReferencedBy: 'dct:isReferencedBy',
  dependency: 'dct:requires',
};

/**
 * The writer of csw:Record 2.0.2, whole, as a summary or brief. Its elements have no language, so that texts are told
 * in one: that of the metadata, where the record has it. Links are dct:references with their protocol as scheme.
 * @returns gives `null` for a record without title, which every element set demands
 */
export function cswWriter(set: ElementSet): Write {
  return (record, context) => {
    const { resource } = record;
    const main = localise(resource.titles, ...languages(record, context));
    if (!main?.text.trim()) return null;
    const one = (element: string, map: LanguageMap | undefined) =>
      plain(element, [localise(map ?? {}, main.language, ...languages(record, context))?.text]);
    const statements = {
      full: () => full(record, context, one),
      summary: () => summary(record, context, one),
      brief: () => brief(record, context, one),
    }[set]();
    const lines = unique(statements).map(line);
    const root = `csw:${roots[set]}`;
    return {
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${namespaces}>\n${[...lines, ...boxes(resource)].join('\n')}\n</${root}>\n`,
      losses: cswLosses(resource, set, main.language),
    };
  };
}

const namespaces =
  ' xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/" xmlns:ows="http://www.opengis.net/ows" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengis.net/cat/csw/2.0.2 http://schemas.opengis.net/csw/2.0.2/record.xsd"';

type OneLanguage = (element: string, map: LanguageMap | undefined) => Statement[];

function languages({ language, resource }: CatalogueRecord, context: WriteContext): string[] {
  return [language, context.language, ...resource.languages, 'en'].flatMap((tag) => tag ?? []);
}

/** The identifier of the catalogue's record comes first (07-006r1, table 10). */
function brief(
  { metadataIdentifier, resource }: CatalogueRecord,
  { id }: WriteContext,
  one: OneLanguage,
): Statement[] {
  const codes = resource.identifiers.map(({ code, scheme, uri }) =>
    scheme === 'doi' ? (uri ?? code) : code,
  );
  return [
    ...plain('dc:identifier', [metadataIdentifier ?? id, ...codes]),
    ...one('dc:title', resource.titles),
    ...plain('dc:type', [resource.type]),
  ];
}

function modified({ datestamp }: CatalogueRecord, context: WriteContext): Statement[] {
  return plain('dct:modified', [datestamp ?? context.datestamp]);
}

function places(resource: Resource): Statement[] {
  return resource.spatialExtents.flatMap(({ place, inclusive }) =>
    inclusive ? plain('dct:spatial', [localise(place?.names ?? {})?.text ?? place?.code]) : [],
  );
}

function summary(record: CatalogueRecord, context: WriteContext, one: OneLanguage): Statement[] {
  const { resource } = record;
  return [
    ...brief(record, context, one),
    ...qualified(subjects(resource)),
    ...plain('dc:format', formats(resource)),
    ...plain(
      'dc:relation',
      resource.related.map(({ url, identifier }) => url ?? identifier),
    ),
    ...modified(record, context),
    ...one('dct:abstract', resource.abstracts),
    ...places(resource),
  ];
}

function full(record: CatalogueRecord, context: WriteContext, one: OneLanguage): Statement[] {
  const { resource } = record;
  const language = record.language ?? context.language ?? 'en';
  return [
    ...brief(record, context, one),
    ...resource.alternateTitles.flatMap((title) => one('dct:alternative', title)),
    ...qualified(parties(resource, language)),
    ...qualified(subjects(resource)),
    ...one('dct:abstract', resource.abstracts),
    ...one('dct:tableOfContents', resource.tableOfContents),
    ...one('dct:bibliographicCitation', resource.otherCitationDetails),
    ...one('dct:provenance', resource.lineage?.statement),
    ...modified(record, context),
    ...resource.dates.flatMap(({ type, date }) => plain(dateTerms[type] ?? 'dc:date', [date])),
    ...plain('dc:format', formats(resource)),
    ...plain('dct:extent', resource.sizes),
    ...plain(
      'dct:medium',
      resource.offlineMedia.map(({ name }) => name),
    ),
    ...plain('dc:language', resource.languages.length > 0 ? resource.languages : [record.language]),
    ...qualified(sources(resource)),
    ...resource.related.flatMap((related) => relation(related, one)),
    ...resource.conformsTo.flatMap(({ url, titles }) =>
      url === undefined ? one('dct:conformsTo', titles) : plain('dct:conformsTo', [url]),
    ),
    ...links(resource),
    ...places(resource),
    ...plain('dct:spatial', resource.spatialExtents.flatMap(pointOf)),
    ...plain('dct:temporal', resource.temporalExtents.map(writePeriod)),
    ...qualified(rights(resource)),
  ];
}

/** Elements of Dublin Core 1.1, told once whatever their languages. */
function qualified(statements: readonly Statement[]): Statement[] {
  return statements.map(({ element, text }) => ({ element: `dc:${element}`, text }));
}

function relation(
  { relation: kind, url, identifier, titles }: Resource['related'][number],
  one: OneLanguage,
): Statement[] {
  if (kind === 'isDerivedFrom') return [];
  const element = relationTerms[kind] ?? 'dc:relation';
  const named = url ?? identifier;
  return named === undefined ? one(element, titles) : plain(element, [named]);
}

function links({ distributions }: Resource): Statement[] {
  return distributions.map(({ url, protocol, protocolAsGiven }) => {
    const scheme = protocolAsGiven ?? protocol;
    // The attribute is of type xs:anyURI.
    const isUri = scheme !== undefined && /^[\w:.+-]+$/.test(scheme);
    return { element: 'dct:references', text: url, ...(isUri ? { scheme } : {}) };
  });
}

function pointOf({ box, geometry, inclusive }: SpatialExtent): (string | undefined)[] {
  return inclusive && !box && geometry?.type === 'Point' ? [writePoint(geometry.coordinates)] : [];
}

function line({ element, text, scheme }: Statement): string {
  return `  <${element}${scheme ? ` scheme="${escapeAttribute(scheme)}"` : ''}>${escapeText(text)}</${element}>`;
}

/** "south west" and "north east", as EPSG:4326 orders its axes. A geometry without a box is told by its bounds. */
function boxes({ spatialExtents }: Resource): string[] {
  const found = spatialExtents.flatMap(({ box, geometry, inclusive }) => {
    if (!inclusive) return [];
    const bounds = box ?? (geometry && geometry.type !== 'Point' ? boundsOf(geometry) : undefined);
    return bounds
      ? [
          `  <ows:BoundingBox crs="urn:ogc:def:crs:EPSG::4326"><ows:LowerCorner>${bounds.south} ${bounds.west}</ows:LowerCorner><ows:UpperCorner>${bounds.north} ${bounds.east}</ows:UpperCorner></ows:BoundingBox>`,
        ]
      : [];
  });
  return [...new Set(found)];
}
