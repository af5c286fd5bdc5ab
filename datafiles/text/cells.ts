/**
 * The cells of a row of separated values (RFC 4180): quoted cells may hold the separator and doubled quotes. A row does
 * not go over the end of its line.
 */
export function cellsOf(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (line[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (character === separator) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  cells.push(cell.trim());
  return cells;
}

const separators = [';', '\t', ',', '|'] as const;

/** The separator of a table by its first lines: the one that parts most of them into the same number of cells. */
export function separatorOf(lines: readonly string[]): string {
  let best = { separator: ',', score: 0 };
  for (const separator of separators) {
    const counts = lines.map((line) => cellsOf(line, separator).length);
    const most = mostFrequent(counts);
    const usual = counts.filter((count) => count === most).length;
    // A decimal comma parts numbers as well, but not the headings into as many.
    const score = most > 1 ? usual * Math.min(most, 50) + ((counts[0] ?? 0) === most ? 1 : 0) : 0;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** The number that is there most often; of several, the largest. */
export function mostFrequent(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  const [best = 0] = [...times].sort(([one, often], [other, more]) => more - often || other - one)[0] ?? [];
  return best;
}
