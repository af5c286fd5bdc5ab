import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type CatalogueRecord, emptyRecord, parseIdentifier, type ResourceType } from '../model/index.ts';
import { arbitraryOf } from '../model/testing/arbitrary-record.ts';
import { byPrecedence, type Candidate } from './canonical.ts';
import { formClusters, type Link, ordered } from './clusters.ts';
import { compareProfiles } from './compare.ts';
import { identifierKeys } from './identifier-key.ts';
import { identityProfile, lookupKeys } from './profile.ts';
import { labelled } from './testing/labelled.ts';
import { reasonTexts } from './words.ts';

const keysOf = (code: string, space?: string) =>
  identifierKeys(parseIdentifier(code, space)).map(({ key }) => key);

describe('keys of identifiers', () => {
  it.each([
    ['https://doi.org/10.17882/42182', 'doi:10.17882/42182'],
    ['http://dx.doi.org/10.17882/42182.', 'doi:10.17882/42182'],
    ['doi:10.17882/ABC%2F1', 'doi:10.17882/abc/1'],
    ['10.17882/42182#103188', 'doi:10.17882/42182#103188'],
    ['urn:uuid:0F5A1C38-2DF1-4A3B-9A33-7B1F6D0C8E21', 'uuid:0f5a1c38-2df1-4a3b-9a33-7b1f6d0c8e21'],
    ['{0f5a1c38-2df1-4a3b-9a33-7b1f6d0c8e21}', 'uuid:0f5a1c38-2df1-4a3b-9a33-7b1f6d0c8e21'],
    [
      'https://catalogue.example.org/metadata/0f5a1c38-2df1-4a3b-9a33-7b1f6d0c8e21',
      'uuid:0f5a1c38-2df1-4a3b-9a33-7b1f6d0c8e21',
    ],
    ['urn:SDN:CDI:LOCAL:42-7', 'urn:sdn:cdi:local:42-7'],
    ['http://www.example.org/data/Argo/', 'uri:example.org/data/Argo'],
    ['https://example.org/data/Argo', 'uri:example.org/data/Argo'],
    ['FR_Sextant_0042', 'local:fr sextant 0042'],
  ])('%s', (code, key) => {
    expect(keysOf(code)).toEqual([key]);
  });

  it.each([
    '1',
    '42',
    'unknown',
    'N/A',
    'dataset',
    'none',
    'xxxx',
    '00000000-0000-0000-0000-000000000000',
    'https://example.org/',
    'id 12',
    'test',
  ])('%s identifies nothing', (code) => {
    expect(keysOf(code)).toEqual([]);
  });
});

const described = (
  title: string,
  more: (record: CatalogueRecord) => void = () => {},
  type: ResourceType = 'dataset',
) => {
  const record = emptyRecord(type);
  record.resource.titles = { en: title };
  more(record);
  return identityProfile(record);
};

describe('the fingerprint', () => {
  const of = (title: string, west: number, start: string, parties: string[]) =>
    described(title, ({ resource }) => {
      resource.spatialExtents = [{ box: { west, south: 42, east: 10, north: 45 }, inclusive: true }];
      resource.temporalExtents = [{ start: { date: start }, end: { date: '2012-06-01' } }];
      resource.responsibilities = parties.map((person) => ({ role: 'author', party: party(person) }));
    });
  const party = (person: string) => ({
    person,
    identifiers: [],
    organisationIdentifiers: [],
    emails: [],
    phones: [],
    facsimiles: [],
    addresses: [],
    online: [],
  });

  it('does not mind case, accents, punctuation, rounding, time of day, and the order and writing of names', () => {
    const one = of('Données CTD – « Été » en Méditerranée', 2.3456, '2010-05-01T06:00:00Z', [
      'Le Goff, Anne',
      'Petit, Luc',
    ]);
    const other = of('DONNEES CTD, ETE EN MEDITERRANEE.', 2.3, '2010-05-01', ['Luc Petit', 'Anne Le Goff']);
    const { verdict, reasons } = compareProfiles(one, other, false);
    expect(verdict).toBe('same');
    expect(reasonTexts(reasons, 'en')).toEqual({
      for: ['same title', 'same area', 'same period', 'a party in common'],
      against: [],
    });
    expect(lookupKeys(one)).toEqual(lookupKeys(other));
  });

  it('asks a person where the title alone is the same, and tells numbered ones apart', () => {
    expect(
      compareProfiles(
        described('Zooplankton of the Bay of Biscay'),
        described('Zooplankton of the Bay of Biscay'),
        false,
      ).verdict,
    ).toBe('perhaps');
    const one = of('Cruise Pelagia leg 1', 2, '2010', ['Petit, Luc']);
    expect(compareProfiles(one, of('Cruise Pelagia leg 2', 2, '2010', ['Petit, Luc']), false).verdict).toBe(
      'different',
    );
  });
});

