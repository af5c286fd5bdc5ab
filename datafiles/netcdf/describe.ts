import { type Header, recordOfHeader } from '#catalogue/formats/acdd';
import { type DataExtents, writeHeader } from '#catalogue/formats/data-files';
import { type ByteSource, netcdf, openNetcdf } from '#catalogue/formats/netcdf';
import { Report } from '#catalogue/formats/reading';
import type { CatalogueRecord, Problem } from '#catalogue/model';
import type { DescribedDataFile } from '../facts/facts.ts';
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

/**
 * What a netCDF file says of itself, for the description of a set of files: its header, and its extents by its
 * coordinates, or by its attributes where the coordinates tell none. Values are read from the source piece by piece.
 * @throws DamagedFile where the file cannot be read
 */
export async function netcdfFacts(source: ByteSource): Promise<DescribedDataFile> {
  const file = await openNetcdf(source);
  try {
    const problems: Problem[] = file.faults.slice(0, 1).map((fault) => ({
      severity: 'warning',
      code: 'file-truncated',
      path: '/',
      message: `The file ends before its data do: ${fault}.`,
      hint: 'Transfer the file again, and compare its size.',
    }));
    const { problems: told, ...extents } = extentsOf(file);
    problems.push(...told);
    const record = recordOfHeader(file.header, new Report());
    fill(record, extents, problems);
    const { platforms, instruments, campaigns } = record.resource;
    const version = file.kind.replace('netCDF', '').replace(/^-4/, '4').trim();
    return {
      facts: {
        format: { name: 'netCDF', version },
        header: writeHeader(file.header),
        extents: knownExtents(record, extents),
        platforms,
        instruments,
        campaigns,
      },
      problems,
    };
  } finally {
    file.close();
  }
}

function knownExtents({ resource }: CatalogueRecord, computed: Omit<Extents, 'problems'>): DataExtents {
  const box = computed.box ?? resource.spatialExtents.find((extent) => extent.box)?.box;
  const [told] = resource.temporalExtents;
  const [start, end] = [told?.start?.date, told?.end?.date];
  const stated = start !== undefined && end !== undefined ? { start, end } : undefined;
  const period = computed.period ?? stated;
  return {
    ...(box ? { box } : {}),
    verticals: computed.vertical ? [computed.vertical] : resource.verticalExtents,
    ...(period ? { period } : {}),
  };
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
