import type { CatalogueRecord } from '../../../model/index.ts';
import { prefixes } from '../../../rdf/index.ts';
import type { WriteContext } from '../../format.ts';
import { citationOf } from './citations.ts';
import { languageNode } from './distributions.ts';
import type { DcatGraph, Subject } from './graph.ts';
import { writeResponsibilities } from './parties.ts';

/** Our catalogue's own record of the resource, with the record of the source that it was made from. */
export function writeMetadata(
  graph: DcatGraph,
  subject: Subject,
  record: CatalogueRecord,
  context: WriteContext,
): void {
  const own = graph.iri(context.pageUrl);
  if (!own) throw new Error(`The page of a record has an address: "${context.pageUrl}" is none.`);
  graph.type(own, 'dcat:CatalogRecord');
  graph.add(own, 'foaf:primaryTopic', subject);
  graph.add(own, 'dct:modified', graph.date(context.datestamp));
  const profile = graph.iri(graph.isGeo ? prefixes.geodcatap : prefixes.dcatap);
  if (profile) graph.type(profile, 'dct:Standard');
  graph.add(own, 'dct:conformsTo', profile);
  if (record.language !== undefined) graph.add(own, 'dct:language', languageNode(graph, record.language));
  writeAssessment(graph, own, context);
  writeCatalogue(graph, own, subject, record, context);
  // A dcat:CatalogRecord must have its date: without one, the source's record is told with ours.
  const source = record.datestamp === undefined ? own : graph.blank('dcat:CatalogRecord');
  if (source !== own) {
    graph.add(own, 'dct:identifier', graph.plain(context.id));
    graph.add(own, 'dct:source', source);
    graph.add(source, 'foaf:primaryTopic', subject);
  }
  if (record.datestamp !== undefined) graph.add(source, 'dct:modified', graph.date(record.datestamp));
  writeSource(graph, source, record, source !== own);
}

function writeSource(graph: DcatGraph, source: Subject, record: CatalogueRecord, isApart: boolean): void {
  if (record.metadataIdentifier !== undefined)
    graph.add(source, 'dct:identifier', graph.plain(record.metadataIdentifier));
  // RDF has no order: the main language stands alone on our own record.
  if (record.language !== undefined && isApart)
    for (const tag of record.otherLanguages) graph.add(source, 'dct:language', languageNode(graph, tag));
  else if (record.otherLanguages.length > 0) graph.losses.add('otherLanguages');
  if (record.characterSet !== undefined)
    graph.add(source, 'cnt:characterEncoding', graph.plain(record.characterSet));
  if (record.parentIdentifier !== undefined) {
    const parent = graph.blank();
    graph.add(parent, 'dct:identifier', graph.plain(record.parentIdentifier));
    graph.add(source, 'dct:isPartOf', parent);
  }
  const said = new Set<string>();
  for (const { type, date } of record.metadataDates) {
    const property = type === 'creation' ? 'dct:created' : type === 'publication' ? 'dct:issued' : undefined;
    if (property === undefined || said.has(property)) graph.losses.add('metadataDates');
    else graph.add(source, property, graph.date(date));
    if (property) said.add(property);
  }
  if (record.standardName !== undefined && isApart) {
    const standard = graph.blank('dct:Standard');
    graph.add(standard, 'dct:title', graph.plain(record.standardName));
    if (record.standardVersion !== undefined)
      graph.add(standard, 'owl:versionInfo', graph.plain(record.standardVersion));
    graph.add(source, 'dct:conformsTo', standard);
  } else {
    if (record.standardName !== undefined) graph.losses.add('standardName');
    if (record.standardVersion !== undefined) graph.losses.add('standardVersion');
  }
  if (!graph.isGeo) return;
  writeResponsibilities(graph, source, record.metadataContacts, 'metadataContacts');
  for (const profile of record.metadataProfiles)
    graph.add(
      source,
      'dct:conformsTo',
      citationOf(graph, profile, 'metadataProfiles', 'dct:Standard', 'prof:Profile'),
    );
}

/** How FAIR the record was found: a measurement of our record, not of the resource. */
function writeAssessment(graph: DcatGraph, own: Subject, { assessment }: WriteContext): void {
  if (!assessment) return;
  const metric = graph.blank('dqv:Metric');
  graph.add(metric, 'skos:prefLabel', graph.text('Share of the FAIR checks that the record passes', 'en'));
  graph.add(metric, 'dqv:expectedDataType', graph.term('xsd:decimal'));
  const measurement = graph.blank('dqv:QualityMeasurement');
  graph.add(measurement, 'dqv:isMeasurementOf', metric);
  graph.add(measurement, 'dqv:value', graph.decimal(assessment.score));
  graph.add(measurement, 'dqv:computedOn', own);
  graph.add(measurement, 'prov:generatedAtTime', graph.date(assessment.at));
  graph.add(own, 'dqv:hasQualityMeasurement', measurement);
}

/** What every catalogue of this kind is. */
const ourselves = {
  en: 'A catalogue of marine data, harvested from the centres that produce it.',
  fr: 'Un catalogue de données marines, moissonnées auprès des centres qui les produisent.',
};

/** Our catalogue, which publishes its own records. */
function writeCatalogue(
  graph: DcatGraph,
  own: Subject,
  subject: Subject,
  { resource }: CatalogueRecord,
  { catalogue }: WriteContext,
): void {
  const node = graph.iri(catalogue?.url);
  if (!catalogue || !node) return;
  graph.type(node, 'dcat:Catalog');
  graph.add(node, 'dct:title', graph.plain(catalogue.name));
  graph.addTexts(node, 'dct:description', ourselves);
  const publisher = graph.blank('foaf:Agent');
  graph.add(publisher, 'foaf:name', graph.plain(catalogue.name));
  graph.add(node, 'dct:publisher', publisher);
  graph.add(node, 'dcat:record', own);
  graph.add(node, resource.type === 'service' ? 'dcat:service' : 'dcat:dataset', subject);
}
