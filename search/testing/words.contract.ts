import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineFixture } from './engine-fixture.ts';

export function wordsContract(fixture: EngineFixture): void {
  const { put, find, say } = fixture;
  describe('words', () => {
    beforeEach(() =>
      put(
        {
          id: 'fr',
          titles: { fr: "Températures de l'eau de mer" },
          abstracts: { fr: 'Données de bouées' },
        },
        { id: 'en', titles: { en: 'Sea water temperature' }, abstracts: { en: 'Buoy data' } },
        {
          id: 'code',
          titles: { und: 'PSAL profiles' },
          variables: [{ und: 'SDN:P02::TEMP' }, { en: 'CO₂' }],
        },
        { id: 'doi', identifiers: ['10.17882/42182'], parties: ['Dupont-Durand, Zoé'] },
      ),
    );

    it.each([
      ['temperature', ['en', 'fr']],
      ['TEMPÉRATURES', ['en', 'fr']],
      ['donnee bouee', ['fr']],
      ["l'eau", ['fr']],
      ['buoys', ['en']],
      ['sea temperature -buoy', []],
      ['"water temperature"', ['en']],
      ['"temperature water"', []],
      ['psal', ['code']],
      ['P02::TEMP', ['code']],
      ['P03::TEMP', []],
      ['co2', ['code']],
      ['10.17882/42182', ['doi']],
      ['42182', ['doi']],
      ['zoe dupont', ['doi']],
      ['title:temperature', ['en', 'fr']],
      ['abstract:temperature', []],
      ['tempera*', ['en', 'fr']],
      ['temperature of the sea', ['en']],
    ])('%s', async (text, expected) => {
      expect((await say(text)).sort()).toEqual(expected);
    });

    it('takes the last word for a beginning when told so', async () => {
      expect(await find({ op: 'text', text: 'sea tempe', prefix: true })).toEqual(['en']);
      expect(await find({ op: 'text', text: 'sea tempe' })).toEqual([]);
    });

    it.each([
      ['emperatur', ['en', 'fr']],
      ['ter temp', ['en']],
      ['eau de mer', ['fr']],
      ['7882/421', ['doi']],
      ['Dupont-D', ['doi']],
      [' ater', []],
    ])('contains “%s”', async (text, expected) => {
      expect((await find({ op: 'contains', text })).sort()).toEqual(expected);
    });

    it('knows identifiers whatever their case and resolver', async () => {
      expect(await find({ op: 'identifier', values: ['https://doi.org/10.17882/42182'] })).toEqual(['doi']);
      expect(await find({ op: 'identifier', values: ['doi:10.17882/42182', 'x'] })).toEqual(['doi']);
      expect(await find({ op: 'identifier', values: ['10.17882/4218'] })).toEqual([]);
    });
  });

  describe('relevance', () => {
    it('ranks a title above keywords, keywords above the abstract', async () => {
      await put(
        { id: 'abstract', abstracts: { en: 'About salinity here' } },
        { id: 'keyword', keywords: [{ en: 'salinity' }] },
        { id: 'title', titles: { en: 'Salinity' } },
      );
      expect(await say('salinity')).toEqual(['title', 'keyword', 'abstract']);
    });

    it('ranks the very word above its stem, the rare word above the frequent', async () => {
      await put(
        { id: 'stem', titles: { en: 'Currents' } },
        { id: 'exact', titles: { en: 'Current' } },
        ...['1', '2', '3', '4'].map((id) => ({
          id,
          titles: { en: 'Sea maps' },
          abstracts: { en: 'rare' },
        })),
        { id: 'both', titles: { en: 'Rare things' }, abstracts: { en: 'sea' } },
      );
      expect(await say('current')).toEqual(['exact', 'stem']);
      expect((await say('sea rare'))[0]).toBe('both');
    });

    it('ranks words together above words apart, a short title above a long one', async () => {
      await put(
        { id: 'apart', titles: { en: 'Level of the ice and the sea' } },
        { id: 'long', titles: { en: 'Maps of the yearly sea level in the north' } },
        { id: 'together', titles: { en: 'Sea level' } },
      );
      expect(await say('sea level')).toEqual(['together', 'long', 'apart']);
    });
  });
}