describe('the labelled pairs', () => {
  const rows = labelled.map(({ name, same, beside, pair }) => {
    const [one, other] = pair.map(identityProfile);
    if (!one || !other) throw new Error(name);
    return { name, same, ...compareProfiles(one, other, beside ?? false) };
  });
  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, { same, verdict, reasons }) => {
    const judged = verdict === 'same' ? 'same' : verdict === 'perhaps' ? 'ask' : 'apart';
    expect({ judged, reasons }).toEqual({ judged: same, reasons });
  });
  it('precision and recall of what is clustered without asking', () => {
    const clustered = rows.filter(({ verdict }) => verdict === 'same');
    const right = clustered.filter(({ same }) => same === 'same');
    const wanted = rows.filter(({ same }) => same === 'same');
    expect({ precision: right.length / clustered.length, recall: right.length / wanted.length }).toEqual({
      precision: 1,
      recall: 1,
    });
  });
});

const arbitraryRecord = arbitraryOf(
  'metadataIdentifier',
  'parentIdentifier',
  'resource.type',
  'resource.titles',
  'resource.identifiers',
  'resource.abstracts',
  'resource.edition',
  'resource.related',
  'resource.spatialExtents',
  'resource.temporalExtents',
  'resource.responsibilities',
);

test('whoever is compared first, the judgement is the same; a record is the same as itself unless it says nothing', () => {
  fc.assert(
    fc.property(arbitraryRecord, arbitraryRecord, fc.boolean(), (left, right, beside) => {
      const [one, other] = [identityProfile(left), identityProfile(right)];
      const [there, back] = [compareProfiles(one, other, beside), compareProfiles(other, one, beside)];
      expect({ verdict: back.verdict, score: back.score }).toEqual({
        verdict: there.verdict,
        score: there.score,
      });
      const self = compareProfiles(one, one, false);
      expect(self.reasons.filter(({ weight }) => weight < 0)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe('clusters', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const pair = fc
    .uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 })
    .map(([left = '', right = '']) => ({ left, right }));
  const graph = fc.record({
    links: fc.array(fc.tuple(pair, fc.integer({ min: 5, max: 9 })), { maxLength: 12 }),
    joins: fc.array(pair, { maxLength: 2 }),
    splits: fc.array(pair, { maxLength: 3 }),
    never: fc.array(pair, { maxLength: 2 }),
  });
  const plain = { joins: [], splits: [], contradicts: () => false };
  const link = (left: string, right: string, score = 6): Link => ({ left, right, score });

  it('are the same in whatever order records and links come', () => {
    fc.assert(
      fc.property(graph, fc.infiniteStream(fc.nat()), ({ links, joins, splits, never }, numbers) => {
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, at: numbers.next().value ?? 0 }))
            .sort((one, other) => one.at - other.at)
            .map(({ item }) => item);
        const once = new Map(
          links.map(([edge, score]) => [JSON.stringify(ordered(edge)), { ...ordered(edge), score }]),
        );
        const apart = new Set(never.flatMap(({ left, right }) => [left + right, right + left]));
        const contradicts = (left: string, right: string) => apart.has(left + right);
        const turned = <Kind extends { left: string; right: string }>(edge: Kind) => ({
          ...edge,
          left: edge.right,
          right: edge.left,
        });
        const first = formClusters({ ids, links: [...once.values()], joins, splits, contradicts });
        const second = formClusters({
          ids: shuffled(ids),
          links: shuffled([...once.values()]).map(turned),
          joins: shuffled(joins).map(turned),
          splits: shuffled(splits),
          contradicts,
        });
        expect(second).toEqual(first);
        for (const cluster of first)
          for (const { left, right } of splits)
            expect(cluster.includes(left) && cluster.includes(right)).toBe(false);
      }),
    );
  });

  it('go through others, but never over what people keep apart', () => {
    const links = [link('a', 'b'), link('b', 'c')];
    expect(formClusters({ ids, links, ...plain })).toEqual([['a', 'b', 'c']]);
    expect(
      formClusters({
        ids,
        links: [link('a', 'b', 8), link('b', 'c')],
        ...plain,
        splits: [{ left: 'a', right: 'c' }],
      }),
    ).toEqual([['a', 'b']]);
    expect(formClusters({ ids, links: [], ...plain, joins: [{ left: 'e', right: 'd' }] })).toEqual([
      ['d', 'e'],
    ]);
  });
});

test('the canonical record: public, of the first source, original, full, early', () => {
  const usual: Candidate = {
    id: 'm',
    isPublic: true,
    precedence: 100,
    format: 'iso19139',
    fields: 20,
    createdAt: '2026-01-01',
    arrival: 1,
  };
  const ranked = [
    { ...usual, id: 'private', isPublic: false, precedence: 1 },
    { ...usual, id: 'late', createdAt: '2026-01-02' },
    { ...usual, id: 'translated', format: 'oai_dc', fields: 30 },
    { ...usual, id: 'poor', fields: 3 },
    { ...usual, id: 'producer', precedence: 10, format: 'dcat', fields: 1 },
    usual,
  ].sort(byPrecedence);
  expect(ranked.map(({ id }) => id)).toEqual(['producer', 'm', 'late', 'poor', 'translated', 'private']);
});
