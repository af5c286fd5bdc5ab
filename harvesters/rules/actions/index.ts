import { z } from 'zod';
import type { Action } from '../change.ts';
import {
  compileKeywordThesaurus,
  compileRemoveKeyword,
  compileReplaceKeyword,
  keywordThesaurus,
  removeKeyword,
  replaceKeyword,
} from './keyword.ts';
import { compileTextLanguage, textLanguage } from './language.ts';
import { compileDefaultLicence, defaultLicence } from './licence.ts';
import { compileDropLink, compileLink, dropLink, link } from './link.ts';
import { compileDefaultParty, compileOrganisation, defaultParty, organisation } from './party.ts';
import {
  addReference,
  compileAccessRight,
  compileReference,
  compileType,
  setAccessRight,
  setType,
} from './resource.ts';

/** What a rule does, by the word in `do`. */
export const ruleAction = z.discriminatedUnion('do', [
  defaultLicence,
  defaultParty,
  organisation,
  keywordThesaurus,
  replaceKeyword,
  removeKeyword,
  link,
  dropLink,
  textLanguage,
  setAccessRight,
  setType,
  addReference,
]);
export type RuleAction = z.infer<typeof ruleAction>;

/** Every word that `do` may hold. */
export const actionNames: readonly RuleAction['do'][] = [
  'default-licence',
  'default-party',
  'organisation',
  'thesaurus',
  'replace-keyword',
  'remove-keyword',
  'link',
  'drop-link',
  'language',
  'access-right',
  'resource-type',
  'add-network',
  'add-project',
];

/** @param given as validated by `ruleAction` */
export function compileAction(given: RuleAction): Action {
  switch (given.do) {
    case 'default-licence':
      return compileDefaultLicence(given);
    case 'default-party':
      return compileDefaultParty(given);
    case 'organisation':
      return compileOrganisation(given);
    case 'thesaurus':
      return compileKeywordThesaurus(given);
    case 'replace-keyword':
      return compileReplaceKeyword(given);
    case 'remove-keyword':
      return compileRemoveKeyword(given);
    case 'link':
      return compileLink(given);
    case 'drop-link':
      return compileDropLink(given);
    case 'language':
      return compileTextLanguage(given);
    case 'access-right':
      return compileAccessRight(given);
    case 'resource-type':
      return compileType(given);
    case 'add-network':
    case 'add-project':
      return compileReference(given);
  }
}
