import {
  type CatalogueRecord,
  normaliseProtocol,
  parseIdentifier,
  topicCategories,
  words,
} from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import {
  addParagraph,
  addRights,
  isAddress,
  isPersonName,
  makeParty,
  readAccessRight,
  readPeriodText,
} from '../reading/index.ts';
import { readBoundingBox } from './bounding-box.ts';
import { readCoverage } from './coverage.ts';
import { type DublinCoreReading, languageOf, place } from './reading.ts';

type Resource = CatalogueRecord['resource'];
/** Adds what one element says to the record. `text` is never empty. */
type Field = (record: CatalogueRecord, text: string, element: XmlElement, reading: DublinCoreReading) => void;

const party =
  (role: string): Field =>
  (record, text, element, reading) => {
    // "Family, Given" is a person; anything else may be either, and is kept as the name of an organisation.
    const who = makeParty(
      isPersonName(text) ? { person: text } : { organisation: { [languageOf(element, reading)]: text } },
    );
    if (who) record.resource.responsibilities.push({ role, party: who });
  };

const date =
  (type: string): Field =>
  ({ resource }, text, element, reading) => {
    const embargo = /^info:eu-repo\/date\/embargoEnd\/(.+)$/i.exec(text)?.[1];
    if (text.includes('/') && embargo === undefined && !/^\d{1,4}\/\d{1,2}\/\d{1,4}$/.test(text)) {
      const extent = readPeriodText(text, reading.report, place(element, reading));
      if (extent) resource.temporalExtents.push(extent);
      return;
    }
    const read = reading.report.date(embargo ?? text, place(element, reading));
    if (read === undefined) return;
    const dated = { type: embargo === undefined ? type : 'released', date: read };
    if (!resource.dates.some((known) => known.type === dated.type && known.date === dated.date))
      resource.dates.push(dated);
  };

const related =
  (relation: string, relationAsGiven?: string): Field =>
  ({ resource }, text, element, reading) => {
    const identifier = parseIdentifier(text);
    const url = identifier.uri ?? (isAddress(text) ? text : undefined);
    const titled = identifier.scheme === 'other' && /\s/.test(text);
    resource.related.push({
      relation,
      ...(relationAsGiven ? { relationAsGiven } : {}),
      titles: titled ? { [languageOf(element, reading)]: text } : {},
      ...(titled ? {} : { identifier: identifier.code, identifierType: identifier.scheme }),
      ...(url === undefined ? {} : { url }),
    });
  };

const coverage: Field = ({ resource }, text, element, reading) => {
  const { spatial, temporal } = readCoverage(
    text,
    languageOf(element, reading),
    reading.report,
    place(element, reading),
  );
  if (spatial) resource.spatialExtents.push(spatial);
  if (temporal) resource.temporalExtents.push(temporal);
};

const boundingBox: Field = ({ resource }, _, element, reading) => {
  const extent = readBoundingBox(element, reading.report, place(element, reading));
  if (extent) resource.spatialExtents.push(extent);
};

const subject: Field = ({ resource }, text, element, reading) => {
  const scheme = element.attribute('scheme')?.trim();
  const uri = element.attribute('href')?.trim() || (isAddress(text) ? text : undefined);
  // GeoNetwork writes ISO topic categories as subjects, by their exact codes.
  const category = topicCategories.find(({ value }) => value === text);
  if (category && !resource.topicCategories.includes(category.value))
    resource.topicCategories.push(category.value);
  resource.keywords.push({
    label: uri === text ? {} : { [languageOf(element, reading)]: text },
    ...(uri === undefined ? {} : { uri }),
    ...(scheme
      ? {
          thesaurus: {
            title: isAddress(scheme) ? {} : { und: scheme },
            ...(isAddress(scheme) ? { uri: scheme } : {}),
            dates: [],
          },
        }
      : {}),
  });
};

