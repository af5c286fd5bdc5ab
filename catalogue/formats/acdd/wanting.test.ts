import { describe, expect, it } from 'vitest';
import { Report } from '../reading/index.ts';
import { Attributes, type AttributeValues, type Header, recordOfHeader, tellWanting } from './index.ts';

function attributes(owner: string, values: Record<string, AttributeValues>): Attributes {
  const made = new Attributes(owner);
  for (const [name, value] of Object.entries(values)) made.set(name, value);
  return made;
}

/** A header that wants nothing, but for what is changed in it; `null` takes an attribute away. */
function header(
  changes: Record<string, AttributeValues | null> = {},
  latitudes: AttributeValues = [48.5, 47],
  longitudes: AttributeValues = [-6, -4],
): Header {
  const told: Record<string, AttributeValues | null> = {
    title: ['Buoy'],
    summary: ['A buoy'],
    Conventions: ['CF-1.8, ACDD-1.3'],
    license: ['CC-BY-4.0'],
    creator_name: ['Ada'],
    geospatial_lat_min: [47],
    geospatial_lat_max: [48.5],
    geospatial_lon_min: [-6],
    geospatial_lon_max: [-4],
    time_coverage_start: ['2020-01-01'],
    time_coverage_end: ['2020-12-31'],
    ...changes,
  };
  const kept = Object.entries(told).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return {
    attributes: attributes('', Object.fromEntries(kept)),
    dimensions: [{ name: 'time', size: 3 }],
    variables: [
      {
        name: 'lat',
        type: 'double',
        attributes: attributes('lat', { units: ['degrees_north'], actual_range: latitudes }),
      },
      {
        name: 'lon',
        type: 'double',
        attributes: attributes('lon', { units: ['degrees_east'], actual_range: longitudes }),
      },
      {
        name: 'sst',
        type: 'float',
        attributes: attributes('sst', { units: ['K'], standard_name: ['sea_surface_temperature'] }),
      },
    ],
  };
}

function told(given: Header): string[] {
  const report = new Report();
  tellWanting(given, recordOfHeader(given, report), report);
  return report.problems.map(({ code, path }) => `${code} ${path}`);
}

describe('what CF and ACDD want of a header', () => {
  it('is nothing more of one that tells all', () => {
    expect(told(header())).toEqual([]);
  });
  it.each([
    [{ license: null }, ['licence-missing :license']],
    [{ creator_name: null }, ['creator-missing :creator_name']],
    [{ creator_name: null, institution: ['Ifremer'] }, []],
    [
      {
        geospatial_lat_min: null,
        geospatial_lat_max: null,
        geospatial_lon_min: null,
        geospatial_lon_max: null,
      },
      ['acdd-extent-missing :geospatial_lat_min'],
    ],
    [{ time_coverage_start: null, time_coverage_end: null }, ['acdd-period-missing :time_coverage_start']],
    [{ geospatial_lat_max: [48] }, ['extent-differs :geospatial_lat_min']],
    [{ geospatial_lon_min: [-5] }, ['extent-differs :geospatial_lon_min']],
    [{ geospatial_lat_max: [48.495] }, []],
  ])('with %j: %j', (changes, expected) => {
    expect(told(header(changes))).toEqual(expected);
  });
  it('longitudes on another circle, or over the antimeridian, do not disagree', () => {
    expect(told(header({}, [47, 48], [354, 356]))).toEqual([]);
    expect(
      told(header({ geospatial_lon_min: [170], geospatial_lon_max: [-170] }, [47, 48], [-180, 180])),
    ).toEqual(['box-crosses-antimeridian :geospatial_lat_min']);
  });
  it('a list of datasets without variables is asked for nothing', () => {
    expect(told({ ...header({ license: null, creator_name: null }), variables: [] })).toEqual([]);
  });
});
