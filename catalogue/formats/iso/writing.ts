import type { LanguageMap } from '../../model/index.ts';
import type { Codelist } from './codelists.ts';
import type { Dialect, PlannedStep } from './dialect.ts';
import { addNode, noAttributes } from './node-text.ts';
import type { Field, Table } from './table.ts';

/** An element to write; `name` and attribute names carry their prefix. */
export type Node = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Node | string)[];
};

/** What stands in a property element. */
export type Content = {
  attributes?: Readonly<Record<string, string>>;
  children: readonly (Node | string)[];
};

/** What is known while one document is written. */
export class Writing {
  /** What the record says and the format can't. */
  readonly losses: string[] = [];
  /** Languages of the translations that were written: each needs a locale to be referred to. */
  readonly languages = new Set<string>();
  /** Prefixes of extensions of the standard that were used: they are declared only then. */
  readonly extensions = new Set<string>();
  private nextId = 0;

  constructor(
    readonly dialect: Dialect,
    /** BCP 47 tag of the plain texts; texts in other languages go into PT_FreeText. */
    readonly language: string,
  ) {}

  /**
   * The element of a class for a model, its properties in the order of the schema. What the standard has no property for
   * is noted as lost.
   * @param alternative which of the class's elements, where it has several
   */
  object<M>(table: Table<M>, model: NoInfer<M>, alternative = 0): Node {
    const { classes, properties } = this.dialect.plan(table.name);
    const name = classes[alternative] ?? classes[0] ?? '';
    if (name.startsWith('gmi:')) this.extensions.add('gmi');
    const written = node(name, []);
    let last: { field: Field<M>; steps: readonly PlannedStep[]; at: number } | undefined;
    for (const { property, steps, isSingle, isMandatory } of properties) {
      const field = table.fields[property];
      if (field === undefined) continue;
      if (field.last && steps) {
        last = { field, steps, at: written.children.length };
        continue;
      }
      const contents = field.write(model, this);
      if (contents.length === 0) {
        if (isMandatory && steps) place(written, steps, missing);
      } else if (steps === null) this.losses.push(`${table.name}.${property}`);
      else if (isSingle) {
        if (contents.length > 1) this.losses.push(`${table.name}.${property}: all but the first`);
        for (const content of contents.slice(0, 1)) place(written, steps, content);
      } else for (const content of contents) place(written, steps, content);
    }
    if (last) {
      const apart = node(name, []);
      for (const content of last.field.write(model, this)) place(apart, last.steps, content);
      written.children.splice(last.at, 0, ...apart.children);
    }
    return written;
  }

  /** Whether the standard has a property for that, under its own class. */
  says(table: string, property: string): boolean {
    return this.dialect.plan(table).said.has(property);
  }

  /** A text with its translations; `uri` anchors it. */
  text(map: LanguageMap, uri?: string): Content | undefined {
    const { names } = this.dialect;
    const main = map[this.language] ?? map['und'];
    const others: [string, string][] = [];
    for (const tag in map) {
      const text = map[tag];
      if (text && tag !== this.language && tag !== 'und') others.push([tag, text]);
    }
    if (this.language !== 'und' && map['und'] && map[this.language])
      this.losses.push('a text of unknown language');
    if (!main && others.length === 0) return undefined;
    const first = main ? [uri ? this.anchor(main, uri) : element(names.characterString, main)] : [];
    if (others.length === 0) return { children: first };
    for (const [tag] of others) this.languages.add(tag);
    const groups = others.map(([tag, text]) =>
      node(names.textGroup, [node(names.localisedString, [text], { locale: `#${localeId(tag)}` })]),
    );
    return {
      attributes: { 'xsi:type': names.freeTextType, ...(main ? {} : { 'gco:nilReason': 'missing' }) },
      children: [...first, node(names.freeText, groups)],
    };
  }

  /** A text with translations that stand apart from it. */
  translated(text: string, translations: LanguageMap | undefined): Content | undefined {
    for (const _ in translations) return this.text({ ...translations, [this.language]: text });
    return this.string(text);
  }

  /** A text without translations. */
  string(text: string, uri?: string): Content {
    return { children: [uri ? this.anchor(text, uri) : element(this.dialect.names.characterString, text)] };
  }

  /** A code; one that an enumeration of the standard does not hold is lost. */
  code(codelist: Pick<Codelist, 'name'>, value: string, text = value): Content | undefined {
    const enumeration = this.dialect.enumerations[codelist.name];
    if (enumeration?.includes(value))
      return { children: [element(this.dialect.codeElement(codelist.name), value)] };
    if (enumeration) {
      this.losses.push(`${codelist.name} ${value}`);
      return undefined;
    }
    return {
      children: [
        node(this.dialect.codeElement(codelist.name), [text], {
          codeList: this.dialect.codelistAddress(codelist.name),
          codeListValue: value,
        }),
      ],
    };
  }

