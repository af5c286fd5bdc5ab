import { describe, expect, it } from 'vitest';
import { type CatalogueRecord, emptyRecord } from '#catalogue/model';
import { type IndexedRecord, toSearchDocument } from './index.ts';

const now = new Date('2026-03-01T00:00:00Z');

function stored(change: (resource: CatalogueRecord['resource']) => void, more: Partial<IndexedRecord> = {}) {
  const record = emptyRecord();
  change(record.resource);
  return toSearchDocument(
    {
      id: 'r1',
      revision: 7,
      sourceId: 'coriolis',
      datestamp: '2024-05-06T07:08:09Z',
      visibility: 'public',
      deleted: false,
      record,
      ...more,
    },
    now,
  );
}

describe('facets', () => {
  it('merges names that differ in case and accents, and prefers English ones', () => {
    const party = (organisation: Record<string, string>) => ({
      role: 'author',
      party: {
        organisation,
        identifiers: [],
        organisationIdentifiers: [],
        emails: [],
        phones: [],
        facsimiles: [],
        addresses: [],
        online: [],
      },
    });
    const { facets } = stored((resource) => {
      resource.responsibilities = [
        party({ und: 'Ifremer' }),
        party({ fr: 'IFREMER' }),
        party({ fr: 'Service hydrographique', en: 'Hydrographic  Service' }),
      ];
    });
    expect(facets.organisation).toEqual(['Ifremer', 'Hydrographic Service']);
  });

  it('has kind, source, themes, projects and platforms from wherever they are said', () => {
    const { facets } = stored((resource) => {
      resource.topicCategories = ['oceans'];
      resource.projects = [{ names: { und: 'MOOSE' } }];
      resource.networks = [{ names: { en: 'Argo' } }];
      resource.variables = [{ names: {}, shortName: 'PSAL' }, { names: { en: 'Nitrate' } }];
      resource.licences = [{ id: 'CC-BY-4.0', title: {} }, { title: { fr: 'Licence libre' } }];
      resource.accessRight = 'open';
      resource.keywords = [
        { label: { fr: 'Navire', en: 'Vessel' }, type: 'platform' },
        { label: { en: 'moose' }, type: 'project' },
        {
          label: { en: 'Habitats and biotopes' },
          thesaurus: { title: { en: 'GEMET - INSPIRE themes, version 1.0' }, dates: [] },
        },
        { label: { en: 'Sea regions' }, uri: 'http://inspire.ec.europa.eu/theme/sr' },
      ];
    });
    expect(facets).toEqual({
      type: ['dataset'],
      source: ['coriolis'],
      network: ['Argo'],
      project: ['MOOSE'],
      theme: ['oceans', 'Habitats and biotopes', 'Sea regions'],
      keyword: ['Vessel', 'moose', 'Habitats and biotopes', 'Sea regions'],
      variable: ['PSAL', 'Nitrate'],
      platform: ['Vessel'],
      licence: ['CC-BY-4.0', 'Licence libre'],
      access: ['open'],
    });
  });

  it.each([
    [{ start: { date: '1999-12-31' }, end: { date: '2001' } }, ['1999', '2000', '2001']],
    [{ start: { date: '2024-05' } }, ['2024', '2025', '2026']],
    [{ start: { date: '2025' }, end: { indeterminate: 'now' as const } }, ['2025', '2026']],
    [{ end: { date: '2003-02' } }, ['2003']],
    [{ start: { date: '-0500' }, end: { date: '1801' } }, ['1800', '1801']],
    [{ start: { date: 'summer' } }, undefined],
    [{ start: { date: '2099' }, end: { date: '2100' } }, ['2099', '2100']],
    [{ start: { date: '2025' }, end: { date: '9999-12-31' } }, ['2025', '2026']],
    [{ start: { date: '2050' } }, ['2050']],
  ])('has the years of %j', (extent, years) => {
    expect(
      stored((resource) => {
        resource.temporalExtents = [extent];
      }).facets.year,
    ).toEqual(years);
  });
});

