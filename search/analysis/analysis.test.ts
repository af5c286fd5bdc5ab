import { describe, expect, it } from 'vitest';
import { fold, indexedText, readTypedText, stems, words } from './index.ts';

const folded = (text: string) => words(text).map((word) => word.folded);
const stemsOf = (text: string, ...languages: ('en' | 'fr')[]) => {
  const [word] = words(text);
  return word ? stems(word, languages) : [];
};
const shareAStem = (left: string, right: string, ...languages: ('en' | 'fr')[]) =>
  stemsOf(left, ...languages).some((stem) => stemsOf(right, ...languages).includes(stem));

describe('fold', () => {
  it.each([
    ['Océanographie', 'oceanographie'],
    ['ŒUVRE', 'oeuvre'],
    ['CO₂', 'co2'],
    ['Tromsø', 'tromso'],
    ['ﬁlaments', 'filaments'],
    ['Ångström', 'angstrom'],
    ['İzmir', 'izmir'],
    ['Straße', 'strasse'],
    ['e\u0301te\u0301', 'ete'],
  ])('%s is compared as %s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });
});

describe('words', () => {
  it.each([
    ["la température de l'eau", ['la', 'temperature', 'de', 'l', 'eau']],
    ['SDN:P02::TEMP', ['sdn', 'p02', 'temp']],
    ['https://doi.org/10.17882/42182', ['https', 'doi', 'org', '10', '17882', '42182']],
    ['chlorophyll-a, CO2; Sentinel-3A', ['chlorophyll', 'a', 'co2', 'sentinel', '3a']],
    ['🐟 "\u0000" — !!!', []],
    ['水温 и температура', ['水温', 'и', 'температура']],
  ])('%s', (text, expected) => {
    expect(folded(text)).toEqual(expected);
  });

  it('says where each stands in the text as it was', () => {
    const text = 'Les œuvres d’été';
    expect(words(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Les',
      'œuvres',
      'd',
      'été',
    ]);
  });

  it('cuts runs of letters without end', () => {
    expect(folded('a'.repeat(10_000))).toEqual(['a'.repeat(64)]);
  });
});

describe('stems', () => {
  it.each([
    ['donnée', 'données'],
    ['données', 'donnees'],
    ['salinité', 'salinites'],
    ['campagne', 'campagnes'],
    ['mesurée', 'mesurées'],
    ['mesure', 'mesurée'],
    ['océanographique', 'oceanographiques'],
    ['régional', 'régionaux'],
    ['courant', 'COURANTS'],
    ['Température', 'temperatures'],
  ])('French: %s and %s are one', (left, right) => {
    expect(shareAStem(left, right, 'fr')).toBe(true);
  });

  it.each([
    ['current', 'currents'],
    ['fishery', 'fisheries'],
    ['measured', 'measuring'],
    ['buoy', 'buoys'],
    ['observation', 'observations'],
  ])('English: %s and %s are one', (left, right) => {
    expect(shareAStem(left, right, 'en')).toBe(true);
  });

  it.each([
    ['mer', 'mercure'],
    ['salinity', 'salmon'],
    ['P02', 'P03'],
  ])('%s and %s stay apart', (left, right) => {
    expect(shareAStem(left, right, 'en', 'fr')).toBe(false);
  });
});

describe('indexedText', () => {
  it('has the words in order, then their stems in order', () => {
    expect(indexedText('Currents of the seas', 'en')).toBe(
      'currents of the seas ¦ ~current ~of ~the ~sea ¦ ¦',
    );
  });

  it('stems a text of unknown language both ways', () => {
    const tokens = indexedText('eaux régionales', 'und').split(' ');
    expect(tokens).toEqual(expect.arrayContaining(['~eaux', '~eau', '~regional', 'eaux']));
  });

  it('collects the vocabulary', () => {
    const vocabulary = new Set<string>();
    indexedText('La mer, la mer', 'fr', vocabulary);
    expect([...vocabulary]).toEqual(['la', 'mer']);
  });
});

describe('readTypedText', () => {
  const read = (text: string, unfinished = false) =>
    readTypedText(text, unfinished).map(({ kind, words: asked, excluded, field }) =>
      [`${excluded ? '-' : ''}${field ? `${field}:` : ''}${kind}`, ...asked.map((word) => word.folded)].join(
        ' ',
      ),
    );

  it.each([
    ['mer chaude', ['word mer', 'word chaude']],
    ['"sea level" -argo', ['phrase sea level', '-word argo']],
    ['“niveau de la mer”', ['phrase niveau de la mer']],
    ['« niveau marin »', ['phrase niveau marin']],
    ["l'eau d’Iroise", ['word eau', 'word iroise']],
    ['ocean’s', ['word ocean']],
    ['SDN:P02::TEMP', ['compound sdn p02 temp']],
    ['sous-marin', ['compound sous marin']],
    ['title:argo keyword:"sea level"', ['title:word argo', 'keyword:phrase sea level']],
    ['temp*', ['prefix temp']],
    ['the sea of the', ['word sea']],
    ['of the', ['word of', 'word the']],
    ['"unclosed phrase', ['phrase unclosed phrase']],
    ['AND OR NOT NEAR(', ['word not', 'word near']],
    ['🐟 "" - * ^ ()', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('takes the last word for a beginning while it is typed', () => {
    expect(read('sea temp', true)).toEqual(['word sea', 'prefix temp']);
    expect(read('sea temp ', true)).toEqual(['word sea', 'word temp']);
  });
});
