import {
  type BoundingBox,
  type CatalogueRecord,
  emptyRecord,
  parseIdentifier,
  type ResourceType,
} from '../../model/index.ts';

type Said = {
  type?: ResourceType;
  titles: Record<string, string>;
  id?: string;
  ids?: string[];
  box?: [west: number, south: number, east: number, north: number];
  period?: [start: string, end?: string];
  organisation?: string;
  abstract?: string;
  edition?: string;
  parent?: string;
  related?: [relation: string, identifier: string][];
};

/** A record that says so much. */
function record({
  type = 'dataset',
  titles,
  id,
  ids = [],
  box,
  period,
  organisation,
  abstract,
  edition,
  parent,
  related = [],
}: Said): CatalogueRecord {
  const made = emptyRecord(type);
  const { resource } = made;
  resource.titles = titles;
  if (id) made.metadataIdentifier = id;
  if (parent) made.parentIdentifier = parent;
  resource.identifiers = ids.map((code) => parseIdentifier(code));
  if (box) resource.spatialExtents = [{ box: boxOf(box), inclusive: true }];
  if (period)
    resource.temporalExtents = [
      { start: { date: period[0] }, ...(period[1] ? { end: { date: period[1] } } : {}) },
    ];
  if (organisation)
    resource.responsibilities = [
      {
        role: 'publisher',
        party: {
          organisation: { en: organisation },
          identifiers: [],
          organisationIdentifiers: [],
          emails: [],
          phones: [],
          facsimiles: [],
          addresses: [],
          online: [],
        },
      },
    ];
  if (abstract) resource.abstracts = { en: abstract };
  if (edition) resource.edition = edition;
  resource.related = related.map(([relation, identifier]) => ({ relation, identifier, titles: {} }));
  return made;
}

function boxOf([west, south, east, north]: NonNullable<Said['box']>): BoundingBox {
  return { west, south, east, north };
}

/** What should come of a pair: clustered, left apart, or shown to a person. `beside`: both of one source. */
export type LabelledPair = {
  name: string;
  same: 'same' | 'apart' | 'ask';
  beside?: true;
  pair: [CatalogueRecord, CatalogueRecord];
};

const glider: Said = {
  titles: { en: 'Glider sections across the Ligurian current' },
  ids: ['10.17882/55501'],
  box: [7.1, 42.3, 9.4, 44.1],
  period: ['2010-01-12', '2019-11-30'],
  organisation: 'Institut de la Mer',
  abstract:
    'Repeated sections of temperature, salinity and chlorophyll by underwater gliders between Nice and Calvi.',
};
const uuid = '5b2f9f0e-9d0b-4b52-8f9e-1d6a4f0b7c11';
const pair = (
  name: string,
  same: LabelledPair['same'],
  one: Said,
  other: Said,
  beside?: true,
): LabelledPair => ({
  name,
  same,
  pair: [record(one), record(other)],
  ...(beside ? { beside } : {}),
});
const without = (said: Said, ...names: (keyof Said)[]): Said => {
  const left = { ...said };
  for (const name of names) delete left[name];
  return left;
};

