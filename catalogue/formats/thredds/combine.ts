import type { CatalogueRecord } from '../../model/index.ts';
import { type Header, recordOfHeader, tellWanting } from '../acdd/index.ts';
import { Report } from '../reading/index.ts';

type Resource = CatalogueRecord['resource'];

/** What every record wants: told of the whole, not of the catalogue and the file one by one. */
const wantedOfWhole = /^(title|abstract)-missing$/;

/**
 * What a file says of itself with what the catalogue says of it, which stands where the file says nothing. Identifier and
 * addresses are those of the catalogue: the server is asked by them.
 * @param report of the catalogue; what the file lacks is told there too
 */
export function combine(listed: CatalogueRecord, header: Header, report: Report): CatalogueRecord {
  const own = new Report();
  const file = recordOfHeader(header, own);
  const { language, datestamp, standardName, standardVersion } = file;
  const record: CatalogueRecord = {
    ...listed,
    ...(language === undefined ? {} : { language }),
    ...(datestamp === undefined ? {} : { datestamp }),
    ...(standardName === undefined ? {} : { standardName }),
    ...(standardVersion === undefined ? {} : { standardVersion }),
    metadataLinkages: withNew(listed.metadataLinkages, file.metadataLinkages, ({ url }) => url),
    resource: resourceOf(listed.resource, file.resource),
  };
  tellWanting(header, record, own);
  const told = report.problems.filter(({ code }) => !isMended(code, record.resource));
  report.problems.splice(0, report.problems.length, ...told);
  report.problems.push(...own.problems.filter(({ code }) => !wantedOfWhole.test(code)));
  return record;
}

function isMended(code: string, { titles, abstracts }: Resource): boolean {
  const text = code === 'title-missing' ? titles : code === 'abstract-missing' ? abstracts : {};
  return Object.keys(text).length > 0;
}

function resourceOf(listed: Resource, file: Resource): Resource {
  const said = Object.fromEntries(Object.entries(file).filter(([, value]) => saysSomething(value)));
  const isPlaced = file.spatialExtents.some(({ box, geometry }) => box ?? geometry);
  const names = Object.values(file.titles);
  const further = [listed.titles, ...listed.alternateTitles].filter(
    (titles) => names.length > 0 && Object.values(titles).some((title) => !names.includes(title)),
  );
  return {
    ...listed,
    ...said,
    type: listed.type,
    alternateTitles: names.length > 0 ? [...file.alternateTitles, ...further] : listed.alternateTitles,
    identifiers: withNew(listed.identifiers, file.identifiers, ({ code }) => code),
    dates: withNew(file.dates, listed.dates, ({ type }) => type),
    responsibilities: withNew(file.responsibilities, listed.responsibilities, ({ role }) => role),
    spatialExtents: isPlaced ? file.spatialExtents : [...listed.spatialExtents, ...file.spatialExtents],
    distributions: withNew(listed.distributions, file.distributions, ({ url }) => url),
  };
}

function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== '';
}

/** The first ones, and those of the others that have no like among them. */
function withNew<T>(first: readonly T[], others: readonly T[], like: (one: T) => unknown): T[] {
  const known = new Set(first.map(like));
  return [...first, ...others.filter((one) => !known.has(like(one)))];
}
