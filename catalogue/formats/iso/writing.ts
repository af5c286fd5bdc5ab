import type { LanguageMap } from '../../model/index.ts';
import { escapeAttribute, escapeText } from '../../xml/index.ts';
import type { Codelist } from './codelists.ts';
import type { Dialect } from './dialect.ts';
import { elsewhere, isMandatory, isSingle, type Step, stepsOf } from './path.ts';
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
    const { class: classNames, ...paths } = this.dialect.paths(table.name);
    const names = (classNames ?? '').split('|');
    const name = names[alternative] ?? names[0] ?? '';
    if (name.startsWith('gmi:')) this.extensions.add('gmi');
    const written = node(name, []);
    const last: { field: Field<M>; path: string; at: number }[] = [];
    for (const [property, path] of Object.entries(paths)) {
      if (path === elsewhere) continue;
      const field = table.fields[property];
      if (field?.last && path !== null) {
        last.push({ field, path, at: written.children.length });
        continue;
      }
      const contents = table.fields[property]?.write(model, this) ?? [];
      const steps = path === null ? [] : stepsOf(path);
      if (path === null || steps.some(({ prefix }) => !(prefix in this.dialect.namespaces))) {
        if (contents.length > 0) this.losses.push(`${table.name}.${property}`);
        continue;
      }
      if (isSingle(path) && contents.length > 1)
        this.losses.push(`${table.name}.${property}: all but the first`);
      const told = contents.length === 0 && isMandatory(path) ? [missing] : contents;
      for (const content of isSingle(path) ? told.slice(0, 1) : told) place(written, steps, content);
    }
    for (const { field, path, at } of last.reverse()) {
      const apart = node(name, []);
      for (const content of field.write(model, this)) place(apart, stepsOf(path), content);
      written.children.splice(at, 0, ...apart.children);
    }
    return written;
  }

  /** Whether the standard has a property for that, under its own class. */
  says(table: string, property: string): boolean {
    const path = this.dialect.paths(table)[property];
    return !!path && stepsOf(path).every(({ prefix }) => prefix in this.dialect.namespaces);
  }

  /** A text with its translations; `uri` anchors it. */
  text(map: LanguageMap, uri?: string): Content | undefined {
    const { names } = this.dialect;
    const main = map[this.language] ?? map['und'];
    const others = Object.entries(map).filter(
      ([tag, text]) => tag !== this.language && tag !== 'und' && text !== '',
    );
    if (map[this.language] && map['und'] && this.language !== 'und')
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
  children: readonly (Node | string)[],
  attributes: Readonly<Record<string, string>> = {},
): Node {
  return { name, attributes, children: [...children] };
}

export const element = (name: string, text: string): Node => node(name, [text]);

/** Puts a content below an object, going through the elements that are already there unless they are to repeat. */
function place(object: Node, steps: readonly Step[], content: Content): void {
  let parent = object;
  for (const [index, step] of steps.entries()) {
    const name = `${step.prefix}:${step.name}`;
    const isLast = index === steps.length - 1;
    const open = isLast || step.repeats ? undefined : lastChild(parent, name);
    const next = open ?? node(name, []);
    if (!open) parent.children.push(next);
    parent = next;
  }
  Object.assign(parent, { attributes: { ...parent.attributes, ...content.attributes } });
  parent.children.push(...content.children);
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
  const declarations = Object.fromEntries(
    Object.entries(namespaces)
      .filter(([prefix]) => prefix !== 'gmi' || extensions.has(prefix))
      .map(([prefix, uri]) => [`xmlns:${prefix}`, uri]),
  );
  const declared = { ...root, attributes: { ...declarations, ...root.attributes } };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${nodeText(declared, '')}\n`;
}

function nodeText({ name, attributes, children }: Node, indent: string): string {
  let start = `${indent}<${name}`;
  for (const key in attributes) start += ` ${key}="${escapeAttribute(attributes[key] ?? '')}"`;
  if (children.length === 0) return `${start}/>`;
  if (children.some((child) => typeof child === 'string')) {
    const text = children
      .map((child) => (typeof child === 'string' ? escapeText(child) : nodeText(child, '')))
      .join('');
    return `${start}>${text}</${name}>`;
  }
  const inner = children.map((child) => (typeof child === 'string' ? '' : nodeText(child, `${indent}  `)));
  return `${start}>\n${inner.join('\n')}\n${indent}</${name}>`;
}
