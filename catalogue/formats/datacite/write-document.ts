import {
  type CatalogueRecord,
  isSpdxId,
  type LanguageMap,
  localise,
  parsePartyIdentifier,
  type Resource,
  recogniseLicence,
} from '../../model/index.ts';
import type { WriteContext } from '../format.ts';
import { networksOf, oneLine, present } from '../reading/index.ts';
import { writeDates } from './dates.ts';
import { type DataciteDocument, type FundingReference, nowhere, type Text, type Title } from './document.ts';
import { lossesOf } from './losses.ts';
import { writeResourceType } from './resource-type.ts';
import { writeSubjects } from './subjects.ts';
import { funderIdentifierTypes, wordOf } from './vocabulary.ts';
import { partyLosses, writeNames } from './write-names.ts';
import { writePlaces } from './write-places.ts';
import { writeRelated } from './write-related.ts';

/** Stands for a mandatory value that the record does not have (appendix 3: "value unavailable, possibly unknown"). */
export const unavailable = ':unav';

/** Kinds of date that tell the year of publication, by what a citation would say. */
const yearOf = [
  ['publication'],
  ['released', 'distribution'],
  ['revision', 'lastUpdate', 'lastRevision', 'validityBegins', 'adopted'],
  ['creation', 'submitted'],
];

/**
 * What DataCite can say of a record, and what is lost. Mandatory properties that the record has no value for are told
 * by the standard's code for that; creators and publishers are never invented.
 * @returns `null` for a record that has neither title nor identifier
 */
export function documentOf(
  record: CatalogueRecord,
  context: WriteContext,
): { document: DataciteDocument; losses: string[] } | null {
  const { resource } = record;
  if (!localise(resource.titles) && resource.identifiers.length === 0) return null;
  const year = publicationYear(record, context.datestamp);
  const language = record.language ?? resource.languages[0] ?? context.language ?? 'en';
  const names = writeNames(record, language);
  const places = writePlaces(resource.spatialExtents, language);
  const related = writeRelated(resource);
  const titles = titlesOf(resource, language);
  const words = localise(record.scopeNames[0] ?? {}, language)?.text;
  const type = writeResourceType(resource.type, resource.typeAsGiven, words);
  const [languageOfResource = record.language] = resource.languages;
  const document: DataciteDocument = {
    place: nowhere,
    ...present({
      publisher: names.publisher ?? { ...text(unavailable), identifiers: [], affiliations: [] },
      publicationYear: text(year.text),
      resourceTypeGeneral: type.general,
      resourceType: type.free,
      language: languageOfResource && languageOfResource !== 'und' ? text(languageOfResource) : undefined,
      version: resource.edition?.trim() || undefined,
      url: context.pageUrl,
    }),
    identifiers: unique(identifiersOf(resource, context.pageUrl)),
    creators:
      names.creators.length > 0
        ? names.creators
        : [{ ...text(unavailable), identifiers: [], affiliations: [] }],
    contributors: names.contributors,
    titles: titles.length > 0 ? unique(titles) : [text(unavailable)],
    subjects: unique(placed(writeSubjects(resource, language))),
    dates: unique(placed(writeDates(resource))),
    relatedIdentifiers: related.relatedIdentifiers,
    relatedItems: unique(related.relatedItems),
    sizes: unique([
      ...resource.sizes,
      ...resource.distributions.flatMap(({ byteSize }) =>
        byteSize === undefined ? [] : [`${byteSize} bytes`],
      ),
    ]),
    formats: unique([
      ...resource.formats.map(({ name, version }) => [name, version].filter(Boolean).join(' ')),
      ...resource.distributions.flatMap(({ mediaType, format }) => mediaType ?? format?.name ?? []),
    ]),
    rights: rightsOf(resource, language),
    descriptions: unique(descriptionsOf(resource)),
    geoLocations: unique(places.geoLocations),
    funding: unique([...fundingOf(resource, language), ...names.funding]),
    contentUrls: unique(
      resource.distributions.filter(({ kind }) => kind === 'download').map(({ url }) => url),
    ),
  };
  const losses = [
    ...(titles.length > 0 ? [] : [`titles: none, written as ${unavailable}`]),
    ...(names.creators.length > 0 ? [] : [`responsibilities: no creator, written as ${unavailable}`]),
    ...(names.publisher ? [] : [`responsibilities: no publisher, written as ${unavailable}`]),
    ...(year.isCertain ? [] : ['dates: no year of publication, another was taken']),
    ...(document.identifiers[0]?.type === 'DOI' ? [] : ['identifiers: no DOI']),
    ...lossesOf(resource),
    ...partyLosses(resource.responsibilities),
    ...places.losses,
    ...related.losses,
    ...smallLosses(resource),
  ];
  return { document, losses: unique(losses) };
}