const online: Field = ({ resource }, text, element, reading) => {
  const given = (element.attribute('protocol') ?? element.attribute('scheme'))?.trim();
  const name = element.attribute('name')?.trim();
  const description = element.attribute('description')?.trim();
  const language = languageOf(element, reading);
  // GeoNetwork gives graphic overviews as links whose protocol is the media type of an image.
  if (given !== undefined && /^image\//i.test(given) && isAddress(text)) {
    resource.graphics.push({
      url: text,
      ...(name ? { description: { [language]: name } } : {}),
      type: given,
    });
    return;
  }
  if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(text)) {
    reading.report.warning(
      'address-unreadable',
      place(element, reading),
      `"${text}" is not an address.`,
      'Give a full URL, with its scheme.',
    );
    return;
  }
  const { protocol, kind } = normaliseProtocol(given || undefined, text);
  resource.distributions.push({
    url: text,
    names: name ? { [language]: name } : {},
    descriptions: description ? { [language]: description } : {},
    kind,
    ...(protocol === undefined ? {} : { protocol }),
    ...(given ? { protocolAsGiven: given } : {}),
    conformsTo: [],
  });
};

const paragraph =
  (target: (resource: Resource) => Record<string, string>): Field =>
  ({ resource }, _, element, reading) =>
    addParagraph(target(resource), languageOf(element, reading), element.text);

const title: Field = ({ resource }, text, element, reading) => {
  const language = languageOf(element, reading);
  if (resource.titles[language] === undefined) resource.titles[language] = text;
  else if (resource.titles[language] !== text) resource.alternateTitles.push({ [language]: text });
};

const identifier: Field = ({ resource }, text, element) => {
  const space = element.attribute('scheme')?.trim();
  const read = parseIdentifier(text, space || undefined);
  if (!resource.identifiers.some(({ code }) => code === read.code)) resource.identifiers.push(read);
  if (!isAddress(text) || resource.distributions.some(({ url }) => url === text)) return;
  // An address as identifier is that of the page about the resource: repositories give no other link in oai_dc.
  resource.distributions.push({
    url: text,
    names: {},
    descriptions: {},
    kind: 'landing-page',
    conformsTo: [],
  });
};

