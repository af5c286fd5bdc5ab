/** A variable of a file that a test writes. Values of a record variable are given record after record. */
export type WrittenVariable = {
  name: string;
  /** Indices into the dimensions. */
  on: readonly number[];
  values: readonly number[];
  attributes?: Readonly<Record<string, string | readonly number[]>>;
  /** `double` unless told. */
  type?: 'short' | 'double';
};

export type WrittenFile = {
  version?: 1 | 2 | 5;
  /** Length 0 is that of records. */
  dimensions: readonly { name: string; size: number }[];
  records?: number;
  attributes?: Readonly<Record<string, string | readonly number[]>>;
  variables: readonly WrittenVariable[];
};

/** Writes a netCDF file of the classic formats, so that tests can read what no file of the corpus holds. */
export function classicFile({
  version = 1,
  dimensions,
  records = 0,
  attributes = {},
  variables,
}: WrittenFile): Uint8Array {
  const isRecord = (variable: WrittenVariable) => dimensions[variable.on[0] ?? -1]?.size === 0;
  const sizeOf = ({ type }: WrittenVariable) => (type === 'short' ? 2 : 8);
  const slab = (variable: WrittenVariable) =>
    sizeOf(variable) *
    variable.on
      .slice(isRecord(variable) ? 1 : 0)
      .reduce((all, index) => all * (dimensions[index]?.size ?? 1), 1);
  const kept = variables.filter(isRecord);
  const filled = (bytes: number) => Math.ceil(bytes / 4) * 4;
  const step =
    kept.length === 1
      ? kept.reduce((all, one) => all + slab(one), 0)
      : kept.reduce((all, one) => all + filled(slab(one)), 0);
  const write = (begins: readonly number[]) => {
    const out = new Bytes(version);
    out.raw([0x43, 0x44, 0x46, version]);
    out.length(records);
    out.list(10, dimensions, ({ name, size }) => {
      out.name(name);
      out.length(size);
    });
    out.attributes(attributes);
    out.list(11, variables, (variable, index) => {
      out.name(variable.name);
      out.length(variable.on.length);
      for (const on of variable.on) out.length(on);
      out.attributes(variable.attributes ?? {});
      out.uint32(variable.type === 'short' ? 3 : 6);
      out.length(filled(slab(variable)));
      out.offset(begins[index] ?? 0);
    });
    return out;
  };
  const head = write(variables.map(() => 0)).size;
  let next = head;
  const begins = new Map<WrittenVariable, number>();
  for (const variable of variables.filter((one) => !isRecord(one))) {
    begins.set(variable, next);
    next += filled(slab(variable));
  }
  let inRecord = next;
  for (const variable of kept) {
    begins.set(variable, inRecord);
    inRecord += filled(slab(variable));
  }
  const out = write(variables.map((variable) => begins.get(variable) ?? 0));
  const bytes = new Uint8Array(next + records * step);
  bytes.set(out.bytes());
  const view = new DataView(bytes.buffer);
  for (const variable of variables) {
    const size = sizeOf(variable);
    const perRecord = slab(variable) / size;
    variable.values.forEach((value, index) => {
      const record = isRecord(variable) ? Math.floor(index / perRecord) : 0;
      const within = isRecord(variable) ? index % perRecord : index;
      const at = (begins.get(variable) ?? 0) + record * step + within * size;
      if (size === 2) view.setInt16(at, value);
      else view.setFloat64(at, value);
    });
  }
  return bytes;
}

class Bytes {
  private readonly parts: number[] = [];

  constructor(private readonly version: number) {}

  get size(): number {
    return this.parts.length;
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.parts);
  }

  raw(bytes: Iterable<number>): void {
    this.parts.push(...bytes);
  }

  uint32(value: number): void {
    this.raw([(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
  }

  private uint64(value: number): void {
    this.uint32(Math.floor(value / 2 ** 32));
    this.uint32(value >>> 0);
  }

  length(value: number): void {
    if (this.version === 5) this.uint64(value);
    else this.uint32(value);
  }

  offset(value: number): void {
    if (this.version === 1) this.uint32(value);
    else this.uint64(value);
  }

  name(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.length(bytes.length);
    this.padded(bytes);
  }

  private padded(bytes: Uint8Array): void {
    this.raw(bytes);
    this.raw(new Uint8Array((4 - (bytes.length % 4)) % 4));
  }

  list<T>(tag: number, entries: readonly T[], write: (entry: T, index: number) => void): void {
    this.uint32(entries.length === 0 ? 0 : tag);
    this.length(entries.length);
    entries.forEach(write);
  }

  attributes(given: Readonly<Record<string, string | readonly number[]>>): void {
    this.list(12, Object.entries(given), ([name, value]) => {
      this.name(name);
      if (typeof value === 'string') {
        const bytes = new TextEncoder().encode(value);
        this.uint32(2);
        this.length(bytes.length);
        this.padded(bytes);
      } else {
        const view = new DataView(new ArrayBuffer(value.length * 8));
        value.forEach((number, index) => {
          view.setFloat64(index * 8, number);
        });
        this.uint32(6);
        this.length(value.length);
        this.padded(new Uint8Array(view.buffer));
      }
    });
  }
}
