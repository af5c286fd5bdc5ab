import { type JsonValue, parseJson } from '../../json/index.ts';
import {
  type CatalogueRecord,
  emptyRecord,
  type LanguageMap,
  localise,
  normaliseLanguage,
  parseIdentifier,
} from '../../model/index.ts';
import type { ReadContext, ReadResult } from '../format.ts';
import {
  addParagraph,
  addRights,
  isAddress,
  networksOf,
  oneLine,
  Report,
  readAccessRight,
  readPartyIdentifier,
} from '../reading/index.ts';
import { addAbout } from './about.ts';
import { extentsOf, temporalExtentsOf } from './coverage.ts';
import { keywordsOf, techniquesOf, variablesOf } from './keywords.ts';
import { distributionsOf, relatedOf } from './links.ts';
import { languageOf, mapOf, parseSchemaOrg, SchemaNode, type Value } from './node.ts';
import { partyOf, responsibilitiesOf } from './parties.ts';
import { resourcesOf, resourceTypeOf } from './subjects.ts';
import { topicScheme } from './write-terms.ts';

type Resource = CatalogueRecord['resource'];

/**
 * Reads a schema.org description in JSON-LD: a Dataset, or another resource of a catalogue, alone, in a list or a @graph.
 * Of several, the first is read and `several-resources` says so: `splitSchemaOrg` makes one document of each.
 */
export async function readSchemaOrg(bytes: Uint8Array, _context: ReadContext = {}): Promise<ReadResult> {
  const { value, problems } = parseJson(bytes);
  const report = new Report();
  report.problems.push(...problems);
  if (value === undefined) return { record: null, problems: report.problems };
  const subject = subjectOf(value, report);
  return { record: subject ? recordOf(subject, report) : null, problems: report.problems };
}

function subjectOf(value: JsonValue, report: Report): SchemaNode | undefined {
  const document = parseSchemaOrg(value);
  for (const address of document.unknownContexts) {
    report.warning(
      'context-unknown',
      { path: '/@context' },
      `The context "${address}" is not known here, and contexts are never fetched.`,
      'Write the context into the document.',
    );
  }
  const resources = resourcesOf(document);
  if (resources.length > 1)
    report.info(
      'several-resources',
      { path: '/' },
      `The document describes ${resources.length} resources; the first was read.`,
      'Harvest the document as a catalogue to get all of them.',
    );
  const [first] = resources;
  if (!first) {
    const types = [...new Set(document.roots.flatMap((root) => root.types))].slice(0, 5).join(', ');
    report.error(
      'no-resource',
      { path: '/' },
      `The document describes no resource of a catalogue${types ? `, but: ${types}` : ''}.`,
      'Describe a schema.org Dataset, with @context and @type.',
    );
  }
  return first;
}

const dateProperties: readonly (readonly [string, string])[] = [
  ['dateCreated', 'creation'],
  ['datePublished', 'publication'],
  ['dateModified', 'revision'],
  ['expires', 'validityExpires'],
];

function recordOf(node: SchemaNode, report: Report): CatalogueRecord {
  const kind = resourceTypeOf(node) ?? { type: 'other' as const, typeAsGiven: node.types[0] ?? '' };
  const record = emptyRecord(kind.type);
  const { resource } = record;
  resource.typeAsGiven = kind.typeAsGiven;
  const language = readLanguages(record, node, report);
  if (node.id !== undefined && !node.id.startsWith('_:')) record.metadataIdentifier = node.id;
  const [described] = node.texts('sdDatePublished');
  const datestamp = described && report.date(described.text, described.place);
  if (datestamp !== undefined) record.datestamp = datestamp;
  for (const publisher of node.all('sdPublisher')) {
    const party = partyOf(publisher, language);
    if (party) record.metadataContacts.push({ role: 'publisher', party });
  }
  const names = node.all('name');
  resource.titles = mapOf(
    names.length > 0 ? names : node.all('headline'),
    language,
    resource.alternateTitles,
  );
  for (const value of node.texts('alternateName', 'alternativeHeadline')) {
    // The title in another language can only stand here, for a page has one name.
    const tag = languageOf(value, language);
    const isTranslation = value.language !== undefined && tag !== language && !(tag in resource.titles);
    if (isTranslation) resource.titles[tag] = oneLine(value.text);
    else resource.alternateTitles.push({ [tag]: oneLine(value.text) });
  }
  addTexts(resource.abstracts, node.all('description'), language);
  for (const value of node.texts('abstract')) {
    const tag = languageOf(value, language);
    const isTranslation = value.language !== undefined && !(tag in resource.abstracts);
    if (isTranslation || Object.keys(resource.abstracts).length === 0)
      addTexts(resource.abstracts, [value], language);
  }
  resource.identifiers = identifiersOf(node);
  for (const [property, type] of dateProperties)
    for (const { text, place } of node.texts(property)) {
      const date = report.date(text, place);
      if (date !== undefined) resource.dates.push({ type, date });
    }
  const edition = node.text('version', 'softwareVersion');
  if (edition !== undefined) resource.edition = edition;
  resource.responsibilities = responsibilitiesOf(node, language);
  const keywords = keywordsOf(node, language);
  const isTopic = ({ thesaurus }: Resource['keywords'][number]) => thesaurus?.uri === topicScheme;
  resource.keywords = keywords.filter((keyword) => !isTopic(keyword));
  resource.topicCategories = keywords.filter(isTopic).flatMap(({ label }) => localise(label)?.text ?? []);
  resource.networks = networksOf(resource.keywords);
  Object.assign(resource, extentsOf(node, language, report));
  resource.temporalExtents = temporalExtentsOf(node, report);
  resource.variables = variablesOf(node, language, report);
  Object.assign(resource, techniquesOf(node, language));
  addAbout(resource, node, language, report);
  addForms(resource, node, language);
  resource.distributions = distributionsOf(node, language, report);
  resource.related = relatedOf(node, language).filter(({ relation, url }) => {
    const isItself = resource.identifiers.some(({ uri }) => uri !== undefined && uri === url);
    return !(relation === 'isIdenticalTo' && isItself);
  });
  takeOwnCitation(resource);
  resource.funding = fundingOf(node);
  addTerms(resource, node, language);
  resource.graphics = graphicsOf(node, language);
  for (const value of node.texts('creditText'))
    resource.credits.push({ [languageOf(value, language)]: oneLine(value.text) });
  tellMissing(resource, node, report);
  return record;
}

