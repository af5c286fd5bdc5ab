import type { WrittenHeader } from '#catalogue/formats/data-files';
import type { Problem } from '#catalogue/model';
import { CommonWords } from './common-words.ts';

type Values = WrittenHeader['attributes'][string];
type Variable = WrittenHeader['variables'][number];

/** Attributes of files, and variables of a series, that are looked at. */
const mostAttributes = 500;
const mostVariables = 5000;

/** What the headers of many files say alike, with the variables that any of them has. */
export class HeaderMerge {
  #files = 0;
  readonly #attributes = new Map<string, { values: Values; files: number; isSame: boolean }>();
  readonly #variables = new Map<
    string,
    { variable: Variable; told: Map<string, Values | null>; path: string }
  >();
  readonly #texts = { title: new CommonWords(), summary: new CommonWords() };
  #dimensions: WrittenHeader['dimensions'] = [];
  readonly problems: Problem[] = [];

  /** @param path of the file, for what is said of it */
  add(header: WrittenHeader, path: string): void {
    this.#files += 1;
    if (this.#files === 1) this.#dimensions = header.dimensions;
    for (const [name, values] of Object.entries(header.attributes)) {
      const known = this.#attributes.get(name);
      if (known) {
        known.files += 1;
        known.isSame &&= isEqual(known.values, values);
      } else if (this.#attributes.size < mostAttributes)
        this.#attributes.set(name, { values, files: 1, isSame: true });
    }
    for (const name of ['title', 'summary'] as const) {
      const [text] = header.attributes[name] ?? [];
      this.#texts[name].add(typeof text === 'string' ? text : '');
    }
    for (const variable of header.variables) this.#addVariable(variable, path);
  }

  #addVariable(variable: Variable, path: string): void {
    const known = this.#variables.get(variable.name);
    if (!known) {
      if (this.#variables.size < mostVariables)
        this.#variables.set(variable.name, {
          variable,
          told: new Map(Object.entries(variable.attributes)),
          path,
        });
      return;
    }
    for (const [name, values] of Object.entries(variable.attributes)) {
      const before = known.told.get(name);
      if (before === undefined) known.told.set(name, values);
      else if (before && !isEqual(before, values)) {
        const range = name === 'actual_range' ? rangeOf(before, values) : undefined;
        known.told.set(name, range ?? (name === 'units' || name === 'standard_name' ? before : null));
        if (name === 'units' || name === 'standard_name')
          this.#tellDiffering(variable.name, name, known.path, path);
      }
    }
  }

  #tellDiffering(variable: string, attribute: string, first: string, other: string): void {
    const place = `${variable}:${attribute}`;
    if (this.problems.some(({ path }) => path === place)) return;
    this.problems.push({
      severity: 'warning',
      code: 'series-differs',
      path: place,
      message: `${variable} has another ${attribute} in "${other}" than in "${first}"; that of the first is shown.`,
      hint: 'Write all files of a series alike, or part them by the option "series" of the source.',
    });
  }

  found(): { header: WrittenHeader; differing: Record<string, number> } {
    const attributes: WrittenHeader['attributes'] = {};
    const differing: Record<string, number> = {};
    for (const [name, { values, files, isSame }] of this.#attributes) {
      if (isSame) attributes[name] = values;
      if (!isSame || files < this.#files) differing[name] = files;
    }
    for (const name of ['title', 'summary'] as const) {
      const text = this.#texts[name].found();
      if (attributes[name] === undefined && text !== undefined) attributes[name] = [text];
    }
    const variables = [...this.#variables.values()].map(({ variable, told }) => ({
      ...variable,
      attributes: Object.fromEntries([...told].flatMap(([name, values]) => (values ? [[name, values]] : []))),
    }));
    return { header: { attributes, dimensions: this.#dimensions, variables }, differing };
  }
}

function isEqual(one: Values, other: Values): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

/** The range of two ranges, where both are such. */
function rangeOf(one: Values, other: Values): Values | undefined {
  const numbers = [...one, ...other].filter((value) => typeof value === 'number');
  return one.length === 2 && other.length === 2 && numbers.length === 4
    ? [Math.min(...numbers), Math.max(...numbers)]
    : undefined;
}
