import type { ByteSource } from '#catalogue/formats/netcdf';
import type { Problem } from '#catalogue/model';
import type { DescribedDataFile } from '../facts/facts.ts';
import { degreesOf } from './degrees.ts';
import { linesOf } from './lines.ts';
import { momentOf } from './moments.ts';
import { type Column, describeTable } from './table.ts';
import { TableExtents } from './table-extents.ts';

/** Names of cruises that are kept of one file. */
const mostNames = 100;

type Concept = { parameter?: string; unit?: string };
type Comments = {
  /** Concepts of the columns by their local names (`//<subject>…`, SeaDataNet). */
  concepts: Map<string, Concept>;
  /** `//<Creator>…</Creator>` and the like, by name in lower case. */
  tags: Map<string, string>;
};

/** Whether a text begins as a spreadsheet of Ocean Data View does. */
export function isOdv(head: string): boolean {
  const lines = head.replace(/^\uFEFF/, '').split(/\r?\n/);
  const heading = lines.find((line) => !line.startsWith('//'));
  if (heading !== undefined && isHeading(heading)) return true;
  return lines.some((line) =>
    /^\/\/(SDN_parameter_mapping|<subject>SDN:|ODV Spreadsheet|<Version>ODV)/i.test(line),
  );
}

const isHeading = (line: string) => /^Cruise[\t;,]Station[\t;,]Type[\t;,]/i.test(line);

/**
 * Describes a spreadsheet of Ocean Data View, with the semantic header of SeaDataNet where it has one: comments, a line
 * of column names, rows in which the columns of the station are blank where they are as above.
 * @throws DamagedFile where the file cannot be read
 */
export function describeOdv(source: ByteSource): DescribedDataFile {
  const comments: Comments = { concepts: new Map(), tags: new Map() };
  const problems: Problem[] = [];
  let line = 0;
  let rows: Rows | undefined;
  for (const text of linesOf(source)) {
    line += 1;
    if (text.startsWith('//')) readComment(text, comments);
    else if (text.trim() === '') continue;
    else if (rows) rows.add(text, line);
    else {
      const separator = /[\t;,]/.exec(text)?.[0] ?? '\t';
      rows = new Rows(
        text.split(separator).map((name) => name.trim()),
        separator,
        comments,
      );
      const missing = rows.missing();
      if (missing.length > 0) return { problems: [...problems, columnsMissing(missing, line)] };
    }
  }
  if (!rows) return { problems: [columnsMissing(['Cruise', 'Station', 'Type'], Math.max(1, line))] };
  problems.push(...rows.problems());
  const { tags } = comments;
  const attributes = {
    title: tags.get('title'),
    creator_name: tags.get('creator'),
    date_created: tags.get('createtime'),
    cruise: [...rows.cruises].join('; '),
    featureType: featureOf(tags.get('datatype')),
  };
  return describeTable(
    { name: 'ODV spreadsheet' },
    attributes,
    rows.columns(),
    rows.count,
    rows.extents.found(rows.vertical()),
    problems,
  );
}

function readComment(text: string, { concepts, tags }: Comments): void {
  const mapping =
    /<subject>SDN:LOCAL:([^<]*)<\/subject>\s*<object>([^<]*)<\/object>(?:\s*<units>([^<]*)<\/units>)?/.exec(
      text,
    );
  if (mapping) {
    const [, local = '', parameter, unit] = mapping;
    concepts.set(local.trim().toLowerCase(), {
      ...(parameter ? { parameter } : {}),
      ...(unit ? { unit } : {}),
    });
    return;
  }
  const tag = /^\/\/<(\w+)>([^<]*)<\/\1>/.exec(text);
  if (tag?.[1] && tag[2]?.trim()) tags.set(tag[1].toLowerCase(), tag[2].trim());
}

const featureOf = (type: string | undefined) =>
  type && /profile/i.test(type)
    ? 'profile'
    : type && /series/i.test(type)
      ? 'timeSeries'
      : type && /trajector/i.test(type)
        ? 'trajectory'
        : undefined;

