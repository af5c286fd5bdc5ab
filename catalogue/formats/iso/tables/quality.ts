import {
  findCode,
  type LanguageMap,
  type Lineage,
  type QualityReport,
  type Resource,
  resourceTypeNames,
  type Scope,
} from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import {
  boolean,
  code,
  dateTimeKind,
  lines,
  object,
  one,
  prose,
  proses,
  some,
  string,
  told,
} from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { readString } from '../values.ts';
import { type Content, element, node, type Writing } from '../writing.ts';
import { citation, citedIdentifierKind, isCited } from './citation.ts';
import { emptyLineage, hasLineage, lineage } from './lineage.ts';
import { isScoped, scope } from './scope.ts';

type Quantity = Pick<QualityReport, 'values' | 'valueUnit' | 'valueType' | 'errorStatistic'>;

const resultValues: Field<Quantity> = {
  read(properties, model) {
    for (const property of properties) {
      const value = readString(property);
      if (value !== undefined) model.values.push(value);
    }
  },
  write: ({ values }) =>
    values.map((value) => ({ children: [node('gco:Record', [value], { 'xsi:type': 'xs:string' })] })),
};

const valueUnit: Field<Quantity> = {
  read([property], model) {
    const href = property?.attribute('href')?.replace(/^.*[#/]/, '');
    const symbol = property && [...property.elements()].flatMap((unit) => [...unit.elements()]);
    const told = symbol?.find(({ name }) => /^(catalogSymbol|name|identifier)$/.test(name))?.text.trim();
    const unit = told || href;
    if (unit) model.valueUnit = unit;
  },
  write: ({ valueUnit: unit }) => (unit ? [{ attributes: { 'xlink:href': `#${unit}` }, children: [] }] : []),
  reference: true,
};

/** DQ_QuantitativeResult */
export const quantitativeResult = table<Quantity>()('quantitativeResult', () => ({ values: [] }), {
  valueType: {
    read([property], model) {
      const type = property && readString(property);
      if (type) model.valueType = type;
    },
    write: ({ valueType }) => (valueType ? [{ children: [element('gco:RecordType', valueType)] }] : []),
  },
  valueUnit,
  errorStatistic: string('errorStatistic'),
  value: resultValues,
  recordType: {
    read([property], model) {
      const type = property && readString(property);
      if (type) model.valueType ??= type;
    },
    write: ({ valueType }) => (valueType ? [{ children: [element('gco:RecordType', valueType)] }] : []),
  },
});

type Conformance = Pick<QualityReport, 'specification' | 'explanation' | 'pass'>;

/** DQ_ConformanceResult */
export const conformanceResult = table<Conformance>()('conformanceResult', () => ({}), {
  specification: object('specification', citation, isCited),
  explanation: prose('explanation'),
  pass: boolean('pass'),
});

const isJudged = ({ specification, explanation, pass: passed }: Conformance) =>
  specification !== undefined || explanation !== undefined || passed !== undefined;

type Measured = Pick<
  QualityReport,
  | 'names'
  | 'measure'
  | 'measureDescription'
  | 'evaluationType'
  | 'evaluationDescription'
  | 'evaluationProcedure'
  | 'dates'
>;
type Report = Measured & { conformance: Conformance[]; quantities: Quantity[]; statements: LanguageMap[] };

/** DQ_Element in any of its kinds: what was measured, and the results. */
export const qualityReport = table<Report>()(
  'qualityReport',
  () => ({ names: [], conformance: [], quantities: [], statements: [] }),
  {
    measureIdentifier: one('measure', citedIdentifierKind),
    name: lines('names'),
    measureDescription: prose('measureDescription'),
    evaluationType: code('evaluationType', codelists.evaluationType),
    date: some('dates', dateTimeKind),
    evaluationDescription: prose('evaluationDescription'),
    evaluationProcedure: object('evaluationProcedure', citation, isCited),
    evaluationTypeLast: code('evaluationType', codelists.evaluationType),
    conformance: {
      read(found, model, reading) {
        const results = found.map((element) => reading.object(conformanceResult, element));
        model.conformance.push(...results.filter(isJudged));
      },
      write: ({ conformance }, writing) =>
        conformance.map((result) => ({ children: writing.object(conformanceResult, result).children })),
    },
    quantity: {
      read(found, model, reading) {
        const results = found.map((element) => reading.object(quantitativeResult, element));
        model.quantities.push(
          ...results.filter(({ values, ...more }) => values.length > 0 || Object.keys(more).length > 0),
        );
      },
      write: ({ quantities }, writing) =>
        quantities.map((result) => ({ children: writing.object(quantitativeResult, result).children })),
    },
    statement: proses('statements'),
    noResult: {
      read: () => undefined,
      write: ({ conformance, quantities, statements }) =>
        conformance.length + quantities.length + statements.length === 0
          ? [{ attributes: { 'gco:nilReason': 'missing' }, children: [] }]
          : [],
    },
  },
);

/** The reports of an element; one with several results is as many reports. */
function readReports(found: XmlElement, reading: Reading): QualityReport[] {
  const { conformance, quantities, statements, measure, ...measured } = reading.object(qualityReport, found);
  const type = reading.className(found);
  const identified = measure
    ? { measureIdentifier: measure.code, ...(Object.keys(measure).length > 1 ? { measure } : {}) }
    : {};
  const common = { type, ...measured, ...identified };
  const results = [
    ...conformance.map((result) => ({ ...common, values: [], ...result })),
    ...quantities.map((result) => ({ ...common, ...result })),
    ...statements.map((statement) => ({ ...common, values: [], statement })),
  ];
  const { names, ...others } = measured;
  const isTold = names.length > 0 || measure !== undefined || Object.keys(others).length > 0;
  return results.length === 0 && isTold ? [{ ...common, values: [] }] : results;
}

/** Kinds of DQ_Element that all editions have. */
const kinds = new Set(
  'CompletenessCommission CompletenessOmission ConceptualConsistency DomainConsistency FormatConsistency TopologicalConsistency AbsoluteExternalPositionalAccuracy GriddedDataPositionalAccuracy RelativeInternalPositionalAccuracy ThematicClassificationCorrectness QuantitativeAttributeAccuracy AccuracyOfATimeMeasurement TemporalConsistency TemporalValidity'
    .split(' ')
    .map((kind) => `DQ_${kind}`),
);
/** Kinds that ISO 19157 renamed or added, by their names there, and what they were before. */
const renamed: Readonly<Record<string, string | null>> = {
  DQ_NonQuantitativeAttributeCorrectness: 'DQ_NonQuantitativeAttributeAccuracy',
  DQ_UsabilityElement: 'gmi:QE_Usability',
  DQ_Confidence: null,
  DQ_Representativity: null,
  DQ_Homogeneity: null,
};
const newer: Readonly<Record<string, string>> = {
  DQ_NonQuantitativeAttributeAccuracy: 'DQ_NonQuantitativeAttributeCorrectness',
  QE_Usability: 'DQ_UsabilityElement',
};

/** The element of a kind of report in the standard that is written; formats beside ISO spell them `domainConsistency`. */
function elementOf(given: string, prefix: string, writing: Writing): string | undefined {
  const capital = `${given.charAt(0).toUpperCase()}${given.slice(1)}`;
  const type = /^[A-Z]{2}_/.test(given) ? given : `DQ_${capital}`;
  if (kinds.has(type)) return `${prefix}:${type}`;
  const today = newer[type] ?? type;
  const before = renamed[today];
  if (before === undefined) return undefined;
  if (writing.says('qualityReport', 'statement')) return `${prefix}:${today}`;
  if (before?.startsWith('gmi:')) writing.extensions.add('gmi');
  return before === null || before.includes(':') ? (before ?? undefined) : `${prefix}:${before}`;
}

/** A report; the schemas want a kind that they know. */
function writeReport(report: QualityReport, writing: Writing): Content | undefined {
  const { values, valueUnit, valueType, errorStatistic, type: given, statement, ...rest } = report;
  const { specification, explanation, pass, ...measured } = rest;
  const judged: Conformance = { specification, explanation, pass };
  const isMeasured = values.length > 0 || [valueUnit, valueType, errorStatistic].some(Boolean);
  const { measureIdentifier, measure } = measured;
  const written = writing.object(qualityReport, {
    ...measured,
    measure: measure ?? (measureIdentifier === undefined ? undefined : { code: measureIdentifier }),
    conformance: isJudged(judged) ? [judged] : [],
    quantities: isMeasured ? [{ values, valueUnit, valueType, errorStatistic }] : [],
    statements: statement ? [statement] : [],
  });
  const name = elementOf(given, written.name.split(':')[0] ?? '', writing);
  if (!name) {
    writing.losses.push(`quality report ${given}`);
    return undefined;
  }
  return { children: [{ ...written, name }] };
}

type Assessment = { scope?: Scope | undefined; quality: QualityReport[]; lineage?: Lineage | undefined };

/** DQ_DataQuality; in ISO 19115:2003 it holds the lineage too. */
export const dataQuality = table<Assessment>()('dataQuality', () => ({ quality: [] }), {
  scope: object('scope', scope, isScoped),
  report: {
    read(properties, model, reading) {
      for (const property of properties)
        for (const found of property.elements()) model.quality.push(...readReports(found, reading));
    },
    write: ({ quality }, writing) => told(quality.map((report) => writeReport(report, writing))),
  },
  lineage: lineageField(),
});

type Assessed = Pick<Resource, 'quality' | 'lineage' | 'type' | 'typeAsGiven'>;

/** The level of a scope that is the whole resource. */
const wholeLevel = ({ type, typeAsGiven }: Assessed) =>
  (typeAsGiven && codelists.scope.find(typeAsGiven)) ?? findCode(resourceTypeNames, type)?.iso ?? 'dataset';

const isWhole = ({ level, descriptions, ...extents }: Scope, whole: string) =>
  level === whole && descriptions.length === 0 && Object.keys(extents).length === 0;

/** Assessments of parts of the resource: each report knows its scope, and the lineage knows its own. */
export const assessments: Field<Assessed> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const found = reading.classElement(property);
      if (!found) continue;
      const before = model.lineage ? { lineage: model.lineage } : {};
      const assessed: Assessment = { quality: [], ...before };
      const { scope: part, quality, lineage: source } = reading.into(dataQuality, found, assessed);
      // A scope of which nothing is assessed has no place in the model.
      const empty = part && quality.length === 0 && !source && found.child('scope');
      if (empty && (part.descriptions.length > 0 || Object.keys(part).length > 2)) reading.unread(empty);
      const isPart = part && !isWhole(part, wholeLevel(model));
      model.quality.push(...quality.map((report) => (isPart ? { ...report, scope: part } : report)));
      if (source) model.lineage = source;
      // ISO 19115:2003 has no scope of the lineage but that of the quality.
      if (model.lineage && part?.level) model.lineage.scopeLevel ??= part.level;
    }
  },
  write(model, writing) {
    const { quality, lineage: source } = model;
    const whole = wholeLevel(model);
    const hasPlace = writing.says('dataQuality', 'lineage') && source !== undefined && hasLineage(source);
    const groups = new Map<string, Assessment>();
    if (hasPlace) {
      const part = { level: source.scopeLevel ?? whole, descriptions: [] };
      groups.set(JSON.stringify(part), { scope: part, quality: [], lineage: source });
    }
    for (const report of quality) {
      const part = report.scope ?? { level: whole, descriptions: [] };
      const key = JSON.stringify(part);
      const group = groups.get(key);
      if (group) group.quality.push(report);
      else groups.set(key, { scope: part, quality: [report] });
    }
    return [...groups.values()]
      .map((group) => writing.object(dataQuality, group))
      .filter(({ children }) => children.length > 1)
      .map((written) => ({ children: [written] }));
  },
};

/** Lineage under `lineage` of the model: several elements are read into one. */
export function lineageField(): Field<Pick<Resource, 'lineage'>> {
  return {
    read(properties, model, reading: Reading) {
      for (const property of properties) {
        const found = reading.classElement(property);
        if (found) model.lineage = reading.into(lineage, found, model.lineage ?? emptyLineage());
      }
    },
    write: ({ lineage: source }, writing) =>
      source && hasLineage(source) ? [{ children: [writing.object(lineage, source)] }] : [],
  };
}
