import { SaxesParser, type SaxesTagNS } from 'saxes';

/** An element of a document with its places in the text, so that it can be changed there. */
export type SourceElement = {
  name: string;
  namespace: string;
  attributes: readonly SourceAttribute[];
  children: SourceElement[];
  /** Text directly within, not that of the elements below. */
  text: string;
  /** Prefix → URI in force within. */
  scope: Readonly<Record<string, string>>;
  /** Offsets in the text: before `<`, after the start tag, before the end tag, after all. */
  start: number;
  contentStart: number;
  contentEnd: number;
  end: number;
};

export type SourceAttribute = { name: string; namespace: string; prefix: string; value: string };

/**
 * Builds the tree of a document that a reader understood.
 * @returns `undefined` when it is not well-formed or has a DOCTYPE
 */
export function sourceTree(text: string): SourceElement | undefined {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: SourceElement[] = [];
  let root: SourceElement | undefined;
  let failed = false;
  const fail = () => {
    failed = true;
  };
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('opentag', (tag) => {
    const end = parser.position;
    const scope = { ...open.at(-1)?.scope, ...tag.ns };
    // No attribute may hold a `<`: the last one before here opens this tag.
    const start = text.lastIndexOf('<', end - 1);
    const element: SourceElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: attributesOf(tag),
      children: [],
      text: '',
      scope,
      start,
      contentStart: end,
      contentEnd: end,
      end,
    };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root ??= element;
    open.push(element);
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = open.pop();
    if (!element) return;
    element.end = parser.position;
    element.contentEnd = isSelfClosing ? element.end : text.lastIndexOf('</', element.end - 1);
  });
  const add = (piece: string) => {
    const parent = open.at(-1);
    if (parent) parent.text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  return failed ? undefined : root;
}

function attributesOf({ attributes }: SaxesTagNS): SourceAttribute[] {
  return Object.values(attributes).flatMap(({ local, uri, prefix, value, name }) =>
    prefix === 'xmlns' || name === 'xmlns' ? [] : [{ name: local, namespace: uri, prefix, value }],
  );
}
