import { readFile } from 'node:fs/promises';
import {
  type HarvestSource,
  parseRulesText,
  type RulesPreview,
  type RulesVersion,
  type SourceRules,
} from '#harvesters';
import { DomainError } from '#runtime/errors';
import type { House } from '../house.ts';
import { previewHeld } from '../preview-rules.ts';
import type { Output } from '../progress.ts';
import { withHouse } from './with-house.ts';

const none: SourceRules = { rules: [] };

/**
 * `halocline sources rules`: shows the rules of a source, those of a version, or their history, or sets them from a file.
 * @throws DomainError `not-found`, or `invalid` with every error of the file
 */
export async function sourceRules(
  id: string,
  options: { set?: string; history?: boolean; show?: string },
  output: Output,
): Promise<void> {
  await withHouse(async ({ stores }) => {
    const source = await sourceOf(stores, id);
    if (options.history || options.show !== undefined) {
      for (const line of describeVersions(await stores.sources.rulesVersions(id), options.show))
        output.line(line);
      return;
    }
    if (options.set === undefined) {
      output.line(JSON.stringify(source.rules ?? none, null, 2));
      return;
    }
    const rules = await rulesIn(options.set);
    await stores.sources.save({ ...source, rules });
    output.line(
      `The rules of "${id}" are set. Apply them to what is held: halocline reread ${id}. The next harvest lists the source whole, so that what was left out before may come back.`,
    );
  });
}

/**
 * `halocline sources preview-rules`: what rules would do to what is held; nothing is stored.
 * @throws DomainError as `sourceRules`
 */
export async function previewSourceRules(
  id: string,
  options: { set?: string },
  output: Output,
): Promise<void> {
  await withHouse(async ({ stores }) => {
    const source = await sourceOf(stores, id);
    const rules = options.set === undefined ? (source.rules ?? none) : await rulesIn(options.set);
    output.progress(`${id}: reading what is held…`);
    const preview = await previewHeld(stores, id, rules);
    output.done();
    for (const line of describePreview(preview)) output.line(line);
  });
}

/**
 * The history of rules in lines, or one version of them.
 * @throws DomainError `not-found` for a version that there is not
 */
export function describeVersions(versions: readonly RulesVersion[], wanted?: string): string[] {
  if (wanted === undefined)
    return versions.map(
      ({ version, at, actor, rules, undoes }) =>
        `${version} ${at} ${actor} ${rules.rules.length} rules${undoes ? `, brought back by rolling back ${undoes}` : ''}`,
    );
  const found = versions.find(({ version }) => String(version) === wanted);
  if (!found) throw new DomainError('not-found', `There is no version ${wanted} of these rules.`);
  return [JSON.stringify(found.rules, null, 2)];
}

/** A preview in lines. */
export function describePreview({ records, overlaid, rules, excluded, refused }: RulesPreview): string[] {
  return [
    `${records} records read, ${overlaid} of them changed, ${excluded.count} left out, ${refused.count} refused.`,
    ...rules.flatMap(({ id, changed, examples }) => [
      `${id}: ${changed} changed`,
      ...examples.map(
        ({ identifier, path, before, after }) =>
          `  ${identifier} ${path}: ${before ?? 'nothing'} → ${after ?? 'nothing'}`,
      ),
    ]),
    ...(excluded.count > 0 ? [`left out: ${excluded.count}`] : []),
    ...excluded.examples.map(({ identifier, reason }) => `  ${identifier}: ${reason}`),
    ...(refused.count > 0 ? [`refused: ${refused.count}`] : []),
    ...refused.examples.map(({ identifier, reason, remedy }) => `  ${identifier}: ${reason} ${remedy}`),
  ];
}

async function sourceOf(stores: House['stores'], id: string): Promise<HarvestSource> {
  const source = await stores.sources.get(id);
  if (!source)
    throw new DomainError('not-found', `There is no source "${id}". "halocline sources list" shows them.`);
  return source;
}

/**
 * Reads rules from a file in JSON or YAML.
 * @throws DomainError `not-found` or `invalid`: each error with its line, path and what to do
 */
export async function rulesIn(file: string): Promise<SourceRules> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError('not-found', `${file} can't be read: ${reason}`);
  }
  const parsed = parseRulesText(text);
  if ('rules' in parsed) return parsed.rules;
  const lines = parsed.errors.map(
    ({ path, message, remedy, line }) =>
      `${line === undefined ? '' : `line ${line}, `}${path === '' ? 'the whole' : path}: ${message} ${remedy}`,
  );
  throw new DomainError('invalid', [`${file} holds no rules that are understood.`, ...lines].join('\n'));
}
