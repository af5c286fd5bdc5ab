import type { CatalogueRecord } from '../../model/index.ts';
import { escapeAttribute, escapeText } from '../../xml/index.ts';
import type { WriteContext, Written } from '../format.ts';
import { lossesOf } from './losses.ts';
import {
  formats,
  parties,
  plain,
  rights,
  type Statement,
  sources,
  subjects,
  texts,
  unique,
} from './statements.ts';
import { writeBox, writePeriod, writePoint } from './write-coverage.ts';

type Resource = CatalogueRecord['resource'];

/** DCMI Type Vocabulary. */
const types: Readonly<Record<Resource['type'], string | null>> = {
  dataset: 'Dataset',
  series: 'Collection',
  collection: 'Collection',
  service: 'Service',
  software: 'Software',
  document: 'Text',
  image: 'Image',
  map: 'Image',
  campaign: 'Event',
  platform: 'PhysicalObject',
  instrument: 'PhysicalObject',
  project: null,
  model: null,
  feature: null,
  other: null,
};

/** Kinds of date for the one dc:date, best first. */
const datePreference = ['publication', 'released', 'revision', 'lastUpdate', 'lastRevision', 'creation'];

/**
 * Writes a record as oai_dc (OAI-PMH 2.0, section 5.1; the fifteen elements of Dublin Core 1.1 only), texts once per
 * language with xml:lang. Boxes, points and periods are written as DCMI Box, Point and Period.
 * @returns `null` for a record that has neither title nor identifier
 */
export function writeOaiDublinCore(record: CatalogueRecord, context: WriteContext): Written | null {
  const { resource } = record;
  const identifiers = identifiersOf(record);
  if (identifiers.length === 0 && texts(resource.titles, 'title').length === 0) return null;
  const language = context.language ?? record.language ?? 'en';
  const statements = [
    ...texts(resource.titles, 'title'),
    ...parties(resource, language),
    ...subjects(resource),
    ...texts(resource.abstracts, 'description'),
    ...plain('date', [dateOf(resource)]),
    ...plain('type', [types[resource.type]]),
    ...plain('format', formats(resource)),
    ...plain('identifier', [...identifiers, context.pageUrl]),
    ...sources(resource),
    ...plain('language', resource.languages),
    ...relations(resource),
    ...coverages(resource),
    ...rights(resource),
  ];
  const lines = unique(statements).map(
    ({ element, text, language: tag }) =>
      `  <dc:${element}${tag && tag !== 'und' ? ` xml:lang="${escapeAttribute(tag)}"` : ''}>${escapeText(text)}</dc:${element}>`,
  );
  return { text: `${head}\n${lines.join('\n')}\n</oai_dc:dc>\n`, losses: lossesOf(resource) };
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">`;

function dateOf(resource: Resource): string | undefined {
  for (const type of datePreference) {
    const found = resource.dates.find((date) => date.type === type);
    if (found) return found.date;
  }
  return resource.dates[0]?.date;
}

/** Addresses before bare codes: who harvests oai_dc follows the first dc:identifier. */
function identifiersOf({ metadataIdentifier, resource }: CatalogueRecord): string[] {
  const codes = resource.identifiers.map(({ code, scheme, uri }) =>
    scheme === 'doi' ? (uri ?? code) : code,
  );
  return [...codes, ...(metadataIdentifier === undefined ? [] : [metadataIdentifier])].filter(
    (code) => code.trim() !== '',
  );
}

function relations(resource: Resource): Statement[] {
  const others = resource.related.filter(({ relation }) => relation !== 'isDerivedFrom');
  return [
    ...plain(
      'relation',
      others.map(({ url, identifier }) => url ?? identifier),
    ),
    ...plain(
      'relation',
      resource.distributions.filter(({ kind }) => kind !== 'landing-page').map(({ url }) => url),
    ),
  ];
}

function coverages(resource: Resource): Statement[] {
  return [
    ...resource.spatialExtents.flatMap(({ box, geometry, place, inclusive }) => {
      if (!inclusive) return [];
      const point = geometry?.type === 'Point' ? writePoint(geometry.coordinates) : undefined;
      const named =
        place && Object.keys(place.names).length > 0
          ? texts(place.names, 'coverage')
          : plain('coverage', [place?.code]);
      return [...plain('coverage', [box && writeBox(box), point]), ...named];
    }),
    ...plain('coverage', resource.temporalExtents.map(writePeriod)),
  ];
}
