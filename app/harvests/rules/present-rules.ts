import type { Actor } from '#accounts';
import { elementNames, elements, ruleSetNames, ruleSets } from '#catalogue/checks';
import { codeLabel, resourceTypeNames, resourceTypes } from '#catalogue/model';
import { type HarvestSource, parseSourceRules, type RulesPreview, type SourceRule } from '#harvesters';
import { type Locale, messagesIn } from '../../locales/index.ts';
import { sentenceFor } from '../../phrases/index.ts';
import { type PageText, pageText } from '../../record/texts.ts';
import type { PortalServices } from '../../services.ts';
import { presentVersions, type VersionRow } from './present-versions.ts';
import { type RuleField, type RuleKind, ruleKinds } from './rule-kinds.ts';
import { isObject } from './rule-values.ts';
import { formOf, type RulesForm } from './rules-form.ts';
import { startingRules } from './starting-rules.ts';
import { ruleTextsIn } from './texts.ts';

export type Choice = { value: string; label: string };

/** A rule of the draft, as a line of the list. */
export type RuleRow = {
  id: string;
  kind: RuleKind;
  /** What it does, in the words of the rule: "ifremer → Ifremer". */
  words: string;
  note?: string;
  off: boolean;
  /** It has a condition. */
  some: boolean;
  /** Records that it changed in the last run that read them. */
  changed?: number;
};

export type RulesView = {
  id: string;
  name: PageText;
  form: RulesForm;
  rows: RuleRow[];
  /** The draft is what is stored. */
  isStored: boolean;
  /** Fields of the rule that is edited. */
  fields: (Omit<RuleField, 'choices'> & { choices?: Choice[] })[];
  types: Choice[];
  elements: Choice[];
  ruleSets: Choice[];
  starting: { value: string; kind: RuleKind; words: string }[];
  /** Records of the source that are held. */
  held: number;
  /** The source is asked by OAI-PMH, which knows sets. */
  hasSets: boolean;
  preview?: RulesPreview;
  versions: VersionRow[];
  /** The version that stands in the draft as it was saved. */
  version?: number;
  /** Id of the element where reading goes on after a form. */
  focus?: string;
};

/**
 * The rules of a source, for who may edit them.
 * @param form the draft as it stands; what is stored unless told
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found`
 */
export async function presentRules(
  actor: Actor,
  { harvests, records, runs }: PortalServices,
  sourceId: string,
  locale: Locale,
  form?: RulesForm,
): Promise<RulesView> {
  const source = await harvests.source(actor, sourceId);
  const [counts, ofSource, versions] = await Promise.all([
    records.countBySource('staff'),
    runs.listBySource(sourceId, 20),
    harvests.rulesVersions(actor, sourceId),
  ]);
  const byRule = ofSource.find(({ counts: { byRule: counted } }) => counted)?.counts.byRule ?? {};
  const shown = form ?? formOf(storedRules(source));
  return {
    id: source.id,
    name: pageText(source.names, locale) ?? { text: source.id },
    form: {
      ...shown,
      faults: shown.faults.map((fault) => ({ ...fault, ...saidFault(fault, locale) })),
    },
    rows: rowsOf(shown.list, byRule),
    isStored: shown.faults.length === 0 && shown.text === formOf(storedRules(source)).text,
    fields: shown.editor ? fieldsOf(shown.editor.kind, locale) : [],
    types: resourceTypes.map((value) => ({ value, label: codeLabel(resourceTypeNames, value, locale) })),
    elements: elementNames.map((value) => ({ value, label: elements[value].title[locale] })),
    ruleSets: ruleSetNames.map((value) => ({ value, label: ruleSets[value].title[locale] })),
    starting: startingRules.map(({ id, action }) => ({
      value: id,
      kind: action.do,
      words: wordsOf({ id, action }),
    })),
    held: counts[sourceId] ?? 0,
    versions: presentVersions(versions, source.rules ?? { rules: [] }, actor, locale),
    hasSets: source.protocol === 'oai-pmh' || source.rules?.filter?.sets !== undefined,
  };
}

/** What is wrong and what to do, in the reader's language. */
function saidFault({ message, remedy }: { message: string; remedy: string }, locale: Locale) {
  const texts = ruleTextsIn(locale);
  return {
    message: sentenceFor(locale, message) || texts.notTaken,
    remedy: sentenceFor(locale, remedy) || texts.seeGuide,
  };
}

/** The rules of a source as they are stored; what an older version stored and this one does not know is left away. */
export function storedRules({ rules }: HarvestSource) {
  const parsed = parseSourceRules(rules ?? {});
  return 'rules' in parsed ? parsed.rules : { rules: [] };
}

function rowsOf(list: string, byRule: Readonly<Record<string, number>>): RuleRow[] {
  const given: unknown = JSON.parse(list);
  const parsed = parseSourceRules({ rules: given });
  if ('errors' in parsed) return [];
  return parsed.rules.rules.map((rule) => {
    const { id, note, off, when, action } = rule;
    const changed = byRule[id];
    return {
      id,
      kind: action.do,
      words: wordsOf(rule),
      off: off === true,
      some: when !== undefined,
      ...(note ? { note } : {}),
      ...(changed === undefined ? {} : { changed }),
    };
  });
}

/** What a rule says, in its own words: the texts that it looks for and those that it gives. */
function wordsOf({ action }: Pick<SourceRule, 'id' | 'action'>): string {
  const { do: _kind, ...said } = action;
  return Object.values(said)
    .map((value) => inWords(value))
    .filter((words) => words !== '')
    .join(' → ');
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (!isObject(value)) return '';
  return Object.values(value)
    .map(inWords)
    .filter((words) => words !== '')
    .join(', ');
}

function fieldsOf(kind: RuleKind, locale: Locale): RulesView['fields'] {
  const { recordPage } = messagesIn(locale);
  const words: Record<string, string> = { ...recordPage.accessKinds, ...ruleTextsIn(locale).choices };
  return ruleKinds[kind].map(({ choices, ...field }) => ({
    ...field,
    ...(choices
      ? {
          choices: choices.map((value) => ({
            value,
            label:
              kind === 'resource-type'
                ? codeLabel(resourceTypeNames, value, locale)
                : (words[value] ?? value),
          })),
        }
      : {}),
  }));
}
