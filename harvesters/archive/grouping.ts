import { DomainError } from '#runtime/errors';

/** Bounds of a pattern that somebody writes into the settings of a source. */
const longestPattern = 500;
const mostStars = 10;

/**
 * Tells which series a file belongs to, by its path: the name of the series is its path with `*` for what differs among
 * its files. Usually numbers do (dates, cycles, stations); the rule stands in docs/archives.md.
 * @param patterns option `series` of the source: lines such as `{platform}/profiles/*.nc`, of which the first that fits
 *   decides; what stands in braces is kept, and tells series apart
 * @throws DomainError `invalid` for a pattern that cannot be read
 */
export function groupingBy(patterns: string | undefined): (path: string) => string {
  const own = (patterns ?? '')
    .split(/[\n;]/)
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '')
    .map(patternOf);
  return (path) => {
    for (const { matches, name } of own) {
      const found = matches.exec(path);
      if (found) return name(found.groups ?? {});
    }
    return path.split('/').map(withoutNumbers).join('/');
  };
}

/** Dates and times with their signs, else numbers; with what belongs to neither in between. */
const numbers =
  /\d{4}-\d{2}(-\d{2})?([T_]\d{2}[-:.]?\d{2}([-:.]?\d{2})?Z?)?|\d{8}T?\d{4,6}Z?|\d{8}T\d{2}Z?|\d+/g;

/** What looks like a number and tells one product from another: `L4`, `v2`, `0.25deg`, `4km`. */
const telling = /(?<![a-z0-9])[a-z]\d{1,2}(\.\d+)*(?![a-z0-9])|\d+(\.\d+)?(km|deg|degree|hz|khz)(?![a-z])/gi;

/** A folder's or file's name with `*` for its numbers; the ending of a file is kept. */
function withoutNumbers(segment: string): string {
  const dot = segment.search(/\.[a-z][a-z0-9]{0,6}$/i);
  const [stem, ending] = dot > 0 ? [segment.slice(0, dot), segment.slice(dot)] : [segment, ''];
  let result = '';
  let from = 0;
  for (const kept of stem.matchAll(telling)) {
    result += stem.slice(from, kept.index).replace(numbers, '*') + kept[0];
    from = kept.index + kept[0].length;
  }
  result += stem.slice(from).replace(numbers, '*');
  return result + ending;
}

type Pattern = { matches: RegExp; name(kept: Record<string, string | undefined>): string };

/** `*` is any part of a name, `**` any folders, `{word}` a part of a name that is kept. */
function patternOf(text: string): Pattern {
  const parts = text.match(/\*\*\/?|\*|\{[A-Za-z]\w*\}|[^*{}]+|[{}]/g) ?? [];
  const stars = parts.filter((part) => part.startsWith('*') || part.startsWith('{')).length;
  const words = parts.filter((part) => /^\{\w/.test(part));
  if (
    text.length > longestPattern ||
    stars > mostStars ||
    parts.some((part) => part === '{' || part === '}') ||
    new Set(words).size < words.length
  )
    throw new DomainError(
      'invalid',
      `series: "${text}" cannot be read. Write a path with * for what differs and {name} for what tells series apart, each name once, at most ${mostStars} of them.`,
      { field: 'series' },
    );
  const source = parts.map((part) => {
    if (part.startsWith('**')) return '(?:[^/]+/)*';
    if (part === '*') return '[^/]*';
    return part.startsWith('{')
      ? `(?<${part.slice(1, -1)}>[^/]+?)`
      : part.replace(/[\\^$.|?+()[\]]/g, '\\$&');
  });
  return {
    matches: new RegExp(`^${source.join('')}$`),
    name: (kept) =>
      parts.map((part) => (part.startsWith('{') ? (kept[part.slice(1, -1)] ?? '') : part)).join(''),
  };
}
