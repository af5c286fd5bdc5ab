import { openClassic } from './classic.ts';
import { DamagedFile, type DataFile } from './data-file.ts';
import { openHdf5 } from './hdf5.ts';

/** Bytes beyond which an HDF5 file is refused: the library holds a copy of it. */
export const largestHdf5 = 512 * 1024 * 1024;

/** Tells netCDF by its first bytes: `CDF` with a version, or the signature of HDF5. */
export function isNetcdf(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if (first === 0x43 && second === 0x44 && third === 0x46)
    return fourth === 1 || fourth === 2 || fourth === 5;
  return first === 0x89 && second === 0x48 && third === 0x44 && fourth === 0x46;
}

/**
 * Opens a netCDF file of any kind.
 *
 * Why it stands in the catalogue and not with the data files: what a file says of itself (its attributes) is metadata,
 * and a metadata format reads them from the bytes like any other; the catalogue imports no other room. Computing from
 * the values (extents, series) is the business of the room of data files, which opens files through this.
 * @throws DamagedFile where the bytes are no sound netCDF file
 */
export async function openNetcdf(bytes: Uint8Array): Promise<DataFile> {
  if (!isNetcdf(bytes)) throw new DamagedFile('the first bytes are not those of netCDF');
  if (bytes[0] === 0x43) return openClassic(bytes);
  if (bytes.length > largestHdf5)
    throw new DamagedFile(`the file has ${bytes.length} bytes; at most ${largestHdf5} are read`);
  return openHdf5(bytes);
}
