import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Actor } from '#accounts';
import { type CatalogueRecord, parseIdentifier } from '#catalogue/model';
import { createStores, type Stores } from '#db';
import { openTestDatabase, put } from '#db/testing';
import { createLedger, type RecordChange } from '../index.ts';
import { createIdentity, createIdentityDesk, type Identity, type IdentityDesk } from './index.ts';

const system: Actor = { kind: 'system' };

type House = {
  stores: Stores;
  identity: Identity;
  desk: IdentityDesk;
  /** Commits and follows; gives the ids. */
  commit(...changes: RecordChange[]): Promise<string[]>;
  /** Members of the clusters by upstream identifier, the canonical one first. */
  clusters(): Promise<string[][]>;
  close(): void;
};

function openHouse(): House {
  const database = openTestDatabase();
  const stores = createStores(database);
  const identity = createIdentity(stores.identity, stores.records);
  const ledger = createLedger(stores.writer);
  return {
    stores,
    identity,
    desk: createIdentityDesk({ store: stores.identity, records: stores.records }),
    async commit(...changes) {
      const outcomes = await ledger.commit(changes, { actor: 'system' });
      await identity.catchUp();
      return outcomes.map(({ recordId }) => recordId);
    },
    async clusters() {
      const found = await stores.identity.clusters('', 1000, {});
      const named = await Promise.all(
        found.map(async ({ cluster }) => {
          const members = await stores.records.getMany(cluster.members, 'staff');
          const [first = '', ...rest] = members.map(({ upstreamIdentifier }) => upstreamIdentifier);
          return [first, ...rest.sort()];
        }),
      );
      return named.sort(([one = ''], [other = '']) => one.localeCompare(other));
    },
    close: () => database.close(),
  };
}

let house: House;
beforeEach(() => {
  house = openHouse();
});
afterEach(() => house.close());

/** A record of a source with a DOI and a title. */
function described(
  upstreamIdentifier: string,
  sourceId: string,
  doi: string,
  title = 'Gliders across the Ligurian current',
  more: (record: CatalogueRecord) => void = () => {},
): RecordChange {
  const change = put(upstreamIdentifier, `${title} ${doi}`, { sourceId });
  change.record.resource.titles = { en: title };
  change.record.resource.identifiers = [parseIdentifier(doi)];
  more(change.record);
  return change;
}

async function source(id: string, precedence?: number): Promise<void> {
  await house.stores.sources.save({
    id,
    names: { en: id },
    descriptions: {},
    protocol: 'folder',
    url: '/nowhere',
    options: {},
    enabled: true,
    allowPrivateAddresses: false,
    createdAt: '2026-01-01T00:00:00Z',
    ...(precedence === undefined ? {} : { precedence }),
  });
}