const text = (written: string): Text => ({ text: written, place: nowhere });

function placed<T extends object>(values: readonly T[]): (T & { place: typeof nowhere })[] {
  return values.map((value) => ({ ...value, place: nowhere }));
}

/** The JSON schema wants each member of a list once. */
function unique<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()].filter(
    (value) => value !== '',
  );
}

/**
 * The year of publication, else that "which would be preferred from a citation perspective", else the year in which
 * the metadata were made or registered here (property 5, PublicationYear): no code may stand for it.
 */
function publicationYear(
  { resource, datestamp, metadataDates }: CatalogueRecord,
  registered: string,
): { text: string; isCertain: boolean } {
  const candidates = [
    ...yearOf.map((types) => resource.dates.filter(({ type }) => types.includes(type))),
    resource.dates,
    [...(datestamp ? [{ date: datestamp }] : []), ...metadataDates],
  ].map((dates) => dates.map(({ date }) => fourDigits(date)).find((year) => year !== undefined));
  const at = candidates.findIndex((year) => year !== undefined);
  return { text: candidates[at] ?? fourDigits(registered) ?? '0000', isCertain: at === 0 };
}

/** The schema has years of four digits only. */
function fourDigits(date: string): string | undefined {
  return /^\d{4}(?!\d)/.exec(date)?.[0];
}

/**
 * A DOI first; without one, another persistent identifier, else our page. The XML schema leaves the type open, the
 * documentation names only DOI: so a type other than DOI says that there is none.
 */
function identifiersOf({ identifiers }: Resource, pageUrl: string): DataciteDocument['identifiers'] {
  const types: Readonly<Record<string, string>> = {
    doi: 'DOI',
    handle: 'Handle',
    ark: 'ARK',
    urn: 'URN',
    uri: 'URL',
    uuid: 'UUID',
    isbn: 'ISBN',
    issn: 'ISSN',
  };
  const all = identifiers
    .filter(({ code }) => code.trim() !== '')
    .map(({ code, codeSpace, scheme, uri }) => ({
      value: scheme === 'doi' ? (uri?.replace('https://doi.org/', '') ?? code) : code.trim(),
      type: types[scheme] ?? (codeSpace || 'Other'),
      place: nowhere,
    }));
  const persistent = ['DOI', 'Handle', 'ARK', 'URN', 'URL'].flatMap((type) =>
    all.filter((identifier) => identifier.type === type),
  );
  const main = persistent[0] ?? { value: pageUrl, type: 'URL', place: nowhere };
  return [main, ...all.filter((identifier) => identifier !== main)];
}

/** The title in the main language first, without a type; the others are translations or alternatives. */
function titlesOf({ titles, alternateTitles }: Resource, language: string): Title[] {
  const main = localise(titles, language)?.language;
  const entries = Object.entries(titles).filter(([, title]) => title.trim() !== '');
  const ordered = [
    ...entries.filter(([tag]) => tag === main),
    ...entries.filter(([tag]) => tag !== main),
  ].map(([tag, title], index) =>
    present({
      ...inLanguage(tag, oneLine(title)),
      titleType: index === 0 ? undefined : tag === 'und' ? 'AlternativeTitle' : 'TranslatedTitle',
    }),
  );
  const alternative = alternateTitles.flatMap((map) =>
    lines(map).map((title) => ({ ...title, titleType: 'AlternativeTitle' })),
  );
  return [...ordered, ...(ordered.length > 0 ? alternative : [])];
}

function texts(map: LanguageMap | undefined): Text[] {
  return Object.entries(map ?? {}).flatMap(([tag, written]) =>
    written.trim() === '' ? [] : [inLanguage(tag, written)],
  );
}

/** In one line. */
function lines(map: LanguageMap | undefined): Text[] {
  return texts(map).map((one) => ({ ...one, text: oneLine(one.text) }));
}

/** `und` is left out: an absent language says the same. */
function inLanguage(tag: string, written: string): Text {
  return { ...text(written.trim()), ...(tag === 'und' ? {} : { language: tag }) };
}

