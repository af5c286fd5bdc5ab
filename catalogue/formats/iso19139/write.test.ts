import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueRecord } from '../../model/index.ts';
import type { Written } from '../format.ts';
import { recordOf, testRoundTrip } from '../iso/testing/round-trip.ts';
import { iso19139 } from './index.ts';

const context = { id: 'r1', pageUrl: 'https://example.org/records/r1', datestamp: '2026-01-02T03:04:05Z' };

function write(record: CatalogueRecord): Written {
  const written = iso19139.write?.(record, context);
  if (!written) throw new Error('not written');
  return written;
}

async function readAgain(text: string): Promise<CatalogueRecord> {
  const { record, problems } = (await iso19139.read?.(new TextEncoder().encode(text))) ?? {
    record: null,
    problems: [],
  };
  if (!record) throw new Error(JSON.stringify(problems));
  return record;
}

describe('what is written', () => {
  it('puts translations beside the text and declares their locales', () => {
    const { text } = write(recordOf({ titles: { en: 'Sea level', fr: 'Niveau de la mer' } }));
    expect(text).toContain('<gmd:PT_Locale id="locale-fr">');
    expect(text).toContain('<gco:CharacterString>Sea level</gco:CharacterString>');
    expect(text).toContain(
      '<gmd:LocalisedCharacterString locale="#locale-fr">Niveau de la mer</gmd:LocalisedCharacterString>',
    );
  });

  it('anchors what has an address', () => {
    const { text } = write(
      recordOf({ keywords: [{ label: { en: 'Salinity' }, uri: 'https://example.org/c?a=1&b=[2]' }] }),
    );
    expect(text).toContain(
      '<gmx:Anchor xlink:href="https://example.org/c?a=1&amp;b=%5B2%5D">Salinity</gmx:Anchor>',
    );
  });

  it('gives our identifier and datestamp only where the source gave none', () => {
    expect(write(recordOf({})).text).toContain('<gco:CharacterString>r1</gco:CharacterString>');
    const own = { ...recordOf({}), metadataIdentifier: 'theirs', datestamp: '2020-01-01' };
    expect(write(own).text).toContain('<gco:CharacterString>theirs</gco:CharacterString>');
    expect(write(own).text).not.toContain('r1');
  });

  it('says with constraints, keywords and associations what ISO has no property for', async () => {
    const { text } = write(
      recordOf({
        licences: [
          {
            id: 'CC-BY-4.0',
            uri: 'https://creativecommons.org/licenses/by/4.0/',
            title: { en: 'CC BY 4.0' },
          },
        ],
        platforms: [{ names: { en: 'Thalassa' }, uri: 'https://example.org/p/1' }],
        projects: [{ names: { en: 'A project' } }],
        networks: [{ names: { und: 'SOMLIT' } }],
        taxa: [{ scientificName: 'Calanus finmarchicus', commonNames: {} }],
        campaigns: [{ names: { en: 'MOOSE-GE' }, identifier: '18001234' }],
      }),
    );
    const { resource } = await readAgain(text);
    expect(resource.licences.map(({ id }) => id)).toEqual(['CC-BY-4.0']);
    expect(resource.platforms).toEqual([{ names: { en: 'Thalassa' }, uri: 'https://example.org/p/1' }]);
    expect(resource.projects.map(({ names }) => names)).toContainEqual({ en: 'A project' });
    expect(resource.networks[0]?.names).toEqual({ und: 'SOMLIT' });
    expect(resource.taxa[0]?.scientificName).toBe('Calanus finmarchicus');
    expect(resource.campaigns).toEqual([{ names: { en: 'MOOSE-GE' }, identifier: '18001234' }]);
  });

  it('lists what is lost', () => {
    const { losses } = write(
      recordOf({
        funding: [{ funder: { en: 'ANR' } }],
        temporalResolutions: ['P1D'],
        topicCategories: ['oceans', 'disaster'],
        quality: [{ type: 'DQ_Homogeneity', names: [], values: [], pass: true }],
      }),
    );
    expect(losses).toEqual([
      'resource.funding',
      'dataIdentification.temporalResolution',
      'MD_TopicCategoryCode disaster',
      'quality report DQ_Homogeneity',
    ]);
  });

  it('does not write a record without title', () => {
    expect(iso19139.write?.(recordOf({ titles: {} }), context)).toBeNull();
  });
});

testRoundTrip(
  { ...iso19139, name: 'iso19139' },
  {
    resource: {
      collectiveTitle: fc.constant({ en: 'All', fr: 'Tous' }),
      editionDate: fc.constantFrom('2020', '2020-01-02'),
    },
    metadata: { dataSetUri: fc.constant('https://example.org/d') },
  },
);
