import type { Scope } from '#accounts';
import { localise } from '#catalogue/model';
import type { Locale, Messages } from '../locales/index.ts';
import type { PortalServices } from '../services.ts';
import { presentThemes } from '../themes/present-themes.ts';

/** A place where a role can hold, for a list to choose from. `value` is read back by `readScope`. */
export type ScopeChoice = { value: string; label: string };

/** The scope as the value of a form: `global`, `source:<id>`, `theme:<slug>`. */
export function writeScope(scope: Scope): string {
  return scope.kind === 'global' ? 'global' : `${scope.kind}:${scope.id}`;
}

/** @returns `null` for what names no scope */
export function readScope(text: string): Scope | null {
  if (text === 'global') return { kind: 'global' };
  const [, kind, id] = /^(source|theme):([\w-]{1,100})$/.exec(text) ?? [];
  if (id === undefined) return null;
  return kind === 'source' ? { kind: 'source', id } : { kind: 'theme', id };
}

/** Every data centre and every theme that has records, by its name in the language. */
export async function scopeChoices(services: PortalServices, locale: Locale): Promise<ScopeChoice[]> {
  const [sources, { subjects, networks }] = await Promise.all([
    services.sources.list(),
    presentThemes(services, locale),
  ]);
  return [
    ...sources.map(({ id, names }) => ({
      value: `source:${id}`,
      label: localise(names, locale)?.text ?? id,
    })),
    ...[...subjects, ...networks].map(({ slug, name }) => ({ value: `theme:${slug}`, label: name })),
  ];
}

/** Where a grant holds, in words. */
export function scopeName(
  scope: Scope,
  choices: readonly ScopeChoice[],
  { accountPages }: Pick<Messages, 'accountPages'>,
): string {
  if (scope.kind === 'global') return accountPages.everywhere;
  const name = choices.find((choice) => choice.value === writeScope(scope))?.label ?? scope.id;
  return scope.kind === 'source' ? accountPages.ofSource(name) : accountPages.ofTheme(name);
}