function descriptionsOf(resource: Resource): DataciteDocument['descriptions'] {
  const typed = (map: LanguageMap | undefined, descriptionType: string) =>
    texts(map).map((one) => ({ ...one, descriptionType }));
  const series = [resource.seriesName, resource.seriesIssue, resource.seriesPage].filter(Boolean).join(', ');
  return [
    ...typed(resource.abstracts, 'Abstract'),
    ...typed(resource.methods, 'Methods'),
    ...typed(resource.lineage?.statement, 'Methods'),
    ...typed(resource.tableOfContents, 'TableOfContents'),
    ...typed(resource.environmentDescription, 'TechnicalInfo'),
    ...(series === '' ? [] : [{ ...text(series), descriptionType: 'SeriesInformation' }]),
    ...typed(resource.supplementalInformation, 'Other'),
    ...typed(resource.purpose, 'Other'),
  ];
}

const accessRights: Readonly<Record<NonNullable<Resource['accessRight']>, string>> = {
  open: 'info:eu-repo/semantics/openAccess',
  embargoed: 'info:eu-repo/semantics/embargoedAccess',
  restricted: 'info:eu-repo/semantics/restrictedAccess',
  'metadata-only': 'info:eu-repo/semantics/closedAccess',
};

/** Access right, licences with their SPDX identifiers, then the words of the constraints that only repeat no licence. */
function rightsOf(resource: Resource, language: string): DataciteDocument['rights'] {
  const titles = new Set(resource.licences.flatMap(({ title, uri }) => [...Object.values(title), uri]));
  const licences = resource.licences.flatMap(({ id, uri, title }) => {
    const named = localise(title, language, 'en');
    const written = named ? inLanguage(named.language, oneLine(named.text)) : text(id ?? uri ?? '');
    const spdx = id !== undefined && isSpdxId(id);
    return [
      present({
        ...written,
        uri,
        identifier: spdx ? id : undefined,
        scheme: spdx ? 'SPDX' : undefined,
        schemeUri: spdx ? 'https://spdx.org/licenses/' : undefined,
      }),
    ];
  });
  const words = resource.constraints.flatMap(({ useLimitations, otherConstraints }) =>
    [...useLimitations, ...otherConstraints].flatMap(({ text: map, uri }) => {
      const known = recogniseLicence('', uri)?.uri;
      if (Object.keys(map).length === 0)
        return uri === undefined || titles.has(known) ? [] : [{ ...text(uri), uri }];
      return lines(map)
        .filter((one) => !titles.has(one.text))
        .map((one) => present({ ...one, uri }));
    }),
  );
  const { accessRight } = resource;
  return unique([
    ...(accessRight ? [{ ...text(accessRights[accessRight]), uri: accessRights[accessRight] }] : []),
    ...licences,
    ...words,
  ]);
}

function fundingOf({ funding }: Resource, language: string): FundingReference[] {
  return funding.map((reference) => {
    const { funderIdentifier, funderIdentifierType, awardNumber, awardUri, awardTitle } = reference;
    const known = funderIdentifier === undefined ? undefined : parsePartyIdentifier(funderIdentifier).scheme;
    return present({
      funder: localise(reference.funder ?? {}, language, 'en')?.text ?? unavailable,
      identifier: funderIdentifier,
      identifierType:
        funderIdentifier === undefined
          ? undefined
          : (wordOf(funderIdentifierTypes, funderIdentifierType) ??
            wordOf(funderIdentifierTypes, known) ??
            (/^(https?:\/\/(dx\.)?doi\.org\/)?10\.13039\//.test(funderIdentifier)
              ? 'Crossref Funder ID'
              : 'Other')),
      awardNumber,
      awardUri,
      awardTitle: localise(awardTitle ?? {}, language, 'en')?.text,
    });
  });
}

/** Of fields that are said, what is not. */
function smallLosses(resource: Resource): string[] {
  const { lineage, keywords, networks, constraints, languages } = resource;
  const derived = new Set(networksOf(keywords).map(({ names }) => JSON.stringify(names)));
  const codes = constraints.some(
    ({ accessConstraints, useConstraints, classification }) =>
      accessConstraints.length + useConstraints.length > 0 || classification !== undefined,
  );
  return [
    ...(lineage && lineage.sources.length + lineage.processSteps.length > 0
      ? ['lineage: sources and process steps']
      : []),
    ...(keywords.some(({ type }) => type !== undefined && type !== 'taxon') ? ['keywords: types'] : []),
    ...(networks.every(({ names }) => derived.has(JSON.stringify(names))) ? [] : ['networks']),
    ...(codes ? ['constraints: codes'] : []),
    ...(languages.length > 1 ? ['languages: beyond the first'] : []),
  ];
}