/** Languages of the data, and the one of the texts: of the context, of the tagged name, or the only one of the data. */
function readLanguages(record: CatalogueRecord, node: SchemaNode, report: Report): string {
  for (const value of node.all('inLanguage')) {
    const words =
      value instanceof SchemaNode ? [value.text('alternateName'), value.text('name')] : [value.text];
    const tag = words.map((word) => word && normaliseLanguage(word)).find(Boolean);
    if (tag) record.resource.languages.push(tag);
    else if (words[0]) report.language(words[0], value.place);
  }
  const tagged = new Set(
    node
      .texts('name', 'description')
      .flatMap(({ language }) => (language === undefined ? [] : [languageOf({ language }, 'und')])),
  );
  const { languages } = record.resource;
  const [only] = tagged.size === 1 ? tagged : languages.length === 1 && tagged.size === 0 ? languages : [];
  if (only !== undefined) record.language = only;
  return only ?? 'und';
}

/** Paragraphs of a text matter; only a title or a name is one line. */
function addTexts(map: LanguageMap, values: readonly Value[], language: string): void {
  for (const value of values)
    if (!(value instanceof SchemaNode)) addParagraph(map, languageOf(value, language), value.text);
}

function identifiersOf(node: SchemaNode): Resource['identifiers'] {
  const found = new Map<string, Resource['identifiers'][number]>();
  const add = (code: string | undefined, codeSpace?: string) => {
    if (code === undefined || code.startsWith('_:')) return;
    const identifier = parseIdentifier(code, codeSpace);
    const key = (identifier.uri ?? identifier.code).toLowerCase();
    if (!found.has(key)) found.set(key, identifier);
  };
  for (const value of node.all('identifier')) {
    if (!(value instanceof SchemaNode)) add(oneLine(value.text));
    else {
      // The register (…/registry/doi, orcid.org…) is told by an address; parseIdentifier knows what it means itself.
      const space = value.text('propertyID');
      add(
        value.text('value') ?? value.text('url') ?? value.id,
        space !== undefined && !isAddress(space) ? space : undefined,
      );
    }
  }
  for (const code of [node.id, ...node.texts('sameAs').map(({ text }) => oneLine(text))])
    if (code !== undefined && parseIdentifier(code).scheme === 'doi') add(code);
  return [...found.values()];
}

/** Methods in words, status, formats, sizes, the series that it is published in, and what a service is. */
function addForms(resource: Resource, node: SchemaNode, language: string): void {
  const words = (name: string) => node.texts(name).map(({ text }) => oneLine(text));
  const methods: LanguageMap = {};
  addTexts(methods, node.all('measurementMethod'), language);
  if (Object.keys(methods).length > 0) resource.methods = methods;
  resource.status = words('creativeWorkStatus');
  resource.formats = [...words('encodingFormat'), ...words('fileFormat')].map((name) => ({ name }));
  resource.sizes = words('size');
  const series = node
    .nodes('isPartOf')
    .find((one) => one.is('CreativeWorkSeries', 'Periodical') && one.address === undefined);
  const seriesName = series?.text('name');
  if (seriesName !== undefined) resource.seriesName = seriesName;
  if (resource.type !== 'service') return;
  const type = node.text('serviceType');
  const endpoints = node
    .nodes('potentialAction')
    .flatMap((action) => action.nodes('target'))
    .flatMap((target) => target.text('urlTemplate', 'url') ?? []);
  resource.service = {
    typeVersions: [],
    operations: [],
    operatesOn: [],
    ...(type === undefined ? {} : { type }),
    ...(endpoints.length === 0 ? {} : { endpointUrls: endpoints }),
    ...(words('documentation').length === 0 ? {} : { endpointDescriptions: words('documentation') }),
  };
}

