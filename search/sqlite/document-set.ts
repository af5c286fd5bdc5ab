/** A set of document numbers, one bit each. Sets handed out by caches are shared: operations make new ones. */
export class DocumentSet {
  private constructor(
    readonly bits: Uint32Array,
    /** Numbers are below it. */
    readonly size: number,
  ) {}

  static empty(size: number): DocumentSet {
    return new DocumentSet(new Uint32Array((size + 31) >>> 5), size);
  }

  static of(size: number, documents: Iterable<number>): DocumentSet {
    const set = DocumentSet.empty(size);
    for (const document of documents) set.add(document);
    return set;
  }

  add(document: number): void {
    if (document < 0 || document >= this.size) return;
    const index = document >>> 5;
    this.bits[index] = (this.bits[index] ?? 0) | (1 << (document & 31));
  }

  delete(document: number): void {
    const index = document >>> 5;
    this.bits[index] = (this.bits[index] ?? 0) & ~(1 << (document & 31));
  }

  has(document: number): boolean {
    return (((this.bits[document >>> 5] ?? 0) >>> (document & 31)) & 1) === 1;
  }

  and(other: DocumentSet): DocumentSet {
    return this.combined(other, (left, right) => left & right);
  }

  or(other: DocumentSet): DocumentSet {
    return this.combined(other, (left, right) => left | right);
  }

  andNot(other: DocumentSet): DocumentSet {
    return this.combined(other, (left, right) => left & ~right);
  }

  count(): number {
    let total = 0;
    for (let index = 0; index < this.bits.length; index += 1) {
      const word = this.bits[index] ?? 0;
      if (word !== 0) total += ones(word);
    }
    return total;
  }

  /** The numbers, ascending. Loops over it are several times faster than a call for each number. */
  toArray(): Uint32Array {
    const found = new Uint32Array(this.count());
    let length = 0;
    for (let index = 0; index < this.bits.length; index += 1) {
      let word = this.bits[index] ?? 0;
      while (word !== 0) {
        const lowest = word & -word;
        found[length] = (index << 5) + 31 - Math.clz32(lowest);
        length += 1;
        word ^= lowest;
      }
    }
    return found;
  }

  /** The same numbers in a set that can hold more. */
  grown(size: number): DocumentSet {
    const set = DocumentSet.empty(size);
    set.bits.set(this.bits.subarray(0, set.bits.length));
    return set;
  }

  private combined(other: DocumentSet, operation: (left: number, right: number) => number): DocumentSet {
    const result = DocumentSet.empty(this.size);
    for (let index = 0; index < result.bits.length; index += 1)
      result.bits[index] = operation(this.bits[index] ?? 0, other.bits[index] ?? 0);
    return result;
  }
}

/** Population count of 32 bits (parallel sums). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const quads = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((quads + (quads >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
