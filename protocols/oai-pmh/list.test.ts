import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import type { OaiPmhPorts } from './index.ts';
import { type HarvestedPage, harvest } from './testing/harvester.ts';
import {
  all,
  errorCode,
  openRepository,
  putChange,
  sampleRecord,
  type TestRepository,
  texts,
} from './testing/repository.ts';

let repository: TestRepository;
afterEach(() => repository.close());

/** A repository of so many small records. */
async function filled(number: number, more: Partial<OaiPmhPorts> = {}): Promise<void> {
  repository = openRepository(more);
  const records = Array.from({ length: number }, (_, index) =>
    putChange(
      `r${index}`,
      sampleRecord(`Title ${index}`, { topicCategories: index % 50 === 0 ? ['oceans'] : [] }),
      'argo',
    ),
  );
  await repository.ledger.commit(records, { actor: 'system' });
}

async function collect(pages: AsyncGenerator<HarvestedPage>): Promise<HarvestedPage[]> {
  const collected: HarvestedPage[] = [];
  for await (const page of pages) collected.push(page);
  return collected;
}

const tokenOf = ({ answer: { root } }: HarvestedPage) => all(root, 'resumptionToken')[0];

describe('a list in several pages', () => {
  test('has at least 100 records a page and ends with an empty token', async () => {
    await filled(2345);
    const pages = await collect(harvest(repository));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages.slice(0, -1)) expect(page.records.length).toBeGreaterThanOrEqual(100);
    expect(pages.flatMap(({ records }) => records.map(({ title }) => title))).toEqual(
      Array.from({ length: 2345 }, (_, index) => `Title ${index}`),
    );
    let cursor = 0;
    for (const page of pages) {
      expect(tokenOf(page)?.attribute('cursor')).toBe(String(cursor));
      expect(tokenOf(page)?.attribute('completeListSize')).toBe('2345');
      cursor += page.records.length;
    }
    const last = pages.at(-1);
    expect(last && tokenOf(last)?.text).toBe('');
    if (schemasFolder)
      for (const { answer } of pages) expect(validateXml(answer.text, 'oai-pmh')).toEqual([]);
  });

  test.each([100, 1000])('has no token when %i records are all', async (number) => {
    await filled(number);
    const [page, ...more] = await collect(harvest(repository));
    expect(more).toEqual([]);
    expect(page?.records).toHaveLength(number);
    expect(page && tokenOf(page)).toBeUndefined();
  });

  test('ends a page at its budget of characters, yet with 100 records', async () => {
    repository = openRepository();
    const abstract = 'long '.repeat(5000);
    for (let index = 0; index < 150; index++) {
      await repository.put(`r${index}`, sampleRecord(`Title ${index}`, { abstracts: { en: abstract } }));
    }
    const pages = await collect(harvest(repository));
    expect(pages.map(({ records }) => records.length)).toEqual([100, 50]);
  });

  test('ends a page of giants early, so that memory stays bounded', async () => {
    repository = openRepository();
    const abstract = 'x'.repeat(4 * 1024 * 1024);
    for (let index = 0; index < 6; index++) {
      await repository.put(`r${index}`, sampleRecord(`Title ${index}`, { abstracts: { en: abstract } }));
    }
    const pages = await collect(harvest(repository));
    expect(pages.map(({ records }) => records.length)).toEqual([4, 2]);
  });

  test('of a rare topic never leads to an empty page', async () => {
    await filled(500, { limits: { batchSize: 5, largestPage: 5 } });
    const pages = await collect(harvest(repository, { set: 'theme:oceans' }));
    expect(pages.map(({ records }) => records.length)).toEqual([5, 5]);
    expect(pages.map((page) => tokenOf(page)?.text)).toEqual([expect.stringMatching(/./), '']);
  });

  test('keeps range and set from page to page', async () => {
    repository = openRepository({ limits: { batchSize: 2, largestPage: 2, pageBudget: 1 } });
    for (let index = 0; index < 12; index++) {
      await repository.put(`r${index}`, sampleRecord(`Title ${index}`), index % 2 ? 'argo' : 'somlit');
      repository.wait(1);
    }
    const selection = { set: 'source:argo', from: '2026-03-01T12:00:03Z', until: '2026-03-01T12:00:09Z' };
    const pages = await collect(harvest(repository, selection));
    expect(pages.map(({ records }) => records.map(({ title }) => title))).toEqual([
      ['Title 3', 'Title 5'],
      ['Title 7', 'Title 9'],
    ]);
  });
});

