import type { ByteSource } from '#catalogue/formats/netcdf';
import type { Problem } from '#catalogue/model';
import { words } from '#catalogue/model';
import type { DescribedDataFile } from '../facts/facts.ts';
import { cellsOf, mostFrequent, separatorOf } from './cells.ts';
import { CsvRows } from './csv-rows.ts';
import { type Heading, headingOf, withClocks } from './headings.ts';
import { linesOf } from './lines.ts';
import { momentOf } from './moments.ts';
import { describeTable } from './table.ts';

/** Lines at the beginning among which the headings are looked for. */
const headLines = 200;

/**
 * Describes a table of separated values: lines of comment (`#`, `%`, `//`), headings in English or French, perhaps a
 * line of units (as ERDDAP writes it), then rows. Commas, semicolons, tabs or bars separate; decimals may have a comma
 * where that does not separate.
 * @throws DamagedFile where the file cannot be read
 */
export function describeCsv(source: ByteSource): DescribedDataFile {
  const head: { text: string; line: number }[] = [];
  let line = 0;
  let rows: CsvRows | undefined;
  let found: Head | undefined;
  const begin = () => {
    found = headOf(head);
    if (!found) return;
    rows = new CsvRows(found.headings, found.separator);
    for (const row of head.filter((one) => one.line > (found?.lastLine ?? 0))) rows.add(row.text, row.line);
  };
  for (const text of linesOf(source)) {
    line += 1;
    if (text.trim() === '') continue;
    if (rows) rows.add(text, line);
    else {
      head.push({ text, line });
      if (head.length >= headLines) {
        begin();
        if (!rows) break;
      }
    }
  }
  if (!rows) begin();
  if (!rows || !found) return { problems: [noTable(head.at(-1)?.line ?? 1)] };
  const problems: Problem[] = rows.problems();
  const attributes = {
    ...preambleOf(head),
    ...(rows.cruises.size > 0 ? { cruise: [...rows.cruises].join('; ') } : {}),
    ...(rows.platforms.size > 0 ? { platform: [...rows.platforms].join('; ') } : {}),
  };
  const format = { name: found.separator === '\t' ? 'TSV' : 'CSV' };
  return describeTable(
    format,
    attributes,
    rows.columns(),
    rows.count,
    rows.extents.found(rows.vertical()),
    problems,
  );
}

type Head = { headings: Heading[]; separator: string; lastLine: number };

