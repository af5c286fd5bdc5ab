import {
  type CatalogueRecord,
  emptyRecord,
  findCode,
  type OnlineReference,
  resourceTypeNames,
  resourceTypes,
} from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import {
  code,
  inline,
  lines,
  many,
  object,
  objectKind,
  objects,
  of,
  one,
  string,
  told,
  translated,
} from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { readCode, readDateOf } from '../values.ts';
import { acquisition, isAcquired } from './acquisition.ts';
import { type ApplicationSchema, applicationSchema } from './application-schema.ts';
import { citation, isCited, resourceDateKind } from './citation.ts';
import { constraints } from './constraints.ts';
import { contents } from './content.ts';
import { distribution, isDistributed } from './distribution.ts';
import { dataIdentification } from './identification.ts';
import { languageKind, locale, localeOf, localeTag, writeLocale } from './language.ts';
import { isMaintained, maintenance } from './maintenance.ts';
import { onlineReference } from './online.ts';
import { assessments, lineageField } from './quality.ts';
import { referenceSystemKind } from './reference-system.ts';
import { representations } from './representation.ts';
import { responsibilities } from './responsibility.ts';
import { emptyService, serviceIdentification } from './service.ts';

/** What kind of thing is described: the scope code, in our words, and the document's own. */
const scope: Field<CatalogueRecord> = {
  read(properties, { resource }, reading) {
    for (const property of properties) {
      const word = readCode(property, codelists.scope, reading);
      if (!word) continue;
      if (resource.typeAsGiven !== undefined) {
        resource.furtherTypes = [...(resource.furtherTypes ?? []), word];
        continue;
      }
      const value = findCode(resourceTypeNames, word)?.value;
      resource.type = resourceTypes.find((type) => type === value) ?? 'other';
      resource.typeAsGiven = word;
    }
  },
  write: ({ resource: { type, typeAsGiven, furtherTypes = [] } }, writing) => {
    const known = typeAsGiven === undefined ? undefined : codelists.scope.find(typeAsGiven);
    const value = known ?? findCode(resourceTypeNames, type)?.iso ?? 'nonGeographicDataset';
    return told([value, ...furtherTypes].map((word) => writing.code(codelists.scope, word)));
  },
};

/**
 * Dates of the metadata themselves in ISO 19115-1: the last revision, else the creation, is their datestamp; what is told
 * besides is kept.
 */
const dateInfo: Field<CatalogueRecord> = {
  read(properties, model, reading) {
    const events = properties.flatMap((property) => resourceDateKind.read(property, reading) ?? []);
    const last = (type: string) =>
      events
        .filter((event) => event.type === type)
        .sort((one, other) => (one.date < other.date ? -1 : 1))
        .at(-1);
    const chosen = last('revision') ?? last('lastUpdate') ?? last('creation') ?? events[0];
    if (!chosen) return;
    model.datestamp = chosen.date;
    model.metadataDates.push(...events.filter((event) => event !== chosen || event.type !== 'revision'));
  },
  write: ({ datestamp, metadataDates }, writing) => {
    const isTold = metadataDates.some(({ date }) => date === datestamp);
    const revision = datestamp && !isTold ? [{ type: 'revision', date: datestamp }] : [];
    return [...metadataDates, ...revision].map((event) => resourceDateKind.write(event, writing));
  },
};

/** Locales of the translations; their ids were read before all texts. */
const otherLocales: Field<CatalogueRecord> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const found = reading.classElement(property);
      const language = found && localeTag(reading.object(locale, found));
      if (language && language !== model.language && !model.otherLanguages.includes(language)) {
        model.otherLanguages.push(language);
      }
    }
  },
  write: ({ otherLanguages }, writing) =>
    [...new Set([...otherLanguages, ...writing.languages])]
      .filter((tag) => tag !== writing.language && tag !== 'und')
      .map((language) => writeLocale(language, writing)),
  last: true,
};

/** Language and encoding of the metadata in ISO 19115-1. */
const defaultLocale: Field<CatalogueRecord> = {
  read([property], model, reading) {
    const found = property && reading.classElement(property);
    const read = found ? reading.object(locale, found) : {};
    const language = localeTag(read);
    if (language) model.language ??= language;
    if (read.encoding) model.characterSet ??= read.encoding;
  },
  write: ({ language, characterSet }, writing) => {
    if (language === undefined && characterSet === undefined) return [];
    const told = language === undefined ? { encoding: characterSet } : localeOf(language, characterSet);
    return [{ children: [writing.object(locale, told)] }];
  },
};

/**
 * Learns the languages of a document before its texts are read.
 * @param root the metadata element
 */
