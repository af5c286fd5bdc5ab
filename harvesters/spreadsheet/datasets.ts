import type { TableRecord } from '#catalogue/formats/table-record';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, RunProblem } from '../types.ts';
import { folded, type SheetName, sheetNames, sheets } from './columns.ts';
import { type ReadRow, readSheet, tell } from './sheet.ts';
import type { Table } from './workbook.ts';

export type Datasets = {
  documents: HarvestedDocument[];
  problems: RunProblem[];
  /** Rows that could not be told apart from one that is gone. */
  unnamed: number;
};

/**
 * The datasets of a workbook, each with its rows of the other sheets. A cell that cannot be read is left out, and told; a
 * row without identifier or title gives nothing.
 * @param url of the file, for the documents
 */
export function datasetsOf(tables: readonly Table[], url: string): Datasets {
  const problems: RunProblem[] = [];
  const read = Object.fromEntries(sheetNames.map((name): [string, ReadRow[]] => [name, []]));
  const main =
    tables.find(({ name }) => isCalled(name, 'datasets')) ?? (tables.length === 1 ? tables[0] : undefined);
  if (!main) problems.push(noMainSheet(tables));
  for (const table of tables) {
    const name =
      table === main ? 'datasets' : sheetNames.find((one) => one !== 'datasets' && isCalled(table.name, one));
    if (name === undefined) {
      if (!isReadMe(table.name)) problems.push(sheetUnknown(table));
      continue;
    }
    const sheet = readSheet(name, table);
    problems.push(...sheet.problems);
    read[name]?.push(...sheet.rows);
  }
  const rowsOf = (name: SheetName) => read[name] ?? [];
  const documents: HarvestedDocument[] = [];
  const known = new Set<string>();
  let unnamed = 0;
  for (const row of rowsOf('datasets')) {
    const identifier = row.texts['identifier'];
    if (identifier === undefined) unnamed += 1;
    else if (known.has(identifier))
      tell(
        row,
        'identifier',
        'row-repeated',
        `"${identifier}" stands in an earlier row already; this one was left out.`,
        'Give each dataset an identifier of its own.',
      );
    else {
      known.add(identifier);
      const bytes = row.missing.length > 0 ? new Uint8Array() : encoded(recordOf(identifier, row, rowsOf));
      documents.push({
        identifier,
        mediaType: 'application/json',
        bytes,
        url,
        ...(bytes.length > 0 ? { format: 'table-record' as const } : {}),
      });
    }
    problems.push(...named(row.problems, identifier));
  }
  for (const name of sheetNames.slice(1))
    for (const row of rowsOf(name)) {
      const identifier = row.texts['identifier'];
      if (identifier !== undefined && !known.has(identifier))
        tell(
          row,
          'identifier',
          'row-alone',
          `there is no dataset "${identifier}"; the row was left out.`,
          'Write the identifier as in the sheet of datasets.',
        );
      problems.push(...named(row.problems, identifier));
    }
  return { documents, problems, unnamed };
}

const encoded = (record: TableRecord) => new TextEncoder().encode(JSON.stringify(record));
const named = (problems: readonly RunProblem[], identifier: string | undefined) =>
  problems.map((problem) => ({ ...problem, ...(identifier ? { identifier } : {}) }));
const isCalled = (text: string, name: SheetName) =>
  [sheets[name].en, sheets[name].fr].some((called) => folded(called) === folded(text));
const isReadMe = (text: string) => /^(read ?me|lisez ?moi)$/.test(folded(text));

