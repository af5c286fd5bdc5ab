import type { CatalogueRecord } from '../../model/index.ts';
import type { Report } from '../reading/index.ts';
import type { DataFilesDescription } from './description.ts';

/** What ACDD 1.3 recommends of a file, and which of its attributes say it. */
const recommended = {
  conventions: ['Conventions', 'Metadata_Conventions'],
  extent: ['geospatial_lat_min', 'geospatial_lat_max', 'geospatial_lon_min', 'geospatial_lon_max'],
  period: ['time_coverage_start', 'time_coverage_end'],
  licence: ['license', 'licence', 'distribution_statement'],
  creator: ['creator_name', 'institution', 'principal_investigator', 'pi_name', 'author', 'creator_email'],
  keywords: ['keywords'],
} as const;

/**
 * Tells what CF and ACDD want and the files do not say. Formats without attributes of their own (CSV, ODV, CNV) are
 * asked only for what they have a place for.
 */
export function tellWhatIsMissing(
  description: DataFilesDescription,
  record: CatalogueRecord,
  report: Report,
): void {
  const { files } = description;
  const isNetcdf = files.formats.some(({ name }) => /netcdf/i.test(name));
  const told = (names: readonly string[]) =>
    Math.max(0, ...names.map((name) => countOf(name, description, files.count)));
  /** How many of the files do not say it, in words; `undefined` where all do. */
  const lacking = (names: readonly string[], all = false) => {
    const counts = all ? names.map((name) => told([name])) : [told(names)];
    const least = Math.min(...counts);
    if (least >= files.count) return undefined;
    if (files.count === 1) return 'The file does';
    return least === 0 ? 'The files do' : `${files.count - least} of ${files.count} files do`;
  };
  if (isNetcdf) {
    for (const variable of record.resource.variables) {
      const name = variable.shortName ?? '';
      if (variable.standardName === undefined)
        report.warning(
          'standard-name-missing',
          { path: `${name}:standard_name` },
          `The variable ${name} has no standard name.`,
          'Give standard_name a name of the CF standard name table, where it has one.',
        );
    }
    const conventions = lacking(recommended.conventions);
    if (conventions)
      report.warning(
        'conventions-missing',
        { path: ':Conventions' },
        `${conventions} not say which conventions were followed.`,
        'Give Conventions, such as "CF-1.8, ACDD-1.3".',
      );
    const extent = lacking(recommended.extent, true);
    if (extent)
      report.warning(
        'acdd-extent-missing',
        { path: ':geospatial_lat_min' },
        `${extent} not tell the box in attributes (geospatial_lat_min and so on).`,
        'Write geospatial_lat_min, geospatial_lat_max, geospatial_lon_min and geospatial_lon_max from the coordinates.',
      );
    const period = lacking(recommended.period, true);
    if (period)
      report.warning(
        'acdd-period-missing',
        { path: ':time_coverage_start' },
        `${period} not tell the period in attributes (time_coverage_start, time_coverage_end).`,
        'Write time_coverage_start and time_coverage_end from the times, in ISO 8601.',
      );
    const keywords = lacking(recommended.keywords);
    if (keywords)
      report.warning(
        'keywords-missing',
        { path: ':keywords' },
        `${keywords} not have keywords.`,
        'Give keywords, from a vocabulary that keywords_vocabulary names.',
      );
  }
  const licence = lacking(recommended.licence);
  if (licence)
    report.warning(
      'licence-missing',
      { path: ':license' },
      `${licence} not say under which licence the data are.`,
      'Give the licence in the attribute license, or set it by a rule of the source.',
    );
  const creator = lacking(recommended.creator);
  if (creator && record.resource.responsibilities.length === 0)
    report.warning(
      'creator-missing',
      { path: ':creator_name' },
      `${creator} not say who made the data.`,
      'Give creator_name, creator_email and institution, or set the organisation by a rule of the source.',
    );
  const { extents } = description;
  if (!extents.box)
    report.warning(
      'coordinates-not-found',
      { path: '/' },
      'No position was found in the files: neither coordinates nor attributes tell where the data are.',
      'Give latitude and longitude as coordinates (netCDF), columns (CSV, ODV) or header lines (CNV).',
    );
  if (!extents.period)
    report.warning(
      'times-not-found',
      { path: '/' },
      'No time was found in the files: neither coordinates nor attributes tell when the data were taken.',
      'Give times as a coordinate (netCDF), a column in ISO 8601 (CSV, ODV) or start_time (CNV).',
    );
}

/** In how many files an attribute is told. */
function countOf(name: string, { header, differing }: DataFilesDescription, files: number): number {
  const same = Object.keys(header.attributes).some((known) => known.toLowerCase() === name.toLowerCase());
  return same && differing[name] === undefined ? files : (differing[name] ?? 0);
}