describe('extents', () => {
  it.each([
    [
      { minimum: 0, maximum: 200 },
      { minimum: 0, maximum: 200 },
    ],
    [
      { minimum: -200, maximum: 0 },
      { minimum: 0, maximum: 200 },
    ],
    [
      { minimum: -200, maximum: 0, positive: 'up' as const },
      { minimum: 0, maximum: 200 },
    ],
    [
      { minimum: 10, maximum: 30, positive: 'up' as const },
      { minimum: -30, maximum: -10 },
    ],
    [
      { minimum: -5, maximum: -1, datum: 'Profondeur' },
      { minimum: -5, maximum: -1 },
    ],
    [
      { minimum: 1, maximum: 2, unit: 'km' },
      { minimum: 1000, maximum: 2000 },
    ],
    [{ minimum: 100 }, { minimum: 100, maximum: Number.POSITIVE_INFINITY }],
  ])('reads depths of %j', (extent, expected) => {
    const { depths } = stored((resource) => {
      resource.verticalExtents = [extent];
    });
    expect(depths.map(({ minimum, maximum }) => ({ minimum: minimum + 0, maximum: maximum + 0 }))).toEqual([
      expected,
    ]);
  });

  it('passes over levels that are no lengths', () => {
    const { depths } = stored((resource) => {
      resource.verticalExtents = [{ minimum: 100, maximum: 1000, unit: 'hPa' }, {}];
    });
    expect(depths).toEqual([]);
  });

  it('opens periods where an end is unknown, and drops those that end before they begin', () => {
    const { periods } = stored((resource) => {
      resource.temporalExtents = [
        { start: { date: '1970-01-02' } },
        { end: { date: '1970' } },
        { start: { date: '1970', indeterminate: 'before' }, end: { date: '1970-01-01' } },
        { start: { date: '2000' }, end: { date: '1990' } },
      ];
    });
    expect(periods).toEqual([
      { start: 1, end: Number.POSITIVE_INFINITY },
      { start: Number.NEGATIVE_INFINITY, end: 364 },
      { start: Number.NEGATIVE_INFINITY, end: 0 },
    ]);
  });

  it('takes the box of a geometry, and leaves out what is excluded', () => {
    const { boxes } = stored((resource) => {
      resource.spatialExtents = [
        { box: { west: 0, south: 0, east: 1, north: 1 }, inclusive: false },
        {
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [-5, 47],
                [-4, 48],
                [-3, 46],
                [-5, 47],
              ],
            ],
          },
          inclusive: true,
        },
        { geometry: { type: 'Point', coordinates: [1000, 2000] }, inclusive: true },
      ];
    });
    expect(boxes).toEqual([{ west: -5, south: 46, east: -3, north: 48 }]);
  });
});

describe('the rest', () => {
  it.each([
    ['public', 'public', undefined],
    ['metadata-only', 'public', ['metadata-only']],
    ['embargoed', 'staff', ['embargoed']],
    ['private', 'staff', undefined],
  ] as const)('%s records are for %s', (visibility, visible, access) => {
    const document = stored(() => {}, { visibility });
    expect(document.visible).toBe(visible);
    expect(document.facets.access).toEqual(access);
  });

  it('sorts by publication, else revision, else creation, else our datestamp', () => {
    const dated = (...dates: { type: string; date: string }[]) =>
      stored((resource) => {
        resource.dates = dates;
      }).sortDate;
    const creation = { type: 'creation', date: '2001' };
    const revision = { type: 'revision', date: '2010-01' };
    const publication = { type: 'publication', date: '2005' };
    expect(dated(creation, revision, publication)).toBe('2005');
    expect(dated(creation, revision, { ...revision, date: '2012' })).toBe('2012');
    expect(dated(creation)).toBe('2001');
    expect(dated()).toBe('2024-05-06T07:08:09Z');
  });
});
