import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPart, splitDocument } from '#catalogue/formats';
import { catalogueRecord } from '#catalogue/model';
import { shared } from '#tests/shared.ts';
import { compileRules } from './apply.ts';
import { type PreviewRecord, parseSourceRules, previewRules, type SourceRules } from './index.ts';

const corpus = shared('corpus');
const folders = ['iso19139', 'iso19115-3', 'dcat', 'datacite'];
const eachFolder = 25;

const any = { matches: '.' };
/** One of each kind, to everything. */
const actions = [
  { do: 'default-licence', licence: 'CC-BY-4.0' },
  { do: 'default-party', role: 'publisher', organisation: { en: 'Institute of the Sea' } },
  { do: 'default-party', role: 'pointOfContact', organisation: 'Institute of the Sea', of: 'metadata' },
  {
    do: 'organisation',
    match: { matches: '^(.*)\\bifremer\\b' },
    name: 'Ifremer',
    identifiers: ['https://ror.org/044jxhp58'],
  },
  {
    do: 'thesaurus',
    keyword: any,
    thesaurus: { title: 'Terms' },
    type: 'theme',
    uri: 'https://example.org/{slug}',
  },
  { do: 'replace-keyword', keyword: { contains: 'sea' }, label: { en: 'Sea', fr: 'Mer' } },
  { do: 'remove-keyword', keyword: { matches: '\\d' } },
  { do: 'link', url: { matches: '^https?:' }, protocol: 'WWW:LINK', kind: 'landing-page', name: 'Link' },
  { do: 'drop-link', url: { matches: '[?]' } },
  { do: 'language', language: 'en' },
  { do: 'access-right', right: 'open', always: true },
  { do: 'resource-type', type: 'series' },
  { do: 'add-network', name: 'SOMLIT' },
  { do: 'add-project', name: 'JERICO-S3' },
];

function rulesOf(given: unknown): SourceRules {
  const parsed = parseSourceRules(given);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.rules;
}

describe.runIf(corpus)('rules, over the corpus', () => {
  const records: PreviewRecord[] = [];

  beforeAll(async () => {
    for (const folder of folders) {
      const path = join(corpus ?? '', folder);
      const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.(xml|json|jsonld|ttl|rdf)$/.test(name),
      );
      for (const name of names.sort().slice(0, eachFolder)) {
        const { parts } = await splitDocument(readFileSync(join(path, name)));
        const [part] = parts;
        const { record } = part ? await readPart(part) : { record: null };
        if (part && record) records.push({ record, format: part.format, identifier: name });
      }
    }
  });

  it.each(actions)('$do makes records, and nothing more the second time', (action) => {
    const apply = compileRules(rulesOf({ rules: [{ id: 'one', action }] }));
    let changed = 0;
    for (const { record, ...about } of records) {
      const before = JSON.stringify(record);
      const once = apply(record, about);
      expect(JSON.stringify(record)).toBe(before);
      if (once.overlaid) changed += 1;
      expect(catalogueRecord.safeParse(once.record).error).toBeUndefined();
      expect(apply(once.record, about)).toEqual({ record: once.record, overlaid: false, trace: [] });
    }
    expect(changed).toBeGreaterThan(0);
  });

  it('are previewed all together', async () => {
    const preview = await previewRules(
      records,
      rulesOf({
        filter: { except: { cql2: "type = 'service' OR title IS NULL" } },
        rules: actions.map((action, index) => ({ id: `rule-${index}`, action })),
        refuse: { without: ['abstract'] },
      }),
    );
    expect(records.length).toBeGreaterThan(50);
    expect(preview.records).toBe(records.length);
    expect(preview.overlaid).toBe(records.length - preview.excluded.count);
  });
});
