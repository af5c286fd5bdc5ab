import {
  type CatalogueRecord,
  emptyRecord,
  findCode,
  type Resource,
  resourceTypeNames,
  resourceTypes,
} from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, inline, of, one, readOnly, string, told } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { readCode, readDateOf } from '../values.ts';
import { localeId } from '../writing.ts';
import { acquisition } from './acquisition.ts';
import { datedEvent, identifierParts, writeIdentifier } from './citation.ts';
import { content, hasContents } from './content.ts';
import { distribution, isDistributed } from './distribution.ts';
import { dataIdentification } from './identification.ts';
import { languageKind } from './language.ts';
import { dataQuality, isAssessed, lineageField } from './quality.ts';
import { responsibilities } from './responsibility.ts';
import { emptyService, serviceIdentification } from './service.ts';

/** Reference systems by their identifiers. */
const referenceSystems: Field<{ referenceSystems: Resource['referenceSystems'] }> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const found = reading.classElement(property);
      if (!found) continue;
      const { code: epsg, description, uri, codeSpace, version } = reading.object(identifierParts, found);
      if (!epsg) continue;
      model.referenceSystems.push({
        code: epsg,
        ...(codeSpace ? { codeSpace } : {}),
        ...(version ? { version } : {}),
        ...(description ? { name: description } : {}),
        ...(uri ? { uri } : {}),
      });
    }
  },
  write: ({ referenceSystems: systems }, writing) =>
    systems.map(({ code: epsg, uri, codeSpace, version, name }) => ({
      children: [writeIdentifier({ code: epsg, uri, codeSpace, version, description: name }, writing, true)],
    })),
};

/** What kind of thing is described: the scope code, in our words, and the document's own. */
const scope: Field<CatalogueRecord> = {
  read(properties, { resource }, reading) {
    for (const property of properties) {
      const word = readCode(property, codelists.scope, reading);
      if (!word || resource.typeAsGiven !== undefined) continue;
      const value = findCode(resourceTypeNames, word)?.value;
      resource.type = resourceTypes.find((type) => type === value) ?? 'other';
      resource.typeAsGiven = word;
    }
  },
  write: ({ resource: { type, typeAsGiven } }, writing) => {
    const known = typeAsGiven === undefined ? undefined : codelists.scope.find(typeAsGiven);
    const value = known ?? findCode(resourceTypeNames, type)?.iso ?? 'nonGeographicDataset';
    return told([writing.code(codelists.scope, value)]);
  },
};

/** Dates of the metadata themselves in ISO 19115-1: the last revision, else the creation. */
const dateInfo: Field<CatalogueRecord> = readOnly((properties, model, reading) => {
  const events = properties.flatMap((property) => {
    const found = reading.classElement(property);
    return found ? [reading.object(datedEvent, found)] : [];
  });
  const last = (type: string) =>
    events
      .flatMap((event) => (event.type === type && event.date ? [event.date] : []))
      .sort()
      .at(-1);
  const date = last('revision') ?? last('lastUpdate') ?? last('creation') ?? events[0]?.date;
  if (date) model.datestamp = date;
});

/** PT_Locale */
export const locale = table<{ language?: string | undefined }>()('locale', () => ({}), {
  language: one('language', languageKind),
  characterEncoding: {
    read: () => undefined,
    write: (_, writing) => told([writing.code(codelists.characterSet, 'utf8')]),
  },
});

/** Locales of the translations; their ids were read before all texts. */
const otherLocales: Field<CatalogueRecord> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const found = reading.classElement(property);
      const { language } = found ? reading.object(locale, found) : {};
      if (language && language !== model.language && !model.otherLanguages.includes(language)) {
        model.otherLanguages.push(language);
      }
    }
  },
  write: ({ otherLanguages }, writing) =>
    otherLanguages.map((language) => ({
      children: [{ ...writing.object(locale, { language }), attributes: { id: localeId(language) } }],
    })),
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
      const { language } = reading.object(locale, found);
      const id = found.attribute('id');
      if (language && id) reading.locales.set(id, language);
      if (language && property.name === 'defaultLocale') reading.language = language;
    }
  }
  const property = root.child('language');
  const language = property && languageKind.read(property, reading);
  if (language) reading.language = language;
}

/** Identification of the data or of the service; several are one resource with the services that serve it. */
const identification: Field<CatalogueRecord> = {
  read(properties, model, reading) {
    const all = properties.flatMap((property) => [...property.elements()]);
    const isService = (element: XmlElement) => /Service/.test(reading.className(element));
    const main = all.find((element) => !isService(element)) ?? all[0];
    if (!main) return;
    reading.into(isService(main) ? serviceIdentification : dataIdentification, main, model.resource);
    if (isService(main)) model.resource.service ??= emptyService();
    for (const element of all) {
      if (element !== main && isService(element)) addServing(element, model.resource, reading);
    }
  },
  write: ({ resource }, writing) => [
    {
      children: [
        writing.object(
          resource.service || resource.type === 'service' ? serviceIdentification : dataIdentification,
          resource,
        ),
      ],
    },
  ],
};

/** A service that is described beside the data (ncISO writes one for each of THREDDS) serves them. */
function addServing(element: XmlElement, resource: Resource, reading: Reading): void {
  const served = reading.object(serviceIdentification, element);
  for (const { urls } of served.service?.operations ?? []) {
    for (const url of urls) {
      if (resource.related.some((other) => other.url === url)) continue;
      resource.related.push({
        relation: 'isServedBy',
        identifier: url,
        url,
        titles: served.titles,
        resourceType: served.service?.type ?? 'service',
      });
    }
  }
}

/** MD_Metadata, MI_Metadata */
export const metadata = table<CatalogueRecord>()('metadata', () => emptyRecord(), {
  metadataIdentifier: string('metadataIdentifier'),
  language: one('language', languageKind),
  characterSet: code('characterSet', codelists.characterSet),
  parentIdentifier: string('parentIdentifier'),
  parentReference: {
    read([property], model) {
      const reference = property?.attribute('uuidref') ?? property?.attribute('title');
      if (reference) model.parentIdentifier ??= reference;
    },
    write: () => [],
    reference: true,
  },
  scope,
  contact: responsibilities('metadataContacts'),
  dateStamp: {
    read([property], model, reading) {
      const date = property && readDateOf(property, reading);
      if (date) model.datestamp = date;
    },
    write: ({ datestamp }, writing) => (datestamp ? [writing.date(datestamp)] : []),
  },
  dateInfo,
  standardName: string('standardName'),
  standardVersion: string('standardVersion'),
  dataSetUri: string('dataSetUri'),
  otherLocales,
  referenceSystems: of('resource', referenceSystems),
  identification,
  content: of(
    'resource',
    inline(() => content, hasContents),
  ),
  distribution: of(
    'resource',
    inline(() => distribution, isDistributed),
  ),
  dataQuality: of(
    'resource',
    inline(() => dataQuality, isAssessed),
  ),
  resourceLineage: of('resource', lineageField()),
  acquisition: of(
    'resource',
    readOnly(
      inline(
        () => acquisition,
        () => false,
      ).read,
    ),
  ),
});
