import { type ByteSource, bytesSource } from './byte-source.ts';
import { openClassic } from './classic.ts';
import { DamagedFile, type DataFile } from './data-file.ts';
import { openHdf5 } from './hdf5.ts';

/** Bytes beyond which an HDF5 file is refused: what is unsound in it is looked for before the library may, byte by byte. */
const largestHdf5 = 16 * 1024 ** 3;

/** Tells netCDF by its first bytes: `CDF` with a version, or the signature of HDF5. */
export function isNetcdf(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if (first === 0x43 && second === 0x44 && third === 0x46)
    return fourth === 1 || fourth === 2 || fourth === 5;
  return first === 0x89 && second === 0x48 && third === 0x44 && fourth === 0x46;
}

/**
 * Opens a netCDF file of any kind; its values are read from the source when they are asked for.
 *
 * Why it stands in the catalogue and not with the data files: what a file says of itself (its attributes) is metadata,
 * and a metadata format reads them from the bytes like any other; the catalogue imports no other room. Computing from
 * the values (extents, series) is the business of the room of data files, which opens files through this.
 * @throws DamagedFile where the bytes are no sound netCDF file
 */
export async function openNetcdf(given: Uint8Array | ByteSource): Promise<DataFile> {
  const source = given instanceof Uint8Array ? bytesSource(given) : given;
  const head = source.read(0, Math.min(8, source.size));
  if (!isNetcdf(head)) throw new DamagedFile('the first bytes are not those of netCDF');
  if (head[0] === 0x43) return openClassic(source);
  if (source.size > largestHdf5)
    throw new DamagedFile(`the file has ${source.size} bytes; at most ${largestHdf5} are read`);
  return openHdf5(source);
}
