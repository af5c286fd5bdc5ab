import { escapeAttribute, escapeText } from '#catalogue/xml';
import type { Constraint } from './constraint.ts';
import { type CswVersion, namesOf } from './version.ts';
import type { Way } from './ways.ts';

/** How one catalogue wants to be asked: what of GetRecords it accepts, found out with the first page. */
export type Dialect = Way & {
  version: CswVersion;
  outputSchema: string;
  typeNames: string;
  /** Property to sort by, ascending; absent where it sorts by none. */
  sortBy?: string;
  /** What narrows the list; absent for all records. */
  constraint?: Constraint;
  /** Records to ask for at once. */
  size: number;
};

/** GetRecords for full records as an XML document (OGC 07-006r1, 10.8; 12-176r7, 7.3). */
export function postedQuestion(dialect: Dialect, position: number, size: number): string {
  const { version, outputSchema, typeNames, sortBy, constraint } = dialect;
  const { namespace, prefix, filterNamespace, filterVersion, property } = namesOf[version];
  const sorting = sortBy
    ? `<ogc:SortBy><ogc:SortProperty><ogc:${property}>${escapeAttribute(sortBy)}</ogc:${property}><ogc:SortOrder>ASC</ogc:SortOrder></ogc:SortProperty></ogc:SortBy>`
    : '';
  const filter =
    constraint?.language === 'CQL_TEXT'
      ? `<${prefix}:CqlText>${escapeText(constraint.text)}</${prefix}:CqlText>`
      : constraint?.language === 'FILTER'
        ? constraint.text
        : undefined;
  const narrowing =
    filter === undefined
      ? ''
      : `<${prefix}:Constraint version="${filterVersion}">${filter}</${prefix}:Constraint>`;
  const resultType = version === '2.0.2' ? ' resultType="results"' : '';
  // Type names are told with a prefix, which the document must declare whichever it is.
  const records = prefix === 'csw' ? '' : ` xmlns:csw="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${prefix}:GetRecords xmlns:${prefix}="${namespace}"${records} xmlns:ogc="${filterNamespace}" xmlns:ows="${owsOf[version]}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/" xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:apiso="http://www.opengis.net/cat/csw/apiso/1.0" service="CSW" version="${version}"${resultType} outputFormat="application/xml" outputSchema="${escapeAttribute(outputSchema)}" startPosition="${position}" maxRecords="${size}"><${prefix}:Query typeNames="${escapeAttribute(typeNames)}"><${prefix}:ElementSetName>full</${prefix}:ElementSetName>${narrowing}${sorting}</${prefix}:Query></${prefix}:GetRecords>`;
}

const owsOf: Readonly<Record<CswVersion, string>> = {
  '2.0.2': 'http://www.opengis.net/ows',
  '3.0.0': 'http://www.opengis.net/ows/2.0',
};

/** The same as an address with parameters (OGC 07-006r1, table 29; 12-176r7, table 17). */
export function addressedQuestion(dialect: Dialect, position: number, size: number): string {
  const { version, outputSchema, typeNames, sortBy } = dialect;
  const address = new URL(dialect.address);
  const parameters = {
    service: 'CSW',
    version,
    request: 'GetRecords',
    ...(version === '2.0.2' ? { resultType: 'results' } : {}),
    outputFormat: 'application/xml',
    outputSchema,
    typeNames,
    ElementSetName: 'full',
    startPosition: String(position),
    maxRecords: String(size),
    ...(sortBy ? { sortBy: `${sortBy}:A` } : {}),
    ...narrowingOf(dialect),
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}

function narrowingOf({ constraint, version }: Dialect): Record<string, string> {
  if (!constraint) return {};
  if (constraint.language === 'PARAMETERS') return constraint.parameters;
  return {
    constraintLanguage: constraint.language,
    constraint_language_version: namesOf[version].filterVersion,
    constraint: constraint.text,
  };
}
