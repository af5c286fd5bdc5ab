import type { MetadataFormat } from '../format.ts';
import { readNetcdf } from './read.ts';

export { type ByteSource, fileSource } from './byte-source.ts';
export { headerOfDas, isDas } from './das.ts';
export { DamagedFile, type DataFile } from './data-file.ts';
export { isNetcdfJson } from './nc-json.ts';
export { headerOfNcml } from './ncml.ts';
export { isNetcdf, openNetcdf } from './open.ts';

/** What a netCDF file says of itself in the attributes of CF and ACDD; read only. */
export const netcdf: MetadataFormat = {
  name: 'netcdf',
  title: 'netCDF attributes (CF, ACDD)',
  mediaType: 'application/x-netcdf',
  read: readNetcdf,
};
