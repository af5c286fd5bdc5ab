import type { CatalogueRecord, LineageSource, NamedReference } from '../../model/index.ts';
import type { RdfNode } from '../../rdf/index.ts';
import { present } from '../reading/index.ts';
import { partyOf } from './agents.ts';
import { spatialExtents, temporalExtents } from './extents.ts';
import { codeOf, type DcatReading, givenIri, labels, lines, paragraphs, place, told } from './reading.ts';
import { citationOf, referenceSystemOf } from './standards.ts';

type Resource = CatalogueRecord['resource'];
type Step = NonNullable<Resource['lineage']>['processSteps'][number];

/** Statement, sources and process steps: an activity that is a campaign, a project or an observation is none of these. */
export function lineageOf(resource: RdfNode, reading: DcatReading): Resource['lineage'] | undefined {
  const statement = told(paragraphs(resource.all('dct:provenance'), reading));
  const sources = resource
    .all('prov:wasDerivedFrom')
    .filter(isSource)
    .flatMap((node) => sourceOf(node, reading) ?? []);
  const processSteps = resource
    .all('prov:wasGeneratedBy')
    .filter((activity) => !activity.is('schema:Event', 'foaf:Project'))
    .map((activity) => ({ activity, position: Number(activity.text('schema:position') ?? Number.NaN) }))
    .sort((one, other) => (one.position < other.position ? -1 : one.position > other.position ? 1 : 0))
    .flatMap(({ activity }) => stepOf(activity, reading) ?? []);
  if (!statement && processSteps.length === 0 && sources.length === 0) return undefined;
  return { ...(statement ? { statement } : {}), sources, processSteps };
}

/** A nameless entity that is described: what has an address is a related resource. */
export function isSource(node: RdfNode): boolean {
  return !node.isNamed && node.is('prov:Entity');
}

function stepOf(activity: RdfNode, reading: DcatReading): Step | undefined {
  const description = paragraphs(
    [...activity.all('dct:description'), ...activity.all('rdfs:label', 'dct:title')],
    reading,
  );
  if (!told(description)) return undefined;
  const rationale = told(paragraphs(activity.all('rdfs:comment'), reading));
  const ended = activity.one('prov:endedAtTime');
  const date = ended && reading.report.date(ended.value, place(ended));
  const sourcesOf = (nodes: readonly RdfNode[]) =>
    nodes.filter(isSource).flatMap((node) => sourceOf(node, reading) ?? []);
  const sources = sourcesOf(activity.all('prov:used'));
  const outputs = sourcesOf(activity.all('prov:generated'));
  const references = activity.all('foaf:page').flatMap((page) => citationOf(page, reading) ?? []);
  const processors = activity.all('prov:wasAssociatedWith').flatMap((agent) => {
    const party = partyOf(agent, 'processor', reading);
    return party ? [{ role: 'processor', party }] : [];
  });
  return {
    description,
    ...(rationale ? { rationale } : {}),
    ...(date === undefined ? {} : { date }),
    processors,
    ...(sources.length > 0 ? { sources } : {}),
    ...(outputs.length > 0 ? { outputs } : {}),
    ...(references.length > 0 ? { references } : {}),
  };
}

function sourceOf(node: RdfNode, reading: DcatReading): LineageSource | undefined {
  const cited = node.one('dct:source');
  const system = node.one('dct:conformsTo');
  const spatial = spatialExtents(node, reading);
  const temporal = temporalExtents(node, reading);
  const source = present({
    description: told(paragraphs(node.all('dct:description'), reading)),
    citation: cited && citationOf(cited, reading),
    referenceSystem: system && referenceSystemOf(system, reading),
    spatialExtents: spatial.length > 0 ? spatial : undefined,
    temporalExtents: temporal.length > 0 ? temporal : undefined,
  });
  return Object.keys(source).length > 0 ? source : undefined;
}

/** Platforms and instruments that an observation used, the campaigns and projects that made the resource. */
export function observationOf(
  resource: RdfNode,
  reading: DcatReading,
): Pick<Resource, 'platforms' | 'instruments' | 'campaigns' | 'projects'> {
  const activities = resource.all('prov:wasGeneratedBy');
  const used = activities.flatMap((activity) => activity.all('prov:used'));
  const typeOf = (node: RdfNode) => {
    const type = node.one('dct:type');
    return type ? { type: codeOf(type) } : {};
  };
  const moment = (node: RdfNode | undefined) => node && reading.report.date(node.value, place(node));
  return {
    platforms: used
      .filter((node) => node.is('sosa:Platform'))
      .map((node) => ({ ...namedOf(node, reading), ...typeOf(node) })),
    instruments: used
      .filter((node) => node.is('sosa:Sensor'))
      .map((node) => {
        const host = node.one('sosa:isHostedBy');
        const mountedOn = host && told(labels(host, reading));
        return { ...namedOf(node, reading), ...typeOf(node), ...(mountedOn ? { mountedOn } : {}) };
      }),
    campaigns: activities
      .filter((node) => node.is('schema:Event'))
      .map((node) => {
        const status = node.one('adms:status');
        const start = moment(node.one('prov:startedAtTime'));
        const end = moment(node.one('prov:endedAtTime'));
        return {
          ...namedOf(node, reading),
          ...typeOf(node),
          ...(status ? { status: codeOf(status) } : {}),
          ...(start === undefined ? {} : { start }),
          ...(end === undefined ? {} : { end }),
        };
      }),
    projects: activities.filter((node) => node.is('foaf:Project')).map((node) => namedOf(node, reading)),
  };
}

/** Something with a name and perhaps an address. */
export function namedOf(node: RdfNode, reading: DcatReading): NamedReference {
  const uri = givenIri(node, reading) ?? node.one('schema:sameAs')?.iri;
  const identifier = node.text('dct:identifier');
  const names = lines(node.all('schema:name'), reading);
  const description = told(paragraphs(node.all('schema:description'), reading));
  return {
    names: told(names) ?? labels(node, reading),
    ...(identifier === undefined ? {} : { identifier }),
    ...(uri === undefined ? {} : { uri }),
    ...(description ? { description } : {}),
  };
}
