import { parseJson } from '../../json/index.ts';
import { type CatalogueRecord, normaliseProtocol, type SpatialExtent } from '../../model/index.ts';
import { recordOfHeader } from '../acdd/index.ts';
import type { ReadResult } from '../format.ts';
import { Report } from '../reading/index.ts';
import { tellWhatIsMissing } from './conventions.ts';
import { type DataFilesDescription, dataFilesDescription, readHeader } from './description.ts';

/** Reads the description of a set of data files, as the archive crawler writes it. */
export async function readDataFiles(bytes: Uint8Array): Promise<ReadResult> {
  const report = new Report();
  const { value, problems } = parseJson(bytes);
  report.problems.push(...problems);
  const parsed = dataFilesDescription.safeParse(value);
  if (!parsed.success) {
    report.error(
      'no-resource',
      { path: '/' },
      'The document is no description of data files.',
      'Let the archive crawler describe the files again.',
    );
    return { record: null, problems: report.problems };
  }
  const record = recordOf(parsed.data, report);
  return { record, problems: [...parsed.data.problems, ...report.problems] };
}

/** Whether a JSON document is such a description. */
export function isDataFiles(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'dataFiles' in value && 'pattern' in value;
}

function recordOf(description: DataFilesDescription, report: Report): CatalogueRecord {
  const { files, extents, pattern } = description;
  const header = readHeader(description.header);
  if (header.attributes.text('title') === undefined) {
    header.attributes.set('title', [titleOf(description)]);
    report.warning(
      'title-derived',
      { path: ':title' },
      `The files of "${pattern}" have no title in common; one was made of their names.`,
      'Give each of them the same title in the attribute title, or set a title by a rule of the source.',
    );
  }
  const told = new Report();
  const record = recordOfHeader(header, told);
  // Of a file alone it is a note; of an archive it is told below, with how many files it is.
  report.problems.push(...told.problems.filter(({ code }) => code !== 'conventions-missing'));
  const { resource } = record;
  resource.type = files.count > 1 ? 'series' : 'dataset';
  resource.spatialExtents = withBox(resource.spatialExtents, extents.box);
  resource.verticalExtents = extents.verticals;
  const { period } = extents;
  if (period) {
    const [told] = resource.temporalExtents;
    const [start, end] = [{ date: period.start }, { date: period.end }];
    resource.temporalExtents = [{ start, end, ...(told?.step ? { step: told.step } : {}) }];
  }
  if (description.platforms.length > 0) resource.platforms = description.platforms;
  if (description.instruments.length > 0) resource.instruments = description.instruments;
  if (description.campaigns.length > 0) resource.campaigns = description.campaigns;
  resource.formats = files.formats;
  resource.sizes = [files.count === 1 ? '1 file' : `${files.count} files`, `${files.bytes} bytes`];
  addLinks(resource, description);
  tellWhatIsMissing(description, record, report);
  return record;
}

/** The campaign, where there is just one, and what the files are called. */
function titleOf({ pattern, campaigns, files }: DataFilesDescription): string {
  const [only, ...others] = campaigns;
  const campaign = others.length === 0 ? Object.values(only?.names ?? {})[0] : undefined;
  const formats = [...new Set(files.formats.map(({ name }) => name))].join(', ');
  return `${campaign ? `${campaign}: ` : ''}${pattern} (${formats})`;
}

/** A sea that was named is the place of the box that was computed. */
function withBox(stated: readonly SpatialExtent[], box: SpatialExtent['box']): SpatialExtent[] {
  if (!box) return [...stated];
  const [first, ...rest] = stated;
  return first ? [{ ...first, box }, ...rest] : [{ box, inclusive: true }];
}

function addLinks(resource: CatalogueRecord['resource'], { files, pattern }: DataFilesDescription): void {
  for (const { path, bytes, format, url } of files.listed) {
    if (url === undefined) continue;
    const names = { und: path.slice(path.lastIndexOf('/') + 1) };
    const byteSize = bytes;
    resource.distributions.push({
      ...link(url, names, 'download'),
      byteSize,
      format: { name: format },
    });
  }
  if (files.folder !== undefined && !resource.distributions.some(({ kind }) => kind === 'download'))
    resource.distributions.push(link(files.folder, { und: pattern }, 'download'));
}

function link(url: string, names: Record<string, string>, purpose: string) {
  return {
    url,
    names,
    descriptions: {},
    conformsTo: [],
    ...normaliseProtocol(undefined, url, purpose),
    function: purpose,
  };
}
