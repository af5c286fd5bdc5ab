import type { CatalogueRecord, QualityReport } from '../../../model/index.ts';
import type { Curie } from '../../../rdf/index.ts';
import { inspire } from '../codes.ts';
import { citationOf, referenceSystemOf } from './citations.ts';
import type { DcatGraph, Subject } from './graph.ts';

type Resource = CatalogueRecord['resource'];

/** Standards, reference systems, tests and measurements, resolutions. */
export function writeQuality(graph: DcatGraph, subject: Subject, resource: Resource): void {
  for (const system of resource.referenceSystems) {
    const node = referenceSystemOf(graph, system);
    graph.add(subject, graph.isGeo ? 'geodcatap:referenceSystem' : 'dct:conformsTo', node);
  }
  for (const cited of resource.conformsTo)
    graph.add(subject, 'dct:conformsTo', citationOf(graph, cited, 'resource.conformsTo', 'dct:Standard'));
  for (const report of resource.quality) writeReport(graph, subject, report);
  writeResolutions(graph, subject, resource);
}

/** Degrees of conformity of INSPIRE's register. */
const degrees = { pass: 'conformant', fail: 'notConformant', unknown: 'notEvaluated' } as const;

/** A test of conformance is an activity that used the resource (GeoDCAT-AP); a value is a measurement (DQV). */
function writeReport(graph: DcatGraph, subject: Subject, report: QualityReport): void {
  const { specification, pass, values } = report;
  if (specification) {
    const standard = citationOf(
      graph,
      specification,
      'resource.quality.specification',
      'dct:Standard',
      'prov:Entity',
    );
    if (pass === true) graph.add(subject, 'dct:conformsTo', standard);
    if (graph.isGeo) {
      const degree = pass === undefined ? degrees.unknown : pass ? degrees.pass : degrees.fail;
      const plan = graph.blank('prov:Plan');
      graph.add(plan, 'prov:wasDerivedFrom', standard);
      const association = graph.blank('prov:Association');
      graph.add(association, 'prov:hadPlan', plan);
      const result = graph.blank('prov:Entity');
      graph.add(result, 'dct:type', graph.concept(`${inspire}DegreeOfConformity/${degree}`, { en: degree }));
      graph.addTexts(result, 'dct:description', report.explanation);
      const activity = graph.blank('prov:Activity');
      graph.add(activity, 'prov:qualifiedAssociation', association);
      graph.add(activity, 'prov:generated', result);
      writeTest(graph, activity, report);
      graph.add(subject, 'prov:wasUsedBy', activity);
    } else graph.losses.add('resource.quality');
  }
  if (values.length > 0 && graph.isGeo)
    for (const value of values) {
      const measurement = graph.blank('dqv:QualityMeasurement');
      const metric = graph.blank('dqv:Metric');
      writeTest(graph, metric, report);
      graph.add(measurement, 'dqv:isMeasurementOf', metric);
      graph.add(measurement, 'dqv:value', graph.plain(value));
      if (report.valueUnit !== undefined)
        graph.add(measurement, 'sdmx:unitMeasure', graph.concept(undefined, { en: report.valueUnit }));
      graph.add(subject, 'dqv:hasQualityMeasurement', measurement);
    }
  else if (values.length > 0 || !specification) graph.losses.add('resource.quality');
}

function writeTest(graph: DcatGraph, node: Subject, report: QualityReport): void {
  graph.add(node, 'dct:type', graph.concept(undefined, { en: report.type }));
  for (const name of report.names) graph.addTexts(node, 'rdfs:label', name);
  if (report.measureIdentifier !== undefined)
    graph.add(node, 'dct:identifier', graph.plain(report.measureIdentifier));
  graph.addTexts(node, 'rdfs:comment', report.measureDescription);
  for (const date of report.dates ?? []) graph.add(node, 'dct:date', graph.date(date));
}

const metres: Readonly<Record<string, number>> = { m: 1, km: 1000, cm: 0.01, mm: 0.001 };

/** Metres where DCAT has a property, else the measurements of GeoDCAT-AP; DCAT-AP allows one distance. */
function writeResolutions(graph: DcatGraph, subject: Subject, resource: Resource): void {
  let said = false;
  for (const {
    scaleDenominator,
    distance,
    vertical,
    angular,
    levelOfDetail,
  } of resource.spatialResolutions) {
    if (distance) {
      const factor = metres[distance.unit.trim().toLowerCase()];
      const exact = factor === undefined ? undefined : Number((distance.value * factor).toPrecision(12));
      const isFirst = exact !== undefined && !said;
      if (isFirst && exact !== undefined && !/e/i.test(String(exact))) {
        graph.add(subject, 'dcat:spatialResolutionInMeters', graph.decimal(exact));
        said = true;
      }
      const asMetres = isFirst && factor === 1;
      if (!asMetres && graph.isGeo)
        measure(graph, subject, 'geodcatap:spatialResolutionAsDistance', distance);
      else if (!asMetres && !(isFirst && factor !== undefined))
        graph.losses.add('resource.spatialResolutions.distance');
    }
    if (scaleDenominator !== undefined) {
      if (graph.isGeo)
        measure(graph, subject, 'geodcatap:spatialResolutionAsScale', { value: 1 / scaleDenominator });
      else graph.losses.add('resource.spatialResolutions.scaleDenominator');
    }
    if (vertical) {
      if (graph.isGeo) measure(graph, subject, 'geodcatap:spatialResolutionAsVerticalDistance', vertical);
      else graph.losses.add('resource.spatialResolutions.vertical');
    }
    if (angular) {
      if (graph.isGeo) measure(graph, subject, 'geodcatap:spatialResolutionAsAngularDistance', angular);
      else graph.losses.add('resource.spatialResolutions.angular');
    }
    if (levelOfDetail) {
      if (graph.isGeo) graph.addTexts(subject, 'geodcatap:spatialResolutionAsText', levelOfDetail);
      else graph.losses.add('resource.spatialResolutions.levelOfDetail');
    }
  }
  for (const [index, duration] of resource.temporalResolutions.entries()) {
    const isDuration = /^-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(duration);
    if (isDuration && (graph.isGeo || index === 0))
      graph.add(subject, 'dcat:temporalResolution', graph.typed(duration, 'xsd:duration'));
    else graph.losses.add('resource.temporalResolutions');
  }
}

function measure(
  graph: DcatGraph,
  subject: Subject,
  metric: Curie,
  { value, unit }: { value: number; unit?: string },
): void {
  const measurement = graph.blank('dqv:QualityMeasurement');
  const measured = graph.term(metric);
  graph.once(measured, 'metric', () => graph.type(measured, 'dqv:Metric'));
  graph.add(measurement, 'dqv:isMeasurementOf', measured);
  graph.add(measurement, 'dqv:value', graph.decimal(value));
  if (unit !== undefined) graph.add(measurement, 'sdmx:unitMeasure', graph.concept(undefined, { en: unit }));
  graph.add(subject, 'dqv:hasQualityMeasurement', measurement);
}