export function learnLocales(root: XmlElement, reading: Reading): void {
  for (const property of root.elements()) {
    if (property.name !== 'locale' && property.name !== 'otherLocale' && property.name !== 'defaultLocale')
      continue;
    for (const found of property.elements()) {
      const language = localeTag(reading.object(locale, found));
      const id = found.attribute('id');
      if (language && id) reading.locales.set(id, language);
      if (language && property.name === 'defaultLocale') reading.language = language;
    }
  }
  const property = root.child('language');
  const language = property && languageKind.read(property, reading);
  if (language) reading.language = language;
}

/** Identification of the data or of the service; what is identified besides stands in further ones. */
const identification: Field<CatalogueRecord> = {
  read(properties, model, reading) {
    const all = properties.flatMap((property) => [...property.elements()]);
    const isService = (element: XmlElement) => /Service/.test(reading.className(element));
    const main = all.find((element) => !isService(element)) ?? all[0];
    if (!main) return;
    reading.into(isService(main) ? serviceIdentification : dataIdentification, main, model.resource);
    if (isService(main)) model.resource.service ??= emptyService();
    for (const element of all) {
      if (element === main) continue;
      const { resource } = emptyRecord(isService(element) ? 'service' : model.resource.type);
      reading.into(isService(element) ? serviceIdentification : dataIdentification, element, resource);
      model.otherIdentifications.push(resource);
    }
  },
  write: ({ resource, otherIdentifications }, writing) =>
    [resource, ...otherIdentifications].map((one) => {
      const isService = one.service !== undefined || one.type === 'service';
      return { children: [writing.object(isService ? serviceIdentification : dataIdentification, one)] };
    }),
};

/** The metadata of which these are part: by identifier, or as ISO 19115-1 cites them. */
const parentMetadata: Field<CatalogueRecord> = {
  read([property], model, reading) {
    const found = property && reading.classElement(property);
    const cited = found && reading.object(citation, found);
    const reference = property?.attribute('uuidref') ?? cited?.identifiers[0] ?? property?.attribute('title');
    if (reference) model.parentIdentifier ??= reference;
    if (cited && (Object.keys(cited.titles).length > 0 || Object.keys(cited).length > 3))
      model.parentCitation = cited;
  },
  write: ({ parentIdentifier, parentCitation }, writing) => {
    const plain = parentIdentifier && { titles: {}, dates: [], identifiers: [parentIdentifier] };
    const cited = parentCitation ?? plain;
    return cited ? [{ children: [writing.object(citation, cited)] }] : [];
  },
  reference: true,
};

/** MD_MetadataExtensionInformation: where the extensions are documented. */
export const metadataExtension = table<{ online: OnlineReference[] }>()(
  'metadataExtension',
  () => ({ online: [] }),
  { online: many('online', onlineReference) },
);

const metadataExtensions: Field<CatalogueRecord> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const found = reading.classElement(property);
      if (found) model.metadataExtensions.push(...reading.object(metadataExtension, found).online);
    }
  },
  write: ({ metadataExtensions: links }, writing) =>
    links.map((link) => ({ children: [writing.object(metadataExtension, { online: [link] })] })),
};

const citationKind = objectKind(citation, isCited);

/** MD_Metadata, MI_Metadata */
export const metadata = table<CatalogueRecord>()('metadata', () => emptyRecord(), {
  metadataIdentifier: string('metadataIdentifier'),
  metadataCodeSpace: string('metadataCodeSpace'),
  language: one('language', languageKind),
  characterSet: code('characterSet', codelists.characterSet),
  defaultLocale,
  parentIdentifier: string('parentIdentifier'),
  parentMetadata,
  scope,
  scopeName: lines('scopeNames'),
  contact: responsibilities('metadataContacts'),
  dateStamp: {
    read([property], model, reading) {
      const date = property && readDateOf(property, reading);
      if (date) model.datestamp = date;
    },
    write: ({ datestamp }, writing) => (datestamp ? [writing.date(datestamp)] : []),
  },
  dateInfo,
  standardName: translated('standardName'),
  standardVersion: translated('standardVersion'),
  profile: many('metadataProfiles', citationKind),
  alternative: many('alternativeMetadata', citationKind),
  dataSetUri: string('dataSetUri'),
  otherLocales,
  linkage: many('metadataLinkages', onlineReference),
  representations: of('resource', representations),
  referenceSystems: of('resource', many('referenceSystems', referenceSystemKind)),
  extensions: metadataExtensions,
  identification,
  content: of('resource', contents),
  distribution: of(
    'resource',
    inline(() => distribution, isDistributed),
  ),
  dataQuality: of('resource', assessments),
  resourceLineage: of('resource', lineageField()),
  portrayal: of('resource', many('portrayalCatalogues', citationKind)),
  constraints: constraints('metadataConstraints'),
  applicationSchema: of(
    'resource',
    objects('applicationSchemas', applicationSchema, (told: ApplicationSchema) => isCited(told)),
  ),
  maintenance: object('metadataMaintenance', maintenance, isMaintained),
  acquisition: of(
    'resource',
    inline(() => acquisition, isAcquired),
  ),
});