/** Pairs as they are met in catalogues that harvest each other, written by us. */
export const labelled: readonly LabelledPair[] = [
  pair('a republished record with the DOI in another spelling', 'same', glider, {
    ...without(glider, 'abstract', 'box'),
    ids: ['https://dx.doi.org/10.17882/55501'],
  }),
  pair('the same DOI, title in another language', 'same', glider, {
    titles: { fr: 'Sections de gliders à travers le courant ligure' },
    ids: ['doi:10.17882/55501'],
  }),
  pair(
    'a copy with the same metadata identifier, as URN',
    'same',
    { ...without(glider, 'ids'), id: uuid },
    {
      ...without(glider, 'ids', 'organisation'),
      id: `urn:uuid:${uuid.toUpperCase()}`,
    },
  ),
  pair(
    'the resource identifier of one is the metadata identifier of the other',
    'same',
    { ...without(glider, 'ids'), id: uuid },
    { ...without(glider, 'ids'), ids: [`https://other.example.org/geonetwork/srv/api/records/${uuid}`] },
  ),
  pair(
    'no identifier in common, but title, area, period and party',
    'same',
    { ...glider, ids: [], id: 'fr-imev-0042' },
    {
      ...glider,
      ids: [],
      id: 'EU:88123',
      titles: { en: 'GLIDER SECTIONS, across the Ligurian Current' },
      box: [7, 42, 9.4, 44],
      period: ['2010-01', '2019-11'],
    },
  ),
  pair(
    'a series that went on when it was copied',
    'same',
    { ...without(glider, 'ids'), period: ['2010-01-12'] },
    without(glider, 'ids'),
  ),
  pair(
    'translated in its source under the same identifier',
    'same',
    { ...without(glider, 'ids', 'abstract'), id: uuid },
    {
      titles: { fr: 'Sections de gliders à travers le courant ligure' },
      box: [7.1, 42.3, 9.4, 44.1],
      id: uuid,
    },
  ),
  pair('one says that it is identical to the other', 'same', glider, {
    ...without(glider, 'ids', 'box', 'period'),
    related: [['isIdenticalTo', 'https://doi.org/10.17882/55501']],
  }),
  pair(
    'a copy left behind under another identifier in one source',
    'same',
    { ...without(glider, 'ids'), id: 'imev-1' },
    {
      ...without(glider, 'ids'),
      id: 'imev-1-copy',
    },
    true,
  ),
  pair('children that give the DOI of their series', 'apart', glider, {
    titles: { en: 'Mooring Dyfamed, hourly sediment traps' },
    ids: ['10.17882/55501'],
    box: [7.8, 43.4, 7.9, 43.45],
    period: ['1995-03-01', '1996-04-01'],
    organisation: 'Institut de la Mer',
  }),
  pair(
    'legs of a cruise that give its DOI, in one source',
    'apart',
    { ...glider, titles: { en: 'Cruise MedNet leg 1' } },
    {
      ...glider,
      titles: { en: 'Cruise MedNet leg 2' },
      box: [12, 36, 15, 38],
    },
    true,
  ),
  pair(
    'versions with DOIs of their own',
    'apart',
    { ...glider, edition: '1' },
    { ...glider, ids: ['10.17882/55502'], edition: '2' },
  ),
  pair(
    'versions that both give the DOI of all versions, too',
    'apart',
    { ...glider, ids: ['10.5281/zenodo.100', '10.5281/zenodo.101'], edition: '1.0' },
    { ...without(glider, 'abstract'), ids: ['10.5281/zenodo.100', '10.5281/zenodo.102'], edition: '1.1' },
  ),
  pair('a version that names the one before', 'apart', glider, {
    ...glider,
    ids: ['10.17882/60001'],
    related: [['revisionOf', '10.17882/55501']],
  }),
  pair(
    'a part that names its whole',
    'apart',
    { ...without(glider, 'ids'), id: uuid },
    {
      ...without(glider, 'ids'),
      id: '9d7e4c6a-2c0d-4a64-9f6e-0f3f5f6b2a10',
      parent: uuid,
    },
  ),
  pair('the service that serves the dataset', 'apart', glider, { ...glider, type: 'service' }),
  pair('the paper about the dataset', 'apart', glider, {
    ...glider,
    type: 'document',
    ids: ['10.5194/essd-99-1'],
  }),
  pair('the manual of the dataset, which nobody gave a DOI', 'apart', glider, {
    ...without(glider, 'ids', 'abstract', 'box', 'period'),
    type: 'document',
  }),
  pair(
    'a manual in a format that knows datasets only',
    'same',
    { ...without(glider, 'ids', 'box', 'period'), type: 'document', id: uuid },
    { ...without(glider, 'ids', 'box', 'period'), id: uuid },
  ),
  pair(
    'an identifier that everybody has',
    'apart',
    { titles: { en: 'Tide gauge of Brest harbour' }, id: '1' },
    {
      titles: { en: 'Sea birds of the Glénan' },
      id: '1',
    },
  ),
  pair(
    'the same local code in two houses',
    'apart',
    { titles: { en: 'Tide gauge of Brest harbour' }, id: 'STATION-0042' },
    {
      titles: { en: 'Sea birds of the Glénan islands' },
      id: 'station 0042',
    },
  ),
  pair(
    'a title of a form, in other seas',
    'apart',
    { ...glider, ids: [], titles: { en: 'CTD data' } },
    {
      ...without(glider, 'abstract'),
      ids: [],
      titles: { en: 'CTD data' },
      box: [-40, 50, -30, 60],
      period: ['1980', '1985'],
    },
  ),
  pair(
    'years of a series',
    'apart',
    { ...without(glider, 'ids', 'abstract'), titles: { en: 'Phytoplankton of the Gulf of Lion 2010' } },
    {
      ...without(glider, 'ids', 'abstract'),
      titles: { en: 'Phytoplankton of the Gulf of Lion 2011' },
      period: ['2011-01-01', '2011-12-31'],
    },
  ),
  pair('the same DOI and place, another title', 'ask', glider, {
    ...without(glider, 'abstract'),
    titles: { en: 'Autonomous hydrography off Nice' },
  }),
  pair(
    'a title alone',
    'ask',
    { titles: { en: 'Zooplankton of the Bay of Biscay' } },
    {
      titles: { en: 'Zooplankton of the Bay of Biscay' },
    },
  ),
  pair(
    'one title and place twice in one source',
    'ask',
    without(glider, 'ids', 'abstract'),
    without(glider, 'ids', 'abstract'),
    true,
  ),
];
