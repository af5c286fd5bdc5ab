export type XmlAttribute = { name: string; namespace: string; prefix: string; value: string };

/**
 * An element of a parsed document, detached from the parser: plain objects, no memory to free.
 * Text between child elements is kept in `children` in document order, so that nothing is lost.
 */
export class XmlElement {
  /** Whether anybody asked for its text: what nobody asks for is not read. */
  wasRead = false;

  constructor(
    /** Local name. */
    readonly name: string,
    /** Namespace URI, '' for none. */
    readonly namespace: string,
    /** Prefix as written, '' for the default namespace. */
    readonly prefix: string,
    readonly attributes: readonly XmlAttribute[],
    /** Prefix → URI declared on this very element. */
    readonly declarations: Readonly<Record<string, string>>,
    readonly children: readonly (XmlElement | string)[],
    /** 1-based line of the start tag. */
    readonly line: number,
  ) {}

  /** Child elements in document order. */
  elements(): XmlElement[] {
    const found: XmlElement[] = [];
    for (const child of this.children) if (typeof child !== 'string') found.push(child);
    return found;
  }

  /** First child element of that local name and, when given, namespace. */
  child(name: string, namespace?: string): XmlElement | undefined {
    for (const child of this.children) {
      if (typeof child === 'string') continue;
      if (child.name === name && (namespace === undefined || child.namespace === namespace)) return child;
    }
    return undefined;
  }

  /** Concatenated text of the element and all below it, as sent (not trimmed). */
  get text(): string {
    this.wasRead = true;
    const [first] = this.children;
    if (this.children.length === 1 && typeof first === 'string') return first;
    let text = '';
    for (const child of this.children) text += typeof child === 'string' ? child : child.text;
    return text;
  }

  /** Value of an attribute by local name and, when given, namespace URI. */
  attribute(name: string, namespace?: string): string | undefined {
    for (const attribute of this.attributes) {
      if (attribute.name === name && (namespace === undefined || attribute.namespace === namespace))
        return attribute.value;
    }
    return undefined;
  }
}
