import { describe, expect, it } from 'vitest';
import {
  isPersonName,
  Report,
  readByteSize,
  readPartyIdentifier,
  readPeriodText,
  withoutRepeats,
} from './index.ts';
import { makeParty } from './responsibilities.ts';

const place = { path: '/here' };

describe('readPeriodText', () => {
  it.each([
    ['2001/2003', { start: { date: '2001' }, end: { date: '2003' } }],
    ['2001-02-03/..', { start: { date: '2001-02-03' } }],
    ['../2001', { end: { date: '2001' } }],
    ['2001/', { start: { date: '2001' } }],
    ['2001', { start: { date: '2001' }, end: { date: '2001' } }],
    ['-0024/-0022', { start: { date: '-0024' }, end: { date: '-0022' } }],
    [
      'start=1999; end=2000; name=Millennium',
      { start: { date: '1999' }, end: { date: '2000' }, description: { und: 'Millennium' } },
    ],
    ['2001/P2Y', { start: { date: '2001' }, description: { und: 'P2Y' } }],
    ['2010/03/01', { start: { date: '2010-03-01' }, end: { date: '2010-03-01' } }],
  ])('reads %s', (text, expected) => {
    expect(readPeriodText(text, new Report(), place)).toEqual(expected);
  });

  it('tells what is none, and keeps the end that is one', () => {
    const report = new Report();
    expect(readPeriodText('spring/2001', report, place)).toEqual({ end: { date: '2001' } });
    expect(report.problems).toMatchObject([{ code: 'date-unreadable', severity: 'error', path: '/here' }]);
  });
});

describe('readPartyIdentifier', () => {
  it.each([
    [
      'https://orcid.org/0000-0002-1825-0097',
      undefined,
      'orcid',
      '0000-0002-1825-0097',
      'https://orcid.org/0000-0002-1825-0097',
    ],
    [
      '0000-0002-1825-0097',
      undefined,
      'orcid',
      '0000-0002-1825-0097',
      'https://orcid.org/0000-0002-1825-0097',
    ],
    ['044jxhp58', 'ROR', 'ror', '044jxhp58', 'https://ror.org/044jxhp58'],
    [
      'https://edmo.seadatanet.org/report/486',
      undefined,
      'edmo',
      '486',
      'https://edmo.seadatanet.org/report/486',
    ],
    ['SDN:EDMO::486', undefined, 'edmo', '486', 'https://edmo.seadatanet.org/report/486'],
    ['0000 0001 2150 7757', 'ISNI', 'isni', '0000 0001 2150 7757', 'https://isni.org/isni/0000000121507757'],
    ['https://e.org/people/1', undefined, 'uri', 'https://e.org/people/1', 'https://e.org/people/1'],
    ['abc123', 'ORCID', 'other', 'abc123', undefined],
  ])('recognises %s (%s)', (text, scheme, expected, value, uri) => {
    expect(readPartyIdentifier(text, scheme)).toEqual({ scheme: expected, value, ...(uri ? { uri } : {}) });
  });
});

describe('isPersonName', () => {
  it.each(['Roux, Ada', 'Roux, A.', "Brind'Amour, Anik", 'de la Tour, Jean-Paul', 'Müller, Ö.'])(
    'takes %s for a person',
    (name) => {
      expect(isPersonName(name)).toBe(true);
    },
  );
  it.each([
    'Ifremer',
    'Ada Roux',
    'Southern Sierra Critical Zone Observatory, SSCZO',
    'EMAN Office, Environment, Canada',
    'Institute, IRD',
    'Team 3, Lab',
  ])('does not take %s for one', (name) => {
    expect(isPersonName(name)).toBe(false);
  });
});

describe('readByteSize', () => {
  it.each([
    ['12345', 12_345],
    ['12,345 B', 12_345],
    ['1.5 MB', 1_500_000],
    ['2 KiB', 2048],
    ['1E3', 1000],
  ])('reads %s', (text, bytes) => {
    expect(readByteSize(text, new Report(), place)).toBe(bytes);
  });
  it('tells what is none', () => {
    const report = new Report();
    expect(readByteSize('10 pages', report, place)).toBeUndefined();
    expect(report.problems.map(({ code }) => code)).toEqual(['size-unreadable']);
  });
});

describe('withoutRepeats', () => {
  it('keeps the one of whom more is said, where the first stood', () => {
    const bare = makeParty({ person: 'Roux, Ada' }) ?? expect.fail();
    const full = makeParty({ person: 'Roux, Ada', phones: ['+33'] }) ?? expect.fail();
    const other = makeParty({ person: 'Blanc, Max' }) ?? expect.fail();
    const all = [bare, other, full].map((party) => ({ role: 'author', party }));
    expect(withoutRepeats(all).map(({ party }) => party)).toEqual([full, other]);
    expect(
      withoutRepeats([
        { role: 'author', party: bare },
        { role: 'publisher', party: bare },
      ]),
    ).toHaveLength(2);
  });
});
