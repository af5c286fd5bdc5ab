import type { Lineage, LineageSource } from '../../../model/index.ts';
import { codelists } from '../codelists.ts';
import { many, number, object, objectKind, prose, some, string, told } from '../fields.ts';
import { readPeriod, writePeriod } from '../gml-time.ts';
import { type Field, table } from '../table.ts';
import { dateOfText, readCode, valueElement } from '../values.ts';
import type { Content, Writing } from '../writing.ts';
import { citation, isCited } from './citation.ts';
import { referenceSystemKind } from './reference-system.ts';
import { measure } from './resolution.ts';
import { responsibilities } from './responsibility.ts';
import { isScoped, scope, someExtents } from './scope.ts';

type Source = LineageSource;
type ProcessStep = Lineage['processSteps'][number];

/** LE_NominalResolution */
export const nominalResolution = table<{ ground?: LineageSource['resolution'] }>()(
  'nominalResolution',
  () => ({}),
  { ground: measure('ground', 'gco:Distance') },
);

/** LI_Source, LE_Source */
export const source = table<Source>()('source', () => ({}), {
  description: prose('description'),
  scaleDenominator: number('scaleDenominator', 'gco:Integer'),
  referenceSystem: {
    read(properties, model, reading) {
      const [found] = properties.flatMap((property) => referenceSystemKind.read(property, reading) ?? []);
      if (found) model.referenceSystem = found;
    },
    write: ({ referenceSystem }, writing) =>
      referenceSystem ? [referenceSystemKind.write(referenceSystem, writing)] : [],
  },
  citation: object('citation', citation, isCited),
  metadata: some('metadata', objectKind(citation, isCited)),
  extent: {
    read(properties, model, reading) {
      someExtents.read(properties, model, reading);
    },
    write: someExtents.write,
  },
  scope: {
    read([property], model, reading) {
      const found = property && reading.classElement(property);
      const told = found && reading.object(scope, found);
      if (!told || !isScoped(told)) return;
      const { spatialExtents, temporalExtents, verticalExtents: _, ...rest } = told;
      if (spatialExtents) model.spatialExtents = spatialExtents;
      if (temporalExtents) model.temporalExtents = temporalExtents;
      if (rest.level ?? rest.descriptions[0]) model.scope = rest;
    },
    write({ scope: told, spatialExtents, temporalExtents }, writing) {
      if (!told && !spatialExtents && !temporalExtents) return [];
      const whole = {
        descriptions: [],
        ...told,
        ...(spatialExtents ? { spatialExtents } : {}),
        ...(temporalExtents ? { temporalExtents } : {}),
      };
      return [{ children: [writing.object(scope, whole)] }];
    },
  },
  processingLevel: string('processingLevel'),
  resolution: {
    read([property], model, reading) {
      const found = property && reading.classElement(property);
      const { ground } = found ? reading.object(nominalResolution, found) : {};
      if (ground) model.resolution = ground;
    },
    write: ({ resolution }, writing) =>
      resolution ? [{ children: [writing.object(nominalResolution, { ground: resolution })] }] : [],
  },
});

const stepDate: Field<ProcessStep> = {
  read([property], model, reading) {
    if (!property) return;
    const found = valueElement(property);
    // ISO 19115-1 has a GML time here.
    const isInstant = [...found.elements()].length > 0;
    const date = isInstant ? readPeriod(found, reading)?.start?.date : dateOfText(found.text, found, reading);
    if (date) model.date = date;
  },
  write({ date }, writing) {
    if (date === undefined) return [];
    if (writing.says('processStep', 'reference')) {
      return [{ children: [writePeriod({ start: { date }, end: { date } }, writing)] }];
    }
    // The schema wants a date with time: giving a day one would claim what nobody said.
    if (!date.includes('T')) {
      writing.losses.push(`date ${date} of a process step`);
      return [];
    }
    return [writing.date(date)];
  },
};

/** A source; ISO 19115-2 has a class of its own for those of which it tells more. */
const sourceKind = {
  read: objectKind(source, (told: Source) => Object.keys(told).length > 0).read,
  write(one: Source, writing: Writing): Content | undefined {
    const isExtended = one.processingLevel !== undefined || one.resolution !== undefined;
    const written = writing.object(source, one, isExtended ? 1 : 0);
    return written.children.length > 0 ? { children: [written] } : undefined;
  },
};

/** LI_ProcessStep, LE_ProcessStep */
export const processStep = table<ProcessStep>()('processStep', () => ({ description: {}, processors: [] }), {
  description: prose('description'),
  rationale: prose('rationale'),
  date: stepDate,
  processor: responsibilities('processors'),
  reference: some('references', objectKind(citation, isCited)),
  source: some('sources', sourceKind),
  output: some('outputs', {
    read: sourceKind.read,
    write: (one: Source, writing: Writing) => ({ children: [writing.object(source, one, 1)] }),
  }),
});

const hasStep = ({ description, processors }: ProcessStep) =>
  Object.keys(description).length + processors.length > 0;

export const emptyLineage = (): Lineage => ({ sources: [], processSteps: [] });

/** LI_Lineage, LE_Lineage */
export const lineage = table<Lineage>()('lineage', emptyLineage, {
  statement: statements(),
  scope: {
    read([property], model, reading) {
      const level = property && readCode(property, codelists.scope, reading);
      if (level) model.scopeLevel = level;
    },
    write: ({ scopeLevel }, writing) =>
      told([scopeLevel ? writing.code(codelists.scope, scopeLevel) : undefined]),
  },
  reference: some('references', objectKind(citation, isCited)),
  processStep: many('processSteps', {
    read: objectKind(processStep, hasStep).read,
    write: (step: ProcessStep, writing: Writing) =>
      hasStep(step) ? { children: [writing.object(processStep, step, step.outputs ? 1 : 0)] } : undefined,
  }),
  source: many('sources', sourceKind),
});

/** Several lineages of one record are read as one text, paragraph after paragraph. */
function statements(): Field<Lineage> {
  const { read, write } = prose('statement');
  return {
    read(properties, model, reading) {
      const one: Pick<Lineage, 'statement'> = {};
      read(properties, one, reading);
      const before = model.statement;
      if (!one.statement) return;
      model.statement = { ...before, ...one.statement };
      for (const [tag, text] of Object.entries(before ?? {})) {
        const added = one.statement[tag];
        if (added && added !== text) model.statement[tag] = `${text}\n\n${added}`;
      }
    },
    write,
  };
}

export const hasLineage = ({ statement, sources, processSteps }: Lineage) =>
  statement !== undefined || sources.length + processSteps.length > 0;
