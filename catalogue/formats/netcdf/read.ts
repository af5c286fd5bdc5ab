import { isJsonObject, parseJson } from '../../json/index.ts';
import { decodeDocument, largestDocument, parseXml } from '../../xml/index.ts';
import { type Header, recordOfHeader, tellWanting } from '../acdd/index.ts';
import type { ReadResult } from '../format.ts';
import { Report } from '../reading/index.ts';
import { headerOfDas, isDas } from './das.ts';
import { DamagedFile } from './data-file.ts';
import { headerOfJson, isNetcdfJson } from './nc-json.ts';
import { headerOfNcml } from './ncml.ts';
import { isNetcdf, openNetcdf } from './open.ts';

/**
 * Reads what a netCDF file says of itself, from the file (classic, 64-bit offset, CDF-5, netCDF-4), or from its header
 * as NcML, as a DAS of OPeNDAP, or as JSON.
 */
export async function readNetcdf(bytes: Uint8Array): Promise<ReadResult> {
  const report = new Report();
  const found = isNetcdf(bytes) ? await fromFile(bytes, report) : fromText(bytes, report);
  if (!found) return { record: null, problems: report.problems };
  const { header, format } = found;
  if (header.attributes.names.length === 0 && header.variables.length === 0) {
    report.error(
      'no-resource',
      { path: '/' },
      'The header holds neither attributes nor variables.',
      'Give the file global attributes (CF, ACDD) that say what it holds.',
    );
    return { record: null, problems: report.problems };
  }
  const record = recordOfHeader(header, report);
  tellWanting(header, record, report);
  if (format !== undefined) record.resource.formats.push({ name: 'netCDF', version: format });
  return { record, problems: report.problems };
}

type Found = { header: Header; format?: string };

async function fromFile(bytes: Uint8Array, report: Report): Promise<Found | undefined> {
  try {
    const file = await openNetcdf(bytes);
    file.close();
    for (const fault of file.faults.slice(0, 1))
      report.warning(
        'file-truncated',
        { path: '/' },
        `The file ends before its data do: ${fault}${file.faults.length > 1 ? `, and ${file.faults.length - 1} more` : ''}.`,
        'Transfer the file again, and compare its size.',
      );
    return { header: file.header, format: file.kind.replace('netCDF', '').replace(/^-4/, '4').trim() };
  } catch (cause) {
    // Whatever a library throws on bytes that it was not made for, the file is to blame.
    const reason = cause instanceof DamagedFile || cause instanceof Error ? cause.message : String(cause);
    report.error(
      'file-damaged',
      { path: '/' },
      `The netCDF file cannot be read: ${reason}.`,
      'Check the file with ncdump -h, and transfer it again.',
    );
    return undefined;
  }
}

function fromText(bytes: Uint8Array, report: Report): Found | undefined {
  const head = decodeDocument(bytes.subarray(0, 500)).text;
  if (isDas(head)) return fromDas(bytes, report);
  if (head.trimStart().startsWith('<')) {
    const { root, problems } = parseXml(bytes);
    report.problems.push(...problems);
    if (!root) return undefined;
    if (root.name === 'netcdf') return { header: headerOfNcml(root) };
  } else {
    const { value, problems } = parseJson(bytes);
    report.problems.push(...problems);
    if (value === undefined) return undefined;
    if (isJsonObject(value) && isNetcdfJson(value)) return { header: headerOfJson(value) };
  }
  report.error(
    'no-resource',
    { path: '/' },
    'The document is no netCDF file and describes none.',
    'Send the file, or its header as NcML, DAS or JSON.',
  );
  return undefined;
}

function fromDas(bytes: Uint8Array, report: Report): Found | undefined {
  if (bytes.length > largestDocument) {
    report.error(
      'document-too-large',
      { path: '/' },
      `The document has ${bytes.length} bytes; at most ${largestDocument} are read.`,
      'Check the address: attributes alone are not so long.',
    );
    return undefined;
  }
  const { text, problems } = decodeDocument(bytes);
  report.problems.push(...problems);
  const { header, brokenAt } = headerOfDas(text);
  if (brokenAt !== undefined)
    report.warning(
      'file-truncated',
      { path: '/', line: brokenAt },
      'The attributes break off before the last brace.',
      'Ask the server again.',
    );
  return { header };
}
