import readXlsxFile from 'read-excel-file/node';
import { decodeDocument } from '#catalogue/xml';
import { DomainError } from '#runtime/errors';
import { type CsvRecord, readCsv } from './csv.ts';
import { checkInflated } from './inflated.ts';

/** A cell as a workbook has it; of CSV, all are texts. */
export type Cell = string | number | boolean | Date | null;
export type TableRow = { line: number; cells: readonly Cell[] };
export type Table = { name: string; rows: readonly TableRow[] };

/** Bytes of a file, and of a workbook when it is unpacked; rows of a sheet. */
export const largestFile = 20 * 1024 * 1024;
const largestWorkbook = 200 * 1024 * 1024;
const mostRows = 100_000;

/**
 * The tables of a file: the sheets of an .xlsx workbook, told by its first bytes, or the one of a CSV file.
 * @throws DomainError `invalid` for what is neither, or too large
 */
export async function tablesOf(bytes: Uint8Array): Promise<Table[]> {
  if (bytes.length > largestFile)
    throw new DomainError(
      'invalid',
      `The file has ${bytes.length} bytes; at most ${largestFile} are read. Split it.`,
    );
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOldExcel = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isOldExcel)
    throw new DomainError(
      'invalid',
      'The file is a workbook of the old form (.xls). Save it as .xlsx or CSV.',
    );
  const tables = isZip ? await sheetsOf(Buffer.from(bytes)) : [{ name: 'datasets', rows: csvRows(bytes) }];
  const long = tables.find(({ rows }) => rows.length > mostRows);
  if (long)
    throw new DomainError(
      'invalid',
      `The sheet "${long.name}" has more than ${mostRows} rows. Split the file.`,
    );
  return tables;
}

function csvRows(bytes: Uint8Array): CsvRecord[] {
  const { text } = decodeDocument(bytes);
  if (/^\s*(<!doctype|<html|<\?xml|\{)/i.test(text))
    throw new DomainError(
      'invalid',
      'The file is neither an .xlsx workbook nor CSV: it begins like a web page or another document.',
    );
  return readCsv(text);
}

async function sheetsOf(bytes: Buffer): Promise<Table[]> {
  checkInflated(bytes, largestWorkbook);
  try {
    const found = await readXlsxFile(bytes);
    return found.map(({ sheet, data }) => ({
      name: sheet,
      rows: data
        .map((cells, index) => ({ line: index + 1, cells: cells.map(cellOf) }))
        .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== '')),
    }));
  } catch (cause) {
    throw new DomainError(
      'invalid',
      `The workbook cannot be read (${cause instanceof Error ? cause.message : String(cause)}). Save it again as .xlsx.`,
    );
  }
}

/** What the library gives, whatever its types say. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value instanceof Date ? value : null;
}

/** `A`, `B`… `AA`: what people call a column. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return `${before > 0 ? columnLetters(before - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}