describe('a resource in several sources', () => {
  it('is one cluster, shown by the source that comes first; its records keep their datestamps', async () => {
    await source('aggregator');
    await source('producer', 10);
    const [first = ''] = await house.commit(
      described('a', 'aggregator', '10.17882/1'),
      described('x', 'aggregator', '10.17882/9', 'Seals of Kerguelen'),
    );
    const before = await house.stores.records.get(first, 'staff');
    const [second = ''] = await house.commit(described('b', 'producer', 'https://doi.org/10.17882/1'));
    expect(await house.clusters()).toEqual([['b', 'a']]);
    const after = await house.stores.records.get(first, 'staff');
    expect(after?.datestampRevision).toBe(before?.datestampRevision);
    expect(after?.datestamp).toBe(before?.datestamp);
    expect((await house.stores.records.revisionsOf(first)).map(({ kind }) => kind)).toEqual([
      'content',
      'derived',
    ]);
    expect((await house.stores.identity.reasonsBetween(second, first))?.[0]).toEqual({
      code: 'doi',
      weight: 6,
      value: '10.17882/1',
    });
  });

  it('is shown by another one when the record that stood for it is withdrawn or hidden, or sources change their order', async () => {
    await source('one', 10);
    await source('two', 20);
    await source('three');
    const [a = '', b = ''] = await house.commit(
      described('a', 'one', '10.17882/1'),
      described('b', 'two', '10.17882/1'),
      described('c', 'three', '10.17882/1'),
    );
    expect(await house.clusters()).toEqual([['a', 'b', 'c']]);
    await house.commit({ kind: 'visibility', recordId: a, visibility: 'private' });
    expect(await house.clusters()).toEqual([['b', 'a', 'c']]);
    await source('three', 5);
    await house.identity.catchUp();
    expect(await house.clusters()).toEqual([['c', 'a', 'b']]);
    await house.commit({ kind: 'withdraw', recordId: b, reason: 'gone' });
    expect(await house.clusters()).toEqual([['c', 'a']]);
    await house.commit({ kind: 'withdraw', recordId: a, reason: 'gone' });
    expect(await house.clusters()).toEqual([]);
    await house.commit(described('b', 'two', '10.17882/1'));
    expect(await house.clusters()).toEqual([['c', 'b']]);
  });

  it('falls apart when a record turns out to be about something else', async () => {
    await house.commit(described('a', 'one', '10.17882/1'), described('b', 'two', '10.17882/1'));
    expect(await house.clusters()).toHaveLength(1);
    await house.commit(described('b', 'two', '10.17882/2', 'Seals of Kerguelen'));
    expect(await house.clusters()).toEqual([]);
  });
});

test('a key that many records have tells nothing, whichever came first', async () => {
  const many = Array.from({ length: 41 }, (_, number) =>
    described(`n${number}`, `s${number}`, '10.17882/1', 'Gliders'),
  );
  await house.commit(...many.slice(0, 40));
  expect((await house.clusters()).flat()).toHaveLength(40);
  const [last = ''] = await house.commit(...many.slice(40));
  expect(await house.clusters()).toEqual([]);
  await house.commit({ kind: 'withdraw', recordId: last, reason: 'gone' });
  expect((await house.clusters()).flat()).toHaveLength(40);
});

test('clusters are the same in whatever order and batches records come, and when they are made again', async () => {
  const all = ['1', '1', '1', '2', '2', '3', '4', '4'].map((doi, number) =>
    described(
      `n${number}`,
      number % 2 === 0 ? 'one' : 'two',
      `10.17882/${doi}`,
      `Gliders across current ${'abcd'.charAt(Number(doi) - 1)}`,
      ({ resource }) => {
        if (number % 3 === 0) resource.identifiers.push(parseIdentifier('urn:x-sea:shared'));
      },
    ),
  );
  const sets = (clusters: string[][]) => clusters.map((members) => [...members].sort().join(' ')).sort();
  await house.commit(...all);
  const expected = sets(await house.clusters());
  expect(expected.length).toBeGreaterThan(1);
  await house.identity.rebuild();
  expect(sets(await house.clusters())).toEqual(expected);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.integer({ min: 1, max: 8 }),
      async (order, size) => {
        const other = openHouse();
        for (let start = 0; start < order.length; start += size)
          await other.commit(...order.slice(start, start + size));
        expect(sets(await other.clusters())).toEqual(expected);
        other.close();
      },
    ),
    { numRuns: 25 },
  );
});

test('of two processes that follow the log, each step is taken by one', async () => {
  await createLedger(house.stores.writer).commit(
    [described('a', 'one', '10.17882/1'), described('b', 'two', '10.17882/1')],
    { actor: 'system' },
  );
  await Promise.all([
    house.identity.catchUp(),
    createIdentity(house.stores.identity, house.stores.records).catchUp(),
  ]);
  expect(await house.clusters()).toHaveLength(1);
  const step = { from: 0, through: 2, put: [], remove: [] };
  expect(await house.stores.identity.follow(step)).toBe(false);
});

