import { normaliseLanguage, readDate } from '#catalogue/model';
import { runProblem } from '../run-problem.ts';
import type { RunProblem } from '../types.ts';
import { type Column, folded, type SheetName, sheets } from './columns.ts';
import { type Cell, columnLetters, type Table } from './workbook.ts';

/** A row of a sheet, its cells read. */
export type ReadRow = {
  line: number;
  texts: Record<string, string>;
  lists: Record<string, string[]>;
  numbers: Record<string, number>;
  /** Texts that may be there in several languages, by key, then by language ('' where none is told). */
  translations: Record<string, Record<string, string>>;
  /** Where something of the row stands, for what is said of it. */
  place(key: string): Place;
  /** Required cells that are empty. */
  missing: string[];
  problems: RunProblem[];
};

/** A cell: `datasets!C12`, row 12, column C (west). */
type Place = { path: string; line: number; words: string };

export type ReadSheet = { rows: ReadRow[]; problems: RunProblem[] };

/**
 * Reads a sheet of the template: its first row names the columns, in English or French, in any order.
 * @returns problems of the sheet itself; those of cells stand with their rows
 */
export function readSheet(name: SheetName, table: Table): ReadSheet {
  const { columns } = sheets[name];
  const problems: RunProblem[] = [];
  const [heading, ...rest] = table.rows;
  if (!heading) return { rows: [], problems };
  const found = heading.cells.map((cell, index) =>
    headingOf(cell, columns, { table, line: heading.line, index }, problems),
  );
  const missing = columns.filter((one) => one.required && !found.some((other) => other?.column === one));
  if (missing.length > 0)
    problems.push(
      runProblem(
        'error',
        'columns-missing',
        `The sheet "${table.name}" has no column ${missing.map(({ en, fr }) => `"${en}" (or "${fr}")`).join(', ')}.`,
        'Name the columns as in the template, in the first row.',
        { path: `${table.name}!${heading.line}`, line: heading.line },
      ),
    );
  return missing.length > 0
    ? { rows: [], problems }
    : { rows: rest.map((row) => readRow(row, found, columns, table)), problems };
}

type Heading = { column: Column; language: string } | undefined;

function headingOf(
  cell: Cell,
  columns: readonly Column[],
  { table, line, index }: { table: Table; line: number; index: number },
  problems: RunProblem[],
): Heading {
  const text = typeof cell === 'string' ? cell.trim() : '';
  if (text === '') return undefined;
  const [, bare = text, tag] = /^(.*?)\s*[([]([A-Za-z-]{2,10})[)\]]$/.exec(text) ?? [];
  const plain = columns.find((one) => [one.en, one.fr].some((called) => folded(called) === folded(text)));
  const translated = columns.find(
    (one) => one.translated && [one.en, one.fr].some((called) => folded(called) === folded(bare)),
  );
  const language = tag === undefined ? undefined : normaliseLanguage(tag);
  if (plain) return { column: plain, language: '' };
  if (translated && language !== undefined) return { column: translated, language };
  const letters = columnLetters(index);
  problems.push(
    runProblem(
      'warning',
      'column-unknown',
      `Sheet "${table.name}", column ${letters}: "${text}" is no column of the template; it was left out.`,
      `Use one of: ${columns.map(({ en }) => en).join(', ')}.`,
      { path: `${table.name}!${letters}${line}`, line },
    ),
  );
  return undefined;
}

