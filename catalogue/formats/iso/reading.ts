import { normaliseLanguage, type Problem } from '../../model/index.ts';
import { type XmlElement, xpathOf } from '../../xml/index.ts';
import type { Dialect } from './dialect.ts';
import { className, type Found, gather, isReference, type Notes } from './path.ts';
import type { Table } from './table.ts';

/** Problems of one kind beyond which they are only counted. */
const mostOfAKind = 25;

/** What is known while one document is read: its language, its locales, and what was found amiss. */
export class Reading implements Notes {
  readonly problems: Problem[] = [];
  /** BCP 47 tag of texts that don't say their language. */
  language = 'und';
  /** Locale id (`FR` of `#FR`) → BCP 47 tag. */
  readonly locales = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private readonly strangers = new Map<string, XmlElement>();

  constructor(
    readonly root: XmlElement,
    readonly dialect: Dialect,
    /** Address that relative ones are resolved against. */
    readonly baseUrl?: string,
  ) {}

  /** Notes a problem at an element. */
  report(
    severity: Problem['severity'],
    code: string,
    element: XmlElement,
    message: string,
    hint: string,
  ): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count > mostOfAKind) return;
    this.problems.push({
      severity,
      code,
      path: xpathOf(this.root, element),
      line: element.line,
      message: message.length > 500 ? `${message.slice(0, 499)}…` : message,
      hint,
    });
  }

  /** Says how many problems were only counted, and which elements were not read. */
  close(): Problem[] {
    this.findUnread(this.root, this.root);
    const [first] = this.strangers.values();
    if (first) {
      const names = [...this.strangers.keys()].join(', ');
      this.report(
        'info',
        'elements-unread',
        first,
        `Not read, since this catalogue keeps nothing of the kind: ${names}.`,
        'Nothing to do: the original document is kept as it is.',
      );
    }
    for (const [code, count] of this.counts) {
      if (count <= mostOfAKind) continue;
      this.problems.push({
        severity: 'info',
        code: 'problems-repeated',
        path: '/',
        message: `${count - mostOfAKind} more problems of the kind "${code}" are not listed.`,
        hint: 'Mend the first ones: the others usually have the same cause.',
      });
    }
    return this.problems;
  }

  /** Finds the texts that nobody asked for, and names them by the property that they stand in. */
  private findUnread(element: XmlElement, above: XmlElement): void {
    // Names of ISO properties begin small.
    const property = element.name.charCodeAt(0) > 96 ? element : above;
    for (const child of element.children) {
      if (typeof child !== 'string') this.findUnread(child, property);
      else if (!element.wasRead && child.trim() !== '') this.unread(property);
    }
  }

  /** Reads the object that an element of a class is. */
  object<M>(table: Table<M>, element: XmlElement): M {
    return this.into(table, element, table.empty());
  }

  /** Reads the object that an element of a class is into a model, which is returned. */
  into<M, T extends M>(table: Table<M>, element: XmlElement, model: T): T {
    const found: Found = [];
    gather(element, this.dialect.branches(table.name), found, this);
    for (let index = 0; index < found.length; index += 1) {
      const gathered = found[index];
      const field = gathered && table.fields[gathered.property];
      if (!field) continue;
      const { elements } = gathered;
      const isWhole = field.reference || !elements.some(isReference);
      const told = isWhole ? elements : elements.filter((property) => this.isTold(property));
      if (told.length > 0) field.read(told, model, this);
    }
    return model;
  }

  /** The element of a class inside a property element; `undefined` where there is none. */
  classElement(property: XmlElement): XmlElement | undefined {
    for (const child of property.children) if (typeof child !== 'string') return child;
    return undefined;
  }

  /** Name of the ISO class of an element, seen through profiles. */
  className(element: XmlElement): string {
    return className(element);
  }

  private isTold(property: XmlElement): boolean {
    if (!isReference(property)) return true;
    this.unresolved(property);
    return false;
  }

  unresolved(element: XmlElement): void {
    this.report(
      'info',
      'reference-unresolved',
      element,
      `The element only points to "${element.attribute('href')}"; references are not followed.`,
      'Write the content out in the exported record.',
    );
  }

  /** Counts an element that no table knows. */
  unread(element: XmlElement): void {
    if (!element.children.some((child) => typeof child !== 'string') && !element.text.trim()) return;
    const name = element.prefix ? `${element.prefix}:${element.name}` : element.name;
    if (!this.strangers.has(name)) this.strangers.set(name, element);
  }

  /** The tag of a locale reference such as `#FR`, `FR` or `#locale-fre`. */
  locale(reference: string, element: XmlElement): string {
    const id = reference.replace(/^.*#/, '');
    const declared = this.locales.get(id);
    if (declared) return declared;
    const guessed = normaliseLanguage(id.replace(/^(locale|lang)[-_]?/i, '')) ?? 'und';
    this.report(
      'info',
      'locale-undeclared',
      element,
      `The locale "${reference}" is not declared in the metadata; it was taken for "${guessed}".`,
      'Declare the locale (PT_Locale) with its language and this id.',
    );
    this.locales.set(id, guessed);
    return guessed;
  }
}
