import {
  type CatalogueRecord,
  emptyRecord,
  type Identifier,
  type LanguageMap,
  parseIdentifier,
} from '../../model/index.ts';
import { type Curie, nodesOfType, parseRdf, type RdfNode } from '../../rdf/index.ts';
import { largestDocument } from '../../xml/index.ts';
import type { ReadContext, ReadResult } from '../format.ts';
import { networksOf, present, Report } from '../reading/index.ts';
import { responsibilitiesOf } from './agents.ts';
import { termsOf } from './constraints.ts';
import { distributionsOf, readFormat } from './distributions.ts';
import { spatialExtents, temporalExtents, verticalExtents } from './extents.ts';
import { keywordsOf } from './keywords.ts';
import { observationsOf } from './observations.ts';
import { lineageOf, observationOf } from './provenance.ts';
import { maintenanceOf, representationsOf, resolutionsOf, statusOf } from './quality.ts';
import {
  addressOf,
  codeOf,
  type DcatReading,
  givenIri,
  labels,
  lines,
  paragraphs,
  place,
  told,
} from './reading.ts';
import { relatedOf } from './relations.ts';
import { citationOf, standardsOf } from './standards.ts';
import { languagesOf, metadataLanguage, originalOf, recordsOf, resourcesOf, typeOf } from './subject.ts';

/**
 * Reads one DCAT resource (Dataset, DatasetSeries, DataService; a Catalog where there is none of them) from any RDF
 * syntax: DCAT 1 to 3 with DCAT-AP and GeoDCAT-AP. Of a document that describes several, the first is read and
 * `several-resources` says so: `splitDcat` makes one document of each.
 */
export async function readDcat(bytes: Uint8Array, context: ReadContext = {}): Promise<ReadResult> {
  const report = new Report();
  if (bytes.length > largestDocument) {
    report.error(
      'document-too-large',
      { path: '/' },
      `The document has ${bytes.length} bytes; at most ${largestDocument} are read as one record.`,
      'Move bulky text into a linked document.',
    );
    return { record: null, problems: report.problems };
  }
  const { store, problems } = await parseRdf(bytes, context);
  report.problems.push(...problems);
  const resources = resourcesOf(store);
  const [subject] = resources.length > 0 ? resources : nodesOfType(store, 'dcat:Catalog');
  if (!subject) {
    if (!problems.some((problem) => problem.severity === 'error'))
      report.error(
        'no-resource',
        { path: '/' },
        'The document describes no dcat:Dataset, dcat:DatasetSeries or dcat:DataService.',
        'Give the resource its rdf:type.',
      );
    return { record: null, problems: report.problems };
  }
  if (resources.length > 1)
    report.info(
      'several-resources',
      { path: '/' },
      `The document describes ${resources.length} resources; the first, ${subject}, was read.`,
      'Harvest the document as a catalogue to get all of them.',
    );
  return { record: recordOf(subject, report), problems: report.problems };
}

const dateProperties: readonly (readonly [Curie, string])[] = [
  ['dct:created', 'creation'],
  ['dct:issued', 'publication'],
  ['dct:modified', 'revision'],
  ['dct:available', 'released'],
  ['dct:dateAccepted', 'adopted'],
  ['dct:dateSubmitted', 'submitted'],
];

