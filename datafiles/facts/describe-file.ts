import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { type ByteSource, DamagedFile, fileSource, isNetcdf } from '#catalogue/formats/netcdf';
import { netcdfFacts } from '../netcdf/describe.ts';
import { describeCnv } from '../text/cnv.ts';
import { describeCsv } from '../text/csv.ts';
import { describeOdv, isOdv } from '../text/odv.ts';
import type { DescribedDataFile } from './facts.ts';

/** Endings of files that may hold data that are understood here; `.txt` does where it is a spreadsheet of ODV. */
const endings = /\.(nc|nc3|nc4|cdf|netcdf|cnv|csv|tsv|odv|txt)$/i;

/** Whether a file may be one of those that `describeDataFile` understands, by its name. */
export function isDataFile(name: string): boolean {
  return endings.test(name);
}

/**
 * Describes a data file of this machine (netCDF, ODV spreadsheet, Sea-Bird CNV, CSV), reading it piece by piece: memory
 * stays bounded whatever its size. A symbolic link in its place is refused.
 * @returns `undefined` for a `.txt` that is no spreadsheet of ODV; never throws for what a file holds
 */
export async function describeDataFile(path: string): Promise<DescribedDataFile | undefined> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const found = fstatSync(descriptor);
    if (!found.isFile()) return unreadable('it is no file');
    if (found.size === 0) return damaged('the file is empty');
    return await describe(path, fileSource(descriptor, found.size));
  } catch (cause) {
    if (cause instanceof DamagedFile) return damaged(cause.message);
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
      return unreadable(cause.code);
    // Whatever a library throws on bytes that it was not made for, the file is to blame.
    return damaged(cause instanceof Error ? cause.message : String(cause));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

async function describe(path: string, source: ByteSource): Promise<DescribedDataFile | undefined> {
  const head = source.read(0, Math.min(source.size, 64 * 1024));
  if (isNetcdf(head)) return netcdfFacts(source);
  const ending = endings.exec(path)?.[1]?.toLowerCase();
  const text = Buffer.from(head).toString('latin1').replace(/^ï»¿/, '');
  if (ending === 'cnv') return describeCnv(source);
  if (ending === 'odv' || isOdv(text)) return describeOdv(source);
  if (ending === 'csv' || ending === 'tsv') return describeCsv(source);
  return ending === 'txt' ? undefined : damaged('the first bytes are not those of netCDF');
}

function damaged(reason: string): DescribedDataFile {
  return {
    problems: [
      {
        severity: 'error',
        code: 'file-damaged',
        path: '/',
        message: `The file cannot be read: ${reason}.`,
        hint: 'Open it with the program that wrote it, and transfer it again.',
      },
    ],
  };
}

function unreadable(reason: string): DescribedDataFile {
  return {
    problems: [
      {
        severity: 'error',
        code: 'file-unreadable',
        path: '/',
        message: `The file cannot be opened (${reason}).`,
        hint: 'Check its permissions, and whether it is still there.',
      },
    ],
  };
}
