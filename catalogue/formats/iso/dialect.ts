import { type Branch, branchesOf, elsewhere, isMandatory, isSingle, type Path, stepsOf } from './path.ts';
import type { Paths } from './table.ts';
import type { tables } from './tables/index.ts';

/** Names of the elements that hold values. */
export type ValueElements = {
  characterString: string;
  anchor: string;
  freeText: string;
  textGroup: string;
  localisedString: string;
  freeTextType: string;
  /** Holds the address of a link. */
  url: string;
  mimeFileType: string;
  /** Holds the name of a type: of a service, of a feature. */
  genericName: string;
  /** Codelist of countries. */
  country: string;
  /** Holds an ISO 8601 duration. */
  periodDuration: string;
};

/** An element on the way to a property; `repeats` as in `Step`. */
export type PlannedStep = { name: string; repeats: boolean };

/** How a class is written: its elements, and for each property the way there, or `null` where the standard has none. */
export type Plan = {
  classes: readonly string[];
  properties: readonly {
    property: string;
    steps: readonly PlannedStep[] | null;
    isSingle: boolean;
    isMandatory: boolean;
  }[];
  /** Properties that the standard has. */
  said: ReadonlySet<string>;
};

/** One XML encoding of ISO 19115: where it says what the tables mean. */
export type Dialect = {
  names: ValueElements;
  /** Prefix → URI of what is written. */
  namespaces: Readonly<Record<string, string>>;
  /** Paths of a class by property, and its element under `class`. */
  paths(table: string): Readonly<Record<string, Path>>;
  /** The same, made ready to write. */
  plan(table: string): Plan;
  /** The same as a tree. */
  branches(table: string): Branch;
  /** Codelists that the schema closes: their values stand as plain text. */
  enumerations: Readonly<Record<string, readonly string[]>>;
  /** Name of the element of a codelist's values. */
  codeElement(codelist: string): string;
  /** Address of the codelist in its register. */
  codelistAddress(codelist: string): string;
};

/** Where a standard says the fields of every table. */
export type PathMap = { readonly [T in keyof typeof tables]: Paths<(typeof tables)[T]> };

/** Builds a dialect from its path map; the trees of paths are made at first use. */
export function dialectOf(pathMap: PathMap, rest: Omit<Dialect, 'paths' | 'branches' | 'plan'>): Dialect {
  const maps = new Map<string, Readonly<Record<string, Path>>>(Object.entries(pathMap));
  const trees = new Map<string, Branch>();
  const plans = new Map<string, Plan>();
  const paths = (table: string) => {
    const found = maps.get(table);
    if (!found) throw new Error(`No paths for ${table}`);
    return found;
  };
  return {
    ...rest,
    paths,
    plan(table) {
      const known = plans.get(table);
      if (known) return known;
      const plan = planOf(paths(table), rest.namespaces);
      plans.set(table, plan);
      return plan;
    },
    branches(table) {
      const known = trees.get(table);
      if (known) return known;
      const { class: _, ...properties } = paths(table);
      const tree = branchesOf(properties);
      trees.set(table, tree);
      return tree;
    },
  };
}

function planOf(
  { class: classes, ...paths }: Readonly<Record<string, Path>>,
  namespaces: Readonly<Record<string, string>>,
): Plan {
  const properties = Object.entries(paths).flatMap(([property, path]) => {
    if (path === elsewhere) return [];
    const steps = path === null ? [] : stepsOf(path);
    // Properties of profiles are read, never written.
    const isSaid = steps.length > 0 && steps.every(({ prefix }) => prefix in namespaces);
    return {
      property,
      steps: isSaid
        ? steps.map(({ prefix, name, repeats }) => ({ name: `${prefix}:${name}`, repeats }))
        : null,
      isSingle: path !== null && isSingle(path),
      isMandatory: path !== null && isMandatory(path),
    };
  });
  return {
    classes: (classes ?? '').split('|'),
    properties,
    said: new Set(properties.flatMap(({ property, steps }) => (steps ? [property] : []))),
  };
}
