import { Attributes, type AttributeValues, type Header, type HeaderVariable } from '../acdd/index.ts';

/** Nesting beyond which nothing is read: containers of structures within structures reach three. */
const deepest = 12;

/** Whether a text is the attribute object of DAP 2, by its first word. */
export function isDas(text: string): boolean {
  return /^\s*Attributes\s*\{/i.test(text);
}

/** Containers that hold attributes of the file. */
const globals = /^(NC_GLOBAL|HDF_GLOBAL|HDF5_GLOBAL|.*_GLOBAL)$/i;

type Token = { text: string; quoted: boolean; line: number };

/**
 * The header that a DAS (DAP 2, section 6.2) tells: attributes of the file and of its variables, without dimensions and
 * types, which stand in the DDS.
 * @returns the header, and where it breaks off when it is not whole
 */
export function headerOfDas(text: string): { header: Header; brokenAt?: number } {
  const tokens = tokensOf(text);
  const attributes = new Attributes('');
  const variables: HeaderVariable[] = [];
  let next = 2;
  let brokenAt: number | undefined;
  const container = (into: Attributes, path: string, depth: number) => {
    for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
      if (token.text === '}' && !token.quoted) {
        next++;
        return;
      }
      const name = tokens[next + 1];
      if (name?.text === '{' && !name.quoted) {
        next += 2;
        const owner = nameOf(token.text);
        const isGlobal = globals.test(owner) || /^DODS_/.test(owner);
        const inner = isGlobal ? attributes : new Attributes(path + owner, token.line);
        if (!isGlobal) variables.push({ name: path + owner, attributes: inner });
        if (depth < deepest) container(inner, isGlobal ? '' : `${path}${owner}.`, depth + 1);
      } else if (name !== undefined && /^(Alias)$/i.test(token.text)) {
        next += 4;
      } else if (name !== undefined) {
        next += 2;
        into.set(nameOf(name.text), valuesAt(token.text), name.line);
      } else break;
    }
    brokenAt ??= tokens.at(-1)?.line ?? 1;
  };
  const valuesAt = (type: string): AttributeValues => {
    const values: (string | number)[] = [];
    for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
      next++;
      if (token.text === ';' && !token.quoted) break;
      if (token.text === '}' && !token.quoted) {
        next--;
        break;
      }
      if (token.text === ',' && !token.quoted) continue;
      const number = Number(token.text);
      values.push(/^(String|Url)$/i.test(type) || Number.isNaN(number) ? token.text : number);
    }
    return values;
  };
  container(attributes, '', 0);
  const told = variables.filter(({ attributes: own }) => own.names.length > 0);
  return {
    header: { attributes, dimensions: [], variables: told },
    ...(brokenAt === undefined ? {} : { brokenAt }),
  };
}

/** Words, quoted texts with their escapes undone, and the marks between. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (const [whole, quoted] of text.matchAll(/\n|"((?:[^"\\]|\\[\s\S])*)"|[{};,]|[^\s"{};,]+/g)) {
    if (quoted !== undefined) tokens.push({ text: quoted.replace(/\\([\s\S])/g, '$1'), quoted: true, line });
    else if (whole !== '\n') tokens.push({ text: whole, quoted: false, line });
    line += whole.split('\n').length - 1;
  }
  return tokens;
}

/** Names carry characters that the syntax needs as `%xx`. */
function nameOf(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