function recordOf(subject: RdfNode, report: Report): CatalogueRecord {
  const records = recordsOf(subject);
  const language = metadataLanguage(subject, records);
  const page = records.find(({ iri }) => iri !== undefined)?.iri;
  const reading: DcatReading = {
    report,
    language: language ?? 'und',
    ...(page === undefined ? {} : { minted: `${page}#` }),
  };
  const { type, typeAsGiven } = typeOf(subject);
  const record = emptyRecord(type);
  const { resource } = record;
  if (typeAsGiven !== undefined) resource.typeAsGiven = typeAsGiven;
  readMetadata(record, subject, records, language, reading);

  resource.titles = lines(subject.all('dct:title'), reading, resource.alternateTitles);
  if (!told(resource.titles))
    resource.titles = lines(subject.all('rdfs:label', 'foaf:name', 'schema:name'), reading);
  for (const node of subject.all('dct:alternative', 'skos:altLabel')) {
    const title = lines([node], reading);
    if (told(title)) resource.alternateTitles.push(title);
  }
  resource.abstracts = paragraphs(subject.all('dct:description'), reading);
  if (!told(resource.abstracts)) resource.abstracts = paragraphs(subject.all('dct:abstract'), reading);
  resource.identifiers = identifiersOf(subject);
  resource.languages = languagesOf(subject);
  resource.dates = datesOf(subject, reading);
  const edition = subject.text('dcat:version', 'owl:versionInfo', 'adms:version', 'schema:version');
  if (edition !== undefined) resource.edition = edition;
  Object.assign(
    resource,
    present({
      versionNotes: told(paragraphs(subject.all('adms:versionNotes'), reading)),
      tableOfContents: told(paragraphs(subject.all('dct:tableOfContents'), reading)),
      otherCitationDetails: told(paragraphs(subject.all('dct:bibliographicCitation'), reading)),
    }),
  );
  resource.responsibilities = responsibilitiesOf(subject, reading);
  Object.assign(resource, keywordsOf(subject, reading));
  resource.networks = networksOf(resource.keywords);
  resource.spatialExtents = spatialExtents(subject, reading);
  resource.verticalExtents = verticalExtents(subject, reading);
  resource.temporalExtents = temporalExtents(subject, reading);
  resource.distributions = distributionsOf(subject, reading);
  resource.graphics = graphicsOf(subject, reading);
  resource.related = relatedOf(subject, reading);
  Object.assign(
    resource,
    termsOf(subject, reading),
    standardsOf(subject, reading),
    resolutionsOf(subject, reading),
    observationsOf(subject, reading),
    observationOf(subject, reading),
  );
  resource.applicableLegislation = subject
    .all('dcatap:applicableLegislation')
    .flatMap(({ iri }) => iri ?? []);
  resource.additionalDocumentation = subject
    .all('foaf:page')
    .filter((node) => node.is('schema:CreativeWork'))
    .flatMap((node) => citationOf(node, reading) ?? []);
  resource.formats = subject.all('dct:format').flatMap((node) => readFormat(node, reading) ?? []);
  resource.sizes = subject.all('dct:extent').flatMap((node) => Object.values(labels(node, reading))[0] ?? []);
  resource.characterSets = [
    ...new Set(
      subject
        .all('dcat:distribution')
        .flatMap((node) => node.all('cnt:characterEncoding').map(({ value }) => value)),
    ),
  ];
  resource.spatialRepresentations = representationsOf(subject);
  resource.status = statusOf(subject);
  const lineage = lineageOf(subject, reading);
  if (lineage) resource.lineage = lineage;
  const maintenance = maintenanceOf(subject);
  if (maintenance) resource.maintenance = maintenance;
  if (type === 'service') resource.service = serviceOf(subject);
  tellMissing(resource.titles, resource.abstracts, subject, report);
  return record;
}

function readMetadata(
  record: CatalogueRecord,
  subject: RdfNode,
  records: readonly RdfNode[],
  language: string | undefined,
  reading: DcatReading,
): void {
  const original = originalOf(records);
  // A catalogue's own record has its own identifier and date, where it says which record it was made from.
  const own = original ? [original] : records;
  const named = [
    ...own.map((node) => node.text('dct:identifier')),
    subject.text('dct:identifier'),
    givenIri(subject, reading),
  ];
  const identifier = named.find((text) => text !== undefined);
  if (identifier !== undefined) record.metadataIdentifier = identifier;
  const address = givenIri(subject, reading);
  if (address !== undefined && /^https?:/i.test(address)) record.dataSetUri = address;
  if (language !== undefined) record.language = language;
  const modified = own.flatMap((node) => node.all('dct:modified'))[0];
  const datestamp = modified && reading.report.date(modified.value, place(modified));
  if (datestamp !== undefined) record.datestamp = datestamp;
  record.otherLanguages = [...new Set(records.flatMap(languagesOf))].filter((tag) => tag !== language);
  record.metadataContacts = records.flatMap((node) => responsibilitiesOf(node, reading));
  const standards = own.flatMap((node) => [
    ...node.all('dct:source').flatMap((source) => source.all('dct:conformsTo')),
    ...node.all('dct:conformsTo'),
  ]);
  const standard = standards.find((node) => !node.is('prof:Profile'));
  record.metadataProfiles = standards
    .filter((node) => node.is('prof:Profile'))
    .flatMap((node) => citationOf(node, reading) ?? []);
  const parent = own.flatMap((node) => node.all('dct:isPartOf'))[0];
  const parentIdentifier =
    parent && (parent.isLiteral ? parent.value : (parent.text('dct:identifier') ?? parent.iri));
  if (parentIdentifier !== undefined) record.parentIdentifier = parentIdentifier;
  const characterSet = own.map((node) => node.text('cnt:characterEncoding')).find((set) => set !== undefined);
  if (characterSet !== undefined) record.characterSet = characterSet;
  record.metadataDates = own
    .flatMap((node) => datesOf(node, reading))
    .filter(({ type }) => type !== 'revision');
  const name = standard && (standard.text('dct:title', 'rdfs:label') ?? standard.iri);
  if (name !== undefined) record.standardName = name;
  const version = standard?.text('owl:versionInfo');
  if (version !== undefined) record.standardVersion = version;
}

