import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyRecord, type RelatedResource } from '#catalogue/model';
import type { RecordChange } from '#ledger';
import { messagesIn } from '../../locales/index.ts';
import { openTestPortal, type TestPortal } from '../../testing/portal.ts';
import { relatedGroups } from './related.ts';
import { relativesOf } from './relatives.ts';

type Put = Extract<RecordChange, { kind: 'put' }>;

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.close());

function put(
  upstreamIdentifier: string,
  title: string,
  change: (record: Put['record']) => void = () => {},
): Put {
  const record = emptyRecord();
  record.metadataIdentifier = upstreamIdentifier;
  record.resource.titles = { en: title };
  change(record);
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  return {
    kind: 'put',
    sourceId: 'centre',
    upstreamIdentifier,
    document: { bytes, format: 'iso19139', mediaType: 'application/xml' },
    record,
    problems: [],
  };
}

const related = (relation: string, identifier: string): RelatedResource => ({
  relation,
  identifier,
  titles: {},
});

async function groupsOf(id: string) {
  const stored = await portal.services.records.get(id, 'public');
  if (!stored) throw new Error(`${id} is not there.`);
  const relatives = await relativesOf(stored, portal.services);
  return { relatives, groups: relatedGroups(stored, relatives, 'en', messagesIn('en')) };
}

test('what is in the catalogue leads to its page, by record identifier or DOI; the rest to where it is', async () => {
  const [series, cast, hidden, dataset = ''] = await portal.commit(
    put('series', 'The series'),
    put('cast', 'A cast', ({ resource }) => {
      resource.identifiers = [
        { code: 'doi:10.5072/CAST', scheme: 'doi', uri: 'https://doi.org/10.5072/CAST' },
      ];
    }),
    { ...put('hidden', 'Nobody’s business'), visibility: 'private' },
    put('dataset', 'The dataset', (record) => {
      record.parentIdentifier = 'series';
      record.resource.related = [
        related('hasPart', 'https://doi.org/10.5072/cast'),
        related('isDocumentedBy', '10.5072/paper'),
        related('crossReference', 'hidden'),
      ];
    }),
  );
  const { groups } = await groupsOf(dataset);
  expect(groups).toEqual([
    {
      relation: 'Is part of',
      links: [{ text: 'The series', inside: `/records/${series}`, kind: 'Dataset' }],
    },
    { relation: 'Has part', links: [{ text: 'A cast', inside: `/records/${cast}`, kind: 'Dataset' }] },
    {
      relation: 'Documented by',
      links: [{ text: '10.5072/paper', href: 'https://doi.org/10.5072/paper' }],
    },
    { relation: 'See also', links: [{ text: 'hidden' }] },
  ]);
  expect(JSON.stringify(groups)).not.toContain(hidden);
});
