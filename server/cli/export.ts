import { recordExports } from '#catalogue/exports';
import { formatNames, writersOf } from '#catalogue/formats';
import { DomainError } from '#runtime/errors';
import type { House } from '../house.ts';
import type { Output } from '../progress.ts';
import { withHouse } from './with-house.ts';

/**
 * `halocline export`: one record in one format to standard output.
 * @throws DomainError `not-found`, or `invalid` when the format is unknown, not written, or can't express the record
 */
export async function exportRecord(id: string, command: { format: string }, output: Output): Promise<void> {
  await withHouse(async (house) => {
    const document = await documentOf(house, id, command.format);
    if (typeof document === 'string') output.line(document);
    else process.stdout.write(document);
  });
}

async function documentOf(house: House, id: string, name: string): Promise<string | Uint8Array> {
  const stored = await house.stores.records.get(id, 'staff');
  if (!stored) throw new DomainError('not-found', `There is no record "${id}".`);
  if (name === 'original') {
    const original = await house.stores.records.original(id, 'staff');
    if (!original) throw new DomainError('not-found', `The original document of "${id}" is not there.`);
    return original.bytes;
  }
  const pageUrl = `${house.config.publicUrl}/records/${id}`;
  const taken = recordExports.find((candidate) => candidate.name === name);
  if (taken) {
    const document = await taken.write(stored.record, { id, pageUrl, language: 'en', labels: {} });
    if (document === null) throw new DomainError('invalid', 'The record has no title, so it can’t be cited.');
    return document;
  }
  const writers = writersOf(house.formats);
  const writer = writers.find((candidate) => candidate.name === name);
  if (!writer) {
    const known = formatNames.some((candidate) => candidate === name);
    const names = [...writers, ...recordExports].map((candidate) => candidate.name);
    throw new DomainError(
      'invalid',
      `--format: "${name}" ${known ? 'is read, not written' : 'is not a format'}. Use one of ${[...names, 'original'].join(', ')}.`,
      { field: 'format' },
    );
  }
  const result = writer.write(stored.record, {
    id,
    pageUrl,
    datestamp: stored.datestamp,
    catalogue: { name: house.config.name, url: house.config.publicUrl },
    ...(stored.assessment ? { assessment: stored.assessment } : {}),
  });
  if (!result)
    throw new DomainError(
      'invalid',
      `${writer.title} can't express this record: a mandatory element has no source.`,
    );
  return result.text;
}