/** `#` alone, or in quotes, is the heading of a column of numbers. */
const isComment = (text: string) => /^\s*(#(?!["]|\s*[,;\t|])|%|\/\/)/.test(text);

/** Headings are the line before the first row: as many cells, none of them a number; a line of units may stand between. */
function headOf(head: readonly { text: string; line: number }[]): Head | undefined {
  const lines = head.filter(({ text }) => !isComment(text));
  if (lines.length === 0) return undefined;
  const separator = separatorOf(lines.slice(-50).map(({ text }) => text));
  const usual = mostFrequent(lines.slice(-50).map(({ text }) => cellsOf(text, separator).length));
  if (usual < 2) return undefined;
  const before = lineBeforeRows(lines.map(({ text }) => kindOf(cellsOf(text, separator), usual)));
  if (before === undefined) return undefined;
  const above = headingsIn(lines[before - 1]?.text, separator);
  const at = unitsIn(lines[before]?.text, separator, above) ? before - 1 : before;
  const heading = lines[at];
  if (!heading) return undefined;
  const headings = headingsIn(heading.text, separator);
  const units = unitsIn(lines[at + 1]?.text, separator, headings);
  return units
    ? {
        headings: headings.map((one, index) => ({ ...one, ...(units[index] ? { unit: units[index] } : {}) })),
        separator,
        lastLine: lines[at + 1]?.line ?? heading.line,
      }
    : { headings, separator, lastLine: heading.line };
}

/**
 * What a line before or in a table can be: `row`; `heading`; `either`, a heading without all names or a row without
 * numbers; `lacking`, a row with hardly a value; `other`.
 */
type Kind = 'row' | 'heading' | 'either' | 'lacking' | 'other';

function kindOf(cells: readonly string[], usual: number): Kind {
  if (cells.length < 2) return 'other';
  const filled = cells.filter((cell) => cell !== '').length;
  const hasValue = cells.some((cell) => isNumber(cell) || momentOf(cell));
  if (cells.length < usual - 1) return hasValue ? 'lacking' : 'other';
  if (hasValue) return 'row';
  const hasName = cells.some((cell) => /\p{L}/u.test(cell));
  if (hasName && filled === cells.length) return 'heading';
  return hasName && (filled * 2 > usual || filled === usual - 1) ? 'either' : 'lacking';
}

/**
 * The line of headings before the longest run of rows: loggers write lines of name and value before the table. A row
 * without its values begins no table of its own. Without any row, the first line that can be one of headings.
 */
function lineBeforeRows(kinds: readonly Kind[]): number | undefined {
  let best: { at: number; rows: number } | undefined;
  for (let at = 0; at < kinds.length; ) {
    const isRow = kinds[at] === 'row';
    const end = kinds.findIndex((kind, index) => index >= at && (kind === 'row') !== isRow);
    const run = (end < 0 ? kinds.length : end) - at;
    const before = isRow ? headingBefore(kinds, at) : undefined;
    if (before !== undefined && (!best || (run > best.rows && kinds[before] === 'heading')))
      best = { at: before, rows: run };
    at += run;
  }
  if (best) return best.at;
  const first = kinds.findIndex((kind) => kind === 'heading' || kind === 'either');
  return kinds.includes('row') || first < 0 ? undefined : first;
}

/** The headings of the rows from a line on, behind which rows may stand that lack their values. */
function headingBefore(kinds: readonly Kind[], rows: number): number | undefined {
  let unsure: number | undefined;
  for (let at = rows - 1; at >= 0; at--) {
    const kind = kinds[at];
    if (kind === 'heading') return at;
    if (kind === 'either') unsure = at;
    else if (kind !== 'lacking') break;
  }
  return unsure;
}

const headingsIn = (text: string | undefined, separator: string) =>
  withClocks(cellsOf(text ?? '', separator).map(headingOf));

/** A second line of headings that holds units: no number in it, and at least one unit of position or time. */
function unitsIn(
  text: string | undefined,
  separator: string,
  headings: readonly Heading[],
): string[] | undefined {
  if (text === undefined) return undefined;
  const cells = cellsOf(text, separator);
  if (cells.length !== headings.length || cells.some(isNumber)) return undefined;
  return cells.some((cell) =>
    /^(utc|degrees?_(north|east)|deg(ree)?s? ?[cne]?|degree_c(elsius)?|m|dbar|psu|1)$/i.test(cell),
  )
    ? cells
    : undefined;
}

const isNumber = (cell: string) => /^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(cell);

/** `# Title: …`, `% Cruise_Name: …` of the comments before the headings, where the name says what it is. */
function preambleOf(head: readonly { text: string }[]): Record<string, string> {
  const known: Readonly<Record<string, string>> = words({
    title: 'title',
    titre: 'title',
    summary: 'summary',
    description: 'summary',
    resume: 'summary',
    cruise: 'cruise',
    'cruise name': 'cruise',
    campagne: 'cruise',
    platform: 'platform',
    ship: 'platform',
    navire: 'platform',
    plateforme: 'platform',
    instrument: 'instrument',
    institution: 'institution',
    organisme: 'institution',
    creator: 'creator_name',
    author: 'creator_name',
    auteur: 'creator_name',
    licence: 'license',
    license: 'license',
    project: 'project',
    projet: 'project',
  });
  const found: Record<string, string> = {};
  for (const { text } of head) {
    if (!isComment(text)) continue;
    const [, name = '', value = ''] = /^\s*(?:#|%|\/\/)\s*([^:=]{2,40}?)\s*[:=]\s*(.+?)\s*$/.exec(text) ?? [];
    const attribute = known[headingOf(name).plain];
    if (attribute !== undefined) found[attribute] ??= value;
  }
  return found;
}

function noTable(line: number): Problem {
  return {
    severity: 'error',
    code: 'columns-missing',
    path: '/',
    line,
    message: 'No line of headings was found: the file is no table of separated values.',
    hint: 'Put a line with the names of the columns before the rows, and separate them all by the same sign.',
  };
}
