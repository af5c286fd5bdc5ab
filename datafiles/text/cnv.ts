import type { ByteSource } from '#catalogue/formats/netcdf';
import type { Problem } from '#catalogue/model';
import type { DescribedDataFile } from '../facts/facts.ts';
import { positionIn } from './degrees.ts';
import { linesOf } from './lines.ts';
import { type Moment, momentAt, momentOf } from './moments.ts';
import { seaBirdName } from './sea-bird-names.ts';
import { type Column, describeTable } from './table.ts';
import { TableExtents } from './table-extents.ts';

type Head = {
  instrument?: string;
  /** By name in lower case: what the operator filled in (`** Ship: …`) and the instrument wrote (`* NMEA Latitude = …`). */
  told: Map<string, string>;
  /** Lines of the operator without a label. */
  notes: { text: string; line: number }[];
  columns: { short: string; label: string; unit?: string }[];
  spans: Map<number, [number, number]>;
};

/**
 * Describes a converted file of Sea-Bird (`.cnv`): the header that ends with `*END*`, then rows of numbers. Position and
 * time come from the columns where there are such, else from what the deck unit or the operator wrote into the header.
 * @throws DamagedFile where the file cannot be read
 */
export function describeCnv(source: ByteSource): DescribedDataFile {
  const head: Head = { told: new Map(), notes: [], columns: [], spans: new Map() };
  const problems: Problem[] = [];
  const rows = { count: 0, firstWrong: 0, wrong: 0 };
  let line = 0;
  let reader: RowReader | undefined;
  for (const text of linesOf(source)) {
    line += 1;
    if (!reader && /^\*END\*/.test(text)) reader = rowReaderOf(head, problems);
    else if (!reader) readHeadLine(text, line, head);
    else if (text.trim() !== '' && !isBinary(head)) {
      rows.count += 1;
      if (!reader.row(text, line)) {
        rows.wrong += 1;
        rows.firstWrong ||= line;
      }
    }
  }
  if (head.columns.length === 0 || !reader)
    return {
      problems: [
        {
          severity: 'error',
          code: 'file-damaged',
          path: '/',
          line: Math.max(1, line),
          message: reader
            ? 'The header names no columns ("# name 0 = …").'
            : 'The header has no end ("*END*").',
          hint: 'Convert the file again with the software of Sea-Bird.',
        },
      ],
    };
  if (rows.wrong > 0)
    problems.push({
      severity: 'warning',
      code: 'row-unreadable',
      path: '/',
      line: rows.firstWrong,
      message: `${rows.wrong} of ${rows.count} rows do not have ${head.columns.length} numbers (the first is line ${rows.firstWrong}); they were left out.`,
      hint: 'Convert the file again, or correct these rows.',
    });
  const { extents, vertical } = reader;
  problems.push(...extents.problems());
  const text = (...names: string[]) => names.map((name) => head.told.get(name)).find((found) => found);
  const attributes = {
    platform_name: text('ship', 'vessel', 'navire', 'platform'),
    cruise: text('cruise', 'campagne', 'cruise name', 'mission'),
    instrument: head.instrument,
    featureType: head.columns.some(({ short }) => /^latitude/i.test(short)) ? 'trajectory' : 'profile',
  };
  const axis = vertical
    ? { ...(vertical.unit ? { unit: vertical.unit } : {}), positive: 'down' as const }
    : { positive: 'down' as const };
  return describeTable(
    { name: 'Sea-Bird CNV' },
    attributes,
    columnsOf(head),
    isBinary(head) ? Number(text('nvalues') ?? 0) : rows.count,
    extents.found(axis),
    problems,
  );
}

function readHeadLine(text: string, line: number, head: Head): void {
  const instrument = /^\*\s*(Sea-Bird\s+\S.*?)\s+Data File/i.exec(text)?.[1];
  if (instrument) head.instrument = instrument.replace(/\s+/g, ' ');
  const column = /^#\s*name\s+(\d+)\s*=\s*([^:]*):\s*(.*?)\s*$/.exec(text);
  if (column) {
    const [, index, short = '', label = ''] = column;
    const unit = /\[([^\]]*)\]/.exec(label)?.[1]?.split(',').at(-1)?.trim();
    head.columns[Number(index)] = { short: short.trim(), label, ...(unit ? { unit } : {}) };
    return;
  }
  const span = /^#\s*span\s+(\d+)\s*=\s*([^,]+),\s*(\S+)/.exec(text);
  if (span) {
    head.spans.set(Number(span[1]), [Number(span[2]), Number(span[3])]);
    return;
  }
  const said = /^(?:\*\*?|#)\s*([A-Za-z][\w ()/.-]*?)\s*[=:]\s*(.*?)\s*$/.exec(text);
  const [name, value] = [said?.[1]?.toLowerCase(), said?.[2]];
  if (name !== undefined && value !== undefined && value !== '' && !head.told.has(name))
    head.told.set(name, value);
  else if (text.startsWith('**')) head.notes.push({ text: text.slice(2).trim(), line });
}

const isBinary = ({ told }: Head) => /binary/i.test(told.get('file_type') ?? '');

type RowReader = {
  extents: TableExtents;
  vertical?: { unit?: string };
  /** @returns whether the row has as many numbers as there are columns */
  row(text: string, line: number): boolean;
};

