import { describe, expect, it, test } from 'vitest';
import { emptyRecord, type Resource } from '#catalogue/model';
import { messagesIn } from '../../locales/index.ts';
import { conditionsOf } from './conditions.ts';
import { detailsOf } from './details.ts';
import { formatDuration } from './duration.ts';
import { fundingOf } from './funding.ts';
import { keywordGroups } from './keywords.ts';
import { problemGroups } from './log.ts';
import { lineageOf, qualityRows } from './provenance.ts';
import { thingGroups, variableRows } from './things.ts';

const resource = (more: Partial<Resource>): Resource => ({ ...emptyRecord().resource, ...more });
const detail = (label: string, more: Partial<Resource>) =>
  detailsOf(resource(more), 'en', messagesIn('en')).find((row) => row.label === label)?.values;

describe('details', () => {
  it('only name what is told', () => {
    expect(detailsOf(resource({}), 'en', messagesIn('en'))).toEqual([
      { label: 'Kind', values: [{ text: 'Dataset' }] },
    ]);
  });
  it('put codes in words', () => {
    expect(detail('Status', { status: ['onGoing', 'unheardOf'] })).toEqual([
      { text: 'Ongoing' },
      { text: 'unheardOf' },
    ]);
    expect(detail('Update frequency', { maintenance: { frequency: 'annually', notes: [] } })).toEqual([
      { text: 'Annual' },
    ]);
    expect(detail('Update frequency', { maintenance: { userDefinedFrequency: 'P10D', notes: [] } })).toEqual([
      { text: '10 days' },
    ]);
  });
  it('link what has an address', () => {
    const systems = [{ code: 'http://www.opengis.net/def/crs/EPSG/0/4326' }];
    expect(detail('Reference system', { referenceSystems: systems })).toEqual([
      { text: 'EPSG:4326', href: 'http://www.opengis.net/def/crs/EPSG/0/4326' },
    ]);
  });
  it.each([
    ['PT10M', 'en', '10 minutes'],
    ['P1Y6M', 'fr', '1 an 6 mois'],
    ['every day', 'en', 'every day'],
    ['P', 'en', 'P'],
  ] as const)('duration %s in %s', (text, locale, words) =>
    expect(formatDuration(text, locale).replace(/\s/g, ' ')).toBe(words),
  );
});

describe('conditions', () => {
  const licence = {
    id: 'CC-BY-4.0',
    uri: 'https://creativecommons.org/licenses/by/4.0/',
    title: { en: 'CC BY 4.0' },
  };
  const legal = (...texts: { text: Record<string, string>; uri?: string }[]) => ({
    kind: 'legal' as const,
    useLimitations: [],
    accessConstraints: ['otherRestrictions', 'copyright'],
    useConstraints: ['license'],
    otherConstraints: texts,
  });
  it('show a licence once, and what else is said', () => {
    const shown = conditionsOf(
      resource({
        licences: [licence, licence],
        constraints: [
          legal(
            { text: { en: 'CC BY 4.0 International' }, uri: licence.uri },
            { text: { en: 'Cite the cruise.' } },
          ),
        ],
      }),
      'en',
    );
    expect(shown?.licences).toEqual([{ text: 'CC BY 4.0', id: 'CC-BY-4.0', href: licence.uri }]);
    expect(shown?.restrictions).toEqual(['Copyright']);
    expect(shown?.texts.map(({ text }) => text.blocks)).toEqual([
      [{ kind: 'paragraph', runs: [{ text: 'Cite the cruise.' }] }],
    ]);
  });
  it('are absent where nothing is said', () => expect(conditionsOf(resource({}), 'en')).toBeUndefined());
});

describe('keywords', () => {
  it('stand by thesaurus, free ones last, each leading to a search', () => {
    const groups = keywordGroups(
      resource({
        keywords: [
          { label: { en: 'buoy' } },
          {
            label: { en: 'Salinity', fr: 'Salinité' },
            uri: 'http://vocab.nerc.ac.uk/collection/P02/current/PSAL/',
            thesaurus: { title: { en: 'P02' }, dates: [] },
          },
        ],
      }),
      'fr',
    );
    expect(groups.map(({ title }) => title?.text)).toEqual(['P02', undefined]);
    expect(groups[0]?.keywords).toEqual([
      {
        text: 'Salinité',
        search: '/search?keyword=Salinity',
        concept: 'http://vocab.nerc.ac.uk/collection/P02/current/PSAL/',
      },
    ]);
  });
});

