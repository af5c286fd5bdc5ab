import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPart, recogniseFormat } from '#catalogue/formats';
import type { CatalogueRecord, Problem } from '#catalogue/model';
import { emptyRecord } from '#catalogue/model';
import { type Visibility, visibilities } from '#ledger';
import { shared } from '#tests/shared.ts';
import type { Database } from '../database.ts';
import { openTestDatabase } from '../testing/index.ts';
import { createStores, type Stores } from './index.ts';

let database: Database;
let stores: Stores;
beforeEach(() => {
  database = openTestDatabase();
  stores = createStores(database, () => Date.parse('2026-01-01T00:00:00Z'));
});
afterEach(() => database.close());

const tables = {
  record_links: 'record_id, path, source_id, url, kind',
  standing_problems: 'record_id, code, severity, source_id, number',
  link_checks: 'url, host, checked_at, next_check_at, failures, outcome',
};
const noted = () =>
  Object.entries(tables).map(([table, columns]) =>
    database.connection.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${columns}`).all(),
  );

/** What is noted of new records, and what the triggers make of the same records when they change. */
function bothWays() {
  const written = noted();
  for (const table of ['record_links', 'standing_problems', 'link_checks'])
    database.connection.prepare(`DELETE FROM ${table}`).run();
  database.connection.prepare('UPDATE records SET record = record, problems = problems').run();
  return { written, followed: noted() };
}

async function put(
  name: string,
  record: CatalogueRecord,
  problems: Problem[],
  visibility: Visibility = 'public',
) {
  const document = { bytes: Buffer.from(name), format: 'iso19139' as const, mediaType: 'text/xml' };
  await stores.writer.apply(
    [{ kind: 'put', sourceId: 'a', upstreamIdentifier: name, document, record, problems, visibility }],
    { actor: 'system' },
  );
}

const problem = (code: string, severity: Problem['severity']): Problem => ({
  code,
  severity,
  path: '/a',
  message: 'It is so.',
  hint: 'Mend it.',
});

describe('what is noted of a new record is what triggers note of a changed one', () => {
  it.each(visibilities)('%s', async (visibility) => {
    const record = emptyRecord();
    const addresses = [
      'https://Example.ORG/a?b=c',
      'HTTP://example.org',
      'ftp://example.org/a',
      '',
      'not an address',
      'https://é.example.org:8080/x',
      'https://example.org/a?b=c',
      'https://Example.ORG/a?b=c',
    ];
    record.resource.distributions = addresses.map((url) => ({
      url,
      names: {},
      descriptions: {},
      kind: 'download' as const,
      conformsTo: [],
    }));
    record.resource.identifiers = [
      { code: '10.1/a', scheme: 'doi', uri: 'https://doi.org/10.1/a' },
      { code: '1/a', scheme: 'handle', uri: 'http:hdl' },
      { code: 'b', scheme: 'uuid', uri: 'https://example.org/b' },
      { code: 'c', scheme: 'ark' },
    ];
    const problems = [
      problem('x', 'warning'),
      problem('x', 'warning'),
      problem('x', 'error'),
      problem('y', 'info'),
    ];
    await put('one', record, problems, visibility);
    const { written, followed } = bothWays();
    expect(written).toEqual(followed);
    expect(written.map((rows) => rows.length)).toEqual(
      { public: [7, 3, 6], 'metadata-only': [2, 3, 2], embargoed: [0, 0, 0], private: [0, 0, 0] }[visibility],
    );
  });

  const folder = shared('corpus', 'iso19139');
  it.runIf(folder !== null)('records of the corpus', async () => {
    const files = readdirSync(folder ?? '', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .slice(0, 150);
    for (const name of files) {
      const bytes = readFileSync(join(folder ?? '', name));
      const format = recogniseFormat(bytes);
      const reading = format && (await readPart({ format, bytes }));
      if (reading?.record) await put(name, reading.record, reading.problems);
    }
    const { written, followed } = bothWays();
    expect(written).toEqual(followed);
    expect(written[0]?.length).toBeGreaterThan(200);
  });
});
