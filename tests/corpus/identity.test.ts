import { beforeAll, describe, expect, it } from 'vitest';
import {
  compareProfiles,
  formClusters,
  type IdentityProfile,
  identityProfile,
  type Judgement,
  lookupKeys,
  ordered,
} from '#catalogue/identity';
import { shared } from '#tests/shared.ts';
import { corpusDocuments, readCorpusDocument } from './corpus.ts';

const corpus = shared('corpus');

/** Figures of a run stand beside its result. */
const report = (text: string) => process.stdout.write(`${text}\n`);

/** One record of the corpus; the folder that it was gathered from stands for its source. */
type Known = { id: string; source: string; profile: IdentityProfile };
type Judged = { left: Known; right: Known } & Judgement;

/** As the store does: whoever shares a key that few have is judged. */
function judge(records: readonly Known[]): Judged[] {
  const byKey = new Map<string, Known[]>();
  for (const known of records)
    for (const key of lookupKeys(known.profile)) byKey.set(key, [...(byKey.get(key) ?? []), known]);
  const pairs = new Map<string, { left: Known; right: Known }>();
  for (const holders of byKey.values()) {
    if (holders.length > 40) continue;
    for (const [place, left] of holders.entries())
      for (const right of holders.slice(place + 1)) {
        const { left: one, right: other } = ordered({ left: left.id, right: right.id });
        pairs.set(`${one} ${other}`, { left, right });
      }
  }
  return [...pairs.values()].map(({ left, right }) => ({
    left,
    right,
    ...compareProfiles(left.profile, right.profile, left.source === right.source),
  }));
}

function clustersOf(records: readonly Known[], judged: readonly Judged[]): string[][] {
  const byId = new Map(records.map((known) => [known.id, known.profile]));
  return formClusters({
    ids: records.map(({ id }) => id),
    links: judged
      .filter(({ verdict }) => verdict === 'same')
      .map(({ left, right, score }) => ({ left: left.id, right: right.id, score })),
    joins: [],
    splits: [],
    contradicts(left, right) {
      const [one, other] = [byId.get(left), byId.get(right)];
      return !one || !other || compareProfiles(one, other, false).verdict === 'never';
    },
  });
}

/** A profile from which every identifier is taken: only the fingerprint is left. */
const nameless = (profile: IdentityProfile): IdentityProfile => ({
  ...profile,
  dois: [],
  globals: [],
  locals: [],
  equals: [],
  apart: [],
});

const stemOf = (id: string) => id.replace(/^.*\//, '').replace(/(_stac)?\.(xml|json)#0$/, '');

describe.runIf(corpus)('the same resource in the documents of the corpus', () => {
  const records: Known[] = [];
  beforeAll(async () => {
    for (const { path, folder, source, malformed } of corpusDocuments(corpus ?? '')) {
      if (malformed) continue;
      const { readings } = await readCorpusDocument(corpus ?? '', path);
      for (const [index, { record }] of readings.entries())
        if (record)
          records.push({
            id: `${path}#${index}`,
            source: `${folder}/${source}`,
            profile: identityProfile(record),
          });
    }
  }, 300_000);

  const twins = () => {
    const of = (folder: string) =>
      new Map(
        records
          .filter(({ id }) => id.startsWith(`${folder}/aodn-es-indexer/`) && id.endsWith('#0'))
          .map((known) => [stemOf(known.id), known]),
      );
    const [iso, stac] = [of('iso19115-3'), of('stac')];
    return [...iso].flatMap(([stem, one]) => {
      const other = stac.get(stem);
      return other ? [{ one, other }] : [];
    });
  };

  it('gives clusters within and across sources, none of services with data, none of parts with wholes', () => {
    const judged = judge(records);
    const clusters = clustersOf(records, judged);
    const byId = new Map(records.map((known) => [known.id, known]));
    const across = clusters.filter((ids) => new Set(ids.map((id) => byId.get(id)?.source)).size > 1);
    const number = (verdict: Judgement['verdict']) =>
      judged.filter((pair) => pair.verdict === verdict).length;
    report(
      `${records.length} records, ${judged.length} pairs judged: ${number('same')} same, ${number('perhaps')} perhaps, ` +
        `${number('different')} different, ${number('never')} never; ${clusters.length} clusters of ` +
        `${clusters.flat().length} records, ${across.length} of them across sources`,
    );
    expect(across.length).toBeGreaterThan(80);
    for (const ids of clusters) {
      const families = new Set(ids.map((id) => byId.get(id)?.profile.family));
      expect(families.has('service') && families.size > 1, ids.join(' ')).toBe(false);
    }
  });

  it('finds every record that is there in ISO 19115-3 and in STAC, of one catalogue', () => {
    const missed = twins().filter(
      ({ one, other }) => compareProfiles(one.profile, other.profile, false).verdict !== 'same',
    );
    report(`by all that they say: ${twins().length - missed.length} of ${twins().length} found`);
    expect(twins().length).toBeGreaterThan(15);
    expect(missed.map(({ one }) => one.id)).toEqual([]);
  });

  it('finds them by the fingerprint alone, without any identifier, and joins nothing else', () => {
    const pairs = twins();
    const stripped = pairs
      .flatMap(({ one, other }) => [one, other])
      .map((known) => ({ ...known, profile: nameless(known.profile) }));
    const same = judge(stripped).filter(
      ({ verdict, left, right }) => verdict === 'same' && left.source !== right.source,
    );
    const named = new Map(records.map(({ id, profile }) => [id, profile]));
    const right = same.filter(({ left, right: other }) => {
      const own = named.get(other.id)?.globals ?? [];
      return (
        stemOf(left.id) === stemOf(other.id) || named.get(left.id)?.globals.some((key) => own.includes(key))
      );
    });
    const found = new Set(
      same
        .filter(({ left, right: other }) => stemOf(left.id) === stemOf(other.id))
        .map(({ left }) => stemOf(left.id)),
    );
    report(
      `by the fingerprint alone: precision ${right.length} of ${same.length}, recall ${found.size} of ${pairs.length}`,
    );
    expect(right.length).toBe(same.length);
    expect(found.size / pairs.length).toBeGreaterThan(0.7);
  });
});