function identifiersOf(subject: RdfNode): Identifier[] {
  const found = new Map<string, Identifier>();
  const add = (code: string, codeSpace?: string, uri?: string) => {
    const identifier = { ...parseIdentifier(code, codeSpace), ...(uri === undefined ? {} : { uri }) };
    if (identifier.code !== '' && (!found.has(identifier.code) || (codeSpace ?? uri) !== undefined))
      found.set(identifier.code, identifier);
  };
  for (const node of subject.all('dct:identifier', 'schema:identifier')) {
    if (node.isLiteral || node.isNamed) add(node.value);
    else add(node.text('skos:notation', 'schema:value', 'rdf:value') ?? '');
  }
  for (const node of subject.all('adms:identifier')) {
    const code = node.isLiteral ? node.value : (node.text('skos:notation') ?? node.iri ?? '');
    add(code, node.text('adms:schemaAgency'), node.one('foaf:page')?.iri);
  }
  // The subject's own IRI names the resource for good only where it is a registered identifier.
  const own = subject.iri === undefined ? undefined : parseIdentifier(subject.iri);
  const isTold = [...found.values()].some(({ uri }) => uri !== undefined && uri === own?.uri);
  if (own && own.scheme !== 'uri' && !isTold) add(own.code);
  for (const node of subject.all('owl:sameAs'))
    if (parseIdentifier(node.value).scheme === 'doi') add(node.value);
  return [...found.values()];
}

function datesOf(subject: RdfNode, reading: DcatReading): { type: string; date: string }[] {
  const found = new Map<string, { type: string; date: string }>();
  for (const [property, type] of dateProperties) {
    for (const node of subject.all(property)) {
      if (node.value.trim() === '') continue;
      const date = reading.report.date(node.value, place(node));
      if (date !== undefined) found.set(`${type} ${date}`, { type, date });
    }
  }
  return [...found.values()];
}

function graphicsOf(subject: RdfNode, reading: DcatReading): CatalogueRecord['resource']['graphics'] {
  const nodes = subject.all(
    'foaf:depiction',
    'foaf:img',
    'foaf:thumbnail',
    'schema:image',
    'schema:thumbnailUrl',
  );
  return nodes.flatMap((node) => {
    if (!/^https?:/i.test(node.value)) return [];
    const description = told(lines(node.all('dct:description'), reading));
    return [{ url: node.value.trim(), ...(description ? { description } : {}) }];
  });
}

function serviceOf(subject: RdfNode): NonNullable<CatalogueRecord['resource']['service']> {
  const kinds = [...subject.all('geodcatap:serviceType'), ...subject.all('dct:type').filter(isServiceType)];
  const [type] = kinds.map(codeOf).filter((code) => code !== '');
  const addresses = (property: Curie) => subject.all(property).flatMap((node) => addressOf(node) ?? []);
  const endpointUrls = addresses('dcat:endpointURL');
  const endpointDescriptions = addresses('dcat:endpointDescription');
  return {
    ...(type === undefined ? {} : { type }),
    typeVersions: [],
    operations: [],
    operatesOn: subject
      .all('dcat:servesDataset')
      .flatMap((node) => node.text('dct:identifier') ?? node.iri ?? []),
    ...(endpointUrls.length > 0 ? { endpointUrls } : {}),
    ...(endpointDescriptions.length > 0 ? { endpointDescriptions } : {}),
  };
}

/** Of INSPIRE's register, or a concept of no other vocabulary. */
function isServiceType(node: RdfNode): boolean {
  return (
    /SpatialDataServiceType\//.test(node.value) ||
    (!node.isNamed && node.text('skos:notation') === undefined && !node.isLiteral)
  );
}

function tellMissing(titles: LanguageMap, abstracts: LanguageMap, subject: RdfNode, report: Report): void {
  if (!told(titles))
    report.error(
      'title-missing',
      { path: `${subject}/dct:title` },
      'The resource has no title.',
      'Give it a dct:title.',
    );
  if (!told(abstracts))
    report.warning(
      'abstract-missing',
      { path: `${subject}/dct:description` },
      'The resource has no description.',
      'Describe it in a dct:description.',
    );
}