/** What each element says; elements that are not here nor in `readBefore` are told as `element-unknown`. */
const fields: Readonly<Record<string, Field>> = words({
  'dc:title': title,
  'dct:title': title,
  'dct:alternative': ({ resource }, text, element, reading) => {
    resource.alternateTitles.push({ [languageOf(element, reading)]: text });
  },
  'dc:identifier': identifier,
  'dct:identifier': identifier,
  'dct:abstract': paragraph((resource) => resource.abstracts),
  'dc:description': paragraph((resource) => resource.abstracts),
  'dct:description': paragraph((resource) => resource.abstracts),
  'dct:tableOfContents': paragraph((resource) => {
    resource.tableOfContents ??= {};
    return resource.tableOfContents;
  }),
  'dct:provenance': paragraph((resource) => {
    resource.lineage ??= { sources: [], processSteps: [] };
    resource.lineage.statement ??= {};
    return resource.lineage.statement;
  }),
  'dct:bibliographicCitation': paragraph((resource) => {
    resource.otherCitationDetails ??= {};
    return resource.otherCitationDetails;
  }),
  'dc:creator': party('author'),
  'dct:creator': party('author'),
  'dc:publisher': party('publisher'),
  'dct:publisher': party('publisher'),
  'dc:contributor': party('contributor'),
  'dct:contributor': party('contributor'),
  'dct:rightsHolder': party('rightsHolder'),
  'dc:subject': subject,
  'dct:subject': subject,
  'dct:created': date('creation'),
  'dct:issued': date('publication'),
  'dct:modified': date('revision'),
  'dct:available': date('released'),
  'dct:dateSubmitted': date('submitted'),
  'dct:dateAccepted': date('adopted'),
  'dc:coverage': coverage,
  'dct:coverage': coverage,
  'dct:spatial': coverage,
  'dct:temporal': coverage,
  'ows:BoundingBox': boundingBox,
  'ows:WGS84BoundingBox': boundingBox,
  'dc:format': ({ resource }, text) => {
    if (!resource.formats.some(({ name }) => name === text)) resource.formats.push({ name: text });
  },
  'dct:extent': ({ resource }, text) => {
    if (!resource.sizes.includes(text)) resource.sizes.push(text);
  },
  'dct:medium': ({ resource }, text) => {
    if (!resource.offlineMedia.some(({ name }) => name === text))
      resource.offlineMedia.push({ name: text, formats: [] });
  },
  'dct:mediator': party('mediator'),
  'dct:valid': ({ resource }, text, element, reading) => {
    const extent = readPeriodText(text, reading.report, place(element, reading));
    const [begins, expires] = [extent?.start?.date, extent?.end?.date];
    if (begins) resource.dates.push({ type: 'validityBegins', date: begins });
    if (expires && expires !== begins) resource.dates.push({ type: 'validityExpires', date: expires });
  },
  'dct:dateCopyrighted': ({ resource }, text, element, reading) => {
    const read = reading.report.date(text, place(element, reading));
    if (read !== undefined) resource.dates.push({ type: 'other', date: read, information: 'Copyrighted' });
  },
  'dc:rights': ({ resource }, text, element, reading) =>
    addRights(resource, text, languageOf(element, reading)),
  'dct:license': ({ resource }, text, element, reading) =>
    addRights(resource, text, languageOf(element, reading)),
  'dct:accessRights': ({ resource }, text, element, reading) => {
    const right = readAccessRight(text);
    if (right) resource.accessRight = right;
    else addRights(resource, text, languageOf(element, reading));
  },
  'dc:relation': related('crossReference'),
  'dct:relation': related('crossReference'),
  'dct:isPartOf': related('isPartOf'),
  'dct:hasPart': related('hasPart'),
  'dct:isVersionOf': related('isVersionOf'),
  'dct:hasVersion': related('hasVersion'),
  'dct:replaces': related('revisionOf'),
  'dct:isReplacedBy': related('isReplacedBy'),
  'dct:isReferencedBy': related('isReferencedBy'),
  'dct:requires': related('dependency'),
  'dct:isRequiredBy': related('other', 'IsRequiredBy'),
  'dct:hasFormat': related('other', 'IsOriginalFormOf'),
  'dct:isFormatOf': related('other', 'IsVariantFormOf'),
  'dct:source': related('isDerivedFrom'),
  'dc:source': (record, text, element, reading) => {
    if (isAddress(text) || parseIdentifier(text).scheme !== 'other')
      return related('isDerivedFrom')(record, text, element, reading);
    record.resource.lineage ??= { sources: [], processSteps: [] };
    record.resource.lineage.sources.push({ description: { [languageOf(element, reading)]: text } });
  },
  'dc:URI': online,
  'dct:references': (...given) => (isAddress(given[1]) ? online : related('crossReference'))(...given),
  'dct:URI': online,
  'dc:references': online,
  'dct:conformsTo': ({ resource }, text, element, reading) => {
    resource.conformsTo.push({
      titles: isAddress(text) ? {} : { [languageOf(element, reading)]: text },
      identifiers: [],
      dates: [],
      ...(isAddress(text) ? { url: text } : {}),
    });
  },
});

/** Elements that are read before all others, for those depend on them. */
export const readBefore: ReadonlySet<string> = new Set([
  'dc:type',
  'dct:type',
  'dc:language',
  'dct:language',
]);

/**
 * What to do with an element, `undefined` when it is none of Dublin Core. A dc:date is, by the habit of repositories,
 * that of publication; a csw:Record does not say of what.
 */
export function fieldOf(term: string, profile: 'oai_dc' | 'csw-record'): Field | undefined {
  if (term === 'dc:date' || term === 'dct:date') return date(profile === 'oai_dc' ? 'publication' : 'other');
  return fields[term];
}
