/** One element of a document being written; text children are not yet escaped. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlChild[];
};

/** What may stand inside an element. An absent child is left out, so that callers need no conditions. */
export type XmlChild = XmlElement | string | undefined | false | readonly XmlChild[];

/** An element without attributes. */
export function element(name: string, ...children: readonly XmlChild[]): XmlElement {
  return { name, attributes: {}, children };
}

/** An element with attributes, in the order given. */
export function elementWith(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly XmlChild[]
): XmlElement {
  return { name, attributes, children };
}

/** Text for use between tags or inside a double-quoted attribute (XML 1.0, 2.4). */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The document of one root element, with its XML declaration. */
export function documentOf(root: XmlElement, encoding = 'UTF-8'): string {
  return `<?xml version="1.0" encoding="${encoding}"?>\n${render(root)}\n`;
}

/**
 * One element as indented text, without a declaration, fit to be put into another document.
 * @param depth how many levels of two spaces it stands in
 */
export function render(element: XmlElement, depth = 0): string {
  const margin = '  '.repeat(depth);
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  const children = flatten(element.children);
  if (children.length === 0) return `${margin}<${element.name}${attributes}/>`;
  if (children.every((child) => typeof child === 'string')) {
    return `${margin}<${element.name}${attributes}>${escapeXml(children.join(''))}</${element.name}>`;
  }
  const inside = children.map((child) =>
    typeof child === 'string' ? escapeXml(child) : render(child, depth + 1),
  );
  return `${margin}<${element.name}${attributes}>\n${inside.join('\n')}\n${margin}</${element.name}>`;
}

function flatten(children: readonly XmlChild[]): (XmlElement | string)[] {
  return children.flatMap((child) => {
    if (child === undefined || child === false) return [];
    return isList(child) ? flatten(child) : [child];
  });
}

function isList(child: XmlChild): child is readonly XmlChild[] {
  return Array.isArray(child);
}
