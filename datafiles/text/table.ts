import { Attributes, type Header, recordOfHeader } from '#catalogue/formats/acdd';
import { type DataExtents, writeHeader } from '#catalogue/formats/data-files';
import { Report } from '#catalogue/formats/reading';
import type { Problem } from '#catalogue/model';
import type { DescribedDataFile } from '../facts/facts.ts';

/** A column of a table, said in the attributes of CF. */
export type Column = {
  name: string;
  isNumber: boolean;
  /** What it is the coordinate of; such columns are no variables. */
  axis?: 'longitude' | 'latitude' | 'vertical' | 'time';
  attributes: Readonly<Record<string, string | readonly number[] | undefined>>;
};

/** CF's marks of coordinates, by which the columns are told from what was observed. */
const marks = {
  longitude: { standard_name: 'longitude', units: 'degrees_east', axis: 'X' },
  latitude: { standard_name: 'latitude', units: 'degrees_north', axis: 'Y' },
  vertical: { axis: 'Z' },
  time: { standard_name: 'time', axis: 'T' },
} as const;

/** Brings a table of text into the shape that netCDF files have, so that one reader makes records of both. */
export function describeTable(
  format: { name: string; version?: string },
  attributes: Readonly<Record<string, string | undefined>>,
  columns: readonly Column[],
  rows: number,
  extents: DataExtents,
  problems: Problem[],
): DescribedDataFile {
  const header: Header = {
    attributes: attributesFrom('', attributes),
    dimensions: [{ name: 'row', size: rows }],
    variables: columns.map(({ name, isNumber, axis, attributes: own }) => ({
      name,
      type: isNumber ? 'double' : 'String',
      dimensions: ['row'],
      attributes: attributesFrom(name, { ...own, ...(axis ? marks[axis] : {}) }),
    })),
  };
  const { platforms, instruments, campaigns } = recordOfHeader(header, new Report()).resource;
  return {
    facts: { format, header: writeHeader(header), extents, platforms, instruments, campaigns },
    problems,
  };
}

function attributesFrom(
  owner: string,
  given: Readonly<Record<string, string | readonly number[] | undefined>>,
): Attributes {
  const attributes = new Attributes(owner);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === '') continue;
    attributes.set(name, typeof value === 'string' ? [value] : value);
  }
  return attributes;
}
