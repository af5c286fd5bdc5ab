import type { CatalogueRecord, ProblemSeverity } from '../model/index.ts';
import type { Rule, Texts } from './rule.ts';
import { type RuleSetName, ruleSets } from './rule-sets/index.ts';

/** What one rule found in a record. */
export type RuleResult = {
  rule: Rule;
  severity: ProblemSeverity;
  /** Path in the model. */
  path: string;
  message: Texts;
};

/**
 * Applies rule sets to a record.
 * @param sets names of rule sets; a rule that does not concern the record is left out
 * @returns what was found, in the order of the sets and their rules
 */
export function checkRecord(record: CatalogueRecord, sets: readonly RuleSetName[]): RuleResult[] {
  return sets
    .flatMap((name) => ruleSets[name].rules)
    .filter(({ applies }) => applies === undefined || applies(record))
    .flatMap((rule) =>
      rule.check(record).map(({ path, message }) => ({
        rule,
        severity: rule.severity,
        path,
        message: message ?? missing(rule.title),
      })),
    );
}

function missing({ en, fr }: Texts): Texts {
  return { en: `Missing: ${lowered(en)}.`, fr: `Manque : ${lowered(fr)}.` };
}

/** "Title of the resource" within a sentence, but "DOI", "INSPIRE theme" and "CO2" as they are. */
function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
