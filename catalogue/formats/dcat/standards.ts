import {
  type CatalogueRecord,
  type Citation,
  type LanguageMap,
  localise,
  type ReferenceSystem,
} from '../../model/index.ts';
import type { Curie, RdfNode } from '../../rdf/index.ts';
import { codeOf, type DcatReading, givenIri, labels, lines, paragraphs, place, told } from './reading.ts';

type Resource = CatalogueRecord['resource'];

/** Reference systems, specifications that the resource says it follows, tests of conformance, and measured values. */
export function standardsOf(
  resource: RdfNode,
  reading: DcatReading,
): Pick<Resource, 'referenceSystems' | 'quality' | 'conformsTo'> {
  const referenceSystems: ReferenceSystem[] = [];
  const quality = [...testsOf(resource, reading), ...measurementsOf(resource, reading)];
  const conformsTo: Citation[] = [];
  for (const node of resource.all('geodcatap:referenceSystem', 'dct:conformsTo')) {
    if (isReferenceSystem(node)) {
      const system = referenceSystemOf(node, reading);
      if (system) referenceSystems.push(system);
      continue;
    }
    const cited = citationOf(node, reading);
    // What a test says, the bare statement repeats.
    const isTested = quality.some(
      ({ specification }) => JSON.stringify(specification) === JSON.stringify(cited),
    );
    if (cited && !isTested) conformsTo.push(cited);
  }
  return { referenceSystems, quality, conformsTo };
}

/** A reference system by its code, else its name or address. */
export function referenceSystemOf(node: RdfNode, reading: DcatReading): ReferenceSystem | undefined {
  const names = node.isLiteral ? paragraphs([node], reading) : labels(node, reading);
  const uri = givenIri(node, reading);
  if (!told(names) && uri === undefined) return undefined;
  const scheme = node.one('skos:inScheme');
  const space = scheme && localise(labels(scheme, reading))?.text;
  const code = node.text('dct:identifier');
  const version = node.text('owl:versionInfo');
  // A concept must have a label: where the code stands for one, it is no name.
  const isNamed = told(names) && !(code !== undefined && Object.values(names).every((name) => name === code));
  return {
    code: code ?? localise(names)?.text ?? uri ?? '',
    ...(space === undefined ? {} : { codeSpace: space }),
    ...(version === undefined ? {} : { version }),
    ...(isNamed ? { name: names } : {}),
    ...(uri === undefined ? {} : { uri }),
  };
}

function isReferenceSystem(node: RdfNode): boolean {
  return (
    node.path.endsWith('geodcatap:referenceSystem') ||
    node.all('dct:type').some((type) => /(Spatial|Temporal)ReferenceSystem$/.test(type.value)) ||
    /\/def\/crs\/|^urn:ogc:def:crs|epsg/i.test(node.value)
  );
}

const dates: readonly (readonly [Curie, string])[] = [
  ['dct:created', 'creation'],
  ['dct:issued', 'publication'],
  ['dct:modified', 'revision'],
];

/** How a document or specification is cited; `undefined` for a node of which nothing is told. */
export function citationOf(node: RdfNode, reading: DcatReading): Citation | undefined {
  const titles = node.isLiteral ? lines([node], reading) : labels(node, reading);
  const url = givenIri(node, reading) ?? (node.isNamed ? undefined : node.one('foaf:page')?.iri);
  if (!told(titles) && url === undefined) return undefined;
  const edition = node.isLiteral ? undefined : node.text('owl:versionInfo');
  return {
    titles,
    identifiers: node.all('dct:identifier').map(({ value }) => value.trim()),
    dates: dates.flatMap(([property, type]) =>
      node.all(property).flatMap((told) => {
        const date = reading.report.date(told.value, place(told));
        return date === undefined ? [] : [{ type, date }];
      }),
    ),
    ...(url === undefined ? {} : { url }),
    ...(edition === undefined ? {} : { edition }),
  };
}

/** GeoDCAT-AP tells a tested conformity as an activity that used the resource and generated a degree of conformity. */
function testsOf(resource: RdfNode, reading: DcatReading): Resource['quality'] {
  return resource.all('prov:wasUsedBy').flatMap((activity) => {
    const result = activity.one('prov:generated');
    const degree = result?.one('dct:type');
    const plan = activity.one('prov:qualifiedAssociation')?.one('prov:hadPlan')?.one('prov:wasDerivedFrom');
    const specification = plan && citationOf(plan, reading);
    if (!specification) return [];
    const code = degree ? codeOf(degree) : '';
    const explanation = result && told(paragraphs(result.all('dct:description'), reading));
    const pass = /^conformant$/i.test(code) ? true : /^notConformant$/i.test(code) ? false : undefined;
    return [
      {
        ...testOf(activity, 'domainConsistency', reading),
        specification,
        ...(explanation ? { explanation } : {}),
        ...(pass === undefined ? {} : { pass }),
        values: [],
      },
    ];
  });
}

/** What was tested or measured, and when. */
function testOf(node: RdfNode, otherwise: string, reading: DcatReading) {
  const type = node.one('dct:type');
  const others: LanguageMap[] = [];
  const names = told(lines(node.all('rdfs:label', 'skos:prefLabel'), reading, others));
  const measureIdentifier = node.text('dct:identifier');
  const measureDescription = told(paragraphs(node.all('rdfs:comment', 'skos:definition'), reading));
  const when = node.all('dct:date').flatMap((date) => reading.report.date(date.value, place(date)) ?? []);
  return {
    type: type ? codeOf(type) : otherwise,
    names: names ? [names, ...others] : [],
    ...(measureIdentifier === undefined ? {} : { measureIdentifier }),
    ...(measureDescription ? { measureDescription } : {}),
    ...(when.length > 0 ? { dates: when } : {}),
  };
}

/** Measured values (DQV), those of one metric together. Resolutions are measurements, too, but read as such. */
function measurementsOf(resource: RdfNode, reading: DcatReading): Resource['quality'] {
  const found = new Map<string, Resource['quality'][number]>();
  for (const measurement of resource.all('dqv:hasQualityMeasurement')) {
    const metric = measurement.one('dqv:isMeasurementOf');
    const value = measurement.text('dqv:value');
    if (!metric || value === undefined || /spatialResolutionAs/.test(metric.value)) continue;
    const test = testOf(metric, 'quantitativeResult', reading);
    const uri = test.measureIdentifier ?? givenIri(metric, reading);
    const unit = measurement.one('sdmx:unitMeasure');
    const report = {
      ...test,
      ...(uri === undefined ? {} : { measureIdentifier: uri }),
      ...(unit ? { valueUnit: codeOf(unit) } : {}),
    };
    const key = JSON.stringify(report);
    const known = found.get(key);
    if (known) known.values.push(value);
    else found.set(key, { ...report, values: [value] });
  }
  return [...found.values()];
}
