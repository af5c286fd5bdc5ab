import { decodeDocument } from '../xml/index.ts';

/** Lines of all values of a JSON document by JSON pointer (RFC 6901); the document must be well-formed. */
export function linesOfJson(bytes: Uint8Array): Map<string, number> {
  const { text } = decodeDocument(bytes);
  const lines = new Map<string, number>();
  const open: { index: number | null; path: string }[] = [];
  let line = 1;
  let key: string | undefined;
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:\n]|[^\s{}[\],:"]+/g;
  const here = () => {
    const top = open.at(-1);
    if (!top) return '';
    const step = top.index === null ? (key ?? '') : String(top.index);
    return `${top.path}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  };
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const [token] = match;
    const top = open.at(-1);
    if (token === '\n') line += 1;
    else if (token === '{' || token === '[') {
      const path = here();
      lines.set(path, line);
      open.push({ index: token === '[' ? 0 : null, path });
      key = undefined;
    } else if (token === '}' || token === ']') {
      open.pop();
      key = undefined;
    } else if (token === ',') {
      if (top && top.index !== null) top.index += 1;
      key = undefined;
    } else if (token !== ':') {
      if (top?.index === null && key === undefined) key = JSON.parse(token);
      else lines.set(here(), line);
    }
  }
  return lines;
}

/** Line of a JSON pointer, or of the nearest value above it. */
export function lineOfPointer(lines: ReadonlyMap<string, number>, pointer: string): number | undefined {
  let path = pointer === '/' ? '' : pointer;
  for (;;) {
    const line = lines.get(path);
    if (line !== undefined || path === '') return line;
    path = path.slice(0, path.lastIndexOf('/'));
  }
}
