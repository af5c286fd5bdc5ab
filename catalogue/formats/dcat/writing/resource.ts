import type { CatalogueRecord, Identifier } from '../../../model/index.ts';
import { parseIdentifier, resourceTypeNames } from '../../../model/index.ts';
import type { Curie } from '../../../rdf/index.ts';
import { networksOf } from '../../reading/index.ts';
import { authority, euFrequencies, euStatuses, inspire, isoAddress } from '../codes.ts';
import { writeCoverage } from './coverage.ts';
import { formatNode, languageNode, representationNode, writeDistributions } from './distributions.ts';
import type { DcatGraph, Subject } from './graph.ts';
import { writeResponsibilities } from './parties.ts';
import { writeProvenance } from './provenance.ts';
import { writeQuality } from './quality.ts';
import { writeRelations } from './relations.ts';
import { writeService } from './service.ts';
import { writeSubjects } from './subjects.ts';
import { writeTerms } from './terms.ts';

type Resource = CatalogueRecord['resource'];

/** All that is said of the resource itself. */
export function writeResource(graph: DcatGraph, subject: Subject, resource: Resource): void {
  writeType(graph, subject, resource);
  graph.addTexts(subject, 'dct:title', resource.titles);
  for (const title of resource.alternateTitles) graph.addTexts(subject, 'dct:alternative', title);
  graph.addTexts(subject, 'dct:description', resource.abstracts);
  for (const identifier of resource.identifiers) writeIdentifier(graph, subject, identifier);
  for (const tag of resource.languages) graph.add(subject, 'dct:language', languageNode(graph, tag));
  writeDates(graph, subject, resource);
  writeEdition(graph, subject, resource);
  for (const value of resource.status) {
    const code = euStatuses[value];
    const address =
      code === undefined ? isoAddress('MD_ProgressCode', value) : `${authority}dataset-status/${code}`;
    graph.add(subject, 'adms:status', graph.concept(address, { en: value }));
  }
  writeResponsibilities(
    graph,
    subject,
    [...resource.responsibilities, ...resource.distributors.map(({ responsibility }) => responsibility)],
    'resource.responsibilities',
  );
  writeSubjects(graph, subject, resource);
  writeCoverage(graph, subject, resource);
  writeQuality(graph, subject, resource);
  for (const value of resource.spatialRepresentations)
    graph.add(subject, 'adms:representationTechnique', representationNode(graph, value));
  writeFrequency(graph, subject, resource);
  writeTerms(graph, subject, resource);
  for (const law of resource.applicableLegislation) {
    const node = graph.iri(law);
    if (node) graph.once(node, 'law', () => graph.type(node, 'eli:LegalResource'));
    else graph.losses.add('resource.applicableLegislation');
    graph.add(subject, 'dcatap:applicableLegislation', node);
  }
  writeProvenance(graph, subject, resource);
  writeRelations(graph, subject, resource);
  writeDistributions(graph, subject, resource);
  for (const format of resource.formats) graph.add(subject, 'dct:format', formatNode(graph, format));
  writeGraphics(graph, subject, resource);
  if (resource.type === 'service') writeService(graph, subject, resource);
  else if (resource.service) graph.losses.add('resource.service');
  tellLosses(graph, resource);
}

/** DCAT tells datasets, series and services apart; any other kind is a dataset of a type. */
function writeType(graph: DcatGraph, subject: Subject, { type, typeAsGiven }: Resource): void {
  const named = resourceTypeNames.find(({ value }) => value === type);
  const known = named && 'dcat' in named && typeof named.dcat === 'string' ? named.dcat : undefined;
  const classes: Readonly<Record<string, Curie>> = {
    'dcat:DatasetSeries': 'dcat:DatasetSeries',
    'dcat:DataService': 'dcat:DataService',
  };
  graph.type(subject, classes[known ?? ''] ?? 'dcat:Dataset');
  if (known === undefined || typeAsGiven !== undefined) {
    const concept = graph.concept(undefined, { en: type });
    graph.add(concept, 'skos:notation', typeAsGiven === undefined ? undefined : graph.plain(typeAsGiven));
    graph.add(subject, 'dct:type', concept);
  }
  if (graph.isGeo && known !== undefined)
    graph.add(
      subject,
      'geodcatap:resourceType',
      graph.concept(`${inspire}ResourceType/${type === 'service' ? 'services' : type}`, { en: type }),
    );
}

