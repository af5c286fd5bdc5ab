import { describe, expect, it } from 'vitest';
import { emptyRecord, type Resource } from '#catalogue/model';
import type { HarvestProtocolName } from '../types.ts';
import { compileSelection, nameOfSelection, selectionOf } from './index.ts';

const read = (options: Record<string, string>, protocol: HarvestProtocolName = 'folder') =>
  selectionOf({ protocol, options });

describe('what is wanted of a source', () => {
  it('is read from its options', () => {
    expect(read({})).toEqual({});
    expect(
      read(
        {
          bbox: ' 170, -60,-170,-30',
          datetime: '2010-01-01/..',
          keyword: 'Ocean; sea level ;',
          q: 'wave  height',
          filter: "dc:title like '%sea%'",
          set: 'a',
        },
        'csw',
      ),
    ).toEqual({
      area: { west: 170, south: -60, east: -170, north: -30 },
      period: { begin: '2010-01-01' },
      keywords: ['Ocean', 'sea level'],
      words: ['wave', 'height'],
      filter: "dc:title like '%sea%'",
    });
  });

  it.each([
    ['bbox', '1,2,3', /^bbox: must be west,south,east,north in degrees/],
    ['bbox', '1,2,3,4,5', /^bbox: /],
    ['bbox', '1,,3,4', /^bbox: /],
    ['bbox', '-200,0,10,10', /^bbox: /],
    ['bbox', '0,50,10,40', /^bbox: south \(50\) is north of north \(40\)/],
    ['datetime', '2010-02-30', /^datetime: must be a date, or an interval/],
    ['datetime', '2019/2010', /^datetime: /],
    ['datetime', '../..', /^datetime: /],
    ['datetime', 'soon', /^datetime: /],
    ['keyword', ' ; ', /^keyword: /],
    ['filter', 'a = 1', /^filter: sources of "folder" take none\. Use bbox/],
  ])('%s=%s is refused by its name', (option, value, message) => {
    expect(() => read({ [option]: value })).toThrow(message);
  });

  it('has one name, whatever the order of the options and how the source is asked', () => {
    expect(nameOfSelection({ options: { q: 'x', bbox: '1,2,3,4', pageSize: '5' } })).toBe(
      'bbox=1,2,3,4\nq=x',
    );
    expect(nameOfSelection({ options: { pageSize: '5', metadataPrefix: 'oai_dc' } })).toBe('');
  });
});

describe('a record', () => {
  const recordOf = (said: Partial<Resource>) => {
    const record = emptyRecord();
    return { ...record, resource: { ...record.resource, ...said } };
  };
  const record = recordOf({
    titles: { fr: 'Température de surface' },
    abstracts: { en: 'Waves off Brittany.' },
    keywords: [{ label: { en: 'Sea Level' } }],
    spatialExtents: [{ box: { west: -6, south: 47, east: -4, north: 49 }, inclusive: true }],
    temporalExtents: [{ start: { date: '2005' }, end: { date: '2010-06-30' } }],
  });
  it.each([
    [{ bbox: '-5,48,0,50' }, undefined],
    [{ bbox: '170,-60,-170,-30' }, /\(bbox\)/],
    [{ datetime: '2010-06-30/..' }, undefined],
    [{ datetime: '2010-07-01/..' }, /\(datetime\)/],
    [{ datetime: '../2005-03' }, undefined],
    [{ datetime: '../2004' }, /\(datetime\)/],
    [{ datetime: '2007-01-01' }, undefined],
    [{ keyword: 'sea level;other' }, undefined],
    [{ keyword: 'sea' }, /\(keyword\)/],
    [{ q: 'TEMPERATURE waves level' }, undefined],
    [{ q: 'temperature salinity' }, /\(q\)/],
  ])('%j', (options, why) => {
    const outside = compileSelection(read(options as Record<string, string>), 'folder');
    const told = outside?.(record);
    if (why) expect(told).toMatch(why);
    else expect(told).toBeUndefined();
  });

  it('that says nothing of area or time is outside; words are left to sources that search', () => {
    const silent = recordOf({ titles: { en: 'Nothing' } });
    expect(compileSelection(read({ bbox: '-180,-90,180,90' }), 'folder')?.(silent)).toMatch(/bbox/);
    expect(compileSelection(read({ datetime: '../2030' }), 'folder')?.(silent)).toMatch(/datetime/);
    expect(compileSelection(read({ q: 'x' }, 'csw'), 'csw')).toBeUndefined();
    expect(compileSelection(read({ q: 'x', filter: 'y' }, 'csw'), 'csw')?.(silent)).toMatch(/\(q\)/);
    expect(compileSelection(read({}), 'folder')).toBeUndefined();
  });
});