function readRow(
  { line, cells }: Table['rows'][number],
  headings: readonly Heading[],
  columns: readonly Column[],
  { name }: Table,
): ReadRow {
  const place = (key: string): Place => {
    const index = headings.findIndex((heading) => heading?.column.key === key);
    const letters = columnLetters(Math.max(0, index));
    const called = headings[index]?.column.en ?? key;
    return {
      path: `${name}!${letters}${line}`,
      line,
      words: `Sheet "${name}", row ${line}, column ${letters} (${called})`,
    };
  };
  const row: ReadRow = {
    line,
    texts: {},
    lists: {},
    numbers: {},
    translations: {},
    place,
    missing: [],
    problems: [],
  };
  headings.forEach((heading, index) => {
    const cell = cells[index] ?? null;
    if (heading && cell !== null && (typeof cell !== 'string' || cell.trim() !== ''))
      readCell(cell, heading, row);
  });
  for (const { key, required } of columns) {
    if (!required || row.texts[key] !== undefined || row.translations[key] !== undefined) continue;
    row.missing.push(key);
    tell(
      row,
      key,
      'cell-missing',
      'the cell is empty.',
      'Fill it in: nothing can be made of the row without it.',
    );
  }
  return row;
}

/** Adds a problem of a cell to its row. */
export function tell(
  row: ReadRow,
  key: string,
  code: 'cell-missing' | 'cell-unreadable' | 'cells-contradict' | 'row-repeated' | 'row-alone',
  message: string,
  hint: string,
): void {
  const { path, line, words } = row.place(key);
  row.problems.push(runProblem('error', code, `${words}: ${message}`, hint, { path, line }));
}

function readCell(cell: Exclude<Cell, null>, { column, language }: NonNullable<Heading>, row: ReadRow): void {
  const { key, kind, within, translated } = column;
  const text = textOf(cell);
  const refuse = (message: string, hint: string) =>
    tell(row, key, 'cell-unreadable', `"${shortened(text)}" ${message}`, hint);
  switch (kind) {
    case 'text':
      if (translated) row.translations[key] = { ...row.translations[key], [language]: text };
      else row.texts[key] = text;
      return;
    case 'list':
      row.lists[key] = partsOf(text);
      return;
    case 'number': {
      const value =
        typeof cell === 'number'
          ? cell
          : Number(/^[+-]?\d+(,\d+)?$/.test(text) ? text.replace(',', '.') : text);
      const [low, high] = within ?? [-1e12, 1e12];
      if (Number.isNaN(value)) refuse('is no number.', 'Write digits with a decimal point, without unit.');
      else if (value < low || value > high)
        refuse(`is not between ${low} and ${high}.`, 'Write decimal degrees, south and west negative.');
      else row.numbers[key] = value;
      return;
    }
    case 'date': {
      // A bare year may be a number of the workbook.
      const { date, problem } = readDate(text);
      if (date === undefined || problem?.code === 'date-ambiguous')
        refuse('is no date.', 'Write the year first: 2021, 2021-04 or 2021-04-28.');
      else row.texts[key] = date;
      return;
    }
    case 'address':
      if (isWebAddress(text)) row.texts[key] = text;
      else refuse('is no address.', 'Write the whole address, with https://.');
      return;
    case 'addresses': {
      const parts = partsOf(text);
      const wrong = parts.filter((part) => !isWebAddress(part));
      if (wrong.length > 0)
        refuse('is no list of addresses.', 'Write whole addresses, with https://, parted by semicolons.');
      row.lists[key] = parts.filter(isWebAddress);
      return;
    }
    case 'email':
      if (/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text)) row.texts[key] = text;
      else refuse('is no e-mail address.', 'Write one address, such as data@example.org.');
      return;
    case 'language': {
      const tag = normaliseLanguage(text);
      if (tag === undefined) refuse('is no language.', 'Write a code, such as en or fr.');
      else row.texts[key] = tag;
    }
  }
}

function textOf(cell: Exclude<Cell, null>): string {
  if (!(cell instanceof Date)) return String(cell).trim();
  if (Number.isNaN(cell.getTime())) return '';
  const written = cell.toISOString();
  return written.endsWith('T00:00:00.000Z') ? written.slice(0, 10) : `${written.slice(0, 19)}Z`;
}

const partsOf = (text: string) =>
  text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:\/\//i.test(text);
const shortened = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text);
