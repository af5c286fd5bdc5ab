import type { Attribute, Dataset, File, Group } from 'h5wasm';
import { Attributes, type AttributeValues, type HeaderVariable } from '../acdd/index.ts';
import type { ByteSource } from './byte-source.ts';
import { DamagedFile, type DataFile, largestRead } from './data-file.ts';
import { checkHeaps } from './heaps.ts';

/** Groups are entered this deep, and this many variables are read: files in use have a few hundred. */
const deepest = 6;
const mostVariables = 5000;

/** Attributes by which netCDF-4 and HDF5 keep their own books. */
const internal =
  /^(CLASS|NAME|DIMENSION_LIST|REFERENCE_LIST|_Netcdf4Dimid|_Netcdf4Coordinates|_nc3_strict|_NCProperties|_ChunkSizes)$/;

let opened = 0;

/**
 * Opens a netCDF-4 file, or any HDF5 file, with the HDF5 library in WebAssembly. Variables of groups are named by
 * their path, as in `group/variable`.
 * @throws DamagedFile where the library finds the file unsound
 */
export async function openHdf5(source: ByteSource): Promise<DataFile> {
  // Loaded when the first such file comes: it takes a while, and most catalogues harvest none.
  const library = await import('h5wasm');
  const { FS, activate_throwing_error_handler } = await library.ready;
  // Else the library writes its faults to the standard error.
  activate_throwing_error_handler();
  const path = `/opened-${opened++}.nc`;
  const attempt = <T>(what: () => T): T => {
    try {
      return what();
    } catch (cause) {
      throw cause instanceof DamagedFile ? cause : new DamagedFile(reasonOf(cause));
    }
  };
  checkHeaps(source);
  FS.writeFile(path, new Uint8Array());
  // The library reads from where the bytes are, instead of from a copy of the whole file in its memory.
  Object.assign(FS.lookupPath(path, {}).node, { usedBytes: source.size, stream_ops: streamOf(source) });
  let file: File | undefined;
  const close = () => {
    try {
      file?.close();
    } catch {
      // A file that is unsound may not even close; its memory is freed below.
    }
    FS.unlink(path);
  };
  try {
    const root = attempt(() => new library.File(path, 'r'));
    file = root;
    const found = attempt(() => contentsOf(root, library));
    const sizeOf = (name: string) =>
      (found.datasets.get(name)?.shape ?? []).reduce((all, size) => all * size, 1);
    return {
      kind: 'netCDF-4/HDF5',
      header: {
        attributes: attempt(() => attributesOf(root, '')),
        dimensions: found.dimensions,
        variables: found.variables,
      },
      faults: [],
      count: (name) => (isNumeric(found.datasets.get(name)) ? sizeOf(name) : 0),
      numbers: (name, start, count) =>
        attempt(() => {
          const dataset = found.datasets.get(name);
          if (!dataset || !isNumeric(dataset) || start + count > sizeOf(name) || count > largestRead)
            throw new DamagedFile(`${name} has no ${count} numbers from ${start}`);
          return numbersOf(dataset, start, count);
        }),
      close,
    };
  } catch (cause) {
    close();
    throw cause;
  }
}

/** A file of Emscripten's file system that stands elsewhere: how one moves in it and reads it. */
function streamOf(source: ByteSource) {
  return {
    llseek(stream: { position: number }, offset: number, whence: number): number {
      const [start = 0] = [[0, stream.position, source.size][whence]];
      return start + offset;
    },
    read(_stream: unknown, into: Int8Array, at: number, length: number, position: number): number {
      const count = Math.max(0, Math.min(length, source.size - position));
      if (count > 0) into.set(source.read(position, count), at);
      return count;
    },
  };
}

type Contents = {
  dimensions: { name: string; size: number }[];
  variables: HeaderVariable[];
  datasets: Map<string, Dataset>;
};

function contentsOf(root: Group, library: Pick<typeof import('h5wasm'), 'Group' | 'Dataset'>): Contents {
  const found: Contents = { dimensions: [], variables: [], datasets: new Map() };
  const visit = (group: Group, path: string, depth: number) => {
    for (const key of group.keys()) {
      if (found.variables.length >= mostVariables) return;
      const entity = group.get(key);
      const name = path + key;
      if (entity instanceof library.Group && depth < deepest) visit(entity, `${name}/`, depth + 1);
      else if (entity instanceof library.Dataset) addDataset(found, entity, name);
    }
  };
  visit(root, '', 0);
  return found;
}

