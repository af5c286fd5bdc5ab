import type { Problem } from '#catalogue/model';
import { cellsOf } from './cells.ts';
import { degreesOf } from './degrees.ts';
import type { Heading, Role } from './headings.ts';
import { type DayOrder, leadingNumbers, momentOf } from './moments.ts';
import type { Column } from './table.ts';
import { TableExtents } from './table-extents.ts';

/** Names of cruises and platforms that are kept of one file. */
const mostNames = 100;
/** Rows whose dates are kept until one of them tells whether the day or the month comes first. */
const mostWaiting = 100_000;

/** The rows of a table of separated values: what they say of place, depth and time, and what is amiss with them. */
export class CsvRows {
  readonly extents = new TableExtents();
  readonly cruises = new Set<string>();
  readonly platforms = new Set<string>();
  count = 0;
  /** Columns by what they say. */
  readonly #columnsOf = new Map<Role, number[]>();
  readonly #numbers: number[];
  readonly #texts: number[];
  #order: DayOrder | undefined;
  /** Distinct dates that could be read in two ways so far. */
  readonly #waiting = new Map<string, { written: string; line: number }>();
  readonly #wrong = new Map<'rows' | 'times' | 'places', { count: number; line: number; text: string }>();

  constructor(
    private readonly headings: readonly Heading[],
    private readonly separator: string,
  ) {
    this.#numbers = headings.map(() => 0);
    this.#texts = headings.map(() => 0);
    headings.forEach(({ role }, index) => {
      if (role) this.#columnsOf.set(role, [...(this.#columnsOf.get(role) ?? []), index]);
    });
  }

  add(text: string, line: number): void {
    const cells = cellsOf(text, this.separator);
    this.count += 1;
    const isTooLong = cells.slice(this.headings.length).some((cell) => cell !== '');
    if (isTooLong || (cells.length < this.headings.length && cells.length < 2)) {
      this.#tell('rows', line, `${cells.length} cells`);
      return;
    }
    for (let index = 0; index < cells.length; index++) this.#count(cells[index] ?? '', index);
    this.#addPlaces(cells, line);
    this.#addMoments(cells, line);
    for (const index of this.#of('vertical')) this.extents.vertical(this.#number(cells[index] ?? ''));
    for (const [role, names] of [
      ['cruise', this.cruises],
      ['platform', this.platforms],
    ] as const)
      for (const index of this.#of(role)) {
        const name = cells[index] ?? '';
        if (name !== '' && names.size < mostNames) names.add(name.replaceAll(';', ','));
      }
  }

  #count(cell: string, index: number): void {
    if (cell === '') return;
    const isNumber = !Number.isNaN(this.#number(cell));
    if (!isNumber && /^(nan|na|n\/a|null|none|-+)$/i.test(cell)) return;
    const counts = isNumber ? this.#numbers : this.#texts;
    counts[index] = (counts[index] ?? 0) + 1;
  }

  #of(role: Role): readonly number[] {
    return this.#columnsOf.get(role) ?? [];
  }

