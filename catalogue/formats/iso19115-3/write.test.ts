import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueRecord } from '../../model/index.ts';
import { recordOf, testRoundTrip } from '../iso/testing/round-trip.ts';
import { iso19115Part3 } from './index.ts';

const context = { id: 'r1', pageUrl: 'https://example.org/records/r1', datestamp: '2026-01-02T03:04:05Z' };

describe('what is written', () => {
  const write = (record: CatalogueRecord) => iso19115Part3.write?.(record, context);

  it('names a person within an organisation', () => {
    const party = {
      person: 'Nansen, Fridtjof',
      organisation: { en: 'An institute' },
      identifiers: [
        {
          scheme: 'orcid' as const,
          value: '0000-0002-1825-0097',
          uri: 'https://orcid.org/0000-0002-1825-0097',
        },
      ],
      organisationIdentifiers: [],
      emails: ['f.nansen@example.org'],
      phones: [],
      facsimiles: [],
      addresses: [],
      online: [],
    };
    const text = write(recordOf({ responsibilities: [{ role: 'author', party }] }))?.text ?? '';
    expect(text.replace(/\s*\n\s*/g, '')).toContain(
      '<cit:party><cit:CI_Organisation><cit:name><gco:CharacterString>An institute</gco:CharacterString></cit:name><cit:individual><cit:CI_Individual><cit:name><gco:CharacterString>Nansen, Fridtjof</gco:CharacterString></cit:name>',
    );
    expect(text).toContain(
      '<gcx:Anchor xlink:href="https://orcid.org/0000-0002-1825-0097">0000-0002-1825-0097</gcx:Anchor>',
    );
  });

  it('says when the metadata changed, and what else is told of their dates', () => {
    const record = {
      ...recordOf({}),
      datestamp: '2020-05-06',
      metadataDates: [{ type: 'creation', date: '2019-01-02' }],
    };
    const dates = [
      ...(write(record)?.text ?? '').matchAll(/<gco:Date>(.*)<\/gco:Date>[\s\S]*?codeListValue="(\w+)"/g),
    ];
    expect(dates.map(([, date, type]) => [date, type])).toEqual([
      ['2019-01-02', 'creation'],
      ['2020-05-06', 'revision'],
    ]);
  });

  it('lists what is lost', () => {
    const sent = recordOf({ collectiveTitle: { en: 'All' }, funding: [{ funder: { en: 'ANR' } }] });
    expect(write({ ...sent, dataSetUri: 'https://example.org/d' })?.losses).toEqual([
      'resource.funding',
      'metadata.dataSetUri',
      'resourceCitation.collectiveTitle',
    ]);
  });
});

testRoundTrip(
  { ...iso19115Part3, name: 'iso19115-3' },
  {
    resource: {
      characterSets: fc.constantFrom([], ['utf8'], ['8859part15']),
      temporalResolutions: fc.subarray(['P1D', 'PT6H']),
      processingLevel: fc.constant('L2'),
      topicCategories: fc.subarray(['oceans', 'disaster']),
      spatialResolutions: fc.constantFrom(
        [],
        [{ vertical: { value: 5, unit: 'm' } }, { angular: { value: 0.25, unit: 'deg' } }],
        [{ levelOfDetail: { en: 'Fine', fr: 'Fin' } }],
      ),
      additionalDocumentation: fc.constantFrom(
        [],
        [{ titles: { en: 'Manual' }, identifiers: ['m'], dates: [] }],
      ),
      citationLinks: fc.constant([{ url: 'https://example.org/c', protocol: 'WWW:LINK' }]),
      usageDetails: null,
    },
    metadata: {
      metadataCodeSpace: fc.constant('urn:uuid'),
      metadataDates: fc.constantFrom([], [{ type: 'creation', date: '2001-02-03' }]),
      metadataLinkages: fc.constantFrom(
        [],
        [{ url: 'https://example.org/m.xml', function: 'completeMetadata' }],
      ),
      alternativeMetadata: fc.constantFrom([], [{ titles: { en: 'Other' }, identifiers: ['o'], dates: [] }]),
      metadataProfiles: fc.constantFrom([], [{ titles: { en: 'Profile' }, identifiers: [], dates: [] }]),
      parentCitation: null,
    },
  },
);
