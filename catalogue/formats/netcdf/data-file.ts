import type { Header } from '../acdd/index.ts';

/**
 * A data file that was opened. Its header is read at once; values are read piece by piece on demand, so that memory
 * stays bounded whatever the header claims.
 */
export type DataFile = {
  /** `netCDF classic`, `netCDF 64-bit offset`, `netCDF CDF-5` or `netCDF-4/HDF5`. */
  kind: string;
  header: Header;
  /** What is amiss with the file without making it unreadable: data that the header promises and the file lacks. */
  faults: readonly string[];
  /** Number of values of a variable (the product of its dimensions); 0 for one that is unknown or holds no numbers. */
  count(name: string): number;
  /**
   * Numbers of a variable, as stored (not unpacked), in row-major order from `start`.
   * @throws DamagedFile when the file ends before them
   */
  numbers(name: string, start: number, count: number): Float64Array;
  /** Frees what the file holds outside of JavaScript's memory. */
  close(): void;
};

/** The bytes are not what they say they are: they end too early, or lengths and types in them can't be. */
export class DamagedFile extends Error {}

/** Numbers read at once; more are read in several calls. */
export const largestRead = 4_000_000;
