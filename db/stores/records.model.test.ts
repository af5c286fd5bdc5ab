import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordChange, Visibility } from '#ledger';
import { put } from '../testing/changes.ts';
import { openTestDatabase } from '../testing/index.ts';
import { createStores } from './index.ts';

/** What somebody asks, by the identifier at the source. */
type Wish =
  | { kind: 'put'; identifier: string; version: string }
  | { kind: 'withdraw'; identifier: string }
  | { kind: 'visibility'; identifier: string; visibility: Visibility }
  | { kind: 'clock'; seconds: number };

type Model = {
  id: string;
  version: string;
  deleted: boolean;
  visibility: Visibility;
  revision: number;
  datestamp: number;
};

const identifier = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const wish: fc.Arbitrary<Wish> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      identifier,
      version: fc.constantFrom('1', '2', '3'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), identifier }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('visibility' as const),
      identifier,
      visibility: fc.constantFrom<Visibility[]>('public', 'metadata-only', 'embargoed', 'private'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      seconds: fc.integer({ min: -100, max: 100 }),
    }),
  },
);

/** What should become of a wish; the simplest thing that can be said about a ledger. */
function expected(known: Model | undefined, asked: Exclude<Wish, { kind: 'clock' }>): string {
  if (asked.kind === 'put') {
    if (!known) return 'created';
    if (known.deleted) return 'restored';
    return known.version === asked.version ? 'unchanged' : 'updated';
  }
  if (!known) return 'not-found';
  if (asked.kind === 'withdraw') return known.deleted ? 'unchanged' : 'withdrawn';
  return known.visibility === asked.visibility ? 'unchanged' : 'updated';
}

test('any sequence of changes leaves what a simple model leaves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { maxLength: 60 }), async (wishes) => {
      const database = openTestDatabase();
      let now = Date.UTC(2026, 0, 1);
      const { writer, records } = createStores(database, () => now);
      const model = new Map<string, Model>();
      let revision = 0;
      let datestamp = 0;
      for (const asked of wishes) {
        if (asked.kind === 'clock') {
          now += asked.seconds * 1000;
          continue;
        }
        const known = model.get(asked.identifier);
        const change: RecordChange =
          asked.kind === 'put'
            ? put(asked.identifier, asked.version)
            : asked.kind === 'withdraw'
              ? { kind: 'withdraw', recordId: known?.id ?? 'never', reason: 'gone' }
              : { kind: 'visibility', recordId: known?.id ?? 'never', visibility: asked.visibility };
        const outcome = expected(known, asked);
        if (outcome === 'not-found') {
          await expect(writer.apply([change], { actor: 'system' })).rejects.toMatchObject({
            code: 'not-found',
          });
          continue;
        }
        const [actual] = await writer.apply([change], { actor: 'system' });
        expect(actual?.outcome).toBe(outcome);
        if (outcome === 'unchanged') continue;
        revision += 1;
        datestamp = Math.max(datestamp, now);
        const id = actual?.recordId ?? '';
        if (known) expect(id).toBe(known.id);
        else expect([...model.values()].map((other) => other.id)).not.toContain(id);
        const before = known ?? { version: '', deleted: false, visibility: 'public' as const };
        model.set(asked.identifier, {
          ...before,
          id,
          revision,
          datestamp,
          ...(asked.kind === 'put' ? { version: asked.version, deleted: false } : {}),
          ...(asked.kind === 'withdraw' ? { deleted: true } : {}),
          ...(asked.kind === 'visibility' ? { visibility: asked.visibility } : {}),
        });
      }

      const page = await records.pageByRevision(
        { afterRevision: 0, limit: 100, includeDeleted: true },
        'staff',
      );
      const states = [...model].sort(([, one], [, other]) => one.revision - other.revision);
      expect(
        page.map((record) => ({
          identifier: record.upstreamIdentifier,
          id: record.id,
          revision: record.revision,
          datestamp: Date.parse(record.datestamp),
          deleted: record.deleted,
          visibility: record.visibility,
          title: record.record.resource.titles['en'],
        })),
      ).toEqual(
        states.map(([name, state]) => ({
          identifier: name,
          id: state.id,
          revision: state.revision,
          datestamp: state.datestamp,
          deleted: state.deleted,
          visibility: state.visibility,
          title: `${name}, version ${state.version}`,
        })),
      );
      const log = await records.revisionsAfter(0, 1000);
      expect(log.map((row) => row.revision)).toEqual(log.map((_, index) => index + 1));
      expect(log).toHaveLength(revision);
      const times = log.map((row) => row.at);
      expect(times).toEqual([...times].sort());
      database.close();
    }),
    { numRuns: 150 },
  );
});
