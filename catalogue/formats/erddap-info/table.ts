import { isJsonObject, type JsonValue } from '../../json/index.ts';

/** A table as ERDDAP answers in many formats: names of columns, and rows of texts. */
export type Table = { columns: readonly string[]; rows: readonly (readonly string[])[] };

/** Columns of `info/{datasetID}/index.*`. */
const infoColumns = ['Row Type', 'Variable Name', 'Attribute Name', 'Data Type', 'Value'];

/** Whether a table tells the attributes of one dataset. */
export function isInfoTable({ columns }: Table): boolean {
  return infoColumns.every((name) => columns.includes(name));
}

/** Whether a table lists datasets: `info/index.*`, `search/index.*`, or the dataset `allDatasets`. */
export function isListing({ columns }: Table): boolean {
  return columns.some((name) => /^dataset ?id$/i.test(name)) && columns.some((name) => /^title$/i.test(name));
}

/** The table of an answer in JSON: ERDDAP's `.json`, or a list of objects with the names of the columns. */
export function tableOfJson(value: JsonValue): Table | undefined {
  if (Array.isArray(value)) return tableOfObjects(value);
  const table = isJsonObject(value) ? value['table'] : undefined;
  if (!isJsonObject(table)) return undefined;
  const { columnNames, rows } = table;
  if (!Array.isArray(columnNames) || !Array.isArray(rows)) return undefined;
  return {
    columns: columnNames.map(textOf),
    rows: rows.flatMap((row) => (Array.isArray(row) ? [row.map(textOf)] : [])),
  };
}

function tableOfObjects(list: readonly JsonValue[]): Table | undefined {
  const objects = list.flatMap((entry) => (isJsonObject(entry) ? [entry] : []));
  if (objects.length === 0 || !objects.every((entry) => 'Row Type' in entry)) return undefined;
  return {
    columns: infoColumns,
    rows: objects.map((entry) => infoColumns.map((name) => textOf(entry[name] ?? ''))),
  };
}

function textOf(value: JsonValue): string {
  return value === null || typeof value === 'object' ? '' : String(value);
}

/** Whether a text is ERDDAP's `info` in CSV, by its first line. */
export function isInfoCsv(text: string): boolean {
  return /^\uFEFF?Row Type,Variable Name,Attribute Name,Data Type,Value\s*\r?\n/.test(text);
}

/**
 * The table of an answer in CSV (RFC 4180: quotes doubled within quotes, lines may break within them). ERDDAP writes
 * line breaks within values as `\n`.
 */
export function tableOfCsv(text: string): Table {
  const [columns = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ''));
  return {
    columns,
    rows: rows.map((row) => row.map((cell) => cell.replaceAll('\\n', '\n').replaceAll('\\"', '"'))),
  };
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}
