import type { CatalogueRecord, LineageSource } from '../../../model/index.ts';
import { citationOf, referenceSystemOf } from './citations.ts';
import { locationOf, periodOf } from './coverage.ts';
import type { DcatGraph, Subject } from './graph.ts';
import { agentOf } from './parties.ts';
import { namedOf } from './subjects.ts';

type Resource = CatalogueRecord['resource'];

/** Statement and sources; the steps, campaigns and projects that made the resource; what they used; who paid. */
export function writeProvenance(graph: DcatGraph, subject: Subject, resource: Resource): void {
  const { lineage } = resource;
  if (lineage?.statement) {
    const statement = graph.blank('dct:ProvenanceStatement');
    graph.addTexts(statement, 'rdfs:label', lineage.statement);
    graph.add(subject, 'dct:provenance', statement);
  }
  for (const source of lineage?.sources ?? [])
    graph.add(subject, 'prov:wasDerivedFrom', sourceOf(graph, source, 'resource.lineage.sources'));
  writeSteps(graph, subject, resource);
  writeObservation(graph, subject, resource);
  for (const campaign of resource.campaigns) {
    const node = namedOf(graph, campaign, 'prov:Activity', 'schema:Event');
    for (const [property, date] of [
      ['prov:startedAtTime', campaign.start],
      ['prov:endedAtTime', campaign.end],
    ] as const)
      if (date !== undefined) graph.add(node, property, graph.date(date));
    if (campaign.type !== undefined)
      graph.add(node, 'dct:type', graph.concept(undefined, { en: campaign.type }));
    if (campaign.status !== undefined)
      graph.add(node, 'adms:status', graph.concept(undefined, { en: campaign.status }));
    graph.add(subject, 'prov:wasGeneratedBy', node);
  }
  for (const project of resource.projects)
    graph.add(subject, 'prov:wasGeneratedBy', namedOf(graph, project, 'prov:Activity', 'foaf:Project'));
  for (const grant of resource.funding) writeGrant(graph, subject, grant);
}

function sourceOf(graph: DcatGraph, source: LineageSource, path: string): Subject {
  const node = graph.blank('prov:Entity');
  graph.addTexts(node, 'dct:description', source.description);
  if (source.citation)
    graph.add(node, 'dct:source', citationOf(graph, source.citation, `${path}.citation`, 'foaf:Document'));
  if (source.referenceSystem)
    graph.add(node, 'dct:conformsTo', referenceSystemOf(graph, source.referenceSystem));
  for (const extent of source.spatialExtents ?? [])
    if (extent.inclusive) graph.add(node, 'dct:spatial', locationOf(graph, extent));
    else graph.losses.add(`${path}.spatialExtents.inclusive`);
  for (const extent of source.temporalExtents ?? [])
    graph.add(node, 'dct:temporal', periodOf(graph, extent, `${path}.temporalExtents`));
  return node;
}

/** Process steps in their order, which RDF does not keep: they are numbered. */
function writeSteps(graph: DcatGraph, subject: Subject, { lineage }: Resource): void {
  const path = 'resource.lineage.processSteps';
  for (const [index, step] of (lineage?.processSteps ?? []).entries()) {
    const activity = graph.blank('prov:Activity');
    graph.add(activity, 'schema:position', graph.typed(String(index + 1), 'xsd:integer'));
    graph.addTexts(activity, 'dct:description', step.description);
    graph.addTexts(activity, 'rdfs:comment', step.rationale);
    if (step.date !== undefined) graph.add(activity, 'prov:endedAtTime', graph.date(step.date));
    for (const { role, party } of step.processors) {
      if (role !== 'processor') graph.losses.add(`${path}.processors.role`);
      const named = party.person !== undefined || Object.keys(party.organisation ?? {}).length > 0;
      if (named) graph.add(activity, 'prov:wasAssociatedWith', agentOf(graph, party, `${path}.processors`));
      else graph.losses.add(`${path}.processors`);
    }
    for (const source of step.sources ?? [])
      graph.add(activity, 'prov:used', sourceOf(graph, source, `${path}.sources`));
    for (const output of step.outputs ?? [])
      graph.add(activity, 'prov:generated', sourceOf(graph, output, `${path}.outputs`));
    for (const reference of step.references ?? [])
      graph.add(activity, 'foaf:page', citationOf(graph, reference, `${path}.references`, 'foaf:Document'));
    graph.add(subject, 'prov:wasGeneratedBy', activity);
  }
}

/** Platforms and instruments are what the observation used (SOSA). */
function writeObservation(graph: DcatGraph, subject: Subject, { platforms, instruments }: Resource): void {
  if (platforms.length + instruments.length === 0) return;
  const activity = graph.blank('prov:Activity');
  for (const platform of platforms) {
    const node = namedOf(graph, platform, 'prov:Entity', 'sosa:Platform');
    if (platform.type !== undefined)
      graph.add(node, 'dct:type', graph.concept(undefined, { en: platform.type }));
    graph.add(activity, 'prov:used', node);
  }
  for (const instrument of instruments) {
    const node = namedOf(graph, instrument, 'prov:Entity', 'sosa:Sensor');
    if (instrument.type !== undefined)
      graph.add(node, 'dct:type', graph.concept(undefined, { en: instrument.type }));
    if (instrument.mountedOn) {
      const host = graph.blank('sosa:Platform');
      graph.addTexts(host, 'schema:name', instrument.mountedOn);
      graph.add(node, 'sosa:isHostedBy', host);
    }
    graph.add(activity, 'prov:used', node);
  }
  graph.add(subject, 'prov:wasGeneratedBy', activity);
}

function writeGrant(graph: DcatGraph, subject: Subject, funding: Resource['funding'][number]): void {
  const grant = graph.blank('schema:Grant');
  const { funder, funderIdentifier, funderIdentifierType } = funding;
  if (funder || funderIdentifier !== undefined) {
    const node = graph.blank(...(funder ? (['foaf:Agent', 'foaf:Organization'] as const) : []));
    graph.addTexts(node, 'foaf:name', funder);
    if (funderIdentifier !== undefined) {
      const identifier = graph.blank('adms:Identifier');
      graph.add(identifier, 'skos:notation', graph.plain(funderIdentifier));
      if (funderIdentifierType !== undefined)
        graph.add(identifier, 'adms:schemaAgency', graph.plain(funderIdentifierType));
      graph.add(node, 'adms:identifier', identifier);
    }
    graph.add(grant, 'schema:funder', node);
  }
  if (funding.awardNumber !== undefined) graph.add(grant, 'dct:identifier', graph.plain(funding.awardNumber));
  graph.addTexts(grant, 'schema:name', funding.awardTitle);
  const address = graph.iri(funding.awardUri);
  graph.add(grant, 'schema:url', address);
  if (funding.awardUri !== undefined && !address) graph.losses.add('resource.funding.awardUri');
  graph.add(subject, 'schema:funding', grant);
}