/** Licences by address or name, the access right, and statements. */
function addTerms(resource: Resource, node: SchemaNode, language: string): void {
  for (const value of node.all('license', 'usageInfo', 'copyrightNotice')) {
    if (value instanceof SchemaNode) {
      const text = value.text('name', 'description') ?? value.address;
      if (text !== undefined) addRights(resource, text, language, value.address);
    } else addRights(resource, oneLine(value.text), languageOf(value, language));
  }
  for (const value of node.all('conditionsOfAccess')) {
    const text =
      value instanceof SchemaNode ? (value.address ?? value.text('name') ?? '') : oneLine(value.text);
    const right = readAccessRight(text);
    if (right) resource.accessRight = right;
    else if (text !== '') addRights(resource, text, language);
  }
}

/** Many write into `citation` how to cite the resource itself: such a text holds its own DOI. */
function takeOwnCitation(resource: Resource): void {
  const own = resource.identifiers.flatMap(({ scheme, uri }) =>
    scheme === 'doi' && uri ? [uri.slice('https://doi.org/'.length).toLowerCase()] : [],
  );
  const isOwn = ({ relation, identifier, titles }: Resource['related'][number]) =>
    relation === 'cites' &&
    identifier === undefined &&
    Object.values(titles).some((text) => own.some((doi) => text.toLowerCase().includes(doi)));
  const [found] = resource.related.filter(isOwn);
  if (found) resource.otherCitationDetails = found.titles;
  resource.related = resource.related.filter((related) => !isOwn(related));
}

/** Grants with their funder; a funder alone is one too. */
function fundingOf(node: SchemaNode): Resource['funding'] {
  const grants = node.nodes('funding').map((grant) => ({ grant, funders: grant.all('funder', 'sponsor') }));
  const found = grants.map(({ grant, funders }) => {
    const [property] = grant.nodes('identifier');
    const number = grant.text('identifier') ?? property?.text('value');
    const name = mapOf(grant.all('name'), 'und');
    const uri = grant.address;
    return {
      ...(funders[0] ? funderOf(funders[0]) : {}),
      ...(number === undefined ? {} : { awardNumber: number }),
      ...(uri === undefined ? {} : { awardUri: uri }),
      ...(Object.keys(name).length > 0 ? { awardTitle: name } : {}),
    };
  });
  const told = new Set(found.map(({ funder }) => JSON.stringify(funder ?? {})));
  const alone = node
    .all('funder')
    .map(funderOf)
    .filter(({ funder }) => !told.has(JSON.stringify(funder ?? {})));
  return [...found, ...alone].filter((reference) => Object.keys(reference).length > 0);
}

function funderOf(value: Value): Resource['funding'][number] {
  if (!(value instanceof SchemaNode)) return { funder: { und: oneLine(value.text) } };
  const name = mapOf(value.all('name', 'legalName'), 'und');
  const [property] = value.nodes('identifier');
  const code = value.texts('identifier').at(-1)?.text ?? property?.text('url', 'value') ?? value.id;
  const identifier = code === undefined || code.startsWith('_:') ? undefined : readPartyIdentifier(code);
  return {
    ...(Object.keys(name).length > 0 ? { funder: name } : {}),
    ...(identifier
      ? { funderIdentifier: identifier.uri ?? identifier.value, funderIdentifierType: identifier.scheme }
      : {}),
  };
}

function graphicsOf(node: SchemaNode, language: string): Resource['graphics'] {
  return node.all('thumbnailUrl', 'image', 'thumbnail').flatMap((value) => {
    const url = value instanceof SchemaNode ? value.text('contentUrl', 'url') : oneLine(value.text);
    const caption = value instanceof SchemaNode ? mapOf(value.all('caption'), language) : {};
    const described = Object.keys(caption).length === 0 ? {} : { description: caption };
    return url !== undefined && isAddress(url) ? [{ url, ...described }] : [];
  });
}

function tellMissing({ titles, abstracts }: Resource, { place }: SchemaNode, report: Report): void {
  if (Object.keys(titles).length === 0)
    report.error('title-missing', place, 'The resource has no title.', 'Give it a name.');
  if (Object.keys(abstracts).length === 0)
    report.warning(
      'abstract-missing',
      place,
      'The resource has no description.',
      'Give it a description of 50 to 5000 characters.',
    );
}
