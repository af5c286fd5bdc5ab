import type { RecordReader, StoredRecord } from '#ledger';
import type { Disseminate } from './disseminate.ts';
import { header } from './envelope.ts';
import { OaiError } from './errors.ts';
import type { PageLimits } from './page.ts';
import type { Prefix } from './prefixes.ts';
import type { ResumptionTokens } from './resumption-token.ts';
import type { Sets } from './sets.ts';

/** What the verbs work on. */
export type Repository = {
  records: RecordReader;
  sets: Sets;
  prefixes: readonly Prefix[];
  disseminate: Disseminate;
  tokens: ResumptionTokens;
  clock: () => number;
  limits: PageLimits;
  config: { repositoryName: string; repositoryIdentifier: string; adminEmail: string };
  baseUrl: string;
  /** What stands before our public id in an identifier. */
  identifierPrefix: string;
};

/** How an entry is written: with its document, or the header alone. */
export type Form = (header: string, document: string | null) => string;

export const wholeRecord: Form = (head, document) =>
  `<record>${head}${document === null ? '' : `<metadata>${document}</metadata>`}</record>`;
export const headerOnly: Form = (head) => head;

/**
 * Finds the record of an identifier, a withdrawn one too.
 * @throws OaiError `idDoesNotExist`
 */
export async function findRecord(
  { identifierPrefix, records }: Repository,
  identifier: string,
): Promise<StoredRecord> {
  const id = identifier.startsWith(identifierPrefix) ? identifier.slice(identifierPrefix.length) : '';
  const record = /^[A-Za-z0-9_-]+$/.test(id) ? await records.get(id, 'public') : null;
  if (!record) throw new OaiError('idDoesNotExist', `There is no record "${identifier}".`);
  return record;
}

/**
 * Writes one record in one format. A record that the format can't express is absent (`null`); but when it has changed
 * since it came, it may have been there before, and whoever holds that copy must learn that it is gone: then it is
 * told as deleted.
 */
export async function writeRecord(
  { disseminate, identifierPrefix, sets }: Repository,
  { format }: Prefix,
  record: StoredRecord,
  form: Form,
): Promise<string | null> {
  const document = record.deleted ? null : await disseminate(record, format);
  if (document === null && !record.deleted && record.createdAt === record.datestamp) return null;
  return form(
    header(identifierPrefix + record.id, record, document === null, await sets.of(record)),
    document,
  );
}
