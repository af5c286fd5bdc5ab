type Column = Float64Array | Uint32Array;

/**
 * A small table in memory: each document owns any number of consecutive rows, each column is a typed array. Replacing a
 * document appends; the room of dropped rows is taken back when it outgrows that of the others.
 */
export class Rows {
  /** Rows in use and dropped ones (whose owner is -1). */
  length = 0;
  owners = new Int32Array(0);
  columns: Column[];
  starts = new Int32Array(0);
  counts = new Int32Array(0);
  private dropped = 0;

  constructor(
    private readonly width: number,
    private readonly make: (length: number) => Column,
  ) {
    this.columns = Array.from({ length: width }, () => make(0));
  }

  /** @param cells the document's rows, one after the other, `width` cells each */
  set(document: number, cells: ArrayLike<number>): void {
    this.drop(document);
    const count = cells.length / this.width;
    if (count === 0) return;
    if (document >= this.starts.length) {
      const size = grownLength(document + 1);
      this.starts = copied(this.starts, new Int32Array(size));
      this.counts = copied(this.counts, new Int32Array(size));
    }
    this.reserve(this.length + count);
    this.starts[document] = this.length;
    this.counts[document] = count;
    for (let row = 0; row < count; row += 1) {
      this.owners[this.length] = document;
      this.columns.forEach((column, index) => {
        column[this.length] = cells[row * this.width + index] ?? 0;
      });
      this.length += 1;
    }
  }

  drop(document: number): void {
    const count = this.counts[document] ?? 0;
    if (count === 0) return;
    const start = this.starts[document] ?? 0;
    this.owners.fill(-1, start, start + count);
    this.counts[document] = 0;
    this.dropped += count;
    if (this.dropped > 1000 && this.dropped > this.length / 2) this.compact();
  }

  /** Bytes that it holds. */
  get bytes(): number {
    return [this.owners, this.starts, this.counts, ...this.columns].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
  }

  private reserve(length: number): void {
    if (length <= this.owners.length) return;
    const size = grownLength(length);
    this.owners = copied(this.owners, new Int32Array(size));
    this.columns = this.columns.map((column) => copied(column, this.make(size)));
  }

  private compact(): void {
    let kept = 0;
    for (let row = 0; row < this.length; row += 1) {
      const owner = this.owners[row] ?? -1;
      if (owner < 0) continue;
      if (row === this.starts[owner]) this.starts[owner] = kept;
      this.owners[kept] = owner;
      for (const column of this.columns) column[kept] = column[row] ?? 0;
      kept += 1;
    }
    this.length = kept;
    this.dropped = 0;
  }
}

function grownLength(length: number): number {
  return Math.max(64, Math.ceil(length * 1.3));
}

function copied<Target extends Column | Int32Array>(source: Target, target: Target): Target {
  target.set(source);
  return target;
}
