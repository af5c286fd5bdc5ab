import type { Place, Report } from '../reading/index.ts';

/** Values of one attribute, as netCDF has them: a text, several texts, or numbers. */
export type AttributeValues = readonly (string | number)[];
type Entry = { name: string; values: AttributeValues; line?: number };

/** A text of an attribute with where it stands; never empty. */
export type AttributeText = { name: string; text: string; place: Place };

/** What files write where they have nothing to say; ERDDAP writes `null` to take an attribute away. */
const nothing = /^(null|none|n\/?a|nan|unknown|not (available|applicable|provided|set)|tb[ad]|-+|\?+|\.)$/i;

/**
 * The attributes of a file or of one of its variables, from whatever notation they were read.
 * Problems name them as CDL does: `:title` for the file, `TEMP:units` for a variable.
 */
export class Attributes {
  private readonly entries = new Map<string, Entry>();
  /** By name in lower case: conventions are spelled `Conventions`, but much else is spelled as it comes. */
  private readonly folded = new Map<string, Entry>();

  constructor(
    /** Name of the variable, '' for the file. */
    readonly owner: string,
    /** 1-based line of the element that owns them, where the notation has lines. */
    readonly line?: number,
  ) {}

  /** Adds an attribute; a later one of the same name replaces the earlier. */
  set(name: string, values: AttributeValues, line?: number): void {
    const entry = { name, values, ...(line === undefined ? {} : { line }) };
    this.entries.set(name, entry);
    this.folded.set(name.toLowerCase(), entry);
  }

  /** Takes an attribute away. */
  delete(name: string): void {
    this.entries.delete(name);
    this.folded.delete(name.toLowerCase());
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** Names and values, in order. */
  entriesOf(): { name: string; values: AttributeValues }[] {
    return [...this.entries.values()].map(({ name, values }) => ({ name, values }));
  }

  has(name: string): boolean {
    return this.folded.has(name.toLowerCase());
  }

  /** Where an attribute stands, or would stand. */
  place(name: string): Place {
    const line = this.find(name)?.line ?? this.line;
    return { path: `${this.owner}:${name}`, ...(line === undefined ? {} : { line }) };
  }

  /** The first of these attributes that says something, trimmed; texts of a list are joined by commas. */
  first(...names: readonly string[]): AttributeText | undefined {
    for (const name of names) {
      const entry = this.find(name);
      const text = entry?.values.map(String).join(', ').trim() ?? '';
      if (entry && text !== '' && !nothing.test(text))
        return { name: entry.name, text, place: this.place(entry.name) };
    }
    return undefined;
  }

  text(...names: readonly string[]): string | undefined {
    return this.first(...names)?.text;
  }

  /** Numbers of an attribute, also where they are written as a text (`1.5, 20.25`); empty where there are none. */
  numbers(name: string): number[] {
    const values = this.find(name)?.values ?? [];
    return values
      .flatMap((value) =>
        typeof value === 'number'
          ? [value]
          : value
              .trim()
              .split(/[\s,]+/)
              .map(numberOf),
      )
      .filter(Number.isFinite);
  }

  /** One number; a text that is none is reported. A unit after it is left out (`0.25 degrees`). */
  number(name: string, report: Report): number | undefined {
    const found = this.first(name);
    if (!found) return undefined;
    const [value] = this.find(name)?.values ?? [];
    if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
    const bare = /^([+-]?[\d.]+(?:e[+-]?\d+)?)\s*[fFdD]?\s*(?:°|deg|m\b|metre|meter|km\b)/i.exec(
      found.text,
    )?.[1];
    return report.number(bare ?? found.text, found.place);
  }

  private find(name: string): Entry | undefined {
    return this.entries.get(name) ?? this.folded.get(name.toLowerCase());
  }
}

/** `''` is no number, whatever JavaScript says. */
const numberOf = (text: string) => (text === '' ? Number.NaN : Number(text));
