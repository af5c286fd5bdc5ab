import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError } from '#runtime/errors';
import { conditionOf, validatorOf } from '../asking/index.ts';
import type { HarvestProtocol, ListingContext } from '../protocol.ts';
import { requestFor, withoutUser } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';
import { type Datasets, datasetsOf } from './datasets.ts';
import { largestFile, tablesOf } from './workbook.ts';

export { spreadsheetTemplate } from './template.ts';

/** Documents on one page. */
const pageSize = 100;

/**
 * A spreadsheet that describes an archive (docs/spreadsheet.md): an .xlsx workbook or CSV, a path of this machine or an
 * address. One row is one dataset; further sheets hold people, variables, links and keywords.
 */
export const spreadsheet: HarvestProtocol = {
  name: 'spreadsheet',
  async describe(source, context) {
    const found = await read(source, context);
    if (found === 'unmodified')
      throw new DomainError('upstream', 'The spreadsheet did not send its content.');
    const { documents, problems } = found;
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (documents.length === 0)
      throw new DomainError('upstream', errors[0]?.message ?? 'The spreadsheet holds no dataset.');
    return { facts: [`${documents.length} datasets`, ...errors.slice(0, 3).map(({ message }) => message)] };
  },
  async *pages(source, context) {
    const found = await read(source, context, context.since);
    if (found === 'unmodified')
      return { complete: false, unmodified: true, ...(context.since ? { highWater: context.since } : {}) };
    const { documents, problems, unnamed, validator } = found;
    const [first] = problems.filter(({ severity }) => severity === 'error');
    if (documents.length === 0 && first) throw new DomainError('upstream', `${first.message} ${first.hint}`);
    for (let start = 0; start === 0 || start < documents.length; start += pageSize)
      yield {
        documents: documents.slice(start, start + pageSize),
        problems: start === 0 ? problems : [],
        total: documents.length,
      };
    return {
      complete: true,
      // What is amiss in it is told as long as it stands.
      ...(validator !== undefined && problems.length === 0 ? { highWater: validator } : {}),
      ...(unnamed > 0
        ? { gap: `${unnamed} rows have no identifier, so that they may be any of those that are held.` }
        : {}),
    };
  },
};

/** @param since validator of the file that is held: on the web it is asked for on condition that it changed */
async function read(
  source: HarvestSource,
  context: ListingContext,
  since?: string,
): Promise<(Datasets & { validator?: string | undefined }) | 'unmodified'> {
  try {
    if (!/^https?:/i.test(source.url))
      return datasetsOf(
        await tablesOf(await local(source.url)),
        `file:///${encodeURIComponent(basename(source.url))}`,
      );
    const response = await context.fetcher.fetch(source.url, {
      ...requestFor(source, context),
      limits: { maxBytes: largestFile },
      ...(since === undefined ? {} : { known: conditionOf(since) }),
    });
    if (since !== undefined && response.status === 304) return 'unmodified';
    if (response.status >= 400)
      throw new DomainError('upstream', `The spreadsheet is answered with status ${response.status}.`);
    const datasets = datasetsOf(await tablesOf(response.bytes), withoutUser(response.url));
    return { ...datasets, validator: validatorOf(response) };
  } catch (error) {
    // Whose file it is, mends it.
    if (error instanceof DomainError && error.code === 'invalid')
      throw new DomainError('upstream', error.message);
    throw error;
  }
}

async function local(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new DomainError('not-found', `There is no file "${path}".`);
  if (found.size > largestFile)
    throw new DomainError(
      'invalid',
      `The file has ${found.size} bytes; at most ${largestFile} are read. Split it.`,
    );
  return readFile(path);
}
