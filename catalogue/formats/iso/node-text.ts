import { escapeAttribute, escapeText } from '../../xml/index.ts';
import type { Node } from './writing.ts';

/** What elements without attributes have. */
export const noAttributes: Readonly<Record<string, string>> = Object.freeze({});

/** Tags of one element at one depth, with the line break before them; at depth 0, within texts, there is none. */
type Tags = { open: string; start: string; end: string; close: string };

/** By depth and name, which our tables give: a document has the same few again and again. */
const known: Map<string, Tags>[] = [];

function tagsOf(name: string, depth: number): Tags {
  known[depth] ??= new Map();
  const tags = known[depth].get(name);
  if (tags) return tags;
  const before = depth === 0 ? '' : `\n${'  '.repeat(depth - 1)}`;
  const close = `</${name}>`;
  const made = { open: `${before}<${name}>`, start: `${before}<${name}`, end: before + close, close };
  known[depth].set(name, made);
  return made;
}

/**
 * Adds the text of an element and all below it: pieces that are joined once are quicker than texts made of texts.
 * @param depth of its line: 1 for the root, 0 within a text
 * @param pieces what the document consists of so far
 */
export function addNode({ name, attributes, children }: Node, depth: number, pieces: string[]): void {
  const tags = tagsOf(name, depth);
  const [first] = children;
  if (attributes === noAttributes && first !== undefined) pieces.push(tags.open);
  else {
    pieces.push(tags.start);
    for (const key in attributes) pieces.push(` ${key}="${escapeAttribute(attributes[key] ?? '')}"`);
    pieces.push(first === undefined ? '/>' : '>');
  }
  if (first === undefined) return;
  const isMixed = depth === 0 || typeof first === 'string' || children.some(isText);
  for (const child of children) {
    if (typeof child === 'string') pieces.push(escapeText(child));
    else addNode(child, isMixed ? 0 : depth + 1, pieces);
  }
  pieces.push(isMixed ? tags.close : tags.end);
}

const isText = (child: Node | string) => typeof child === 'string';
