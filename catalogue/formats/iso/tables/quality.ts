import type { QualityReport, Resource } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { lines, object, one, prose, told } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { readCode, readString, valueElement } from '../values.ts';
import { type Content, element, node, type Writing } from '../writing.ts';
import { citation, isCited } from './citation.ts';
import { emptyLineage, hasLineage, lineage } from './lineage.ts';

const pass = one('pass', {
  read(property: XmlElement): boolean | undefined {
    const text = valueElement(property).text.trim().toLowerCase();
    if (text === 'true' || text === '1') return true;
    return text === 'false' || text === '0' ? false : undefined;
  },
  write: (value: boolean): Content => ({ children: [element('gco:Boolean', String(value))] }),
});

type Quantity = Pick<QualityReport, 'values' | 'valueUnit'>;

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
  valueUnit,
  value: resultValues,
});

type Conformance = Pick<QualityReport, 'specification' | 'explanation' | 'pass'>;

/** DQ_ConformanceResult */
export const conformanceResult = table<Conformance>()('conformanceResult', () => ({}), {
  specification: object('specification', citation, isCited),
  explanation: prose('explanation'),
  pass,
});

const isJudged = ({ specification, explanation, pass: passed }: Conformance) =>
  specification !== undefined || explanation !== undefined || passed !== undefined;

type Report = Pick<QualityReport, 'names'> & { conformance: Conformance[]; quantities: Quantity[] };

/** DQ_Element in any of its kinds: what was measured, and the results. */
export const qualityReport = table<Report>()(
  'qualityReport',
  () => ({ names: [], conformance: [], quantities: [] }),
  {
    name: lines('names'),
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
        model.quantities.push(...results.filter(({ values }) => values.length > 0));
      },
      write: ({ quantities }, writing) =>
        quantities.map((result) => ({ children: writing.object(quantitativeResult, result).children })),
    },
  },
);

/** Quality reports; one with several results is as many reports. */
const reports: Field<{ quality: QualityReport[] }> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const found = reading.classElement(property);
      if (!found) continue;
      const { names, conformance, quantities } = reading.object(qualityReport, found);
      const type = reading.className(found);
      const results = [
        ...conformance.map((result) => ({ type, names, values: [], ...result })),
        ...quantities.map((result) => ({ type, names, ...result })),
      ];
      model.quality.push(
        ...(results.length === 0 && names.length > 0 ? [{ type, names, values: [] }] : results),
      );
    }
  },
  write: ({ quality }, writing) => told(quality.map((report) => writeReport(report, writing))),
};

/** Kinds of DQ_Element that both standards have. */
const kinds = new Set(
  'CompletenessCommission CompletenessOmission ConceptualConsistency DomainConsistency FormatConsistency TopologicalConsistency AbsoluteExternalPositionalAccuracy GriddedDataPositionalAccuracy RelativeInternalPositionalAccuracy ThematicClassificationCorrectness NonQuantitativeAttributeAccuracy QuantitativeAttributeAccuracy AccuracyOfATimeMeasurement TemporalConsistency TemporalValidity'
    .split(' ')
    .map((kind) => `DQ_${kind}`),
);

/** A report; the schemas want a result and a kind that they know. */
function writeReport(report: QualityReport, writing: Writing): Content | undefined {
  const { names, values, valueUnit: unit, type: given, ...judged } = report;
  // Formats beside ISO name the kinds as ISO 19157 does, `domainConsistency`.
  const type = kinds.has(given) ? given : `DQ_${given.charAt(0).toUpperCase()}${given.slice(1)}`;
  if (!kinds.has(type) || (!isJudged(judged) && values.length === 0)) {
    writing.losses.push(`quality report ${given}`);
    return undefined;
  }
  const written = writing.object(qualityReport, {
    names,
    conformance: isJudged(judged) ? [judged] : [],
    quantities: values.length > 0 ? [{ values, valueUnit: unit }] : [],
  });
  const [prefix] = written.name.split(':');
  return { children: [{ ...written, name: `${prefix}:${type}` }] };
}

type Assessed = Pick<Resource, 'quality' | 'lineage'>;

/** DQ_DataQuality; in ISO 19115:2003 it holds the lineage too. */
export const dataQuality = table<Assessed>()('dataQuality', () => ({ quality: [] }), {
  scope: {
    read([property], model, reading) {
      const level = property && readCode(property, codelists.scope, reading);
      if (level)
        model.lineage = {
          ...emptyLineage(),
          ...model.lineage,
          scopeLevel: model.lineage?.scopeLevel ?? level,
        };
    },
    write: ({ lineage: source }, writing) =>
      told([writing.code(codelists.scope, source?.scopeLevel ?? 'dataset')]),
  },
  report: reports,
  lineage: lineageField(),
});

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

export const isAssessed = ({ quality, lineage: source }: Assessed) =>
  quality.length > 0 || (source !== undefined && hasLineage(source));
