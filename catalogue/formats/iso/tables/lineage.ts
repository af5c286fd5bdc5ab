import type { Lineage } from '../../../model/index.ts';
import { codelists } from '../codelists.ts';
import { many, object, objectKind, prose, told } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { dateOfText, readCode, valueElement } from '../values.ts';
import { citation, isCited } from './citation.ts';
import { responsibilities } from './responsibility.ts';

type Source = Lineage['sources'][number];
type ProcessStep = Lineage['processSteps'][number];

/** LI_Source, LE_Source */
export const source = table<Source>()('source', () => ({}), {
  description: prose('description'),
  citation: object('citation', citation, isCited),
});

const stepDate: Field<ProcessStep> = {
  read([property], model, reading) {
    if (!property) return;
    // ISO 19115-1 has a GML time here: its position is the last element with text.
    let found = valueElement(property);
    for (let inner = found.elements().next().value; inner; inner = inner.elements().next().value)
      found = inner;
    const date = dateOfText(found.text, found, reading);
    if (date) model.date = date;
  },
  write({ date }, writing) {
    if (date === undefined) return [];
    // The schema wants a date with time: giving a day one would claim what nobody said.
    if (!date.includes('T')) {
      writing.losses.push(`date ${date} of a process step`);
      return [];
    }
    return [writing.date(date)];
  },
};

/** LI_ProcessStep, LE_ProcessStep */
export const processStep = table<ProcessStep>()('processStep', () => ({ description: {}, processors: [] }), {
  description: prose('description'),
  rationale: prose('rationale'),
  date: stepDate,
  processor: responsibilities('processors'),
});

const hasSource = ({ description, citation: cited }: Source) =>
  description !== undefined || cited !== undefined;
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
  processStep: many('processSteps', objectKind(processStep, hasStep)),
  source: many('sources', objectKind(source, hasSource)),
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
