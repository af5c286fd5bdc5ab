/**
 * Deepest nesting of elements, told without parsing: the streaming parser grows slow with depth, so a document that is
 * nested beyond reason has to be refused before.
 */
export function xmlDepth(text: string): number {
  let depth = 0;
  let reached = 0;
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', start)) {
    const skipped = skipMarkup(text, start);
    if (skipped !== undefined) {
      start = skipped;
      continue;
    }
    if (text[start + 1] === '/') {
      depth--;
      start++;
      continue;
    }
    const end = endOfTag(text, start);
    if (text[end - 1] !== '/') reached = Math.max(reached, ++depth);
    start = end;
  }
  return reached;
}

/** Place after a comment, a CDATA section or a processing instruction; `undefined` at a tag. */
function skipMarkup(text: string, start: number): number | undefined {
  const after = (end: string) => {
    const found = text.indexOf(end, start);
    return found < 0 ? text.length : found + end.length;
  };
  if (text.startsWith('<!--', start)) return after('-->');
  if (text.startsWith('<![CDATA[', start)) return after(']]>');
  return text[start + 1] === '?' || text[start + 1] === '!' ? after('>') : undefined;
}

/** Place of the `>` that ends a start tag: one within an attribute's quotes does not. */
function endOfTag(text: string, start: number): number {
  let quote = '';
  for (let index = start + 1; index < text.length; index++) {
    const character = text[index] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return index;
  }
  return text.length;
}
