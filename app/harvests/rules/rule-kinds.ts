import { accessKinds, resourceTypes } from '#catalogue/model';
import type { RuleAction } from '#harvesters';

/** What a rule does, by the word in `do`. */
export type RuleKind = RuleAction['do'];

/**
 * A field of the form of a rule. `name` is the place in the action; `said`: a text, perhaps by language; `test`: what a
 * text is asked; `lines`: one on each line.
 */
export type RuleField = {
  name: RuleFieldName;
  kind: 'line' | 'lines' | 'said' | 'test' | 'choice' | 'tick';
  /** What can be chosen; a field that may be left out begins with ''. */
  choices?: readonly string[];
};

export type RuleFieldName =
  | 'licence'
  | 'role'
  | 'organisation'
  | 'email'
  | 'url'
  | 'identifiers'
  | 'of'
  | 'match'
  | 'name'
  | 'keyword'
  | 'thesaurus'
  | 'thesaurus.title'
  | 'thesaurus.uri'
  | 'thesaurus.identifier'
  | 'type'
  | 'uri'
  | 'label'
  | 'protocol'
  | 'kind'
  | 'language'
  | 'right'
  | 'always';

const roles = ['publisher', 'pointOfContact', 'distributor', 'custodian', 'owner', 'resourceProvider'];
const keywordTypes = [
  '',
  'theme',
  'place',
  'discipline',
  'stratum',
  'temporal',
  'platform',
  'instrument',
  'project',
  'taxon',
];
const linkKinds = ['', ...accessKinds];

const reference: readonly RuleField[] = [
  { name: 'name', kind: 'said' },
  { name: 'uri', kind: 'line' },
];

/** The fields of each kind of rule, in the order in which they are asked. */
export const ruleKinds: Readonly<Record<RuleKind, readonly RuleField[]>> = {
  'default-licence': [{ name: 'licence', kind: 'line' }],
  'default-party': [
    { name: 'role', kind: 'choice', choices: roles },
    { name: 'organisation', kind: 'said' },
    { name: 'email', kind: 'line' },
    { name: 'url', kind: 'line' },
    { name: 'identifiers', kind: 'lines' },
    { name: 'of', kind: 'choice', choices: ['resource', 'metadata'] },
  ],
  organisation: [
    { name: 'match', kind: 'test' },
    { name: 'name', kind: 'said' },
    { name: 'identifiers', kind: 'lines' },
  ],
  thesaurus: [
    { name: 'keyword', kind: 'test' },
    { name: 'thesaurus.title', kind: 'said' },
    { name: 'thesaurus.uri', kind: 'line' },
    { name: 'thesaurus.identifier', kind: 'line' },
    { name: 'type', kind: 'choice', choices: keywordTypes },
    { name: 'uri', kind: 'line' },
  ],
  'replace-keyword': [
    { name: 'keyword', kind: 'test' },
    { name: 'label', kind: 'said' },
    { name: 'uri', kind: 'line' },
  ],
  'remove-keyword': [
    { name: 'keyword', kind: 'test' },
    { name: 'thesaurus', kind: 'test' },
  ],
  link: [
    { name: 'url', kind: 'test' },
    { name: 'protocol', kind: 'line' },
    { name: 'kind', kind: 'choice', choices: linkKinds },
    { name: 'name', kind: 'said' },
  ],
  'drop-link': [{ name: 'url', kind: 'test' }],
  language: [{ name: 'language', kind: 'line' }],
  'access-right': [
    { name: 'right', kind: 'choice', choices: ['open', 'embargoed', 'restricted', 'metadata-only'] },
    { name: 'always', kind: 'tick' },
  ],
  'resource-type': [{ name: 'type', kind: 'choice', choices: resourceTypes }],
  'add-network': reference,
  'add-project': reference,
};

/** Whether a word names a kind of rule. */
export function isRuleKind(word: string): word is RuleKind {
  return Object.hasOwn(ruleKinds, word);
}
