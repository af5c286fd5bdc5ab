import type { CatalogueRecord } from '../../model/index.ts';
import type { Report } from '../reading/index.ts';
import { type Axis, axisOf } from './axes.ts';
import type { Header } from './header.ts';

/** Degrees that a rounded attribute may be off. */
const tolerance = 0.01;

const edges = [
  ['latitude', 'geospatial_lat_min', 'geospatial_lat_max'],
  ['longitude', 'geospatial_lon_min', 'geospatial_lon_max'],
] as const;

/**
 * Tells what CF and ACDD 1.3 want of a file or a service with variables and this one does not say, beside what every
 * record wants: standard names, licence, creator, box and period, and attributes that disagree with the coordinates.
 */
export function tellWanting(header: Header, record: CatalogueRecord, report: Report): void {
  const { attributes, variables } = header;
  if (variables.length === 0) return;
  const { resource } = record;
  for (const { shortName, standardName } of resource.variables)
    if (shortName !== undefined && standardName === undefined)
      report.warning(
        'standard-name-missing',
        variables.find(({ name }) => name === shortName)?.attributes.place('standard_name') ?? {
          path: `${shortName}:standard_name`,
        },
        `The variable ${shortName} has no standard name.`,
        'Give standard_name a name of the CF standard name table, where it has one.',
      );
  if (
    resource.licences.length === 0 &&
    !attributes.has('license') &&
    !attributes.has('distribution_statement')
  )
    report.warning(
      'licence-missing',
      attributes.place('license'),
      'It is not said under which licence the data are.',
      'Give the licence in the attribute license.',
    );
  if (resource.responsibilities.length === 0)
    report.warning(
      'creator-missing',
      attributes.place('creator_name'),
      'It is not said who made the data.',
      'Give creator_name, creator_email and institution.',
    );
  const isTold = report.problems.some(({ code }) => code === 'box-incomplete');
  if (!isTold && !resource.spatialExtents.some(({ box, geometry }) => box ?? geometry))
    report.warning(
      'acdd-extent-missing',
      attributes.place('geospatial_lat_min'),
      'The box is not told in attributes (geospatial_lat_min and so on).',
      'Write geospatial_lat_min, geospatial_lat_max, geospatial_lon_min and geospatial_lon_max from the coordinates.',
    );
  if (resource.temporalExtents.length === 0)
    report.warning(
      'acdd-period-missing',
      attributes.place('time_coverage_start'),
      'The period is not told in attributes (time_coverage_start, time_coverage_end).',
      'Write time_coverage_start and time_coverage_end from the times, in ISO 8601.',
    );
  tellDisagreement(header, report);
}

/** Where a coordinate tells its range (`actual_range`: CF 2.5.1), the attributes must enclose it. */
function tellDisagreement(header: Header, report: Report): void {
  const { attributes } = header;
  for (const [axis, lowest, highest] of edges) {
    const [from, to] = rangeOf(axis, header);
    const [low] = attributes.numbers(lowest);
    const [high] = attributes.numbers(highest);
    if (from === undefined || to === undefined || low === undefined || high === undefined) continue;
    // Longitudes from 0 to 360 say the same as those from -180 to 180, and a box may lie across the antimeridian.
    const isOtherCircle = axis === 'longitude' && (low > high || from < 0 !== low < 0);
    if (isOtherCircle || (from >= low - tolerance && to <= high + tolerance)) continue;
    report.warning(
      'extent-differs',
      attributes.place(lowest),
      `The ${axis}s run from ${from} to ${to}, outside of what the attributes tell (${low} to ${high}).`,
      `Write ${lowest} and ${highest} from the coordinates.`,
    );
  }
}

function rangeOf(axis: Axis, header: Header): number[] {
  const variable = header.variables.find((one) => axisOf(one, header) === axis);
  const range = variable?.attributes.numbers('actual_range') ?? [];
  // Descending coordinates have descending ranges.
  return range.length === 2 ? range.toSorted((one, other) => one - other) : [];
}
