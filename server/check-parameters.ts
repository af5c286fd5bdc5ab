import { type CheckLanguage, checkLanguages, type RuleSetName, ruleSetNames } from '#catalogue/checks';
import { DomainError } from '#runtime/errors';

/**
 * Names of rule sets as people write them: `inspire,dcat-ap`; `all` for every set.
 * @returns the baseline for an empty text
 * @throws DomainError `invalid` (field `rules`) that lists the names that there are
 */
export function parseRuleSets(text: string): RuleSetName[] {
  const names = text.split(',').flatMap((name) => (name.trim() ? [name.trim()] : []));
  if (names.length === 0) return ['halocline'];
  if (names.includes('all')) return [...ruleSetNames];
  const wanted = names.map((name) => {
    const known = ruleSetNames.find((candidate) => candidate === name);
    if (known) return known;
    throw new DomainError(
      'invalid',
      `"${name.slice(0, 50)}" is no rule set. There are: ${ruleSetNames.join(', ')}, all.`,
      { field: 'rules' },
    );
  });
  return [...new Set(wanted)];
}

/** @throws DomainError `invalid` (field `lang`) */
export function parseCheckLanguage(text: string): CheckLanguage {
  const known = checkLanguages.find((candidate) => candidate === text);
  if (known) return known;
  throw new DomainError(
    'invalid',
    `lang: "${text.slice(0, 20)}" is not one of ${checkLanguages.join(', ')}.`,
    {
      field: 'lang',
    },
  );
}