function rowReaderOf(head: Head, problems: Problem[]): RowReader {
  const extents = new TableExtents();
  const { columns, told } = head;
  const find = (pattern: RegExp) => columns.findIndex((column) => pattern.test(column?.short ?? ''));
  const [latitude, longitude] = [find(/^latitude/i), find(/^longitude/i)];
  const depth = find(/^dep/i);
  const vertical = depth >= 0 ? depth : find(/^pr[dSE]?\w*M?$/);
  const hasPlaces = latitude >= 0 && longitude >= 0;
  const fixed = hasPlaces ? undefined : positionOf(head, problems);
  if (fixed) extents.place(fixed.longitude, fixed.latitude, 1);
  const start = momentOf(
    (told.get('start_time') ?? told.get('nmea utc (time)') ?? '').replace(/\s*\[.*/, ''),
  );
  const at = timeOf(head, start);
  if (start && !at) {
    extents.moment(start);
    const step = Number(/^seconds:\s*([\d.eE+-]+)/.exec(told.get('interval') ?? '')?.[1]);
    const count = Number(told.get('nvalues'));
    if (step > 0 && count > 1) extents.moment(momentAt(start.ms + step * (count - 1) * 1000));
  }
  const bad = Number(told.get('bad_flag') ?? -9.99e-29);
  const take = (values: readonly number[], line: number) => {
    const value = (index: number) => {
      const found = values[index] ?? Number.NaN;
      return found === bad ? Number.NaN : found;
    };
    if (hasPlaces) extents.place(value(longitude), value(latitude), line);
    if (vertical >= 0) extents.vertical(value(vertical));
    if (at) extents.moment(at(value));
  };
  // Rows in binary are not read: the header tells their ends.
  if (isBinary(head))
    for (const end of [0, 1])
      take(
        columns.map((_column, index) => head.spans.get(index)?.[end] ?? NaN),
        1,
      );
  const unit = columns[vertical]?.unit;
  return {
    extents,
    ...(vertical >= 0 ? { vertical: unit ? { unit } : {} } : {}),
    row(text, line) {
      const values = text.trim().split(/\s+/).map(Number);
      if (values.length !== columns.length || values.some((value) => Number.isNaN(value))) return false;
      take(values, line);
      return true;
    },
  };
}

/** Moments of rows by the first column of time that says when without doubt. */
function timeOf(
  { columns }: Head,
  start: Moment | undefined,
): ((value: (index: number) => number) => Moment | undefined) | undefined {
  const find = (name: string) => columns.findIndex((column) => column?.short === name);
  const since = (index: number, origin: number, unit: number) =>
    index < 0 ? undefined : (value: (at: number) => number) => momentAt(origin + value(index) * unit);
  const year = start && Date.UTC(new Date(start.ms).getUTCFullYear(), 0, 1);
  const day = 86_400_000;
  return (
    since(find('timeY'), 0, 1000) ??
    since(find('timeQ'), Date.UTC(2000, 0, 1), 1000) ??
    since(find('timeK'), Date.UTC(2000, 0, 1), 1000) ??
    // Day 1 is the first of January.
    (year === undefined ? undefined : since(find('timeJ'), year - day, day)) ??
    (start && since(find('timeS'), start.ms, 1000)) ??
    (start && since(find('timeM'), start.ms, 60_000)) ??
    (start && since(find('timeH'), start.ms, 3_600_000))
  );
}

/** The position that the header tells: of the navigation, labelled by the operator, or in lines of the operator's own. */
function positionOf({ told, notes }: Head, problems: Problem[]) {
  const labelled = (part: string) =>
    told.get(`nmea ${part}`) ??
    [...told].find(
      ([name]) => name === part || name === part.slice(0, 3) || name.startsWith(`${part} `),
    )?.[1];
  const found = positionIn(labelled('latitude') ?? '', labelled('longitude') ?? '');
  if (found) return found;
  const latitude = notes.find(({ text }) => /^\d[\d.,° ']*[NS]$/i.test(text));
  const longitude = notes.find(({ text }) => /^\d[\d.,° ']*[EW]$/i.test(text));
  const guessed = latitude && longitude && positionIn(latitude.text, longitude.text);
  if (!guessed) return undefined;
  problems.push({
    severity: 'info',
    code: 'position-unlabelled',
    path: '/',
    line: latitude.line,
    message: `"${latitude.text}" and "${longitude.text}" of the header were taken for the position, though nothing says so.`,
    hint: 'Write "** Latitude: …" and "** Longitude: …" into the header form of the acquisition software.',
  });
  return guessed;
}

function columnsOf({ columns, spans }: Head): Column[] {
  return columns.flatMap((column, index) => {
    const { short, label, unit } = column;
    // A column may be there twice.
    const isFirst = columns.findIndex((other) => other?.short === short) === index;
    if (!isFirst || /^(flag|scan|nbin|pumps)$/i.test(short)) return [];
    const span = spans.get(index);
    const axis = /^latitude/i.test(short)
      ? 'latitude'
      : /^longitude/i.test(short)
        ? 'longitude'
        : /^time/i.test(short)
          ? 'time'
          : /^dep/i.test(short)
            ? 'vertical'
            : undefined;
    return [
      {
        name: short,
        isNumber: true,
        ...(axis ? { axis } : {}),
        attributes: {
          long_name: label.replace(/\s*\[[^\]]*\]/, ''),
          units: unit,
          standard_name: seaBirdName(short),
          ...(span && !axis ? { actual_range: span } : {}),
        },
      } satisfies Column,
    ];
  });
}
