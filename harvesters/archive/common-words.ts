/** Fewer words in common are no text. */
const fewest = 3;

/** The words that many texts begin and end with: `CTD cast … of cruise X`. */
export class CommonWords {
  #words: { before: string[]; after: string[]; isWhole: boolean } | undefined;

  add(text: string): void {
    const words = text.split(/\s+/).filter((word) => word !== '');
    const known = this.#words;
    if (!known) {
      this.#words = { before: words, after: [], isWhole: true };
      return;
    }
    if (known.isWhole && known.before.join(' ') === words.join(' ')) return;
    const ending = known.isWhole ? known.before : known.after;
    const before = alike(known.before, words);
    const after = alike([...ending].reverse(), words.slice(before.length).reverse()).reverse();
    // A word must not count at both ends.
    const room = known.isWhole ? known.before.length - before.length : after.length;
    this.#words = { before, after: after.slice(Math.max(0, after.length - room)), isWhole: false };
  }

  /** @returns `undefined` where too little is common */
  found(): string | undefined {
    const { before = [], after = [], isWhole = true } = this.#words ?? {};
    if (isWhole) return before.length > 0 ? before.join(' ') : undefined;
    return before.length + after.length < fewest ? undefined : [...before, '…', ...after].join(' ');
  }
}

function alike(one: readonly string[], other: readonly string[]): string[] {
  const until = one.findIndex((word, index) => word !== other[index]);
  return one.slice(0, until < 0 ? one.length : until);
}
