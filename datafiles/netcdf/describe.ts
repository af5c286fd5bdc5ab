import type { Header } from '#catalogue/formats/acdd';
import { netcdf, openNetcdf } from '#catalogue/formats/netcdf';
import type { CatalogueRecord, Problem } from '#catalogue/model';
import { type Extents, extentsOf } from './extents.ts';

/** What a netCDF file says of itself: in its attributes, and by its coordinates. */
export type DescribedFile = {
  record: CatalogueRecord | null;
  /** Dimensions, variables and attributes; absent where the file cannot be opened. */
  header?: Header;
  extents?: Omit<Extents, 'problems'>;
  problems: Problem[];
};

/**
 * Describes a netCDF file: the record of its attributes, with the extents that its coordinates have where the
 * attributes tell none. Where the attributes tell a box or a period and the data lie outside of it, a problem says so.
 * @returns never throws on bad bytes
 */
export async function describeNetcdf(bytes: Uint8Array): Promise<DescribedFile> {
  const read = await netcdf.read?.(bytes);
  const problems = [...(read?.problems ?? [])];
  const record = read?.record ?? null;
  if (!record) return { record, problems };
  const file = await openNetcdf(bytes);
  try {
    const { problems: told, ...extents } = extentsOf(file);
    problems.push(...told);
    fill(record, extents, problems);
    return { record, header: file.header, extents, problems };
  } finally {
    file.close();
  }
}

function fill(record: CatalogueRecord, extents: Omit<Extents, 'problems'>, problems: Problem[]): void {
  const { resource } = record;
  const { box, vertical, period } = extents;
  const stated = resource.spatialExtents.find((extent) => extent.box)?.box;
  if (box && !stated) {
    const [first, ...rest] = resource.spatialExtents;
    // A sea that was named is the place of the box.
    const named = first && !first.geometry;
    resource.spatialExtents = named
      ? [{ ...first, box }, ...rest]
      : [{ box, inclusive: true }, ...resource.spatialExtents];
  }
  if (box && stated && !lies(box, stated))
    problems.push({
      severity: 'warning',
      code: 'extent-differs',
      path: ':geospatial_lat_min',
      message: `The data lie in west ${box.west}, south ${box.south}, east ${box.east}, north ${box.north}, outside of the box that the attributes tell.`,
      hint: 'Write the attributes geospatial_* from the coordinates.',
    });
  if (vertical && resource.verticalExtents.length === 0) resource.verticalExtents = [vertical];
  const [told] = resource.temporalExtents;
  const [from, to] = [Date.parse(told?.start?.date ?? ''), Date.parse(told?.end?.date ?? '')];
  const day = 86_400_000;
  if (period && (Date.parse(period.start) < from - day || Date.parse(period.end) > to + day))
    problems.push({
      severity: 'warning',
      code: 'extent-differs',
      path: ':time_coverage_start',
      message: `The data are of ${period.start} to ${period.end}, outside of the period that the attributes tell.`,
      hint: 'Write the attributes time_coverage_* from the times, and check the units of these.',
    });
  if (period && resource.temporalExtents.length === 0)
    resource.temporalExtents = [{ start: { date: period.start }, end: { date: period.end } }];
}

type Box = NonNullable<Extents['box']>;

/** Whether a box lies in another, give or take rounding; boxes over the antimeridian are compared by latitude alone. */
function lies(inner: Box, outer: Box): boolean {
  const tolerance = 0.01;
  const fits = inner.south >= outer.south - tolerance && inner.north <= outer.north + tolerance;
  if (inner.west > inner.east || outer.west > outer.east) return fits;
  return fits && inner.west >= outer.west - tolerance && inner.east <= outer.east + tolerance;
}
