import type { CatalogueRecord, Problem } from '../model/index.ts';

/** Names of the formats that a document can be in; also what the ledger stores beside the original bytes. */
export const formatNames = [
  'iso19139',
  'iso19115-3',
  'dcat',
  'oai_dc',
  'csw-record',
  'datacite-xml',
  'datacite-json',
  'schema.org',
  'stac',
  'ogc-record',
  'erddap-info',
  'thredds',
  'ckan',
  'netcdf',
  'data-files',
  'table-record',
] as const;
export type FormatName = (typeof formatNames)[number];

/**
 * Names of what a record is written as, in the order of preference: a format may be written in several syntaxes,
 * profiles or lengths. Each is a `MetadataFormat` of that name, or one of its `variants`. Of those of one media type, who asks
 * for no profile gets the first: schema.org for application/ld+json.
 */
export const writerNames = [
  'iso19139',
  'iso19115-3',
  'dcat',
  'dcat-rdfxml',
  'schema.org',
  'dcat-jsonld',
  'geodcat',
  'geodcat-rdfxml',
  'geodcat-jsonld',
  'datacite-xml',
  'datacite-json',
  'oai_dc',
  'csw-record',
  'csw-summary',
  'csw-brief',
  'ogc-record',
  'stac',
  'croissant',
  'ro-crate',
] as const;
export type WriterName = (typeof writerNames)[number];

/** Where a document came from; helps to resolve relative addresses and to choose between readers. */
export type ReadContext = {
  /** Address that the document was fetched from. */
  baseUrl?: string;
  /** Media type that the server said, without parameters. */
  mediaType?: string;
};

/**
 * What a reader makes of one document: never throws on bad input. `record` is `null` only where nothing can be said
 * about any resource; then `problems` holds at least one error.
 */
export type ReadResult = { record: CatalogueRecord | null; problems: Problem[] };

/** What a writer needs to know beside the record. */
export type WriteContext = {
  /** Our public id of the record. */
  id: string;
  /** Canonical address of the record's page. */
  pageUrl: string;
  /** Our own datestamp, `YYYY-MM-DDThh:mm:ssZ`. */
  datestamp: string;
  /** Language to prefer where a format holds only one. */
  language?: string;
  /** Our catalogue, as a publisher of metadata. */
  catalogue?: { name: string; url: string };
  /** How FAIR the record was found, as a share of what was asked (0 to 1), and when (ISO 8601); DQV says it. */
  assessment?: { score: number; at: string };
  /** The formats that the record is served in, where a format can name them (schema.org subjectOf). */
  formats?: readonly Pick<MetadataFormat, 'title' | 'mediaType' | 'suffix' | 'namespace'>[];
};

/** A written document, and what the writer knows it could not say in that format. */
export type Written = { text: string; losses: string[] };

/** @returns `null` when the format can't express this record (a mandatory element has no source). */
export type Write = (record: CatalogueRecord, context: WriteContext) => Written | null;

/** One way to write records, at an address of its own. */
export type Writer = {
  name: WriterName;
  /** The format that its documents are in. */
  format: FormatName;
  title: string;
  mediaType: string;
  /** Suffix of `/records/{id}.{suffix}`. */
  suffix: string;
  /** What tells it from another of the same media type (`Accept: …;profile="…"`, Signposting). */
  profile?: string;
  /** XML namespace and schema address, for OAI-PMH ListMetadataFormats. */
  namespace?: string;
  schemaLocation?: string;
  write: Write;
};

/** One metadata format. Readers and writers are optional: a format may be read only. */
export type MetadataFormat = {
  name: FormatName;
  title: string;
  mediaType: string;
  /** Suffix of `/records/{id}.{suffix}`, where the format is written. */
  suffix?: string;
  /** XML namespace and schema address, for OAI-PMH ListMetadataFormats. */
  namespace?: string;
  schemaLocation?: string;
  /** What tells it from another format of the same media type; the namespace unless told. */
  profile?: string;
  read?: (bytes: Uint8Array, context?: ReadContext) => Promise<ReadResult>;
  write?: Write;
  /** Further syntaxes, profiles or lengths that it is written in. */
  variants?: readonly Omit<Writer, 'format'>[];
};

/** One record found in a document: a whole file, an entry of a GetRecords page, a dcat:Dataset of a catalogue. */
export type DocumentPart = {
  format: FormatName;
  /** The part alone, as a document of that format (the very bytes when the document is one record). */
  bytes: Uint8Array;
  /** Identifier and datestamp told by the envelope (OAI header) or the part itself. */
  identifier?: string;
  datestamp?: string;
  deleted?: boolean;
  sets?: string[];
  /** In RDF, address of the resource that the part describes. */
  subject?: string;
};