function recordOf(
  identifier: string,
  row: ReadRow,
  rowsOf: (name: SheetName) => readonly ReadRow[],
): TableRecord {
  const { texts, lists, numbers, translations } = row;
  const { language } = texts;
  const own = (name: SheetName) =>
    rowsOf(name).filter((other) => other.texts['identifier'] === identifier && other.missing.length === 0);
  const translated = (key: string) =>
    Object.fromEntries(
      Object.entries(translations[key] ?? {}).map(([tag, text]) => [tag || (language ?? 'und'), text]),
    );
  const { type, licence, doi, published, lineage, series } = texts;
  const box = boxOf(row);
  const [start, end] = periodOf(row);
  const depths = depthsOf(row);
  return {
    tableRecord: '1.0',
    identifier,
    ...told({ type, language, licence, doi, published, lineage, series, start, end }),
    titles: translated('title'),
    abstracts: translated('abstract'),
    keywords: [
      ...(lists['keywords'] ?? []).map((label) => ({ label })),
      ...own('keywords').map(({ texts: { label = '', thesaurus, uri } }) => ({
        label,
        ...told({ thesaurus, uri }),
      })),
    ],
    ...(box ? { box } : {}),
    ...(depths ? { depths } : {}),
    people: [
      ...(lists['authors'] ?? []).map((person) => ({ role: 'author', person })),
      ...(lists['organisations'] ?? []).map((organisation) => ({ role: 'originator', organisation })),
      ...(texts['contact']
        ? [
            {
              role: 'pointOfContact',
              email: texts['contact'],
              ...told({ organisation: lists['organisations']?.[0] }),
            },
          ]
        : []),
      ...own('people').map(
        ({ texts: { role = 'pointOfContact', person, organisation, email, orcid, ror } }) => ({
          role,
          ...told({ person, organisation, email, orcid, ror }),
        }),
      ),
    ],
    variables: [
      ...(lists['variables'] ?? []).map((name) => ({ name })),
      ...own('variables').map(
        ({ texts: { name = '', standardName, unit, uri }, numbers: { minimum, maximum } }) => ({
          name,
          ...told({ standardName, unit, uri, minimum, maximum }),
        }),
      ),
    ],
    platforms: lists['platforms'] ?? [],
    instruments: lists['instruments'] ?? [],
    campaigns: lists['campaigns'] ?? [],
    projects: lists['projects'] ?? [],
    links: [
      ...(texts['page'] ? [{ url: texts['page'], purpose: 'information' }] : []),
      ...(lists['download'] ?? []).map((url) => ({ url, purpose: 'download' })),
      ...own('links').map(({ texts: { url = '', name, format, purpose } }) => ({
        url,
        ...told({ name, format, purpose }),
      })),
    ],
  };

  function boxOf(of: ReadRow): TableRecord['box'] {
    const { west, south, east, north } = numbers;
    const edges = { west, south, east, north };
    const given = Object.entries(edges).filter(([, value]) => value !== undefined);
    if (west === undefined || south === undefined || east === undefined || north === undefined) {
      const [lacking = ''] = Object.entries(edges).find(([, value]) => value === undefined) ?? [];
      if (given.length > 0)
        tell(
          of,
          lacking,
          'cells-contradict',
          'only some edges of the box are given; it was left out.',
          'Give west, south, east and north.',
        );
      return undefined;
    }
    if (south <= north) return { west, south, east, north };
    tell(
      of,
      'south',
      'cells-contradict',
      `the south (${south}) lies north of the north (${north}); the box was left out.`,
      'Exchange the two.',
    );
    return undefined;
  }

  function periodOf(of: ReadRow): [string | undefined, string | undefined] {
    const { start: from, end: until } = of.texts;
    if (
      from === undefined ||
      until === undefined ||
      Date.parse(from) <= Date.parse(until) ||
      until.startsWith(from)
    )
      return [from, until];
    tell(
      of,
      'start',
      'cells-contradict',
      `the start (${from}) is after the end (${until}); the period was left out.`,
      'Exchange the two.',
    );
    return [undefined, undefined];
  }

  function depthsOf(of: ReadRow): TableRecord['depths'] {
    const { minimumDepth: minimum, maximumDepth: maximum } = of.numbers;
    if (minimum === undefined && maximum === undefined) return undefined;
    if (minimum === undefined || maximum === undefined || minimum <= maximum)
      return told({ minimum, maximum });
    tell(
      of,
      'minimumDepth',
      'cells-contradict',
      `the least depth (${minimum}) is greater than the greatest (${maximum}); they were left out.`,
      'Write depths as positive metres below the surface.',
    );
    return undefined;
  }
}

/** Without what is not told. */
function told<Given extends Record<string, string | number | undefined>>(
  given: Given,
): { [Key in keyof Given]?: Exclude<Given[Key], undefined> } {
  const result: { [Key in keyof Given]?: Exclude<Given[Key], undefined> } = {};
  for (const key in given) {
    const value = given[key];
    if (isTold(value)) result[key] = value;
  }
  return result;
}

function isTold<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}

function noMainSheet(tables: readonly Table[]): RunProblem {
  return runProblem(
    'error',
    'sheet-missing',
    `The workbook has no sheet "datasets" (or "jeux de données"), only: ${tables.map(({ name }) => name).join(', ')}.`,
    'Name the sheet with one row for each dataset so.',
  );
}

function sheetUnknown({ name }: Table): RunProblem {
  return runProblem(
    'warning',
    'sheet-unknown',
    `The sheet "${name}" is none of the template; it was left out.`,
    `Use one of: ${sheetNames.map((one) => sheets[one].en).join(', ')}.`,
    { path: `${name}!` },
  );
}