describe('variables', () => {
  const [row] = variableRows(
    resource({
      variables: [
        {
          names: { en: 'EARTH SCIENCE > OCEANS > SALINITY' },
          shortName: 'PSAL',
          unit: 'PSU',
          unitUri: 'http://vocab.nerc.ac.uk/collection/P06/current/UUUU/',
          minimum: 2,
          maximum: 41,
        },
      ],
    }),
    'en',
    messagesIn('en'),
  );
  it('are called by the last step of their path', () => {
    expect(row).toMatchObject({
      name: { text: 'SALINITY' },
      path: 'EARTH SCIENCE › OCEANS',
      names: ['PSAL'],
    });
  });
  it('have units and ranges, and lead to others that have them', () => {
    expect(row).toMatchObject({ unit: 'PSU', range: '2 – 41' });
    expect(row?.search).toBe('/search?variable=EARTH+SCIENCE+%3E+OCEANS+%3E+SALINITY');
  });
});

test('species lead to their register', () => {
  const groups = thingGroups(
    resource({
      taxa: [
        {
          scientificName: 'Ostrea edulis',
          commonNames: {},
          uri: 'urn:lsid:marinespecies.org:taxname:140658',
        },
      ],
    }),
    'en',
  );
  expect(groups).toEqual([
    {
      kind: 'taxa',
      things: [
        {
          text: 'Ostrea edulis',
          href: 'https://www.marinespecies.org/aphia.php?p=taxdetails&id=140658',
        },
      ],
    },
  ]);
});

test('funding names funder, award and number', () => {
  expect(
    fundingOf(
      resource({
        funding: [
          {
            funder: { en: 'ANR' },
            awardNumber: 'ANR-10',
            awardTitle: { en: 'Iroise' },
            funderIdentifier: '10.13039/501100001665',
          },
        ],
      }),
      'en',
    ),
  ).toEqual([
    {
      funder: { text: 'ANR', href: 'https://doi.org/10.13039/501100001665' },
      award: { text: 'Iroise' },
      number: 'ANR-10',
    },
  ]);
});

test('lineage of which nothing is told is absent; quality is told in words', () => {
  expect(lineageOf({ sources: [], processSteps: [] }, 'en')).toBeUndefined();
  expect(
    qualityRows(
      resource({
        quality: [
          { type: 'DQ_AbsoluteExternalPositionalAccuracy', names: [], values: ['12'], valueUnit: 'm' },
          {
            type: 'DQ_DomainConsistency',
            names: [],
            values: [],
            pass: false,
            specification: {
              titles: { en: 'INSPIRE' },
              identifiers: [],
              dates: [{ type: 'publication', date: '2010-12-08' }],
            },
          },
          { type: 'DQ_DomainConsistency', names: [], values: [] },
        ],
      }),
      'en',
    ),
  ).toEqual([
    { name: 'Absolute external positional accuracy', values: '12 m' },
    { name: 'Domain consistency', pass: false, specification: { text: 'INSPIRE (2010)' } },
  ]);
});

test('problems stand by severity; the same in several places once', () => {
  const problem = (severity: 'error' | 'warning', path: string) => ({
    severity,
    code: 'date-unreadable',
    path,
    message: '"soon" is not a date.',
    hint: 'Write dates as YYYY-MM-DD.',
  });
  const groups = problemGroups(
    [
      problem('warning', '/a'),
      problem('error', '/b'),
      problem('warning', '/c'),
      problem('warning', '/d'),
      problem('warning', '/e'),
    ],
    'en',
  );
  expect(groups.map(({ severity, count }) => [severity, count])).toEqual([
    ['error', 1],
    ['warning', 4],
  ]);
  expect(groups[1]?.problems).toHaveLength(1);
  expect(groups[1]?.problems[0]?.places.map(({ path }) => path)).toEqual(['/a', '/c', '/d']);
});
