import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shared } from '#tests/shared.ts';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import { compareRecords } from '../losses/compare.ts';
import { formatOf } from '../registry.ts';
import { patchDocument } from './index.ts';
import { corrections, wordsLost } from './testing/corrections.ts';

const corpus = shared('corpus');
const context = { id: 'r1', pageUrl: 'https://example.org/records/r1', datestamp: '2026-01-02T03:04:05Z' };
/** One document in so many: each is corrected in seven ways, and validated. */
const samples = [
  ['iso19139', 8],
  ['iso19115-3', 4],
] as const;

function documents(folder: string, every: number): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml') && !name.includes('malformed'))
    .sort()
    .filter((_, index) => index % every === 0)
    .map((name) => join(folder, name));
}

describe.runIf(corpus).each(samples)('documents of the corpus in %s, corrected', (format, every) => {
  it.each(Object.entries(corrections))('%s', async (_name, correct) => {
    const { read } = formatOf(format);
    const wrong: string[] = [];
    let patched = 0;
    let written = 0;
    for (const path of documents(join(corpus ?? '', format), every)) {
      const bytes = new Uint8Array(readFileSync(path));
      const { record } = (await read?.(bytes)) ?? { record: null };
      // A record without title has nothing that a correction could begin with.
      if (!record || Object.keys(record.resource.titles).length === 0) continue;
      const after = structuredClone(record);
      if (!correct(after)) continue;
      const result = await patchDocument(bytes, format, record, after, context);
      if (!result.patched) {
        written += 1;
        continue;
      }
      patched += 1;
      const again = (await read?.(result.bytes))?.record;
      const changed = new Set(compareRecords(record, after).map(({ path: place }) => place.split(/[.[]/)[1]));
      const amiss = again
        ? compareRecords(after, again).filter((loss) => changed.has(loss.path.split(/[.[]/)[1]))
        : [];
      if (!again || amiss.length > 0) wrong.push(`${path} does not say what was wanted`);
      const [one, other] = [bytes, result.bytes].map((each) => new TextDecoder().decode(each));
      // The longest text that the correction may have replaced, and a keyword with all that is told of its thesaurus.
      const { abstracts, constraints } = record.resource;
      const replaceable = [
        ...Object.values(abstracts),
        ...constraints
          .flatMap(({ otherConstraints, useLimitations }) => [...otherConstraints, ...useLimitations])
          .flatMap(({ text }) => Object.values(text)),
      ];
      const replaced = Math.max(80, ...replaceable.map((text) => text.split(/\s+/).length));
      const lost = wordsLost(one ?? '', other ?? '');
      if (lost > replaced + 10) wrong.push(`${path} lost ${lost} words`);
      if (schemasFolder && validateXml(bytes, format).length === 0) {
        const [finding] = validateXml(result.bytes, format);
        if (finding) wrong.push(`${path} was valid: ${finding}`);
      }
    }
    process.stdout.write(`\n${format}: ${patched} patched, ${written} written anew\n`);
    expect(wrong).toEqual([]);
    expect(patched).toBeGreaterThan(written * 2);
  });
});
