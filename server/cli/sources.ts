import { z } from 'zod';
import { system } from '#accounts';
import type { HarvestSource } from '#harvesters';
import {
  harvestProtocols,
  isSentTo,
  nextMoment,
  precedenceRank,
  selectionOf,
  themeName,
  undoDays,
} from '#harvesters';
import { DomainError } from '#runtime/errors';
import { harvestDeskOf } from '../harvest-desk.ts';
import { indexAlongside } from '../index-alongside.ts';
import type { Output } from '../progress.ts';
import { describeRun } from '../progress.ts';
import { withHouse } from './with-house.ts';

const shownRuns = 5;

/** `halocline sources list`: id, protocol, live records, last run. */
export async function listSources(output: Output): Promise<void> {
  await withHouse(async ({ stores }) => {
    const counts = await stores.records.countBySource('staff');
    const sources = await stores.sources.list();
    if (sources.length === 0) output.line('There is no source yet. Add one with "halocline sources add".');
    for (const source of sources) {
      const [last] = await stores.runs.listBySource(source.id, 1);
      const state = last ? `${last.state} ${last.startedAt}` : 'never harvested';
      output.line(
        [
          source.id.padEnd(20),
          source.protocol.padEnd(8),
          String(counts[source.id] ?? 0).padStart(7),
          state.padEnd(32),
          source.enabled ? source.url : `${source.url} (disabled)`,
        ].join(' '),
      );
    }
  });
}

/** `halocline sources show`. @throws DomainError `not-found` */
export async function showSource(id: string, output: Output): Promise<void> {
  await withHouse(async ({ stores, harvester }) => {
    const source = await stores.sources.get(id);
    if (!source)
      throw new DomainError('not-found', `There is no source "${id}". "halocline sources list" shows them.`);
    output.line(JSON.stringify(source, null, 2));
    for (const run of await stores.runs.listBySource(id, shownRuns))
      output.line(`${run.startedAt} ${describeRun(run)}`);
    output.progress(`Asking ${source.url}…`);
    try {
      const { title, facts } = await harvester.describe(source);
      output.done();
      output.line(['The source says:', ...(title ? [title] : []), ...facts].join('\n  '));
    } catch (error) {
      output.error(`The source does not answer: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

/**
 * `halocline sources archive`: the records of a source stay, and nothing is asked any more.
 * @param options `undo`: it is harvested again
 * @throws DomainError `not-found`, `conflict` when it is removed
 */
export async function archiveSource(id: string, options: { undo?: boolean }, output: Output): Promise<void> {
  await withHouse(async (house) => {
    await harvestDeskOf(house).archive(system, id, options.undo !== true);
    output.line(
      options.undo
        ? `"${id}" is harvested again.`
        : `"${id}" is archived: its records stay, and it is not harvested.`,
    );
  });
}

/**
 * `halocline sources remove`: stages the withdrawal of all its records, and holds it.
 * @param options `yes` stores it at once
 * @throws DomainError `not-found`, `conflict` when it is removed already, or is being harvested
 */
export async function removeSource(
  id: string,
  options: { yes?: boolean; to?: string },
  output: Output,
): Promise<void> {
  await withHouse(async (house) => {
    const run = await indexAlongside(house.indexer, () =>
      house.harvester.remove(id, {
        force: options.yes === true,
        ...(options.to === undefined ? {} : { heir: options.to }),
        onProgress: ({ run: { counts, phase } }) =>
          output.progress(`${phase === 'committing' ? 'withdrawing' : 'staging'}: ${counts.listed} records`),
      }),
    );
    output.done();
    output.line(describeRun(run));
    if (run.state === 'held')
      output.line(
        `See them: halocline runs show ${run.id}. Confirm: halocline runs approve ${run.id}. Leave it: halocline runs discard ${run.id}.`,
      );
    else if (run.state === 'succeeded')
      output.line(
        `Removed. Addresses of its records go on to say so. Undo within ${undoDays} days: halocline runs roll-back ${run.id}`,
      );
    else process.exitCode = 1;
  });
}

const addCommand = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens, e.g. aviso'),
  url: z.string().min(1),
  protocol: z.enum(harvestProtocols),
  name: z.string().optional(),
  nameFr: z.string().optional(),
  contact: z.email().optional(),
  theme: z.array(themeName).max(20).optional(),
  precedence: z.coerce.number().pipe(precedenceRank).optional(),
  owner: z.email().optional(),
  set: z.array(z.string().regex(/^[A-Za-z][\w-]*=/, 'must be option=value')).default([]),
  schedule: z.string().refine(isCron, 'must be a cron expression such as "0 3 * * *"').optional(),
  allowPrivate: z.boolean().default(false),
});

/**
 * `halocline sources add`.
 * @throws DomainError `invalid`: which argument is wrong and what it must be
 */
export async function addSource(id: string, url: string, options: unknown, output: Output): Promise<void> {
  const given = typeof options === 'object' && options !== null ? options : {};
  const parsed = addCommand.safeParse({ ...given, id, url });
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`);
    throw new DomainError('invalid', sentences.join(' '));
  }
  const command = parsed.data;
  const protocolOptions = Object.fromEntries(
    command.set.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  selectionOf({ protocol: command.protocol, options: protocolOptions });
  await withHouse(async ({ stores }) => {
    const known = await stores.sources.get(id);
    const owner = command.owner && (await stores.accounts.findAccountByEmail(command.owner));
    if (owner === null)
      throw new DomainError('not-found', `Nobody has an account with the address ${command.owner}.`);
    const names = {
      ...known?.names,
      ...(command.name || !known ? { en: command.name ?? id } : {}),
      ...(command.nameFr ? { fr: command.nameFr } : {}),
    };
    const source: HarvestSource = {
      ...known,
      id,
      names,
      descriptions: known?.descriptions ?? {},
      protocol: command.protocol,
      url,
      options: protocolOptions,
      enabled: known?.enabled ?? true,
      allowPrivateAddresses: command.allowPrivate,
      createdAt: known?.createdAt ?? new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      ...(command.contact ? { contactEmail: command.contact } : {}),
      ...(owner ? { ownerId: owner.id } : {}),
      ...(command.theme ? { themes: command.theme } : {}),
      ...(command.precedence === undefined ? {} : { precedence: command.precedence }),
      ...(command.schedule ? { schedule: command.schedule } : {}),
    };
    if (isSentTo(source) && source.schedule)
      throw new DomainError('invalid', 'schedule: a source that sends its documents is not asked for them.');
    await stores.sources.save(source);
    const next = isSentTo(source)
      ? `Make a token for whoever sends: halocline tokens create ${id} <e-mail address of an account>`
      : `See what it would bring: halocline harvest ${id} --dry-run`;
    output.line(`${known ? 'Changed' : 'Added'} "${id}". ${next}`);
  });
}

function isCron(expression: string): boolean {
  return nextMoment(expression, new Date()) !== null;
}
