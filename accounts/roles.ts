/** Roles of people, from most to least. */
export const roles = [
  'administrator',
  'curator',
  'vocabulary-curator',
  'vocabulary-contributor',
  'producer',
  'reader',
] as const;
export type Role = (typeof roles)[number];

/** Where a grant holds: everywhere, for one source, or for one theme (sub-portal). */
export const scopeKinds = ['global', 'source', 'theme'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

export type Scope = { kind: 'global' } | { kind: 'source' | 'theme'; id: string };