  /** `''` is no number, whatever JavaScript says. */
  #number(cell: string): number {
    if (cell === '') return Number.NaN;
    return Number(this.separator === ',' ? cell : cell.replace(',', '.'));
  }

  #addPlaces(cells: readonly string[], line: number): void {
    const longitudes = this.#of('longitude');
    this.#of('latitude').forEach((latitude, at) => {
      const [north, east] = [cells[latitude] ?? '', cells[longitudes[at] ?? -1] ?? ''];
      if (north === '' || east === '' || /^nan$/i.test(north) || /^nan$/i.test(east)) return;
      const [south, west] = [degreesOf(north), degreesOf(east)];
      if (south === undefined || west === undefined) this.#tell('places', line, `${north} ${east}`);
      else this.extents.place(west, south, line);
    });
  }

  #addMoments(cells: readonly string[], line: number): void {
    const cell = (index: number | undefined) => cells[index ?? -1] ?? '';
    const clock = cell(this.#of('clock')[0]);
    const [year, month, day] = [this.#of('year')[0], this.#of('month')[0], this.#of('day')[0]];
    const written = this.#of('date').map((index) =>
      [cell(index), clock].filter((part) => part !== '').join(' '),
    );
    for (const index of this.#of('moment')) {
      const { zone } = this.headings[index] ?? {};
      written.push(zone && cell(index) ? `${cell(index)} ${zone}` : cell(index));
    }
    if (written.length === 0 && year !== undefined && cell(year) !== '') {
      const parts = [cell(year), cell(month).padStart(2, '0'), cell(day).padStart(2, '0')];
      const date = parts.filter((part) => /[1-9]/.test(part)).join('-');
      written.push([date, clock].filter((part) => part !== '').join(' '));
    }
    for (const text of written) if (text.trim() !== '') this.#addMoment(text, line);
  }

  #addMoment(written: string, line: number): void {
    const leading = leadingNumbers(written);
    if (leading && !this.#order) {
      const [one, other] = leading;
      if (one > 12) this.#order = 'day-first';
      else if (other > 12) this.#order = 'month-first';
      else {
        if (this.#waiting.size < mostWaiting) this.#waiting.set(written, { written, line });
        return;
      }
    }
    const moment = momentOf(written, this.#order);
    if (moment) this.extents.moment(moment);
    else this.#tell('times', line, written);
  }

  #tell(what: 'rows' | 'times' | 'places', line: number, text: string): void {
    const known = this.#wrong.get(what);
    this.#wrong.set(what, { line, text, ...known, count: (known?.count ?? 0) + 1 });
  }

  /** To be asked for when all rows were added: dates that waited for their order are settled here. */
  problems(): Problem[] {
    const found: Problem[] = [];
    const [first] = this.#waiting.values();
    if (this.#order)
      for (const { written, line } of this.#waiting.values()) {
        const moment = momentOf(written, this.#order);
        if (moment) this.extents.moment(moment);
        else this.#tell('times', line, written);
      }
    else if (first)
      found.push({
        severity: 'warning',
        code: 'date-ambiguous',
        path: '/',
        line: first.line,
        message: `"${first.written}" and all other dates of the file can be read with the day or the month first; they were left out.`,
        hint: 'Write dates with the year first: 2021-03-04.',
      });
    const [rows, times, places] = [
      this.#wrong.get('rows'),
      this.#wrong.get('times'),
      this.#wrong.get('places'),
    ];
    if (rows)
      found.push({
        severity: 'warning',
        code: 'row-unreadable',
        path: '/',
        line: rows.line,
        message: `${rows.count} of ${this.count} rows do not have ${this.headings.length} cells (line ${rows.line} has ${rows.text}); they were left out.`,
        hint: 'Quote cells that hold the separator, and correct these rows.',
      });
    if (times)
      found.push({
        severity: 'warning',
        code: 'time-unreadable',
        path: '/',
        line: times.line,
        message: `${times.count} times cannot be read, such as "${times.text}" in line ${times.line}.`,
        hint: 'Write times in ISO 8601, such as 2021-03-04T12:30:00Z.',
      });
    if (places)
      found.push({
        severity: 'warning',
        code: 'position-unreadable',
        path: '/',
        line: places.line,
        message: `${places.count} positions cannot be read, such as "${places.text}" in line ${places.line}.`,
        hint: 'Write latitude and longitude in decimal degrees, south and west negative.',
      });
    return [...found, ...this.extents.problems()];
  }

  vertical(): { unit?: string; positive: 'up' | 'down' } {
    const [heading] = this.#of('vertical').map((index) => this.headings[index]);
    const positive = /altitude/.test(heading?.plain ?? '') ? 'up' : 'down';
    return { ...(heading?.unit ? { unit: heading.unit } : {}), positive };
  }

  columns(): Column[] {
    return this.headings.flatMap(({ name, plain, unit, role }, index): Column[] => {
      const axis =
        role === 'latitude' || role === 'longitude' || role === 'vertical'
          ? role
          : role && ['moment', 'date', 'clock', 'year', 'month', 'day'].includes(role)
            ? 'time'
            : undefined;
      if (role && !axis) return [];
      const [numbers, texts] = [this.#numbers[index] ?? 0, this.#texts[index] ?? 0];
      const isFirst = this.headings.findIndex((other) => other.name === name) === index;
      if (name === '' || !isFirst || (numbers === 0 && texts === 0)) return [];
      // Names of CF are used as headings; anything else is a name of the file's own.
      const standard =
        /^(sea|air|wind|mass|mole|moles|mole_concentration|eastward|northward|surface|downwelling)_[a-z0-9_]+$/.test(
          name,
        )
          ? name
          : undefined;
      return [
        {
          name: name || plain,
          isNumber: numbers >= texts,
          ...(axis ? { axis } : {}),
          attributes: { long_name: name, units: unit, standard_name: standard },
        },
      ];
    });
  }
}