/** Columns of the station, by what they begin with. */
const stationColumns = {
  cruise: /^cruise/i,
  station: /^station/i,
  type: /^type$/i,
  time: /^(yyyy|mon\/day\/yr|dd[-/.]mm[-/.]yyyy)/i,
  longitude: /^longitude/i,
  latitude: /^latitude/i,
};
const furtherColumns = /^(LOCAL_CDI_ID|EDMO_code|Bot\. ?Depth|hh:mm|reference|Secchi)/i;
const quality = /^(QV|QF)\b|^QF$/i;

class Rows {
  readonly extents = new TableExtents();
  readonly cruises = new Set<string>();
  count = 0;
  readonly #places: Record<keyof typeof stationColumns, number>;
  readonly #clock: number;
  readonly #primary: number;
  readonly #isoTime: number;
  /** Columns of the station as the last row told them. */
  #station: readonly string[] = [];
  readonly #wrong = { rows: { count: 0, line: 0 }, times: { count: 0, line: 0, text: '' } };
  readonly #numbers: number[];
  readonly #texts: number[];

  constructor(
    private readonly names: readonly string[],
    private readonly separator: string,
    private readonly comments: Comments,
  ) {
    const place = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
    this.#places = {
      cruise: place(stationColumns.cruise),
      station: place(stationColumns.station),
      type: place(stationColumns.type),
      time: place(stationColumns.time),
      longitude: place(stationColumns.longitude),
      latitude: place(stationColumns.latitude),
    };
    this.#clock = place(/^hh:mm/i);
    this.#isoTime = place(/^time_ISO8601/i);
    this.#primary = names.findIndex((name, index) => this.#isVertical(name, index));
    this.#numbers = names.map(() => 0);
    this.#texts = names.map(() => 0);
  }

  /** Names of columns without which a station is nowhere. */
  missing(): string[] {
    const { time, longitude, latitude } = this.#places;
    return [
      ...(time < 0 ? ['yyyy-mm-ddThh:mm:ss.sss'] : []),
      ...(longitude < 0 ? ['Longitude [degrees_east]'] : []),
      ...(latitude < 0 ? ['Latitude [degrees_north]'] : []),
    ];
  }

  add(text: string, line: number): void {
    this.count += 1;
    const cells = text.split(this.separator).map((cell) => cell.trim());
    // Empty cells at the end of a row may be left out.
    if (cells.length > this.names.length && cells.slice(this.names.length).some((cell) => cell !== '')) {
      this.#wrong.rows.line ||= line;
      this.#wrong.rows.count += 1;
      return;
    }
    const { cruise, longitude, latitude, time } = this.#places;
    const isNewStation = [cruise, longitude, latitude, time].some((index) => (cells[index] ?? '') !== '');
    if (isNewStation || this.#station.length === 0) this.#begin(cells, line);
    const iso = cells[this.#isoTime] ?? '';
    if (iso !== '') this.extents.moment(momentOf(iso));
    if (this.#primary >= 0) this.extents.vertical(numberOf(cells[this.#primary] ?? ''));
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] ?? '';
      if (cell === '') continue;
      const counts = Number.isNaN(numberOf(cell)) ? this.#texts : this.#numbers;
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }

  #begin(cells: readonly string[], line: number): void {
    this.#station = this.names.map((_name, index) => cells[index] || (this.#station[index] ?? ''));
    const { cruise, longitude, latitude, time } = this.#places;
    const told = (index: number) => this.#station[index] ?? '';
    if (told(cruise) !== '' && this.cruises.size < mostNames) this.cruises.add(told(cruise));
    this.extents.place(
      degreesOf(told(longitude)) ?? Number.NaN,
      degreesOf(told(latitude)) ?? Number.NaN,
      line,
    );
    const written = [told(time), told(this.#clock)].filter((part) => part !== '').join(' ');
    const isUsual = /^mon/i.test(this.names[time] ?? '') ? 'month-first' : 'day-first';
    const moment = momentOf(written, isUsual);
    if (moment) this.extents.moment(moment);
    else if (written !== '') {
      this.#wrong.times.count += 1;
      this.#wrong.times.line ||= line;
      this.#wrong.times.text ||= written;
    }
  }

  #isVertical(name: string, index: number): boolean {
    if (!this.#isData(name, index)) return false;
    const { parameter = '' } = this.#conceptOf(name);
    return (
      /^SDN:P01::(ADEP|DEPH|PRES|PREX|MINWDIST|MAXWDIST)/.test(parameter) || /^(depth|pres|deph)/i.test(name)
    );
  }

  #isData(name: string, index: number): boolean {
    return !Object.values(this.#places).includes(index) && !furtherColumns.test(name) && !quality.test(name);
  }

  /** The concept of a column, by its name with and without the unit. */
  #conceptOf(name: string): Concept {
    const bare = name.replace(/\s*\[[^\]]*\]\s*$/, '').toLowerCase();
    return this.comments.concepts.get(bare) ?? this.comments.concepts.get(name.toLowerCase()) ?? {};
  }

  vertical(): { unit?: string; positive: 'down' } {
    const unit = unitOf(this.names[this.#primary] ?? '');
    return { ...(unit ? { unit } : {}), positive: 'down' };
  }

  /** The columns of data; those of the station say where and when, and the flags of quality serve the others. */
  columns(): Column[] {
    const { time, longitude, latitude } = this.#places;
    return this.names.flatMap((name, index): Column[] => {
      const bare = name.replace(/\s*\[[^\]]*\]\s*$/, '');
      const axis =
        index === longitude
          ? 'longitude'
          : index === latitude
            ? 'latitude'
            : index === time || index === this.#isoTime
              ? 'time'
              : index === this.#primary
                ? 'vertical'
                : undefined;
      if (!axis && !this.#isData(name, index)) return [];
      const { parameter, unit } = this.#conceptOf(name);
      const isNumber = (this.#numbers[index] ?? 0) >= (this.#texts[index] ?? 0);
      const attributes = {
        long_name: bare,
        units: unitOf(name),
        sdn_parameter_urn: parameter,
        sdn_uom_urn: unit,
      };
      return [{ name: bare, isNumber, ...(axis ? { axis } : {}), attributes }];
    });
  }

  problems(): Problem[] {
    const { rows, times } = this.#wrong;
    const found = this.extents.problems();
    if (rows.count > 0)
      found.push({
        severity: 'warning',
        code: 'row-unreadable',
        path: '/',
        line: rows.line,
        message: `${rows.count} of ${this.count} rows have more cells than there are columns (${this.names.length}); the first is line ${rows.line}. They were left out.`,
        hint: 'Quote nothing and keep the separator out of the cells, or correct these rows.',
      });
    if (times.count > 0)
      found.push({
        severity: 'warning',
        code: 'time-unreadable',
        path: '/',
        line: times.line,
        message: `${times.count} times cannot be read, such as "${times.text}" in line ${times.line}.`,
        hint: 'Write times as yyyy-mm-ddThh:mm:ss.',
      });
    return found;
  }
}

const unitOf = (name: string) => /\[([^\]]*)\]\s*$/.exec(name)?.[1]?.trim() || undefined;

/** `''` is no number, whatever JavaScript says; decimal commas are met. */
const numberOf = (cell: string) => (cell === '' ? Number.NaN : Number(cell.replace(',', '.')));

function columnsMissing(missing: readonly string[], line: number): Problem {
  return {
    severity: 'error',
    code: 'columns-missing',
    path: '/',
    line,
    message: `The spreadsheet has no column ${missing.map((name) => `"${name}"`).join(', ')}.`,
    hint: 'Export it from Ocean Data View as a spreadsheet again, with these columns.',
  };
}