describe('what people decide', () => {
  const curator = (sourceId: string): Actor => ({
    kind: 'person',
    id: `curator-${sourceId}`,
    name: 'A curator',
    email: 'curator@example.org',
    sessionId: 's',
    grants: [{ role: 'curator', scope: { kind: 'source', id: sourceId } }],
  });

  it('a split stays through harvests, stands in the audit trail, and can be undone', async () => {
    const [a = ''] = await house.commit(
      described('a', 'one', '10.17882/1'),
      described('b', 'two', '10.17882/1'),
      described('c', 'three', '10.17882/1'),
    );
    await house.desk.split(system, a);
    expect((await house.clusters()).map((members) => members.sort())).toEqual([['b', 'c']]);
    await house.commit(described('a', 'one', '10.17882/1', 'Gliders across the Ligurian current (2026)'));
    await house.identity.rebuild();
    expect((await house.clusters()).map((members) => members.sort())).toEqual([['b', 'c']]);
    const [decision] = await house.desk.decisions(system, 10);
    expect(decision).toMatchObject({ kind: 'split', records: [a], actor: 'system' });
    await house.desk.undo(system, decision?.id ?? 0);
    expect((await house.clusters()).map((members) => members.sort())).toEqual([['a', 'b', 'c']]);
    await expect(house.desk.undo(system, decision?.id ?? 0)).rejects.toMatchObject({ code: 'conflict' });
    const trail = await house.stores.accounts.listAudit({ subject: `record:${a}`, limit: 9 });
    expect(trail.map(({ action }) => action)).toEqual(['identity.undone', 'identity.split']);
  });

  it('a join holds what nothing else would, also when one was withdrawn and came back; the newest decision counts', async () => {
    const [a = '', b = ''] = await house.commit(
      described('a', 'one', '10.17882/1'),
      described('b', 'two', '10.17882/2', 'Seals of Kerguelen'),
    );
    await house.desk.join(system, a, b);
    expect(await house.clusters()).toHaveLength(1);
    await expect(house.desk.join(system, b, a)).rejects.toMatchObject({ code: 'conflict' });
    await house.commit({ kind: 'withdraw', recordId: b, reason: 'gone' });
    expect(await house.clusters()).toEqual([]);
    await house.commit(described('b', 'two', '10.17882/2', 'Seals of Kerguelen'));
    expect(await house.clusters()).toHaveLength(1);
    await house.desk.split(system, a, b);
    expect(await house.clusters()).toEqual([]);
    const [split] = await house.desk.decisions(system, 10);
    await house.desk.undo(system, split?.id ?? 0);
    expect(await house.clusters()).toHaveLength(1);
  });

  it('a pair that is perhaps one resource is proposed until somebody decides', async () => {
    const bare = (id: string, sourceId: string) =>
      described(id, sourceId, `${sourceId}-${id}-local`, 'Zooplankton of the Bay of Biscay');
    const [a = '', b = ''] = await house.commit(bare('a', 'one'), bare('b', 'two'));
    const { total, pairs } = await house.desk.proposals(system, 0, 10);
    expect(total).toBe(1);
    expect(pairs[0]).toMatchObject({ score: 3, reasons: [{ code: 'title' }] });
    expect((await house.desk.proposals(curator('one'), 0, 10)).total).toBe(0);
    await house.desk.split(system, a, b);
    expect((await house.desk.proposals(system, 0, 10)).total).toBe(0);
  });

  it('only whoever looks after every source concerned may decide', async () => {
    const [a = '', b = ''] = await house.commit(
      described('a', 'one', '10.17882/1'),
      described('b', 'two', '10.17882/1'),
    );
    await expect(house.desk.split(curator('one'), a)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.desk.split({ kind: 'anonymous' }, a)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(house.desk.clusters({ kind: 'anonymous' }, '', 10)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(await house.desk.clusters(curator('one'), '', 10)).toHaveLength(1);
    expect(await house.desk.clusters(curator('elsewhere'), '', 10)).toEqual([]);
    await expect(house.desk.split(system, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
    await house.desk.split(system, b);
    await expect(house.desk.split(system, b)).rejects.toMatchObject({ code: 'conflict' });
    await expect(house.desk.undo(curator('one'), 1)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