function addDataset(found: Contents, dataset: Dataset, name: string): void {
  const shape = dataset.shape ?? [];
  const { attrs } = dataset;
  const isScale = attrs['CLASS']?.value === 'DIMENSION_SCALE';
  if (isScale) found.dimensions.push({ name, size: shape[0] ?? 0 });
  if (
    isScale &&
    /^This is a netCDF dimension but not a netCDF variable/.test(String(attrs['NAME']?.value ?? ''))
  )
    return;
  // Scales without attributes of their own are dimensions that older libraries wrote.
  const told = Object.keys(attrs).filter((key) => !internal.test(key));
  if (isScale && told.length === 0 && !(attrs['_Netcdf4Dimid'] || attrs['DIMENSION_LIST'])) return;
  const dimensions =
    isScale && shape.length === 1
      ? [name]
      : shape.map(
          (_size, index) => dataset.get_attached_scales(index)[0]?.replace(/^\//, '') ?? `${name}[${index}]`,
        );
  const type = typeOf(dataset);
  found.variables.push({
    name,
    ...(type ? { type } : {}),
    dimensions,
    attributes: attributesOf(dataset, name),
  });
  found.datasets.set(name, dataset);
}

/** HDF5 classes of types: 0 whole numbers, 1 fractions, 3 texts, 6 compounds, 8 enumerations, 9 lists. */
function typeOf({ metadata }: Dataset): string | undefined {
  const bits = metadata.size * 8;
  if (metadata.type === 0) return `${metadata.signed ? '' : 'u'}int${bits}`;
  if (metadata.type === 1) return bits === 64 ? 'double' : 'float';
  if (metadata.type === 3) return metadata.size === 1 && !metadata.vlen ? 'char' : 'String';
  return metadata.type === 8 ? 'enum' : 'compound';
}

function isNumeric(dataset: Dataset | undefined): boolean {
  return dataset !== undefined && (dataset.metadata.type === 0 || dataset.metadata.type === 1);
}

function attributesOf(owner: Group | Dataset, name: string): Attributes {
  const attributes = new Attributes(name);
  for (const [key, attribute] of Object.entries(owner.attrs)) {
    if (internal.test(key)) continue;
    const values = valuesOf(attribute);
    if (values.length > 0) attributes.set(key, values);
  }
  return attributes;
}

function valuesOf(attribute: Attribute): AttributeValues {
  let value: unknown;
  try {
    ({ value } = attribute);
  } catch {
    // Types that the library can't hand over (opaque, references) are of no use for a record.
    return [];
  }
  const list: unknown[] = isNumbers(value) ? Array.from<unknown>(value) : [value].flat();
  return list.flatMap((one): AttributeValues => {
    if (typeof one === 'string') return [one.replace(/\0+$/, '')];
    if (typeof one === 'number') return [one];
    return typeof one === 'bigint' ? [Number(one)] : [];
  });
}

function numbersOf(dataset: Dataset, start: number, count: number): Float64Array {
  const shape = dataset.shape ?? [];
  const row = shape.slice(1).reduce((all, size) => all * size, 1);
  const first = Math.floor(start / row);
  const last = Math.ceil((start + count) / row);
  if ((last - first) * row > largestRead) throw new DamagedFile(`rows of ${row} values are too long to read`);
  const ranges = shape.map((size, index): [number, number] => (index === 0 ? [first, last] : [0, size]));
  const value = shape.length === 0 ? dataset.value : dataset.slice(ranges);
  const all = numbersIn(value);
  return all.subarray(start - first * row, start - first * row + count);
}

function numbersIn(value: unknown): Float64Array {
  if (typeof value === 'number' || typeof value === 'bigint') return Float64Array.of(Number(value));
  if (value instanceof BigInt64Array || value instanceof BigUint64Array)
    return Float64Array.from(value, Number);
  return value instanceof Float64Array ? value : Float64Array.from(isNumbers(value) ? value : []);
}

/** Arrays of numbers; those of 64 bits hold big ones. */
function isNumbers(value: unknown): value is ArrayLike<number> {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** The innermost of the library's reasons. */
function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  const lines = text.split('\n').filter((line) => /^\s*#\d+:/.test(line));
  return (lines.at(-1) ?? text).replace(/^.*?\(\):\s*/, '').slice(0, 200);
}
