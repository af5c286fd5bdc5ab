import { describe, expect, it } from 'vitest';
import { groupingBy } from './grouping.ts';

describe('files of one series', () => {
  const groupOf = groupingBy(undefined);
  it.each([
    // Dates, cycles, casts and stations.
    ['2021/04/sst_20210401.nc', '*/*/sst_*.nc'],
    ['sst_2021-04-01T06-00-00Z.nc', 'sst_*.nc'],
    ['sst_20210401T060000Z.nc', 'sst_*.nc'],
    ['6902746/profiles/R6902746_001.nc', '*/profiles/R*_*.nc'],
    ['ctd/PIRA001.cnv', 'ctd/PIRA*.cnv'],
    ['ctd/sta0860.cnv', 'ctd/sta*.cnv'],
    // What tells products apart is no number of a file.
    ['L4_sst_20210401.nc', 'L4_sst_*.nc'],
    ['sst_L3_v2.1_0.25deg_20210401.nc', 'sst_L3_v2.1_0.25deg_*.nc'],
    ['grid-4km-2021.nc', 'grid-4km-*.nc'],
    ['moorings/temperature.csv', 'moorings/temperature.csv'],
    ['2021.nc4', '*.nc4'],
  ])('%s is one of %s', (path, group) => expect(groupOf(path)).toBe(group));

  it('are told apart by patterns of the source, of which the first that fits decides', () => {
    const own = groupingBy('{float}/profiles/*.nc\n**/{cruise}_ctd_*.cnv; *.csv');
    expect(own('6902746/profiles/R6902746_001.nc')).toBe('6902746/profiles/*.nc');
    expect(own('2010/april/PELGAS10_ctd_004.cnv')).toBe('**/PELGAS10_ctd_*.cnv');
    expect(own('a1.csv')).toBe('*.csv');
    expect(own('below/cast1.csv')).toBe('below/cast*.csv');
    expect(own('a.b+c(1).nc')).toBe('a.b+c(*).nc');
  });

  it.each(['{a}/{a}.nc', '{a', '*'.repeat(40), 'x'.repeat(501), '{1}.nc'])(
    'cannot be told by %s',
    (pattern) => expect(() => groupingBy(pattern)).toThrow(/^series: .*cannot be read\. Write /),
  );
});