/** As text, and with its scheme as an adms:Identifier where more than the text is known. */
function writeIdentifier(graph: DcatGraph, subject: Subject, { code, codeSpace, uri }: Identifier): void {
  graph.add(subject, 'dct:identifier', graph.plain(code));
  const isKnown = uri === undefined || parseIdentifier(code, codeSpace).uri === uri;
  if (codeSpace === undefined && isKnown) return;
  const node = graph.blank('adms:Identifier');
  graph.add(node, 'skos:notation', graph.plain(code));
  if (codeSpace !== undefined) graph.add(node, 'adms:schemaAgency', graph.plain(codeSpace));
  // Where it resolves is not to be seen from the code.
  if (!isKnown) graph.add(node, 'foaf:page', graph.iri(uri));
  graph.add(subject, 'adms:identifier', node);
}

const dateProperties: Readonly<Record<string, Curie>> = {
  creation: 'dct:created',
  publication: 'dct:issued',
  revision: 'dct:modified',
  released: 'dct:available',
  adopted: 'dct:dateAccepted',
  submitted: 'dct:dateSubmitted',
};

/** Each property comes once: of several publications the first, of several revisions the last. */
function writeDates(graph: DcatGraph, subject: Subject, { dates }: Resource): void {
  const chosen = new Map<Curie, string>();
  for (const { type, date } of dates) {
    const property = dateProperties[type];
    const known = property && chosen.get(property);
    if (property === undefined || (known !== undefined && known !== date)) graph.losses.add('resource.dates');
    if (property === undefined) continue;
    const better = known === undefined || (type === 'revision' ? date > known : date < known);
    if (better) chosen.set(property, date);
  }
  for (const [property, date] of chosen) graph.add(subject, property, graph.date(date));
}

function writeEdition(graph: DcatGraph, subject: Subject, resource: Resource): void {
  if (resource.edition !== undefined) graph.add(subject, 'dcat:version', graph.plain(resource.edition));
  graph.addTexts(subject, 'adms:versionNotes', resource.versionNotes);
  graph.addTexts(subject, 'dct:tableOfContents', resource.tableOfContents);
  graph.addTexts(subject, 'dct:bibliographicCitation', resource.otherCitationDetails);
  for (const size of resource.sizes) {
    const node = graph.blank('dct:SizeOrDuration');
    graph.add(node, 'rdfs:label', graph.plain(size));
    graph.add(subject, 'dct:extent', node);
  }
}

function writeFrequency(graph: DcatGraph, subject: Subject, { maintenance }: Resource): void {
  const { frequency, userDefinedFrequency } = maintenance ?? {};
  if (frequency !== undefined) {
    const code = euFrequencies[frequency];
    const node = graph.iri(
      code === undefined
        ? isoAddress('MD_MaintenanceFrequencyCode', frequency)
        : `${authority}frequency/${code}`,
    );
    if (node) graph.once(node, 'frequency', () => graph.type(node, 'dct:Frequency'));
    else graph.losses.add('resource.maintenance.frequency');
    graph.add(subject, 'dct:accrualPeriodicity', node);
    if (userDefinedFrequency !== undefined) graph.losses.add('resource.maintenance.userDefinedFrequency');
  } else if (userDefinedFrequency !== undefined) {
    const node = graph.blank('dct:Frequency');
    graph.add(node, 'rdf:value', graph.plain(userDefinedFrequency));
    graph.add(subject, 'dct:accrualPeriodicity', node);
  }
}

function writeGraphics(graph: DcatGraph, subject: Subject, { graphics }: Resource): void {
  for (const { url, description } of graphics) {
    const node = graph.iri(url);
    if (!node) graph.losses.add('resource.graphics');
    else if (
      !graph.once(node, ['graphic', description], () => graph.addTexts(node, 'dct:description', description))
    )
      graph.losses.add('resource.graphics.description');
    graph.add(subject, 'foaf:depiction', node);
  }
}

/** Losses that depend on values: the others follow from the table. */
function tellLosses(graph: DcatGraph, resource: Resource): void {
  const known = new Set(networksOf(resource.keywords).flatMap(({ names }) => Object.values(names)));
  if (resource.networks.some(({ names }) => !Object.values(names).some((name) => known.has(name))))
    graph.losses.add('resource.networks');
  for (const { kind, accessConstraints, useConstraints } of resource.constraints) {
    if (kind !== 'legal') graph.losses.add('resource.constraints.kind');
    if (accessConstraints.length > 0) graph.losses.add('resource.constraints.accessConstraints');
    if (useConstraints.some((code) => code !== 'license' || resource.licences.length === 0))
      graph.losses.add('resource.constraints.useConstraints');
  }
  const hasData = resource.type !== 'service' && resource.distributions.some(({ kind }) => isData(kind));
  if (resource.characterSets.length > 0 && !hasData) graph.losses.add('resource.characterSets');
}

function isData(kind: Resource['distributions'][number]['kind']): boolean {
  return kind !== 'landing-page' && kind !== 'documentation';
}