describe('a resumption token', () => {
  const small = { limits: { batchSize: 10, largestPage: 10 } };
  const resume = async (resumptionToken: string, verb = 'ListRecords') =>
    repository.ask({ verb, resumptionToken });
  const firstToken = async () => (await harvest(repository).next()).value?.token ?? '';

  test('gives the same page again when it is asked again', async () => {
    await filled(30, small);
    const token = await firstToken();
    expect(texts((await resume(token)).root, 'identifier')).toEqual(
      texts((await resume(token)).root, 'identifier'),
    );
  });

  test('survives a restart', async () => {
    await filled(30, small);
    const token = await firstToken();
    const { records } = repository.stores;
    const restarted = openRepository({ ...small, records });
    expect(
      all((await restarted.ask({ verb: 'ListRecords', resumptionToken: token })).root, 'record'),
    ).toHaveLength(10);
    restarted.close();
  });

  test('lives for more than a day, as it says, and then expires', async () => {
    await filled(30, small);
    const page = (await harvest(repository).next()).value;
    const token = page?.token ?? '';
    const expires = page && tokenOf(page)?.attribute('expirationDate');
    expect(expires).toBe('2026-03-08T12:00:00Z');
    repository.wait(86_400 * 7);
    expect(errorCode(await resume(token))).toBeUndefined();
    repository.wait(1);
    expect(errorCode(await resume(token))).toBe('badResumptionToken');
  });

  test('is refused when a character is changed, lost or added, or the key is another', async () => {
    await filled(30, small);
    const token = await firstToken();
    const wrong = [
      token.slice(1),
      token.slice(0, -1),
      `${token}A`,
      `${token}.A`,
      ...[0, 5, 20, token.indexOf('.') + 3].map(
        (at) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1),
      ),
    ];
    for (const junk of wrong) expect(errorCode(await resume(junk))).toBe('badResumptionToken');
    expect(errorCode(await resume(token))).toBeUndefined();
    const config = {
      publicBaseUrl: 'https://catalogue.example.org',
      repositoryIdentifier: 'catalogue.example.org',
      repositoryName: 'Catalogue',
      adminEmail: 'admin@catalogue.example.org',
      tokenSecret: 'another',
    };
    const other = openRepository({ ...small, records: repository.stores.records, config });
    expect(errorCode(await other.ask({ verb: 'ListRecords', resumptionToken: token }))).toBe(
      'badResumptionToken',
    );
    other.close();
  });

  test('belongs to its verb', async () => {
    await filled(30, small);
    expect(errorCode(await resume(await firstToken(), 'ListIdentifiers'))).toBe('badResumptionToken');
  });
});

/** What may happen to the catalogue between two requests of a harvester. */
type Change =
  | { kind: 'put'; record: number; seconds: number }
  | { kind: 'withdraw' | 'hide' | 'show'; record: number; seconds: number };

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('put', 'put', 'put', 'withdraw', 'hide', 'show'),
  record: fc.nat(14),
  seconds: fc.constantFrom(0, 0, 1, 5),
});
const changes = (maxLength: number) => fc.array(change, { maxLength });

test('whatever changes while a harvester pages, nothing is lost and nothing is invented', async () => {
  await fc.assert(
    fc.asyncProperty(
      changes(25),
      fc.array(changes(6), { maxLength: 12 }),
      changes(15),
      async (before, during, after) => {
        repository = openRepository({ limits: { batchSize: 3, largestPage: 3 } });
        const catalogue = new ChangingCatalogue(repository);
        const mirror = new Map<string, string | null>();
        const take = ({ records }: HarvestedPage) => {
          for (const { identifier, title } of records) {
            expect(catalogue.everSeen(identifier, title)).toBe(true);
            mirror.set(identifier, title);
          }
        };
        await catalogue.change(before);
        const begun = repository.now();
        let turn = 0;
        let ended = false;
        for await (const page of harvest(repository)) {
          take(page);
          ended = page.token === null;
          if (!ended) await catalogue.change(during[turn++] ?? []);
        }
        expect(ended).toBe(true);
        expect(mirror).toEqual(catalogue.published());
        await catalogue.change(after);
        for await (const page of harvest(repository, { from: begun })) take(page);
        expect(mirror).toEqual(catalogue.published());
        repository.close();
      },
    ),
    { numRuns: 60 },
  );
});

/** Changes a catalogue and remembers what it has published. */
class ChangingCatalogue {
  private readonly titles = new Map<
    number,
    { id: string; title: string; hidden: boolean; withdrawn: boolean }
  >();
  private readonly seen = new Set<string>();
  private version = 0;
  constructor(private readonly repository: TestRepository) {}

  async change(list: readonly Change[]): Promise<void> {
    for (const { kind, record, seconds } of list) {
      this.repository.wait(seconds);
      const known = this.titles.get(record);
      if (kind === 'put') {
        const title = `Record ${record}, version ${++this.version}`;
        const id = await this.repository.put(`r${record}`, sampleRecord(title));
        this.titles.set(record, { id, title, hidden: known?.hidden ?? false, withdrawn: false });
      } else if (known && kind === 'withdraw') {
        await this.repository.withdraw(known.id);
        known.withdrawn = true;
      } else if (known) {
        const visibility = kind === 'hide' ? 'private' : 'public';
        await this.repository.ledger.commit([{ kind: 'visibility', recordId: known.id, visibility }], {
          actor: 'system',
        });
        known.hidden = kind === 'hide';
      }
      for (const [identifier, title] of this.published()) this.seen.add(`${identifier} ${title}`);
    }
  }

  /** What a harvester that is up to date holds. */
  published(): Map<string, string | null> {
    return new Map(
      [...this.titles.values()].map(({ id, title, hidden, withdrawn }) => [
        `oai:catalogue.example.org:${id}`,
        hidden || withdrawn ? null : title,
      ]),
    );
  }

  /** Whether the catalogue has ever published a record in that state. */
  everSeen(identifier: string, title: string | null): boolean {
    return this.seen.has(`${identifier} ${title}`);
  }
}