  /** `gco:Date` holds years, months and days, `gco:DateTime` only full times. */
  date(date: string): Content {
    const plain = date.replace(/^\+/, '');
    if (!plain.includes('T')) return { children: [element('gco:Date', plain)] };
    return { children: [element('gco:DateTime', withSeconds(plain))] };
  }

  /** A date with time where the schema takes no other: giving a day a time would claim what nobody said. */
  dateTime(date: string): Content | undefined {
    if (date.includes('T')) return this.date(date);
    this.losses.push(`date ${date} without time`);
    return undefined;
  }

  /** An ISO 8601 duration. */
  duration(duration: string): Content | undefined {
    if (/^-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(duration)) {
      return { children: [element(this.dialect.names.periodDuration, duration)] };
    }
    this.losses.push(`duration ${duration}`);
    return undefined;
  }

  /** The address of a link. */
  url(url: string): Content {
    return { children: [element(this.dialect.names.url, anyUri(url))] };
  }

  number(value: number, name = 'gco:Decimal', attributes: Readonly<Record<string, string>> = {}): Content {
    const told = name === 'gco:Integer' ? Math.round(value) : value;
    return { children: [node(name, [decimal(told)], attributes)] };
  }

  /** An xml:id of its own for a GML object, as the schema demands. */
  id(): string {
    this.nextId += 1;
    return `id${this.nextId}`;
  }

  private anchor(text: string, uri: string): Node {
    return node(this.dialect.names.anchor, [text], { 'xlink:href': anyUri(uri) });
  }
}

const missing: Content = { attributes: { 'gco:nilReason': 'missing' }, children: [] };

/** XML Schema wants seconds with every time. */
export const withSeconds = (date: string) => date.replace(/T(\d\d:\d\d)(?!:)/, 'T$1:00');

/** Escapes what xs:anyURI does not allow; an empty port is left out. */
export function anyUri(address: string): string {
  return address
    .trim()
    .replace(/^(https?:\/\/[^/:?#]+):(?=[/?#]|$)/i, '$1')
    .replace(/[\s<>"{}|\\^`[\]]/g, encodeURIComponent)
    .replace(/%(?![0-9a-f]{2})/gi, '%25');
}

/** xs:decimal knows no exponent. */
export function decimal(value: number): string {
  const text = String(value);
  if (Number.isInteger(value) && text.includes('e')) return BigInt(value).toString();
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** Id of the locale of a language, for `#…` references. */
export const localeId = (tag: string) => `locale-${tag}`;

export function node(
  name: string,
  children: (Node | string)[],
  attributes: Readonly<Record<string, string>> = noAttributes,
): Node {
  return { name, attributes, children };
}

export const element = (name: string, text: string): Node => node(name, [text]);

/** Puts a content below an object, going through the elements that are already there unless they are to repeat. */
function place(object: Node, steps: readonly PlannedStep[], content: Content): void {
  let parent = object;
  const end = steps.length - 1;
  for (let index = 0; index <= end; index += 1) {
    const step = steps[index];
    if (!step) break;
    const open = index === end || step.repeats ? undefined : lastChild(parent, step.name);
    const next = open ?? node(step.name, []);
    if (!open) parent.children.push(next);
    parent = next;
  }
  if (content.attributes) parent.attributes = { ...parent.attributes, ...content.attributes };
  for (const child of content.children) parent.children.push(child);
}

function lastChild(parent: Node, name: string): Node | undefined {
  const last = parent.children.at(-1);
  return typeof last === 'object' && last.name === name ? last : undefined;
}

/**
 * The text of a document.
 * @param namespaces prefix → URI to declare on the root
 * @param extensions prefixes of extensions that it uses
 */
export function documentText(
  root: Node,
  namespaces: Readonly<Record<string, string>>,
  extensions: ReadonlySet<string>,
): string {
  const declarations = declarationsOf(namespaces, extensions.has('gmi'));
  const attributes =
    root.attributes === noAttributes ? declarations : { ...declarations, ...root.attributes };
  const pieces = ['<?xml version="1.0" encoding="UTF-8"?>'];
  addNode({ ...root, attributes }, 1, pieces);
  pieces.push('\n');
  return pieces.join('');
}

type Namespaces = Readonly<Record<string, string>>;
/** Made once per standard. */
const declared = { plain: new Map<Namespaces, Namespaces>(), extended: new Map<Namespaces, Namespaces>() };

function declarationsOf(namespaces: Namespaces, isExtended: boolean): Namespaces {
  const made = isExtended ? declared.extended : declared.plain;
  let declarations = made.get(namespaces);
  if (declarations === undefined) {
    declarations = Object.fromEntries(
      Object.entries(namespaces)
        .filter(([prefix]) => prefix !== 'gmi' || isExtended)
        .map(([prefix, uri]) => [`xmlns:${prefix}`, uri]),
    );
    made.set(namespaces, declarations);
  }
  return declarations;
}
