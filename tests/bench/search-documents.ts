import type { LanguageMap } from '#catalogue/model';
import type { SearchDocument } from '#search';

/** A small generator of numbers from 0 to 1 (mulberry32): the same documents in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables =
  'ba ce di fo gu lan mer nor pel qua rin sal tem vor xen zo phy thal mar tion ique ment'.split(' ');
const lexicon = Array.from({ length: 40_000 }, (_, index) => {
  let word = '';
  for (let rest = index + 400; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length];
  return word;
});

/** In this share of the documents, by word. */
export const plantedWords = { turbidity: 0.01, temperature: 0.25, salinity: 0.1 } as const;

/**
 * Generates one search document: about 150 words of text by Zipf's law, a French translation in one of four, ten
 * keywords, facets as skewed as those of real catalogues.
 */
export function generateDocument(number: number): SearchDocument {
  const random = randomNumbers(number);
  const below = (limit: number) => Math.floor(random() * limit);
  const skewed = (limit: number) => Math.floor(random() ** 3 * limit);
  const zipf = () => lexicon[Math.floor(lexicon.length ** random()) - 1] ?? '';
  const sentence = (length: number) => Array.from({ length }, zipf).join(' ');
  const planted = Object.entries(plantedWords)
    .filter(([, share]) => random() < share)
    .map(([word]) => word);
  const text = (length: number, always: boolean): LanguageMap => {
    const said = () => [sentence(length), ...planted.filter(() => always || random() < 0.4)].join(' ');
    return random() < 0.25 ? { en: said(), fr: said() } : { en: said() };
  };
  const west = below(3500) / 10 - 180;
  const south = below(1600) / 10 - 85;
  const start = 7000 + below(12_000);
  const end = start + skewed(6000);
  const list = (name: string, most: number, of: number) =>
    Array.from({ length: 1 + below(most) }, () => `${name} ${skewed(of)}`);
  const keywords = list('keyword', 10, 3000);
  const variables = list('variable', 5, 300);
  return {
    id: `record-${number}`,
    revision: number + 1,
    visible: random() < 0.02 ? 'staff' : 'public',
    titles: text(9, false),
    alternateTitles: [],
    abstracts: text(120, true),
    keywords: [...keywords, ...planted.filter(() => random() < 0.5)].map((en) => ({ en })),
    parties: [`Organisation ${skewed(400)}`, sentence(2)],
    variables: variables.map((en) => ({ en })),
    identifiers: [`10.17882/${number}`, `${number.toString(16).padStart(8, '0')}-${below(65536)}-bench`],
    facets: {
      type: [['dataset', 'series', 'service', 'software'][skewed(4)] ?? 'dataset'],
      source: [`source-${skewed(12)}`],
      organisation: list('Organisation', 3, 400),
      network: list('Network', 2, 40),
      project: list('Project', 2, 500),
      theme: list('theme', 3, 30),
      keyword: keywords,
      variable: variables,
      platform: list('platform', 2, 1000),
      licence: [`licence-${skewed(8)}`],
      year: Array.from({ length: 1 + Math.floor((end - start) / 365) }, (_, year) =>
        String(1990 + Math.floor(start / 365) - 20 + year),
      ),
      access: ['open'],
    },
    boxes: [
      {
        west,
        south,
        east: Math.min(180, west + skewed(300) / 10),
        north: Math.min(90, south + skewed(200) / 10),
      },
    ],
    periods: [{ start, end }],
    depths: random() < 0.5 ? [{ minimum: 0, maximum: skewed(6000) }] : [],
    datestamp: `2024-01-01T00:00:${String(number % 60).padStart(2, '0')}Z`,
    sortDate: `${2000 + below(24)}-0${1 + below(9)}-1${below(9)}`,
  };
}
