import { ckan } from './ckan/index.ts';
import { dataFiles } from './data-files/index.ts';
import { dataciteJson, dataciteXml } from './datacite/index.ts';
import { dcat } from './dcat/index.ts';
import { cswRecord, oaiDublinCore } from './dublin-core/index.ts';
import { erddapInfo } from './erddap-info/index.ts';
import {
  type DocumentPart,
  type FormatName,
  type MetadataFormat,
  type ReadContext,
  type ReadResult,
  type Writer,
  type WriterName,
  writerNames,
} from './format.ts';
import { iso19115Part3 } from './iso19115-3/index.ts';
import { iso19139 } from './iso19139/index.ts';
import { netcdf } from './netcdf/index.ts';
import { ogcRecord } from './ogc-record/index.ts';
import { schemaOrg } from './schema-org/index.ts';
import { stac } from './stac/index.ts';
import { tableRecordFormat } from './table-record/index.ts';
import { thredds } from './thredds/index.ts';

const registry: Readonly<Partial<Record<FormatName, MetadataFormat>>> = {
  iso19139,
  'iso19115-3': iso19115Part3,
  dcat,
  oai_dc: oaiDublinCore,
  'csw-record': cswRecord,
  'datacite-xml': dataciteXml,
  'datacite-json': dataciteJson,
  'schema.org': schemaOrg,
  'erddap-info': erddapInfo,
  thredds,
  ckan,
  netcdf,
  'data-files': dataFiles,
  'table-record': tableRecordFormat,
  stac,
  'ogc-record': ogcRecord,
};

/**
 * Names the readers as they are. It changes when a reader makes another record of the same document than before: what is
 * held is then read again, without asking the sources.
 */
export const readersVersion = 'readers-3';

/** Every metadata format that is known here. */
export const formats: readonly MetadataFormat[] = Object.values(registry);

/**
 * The format of that name.
 * @throws Error when no folder of `formats/` speaks it
 */
export function formatOf(name: FormatName): MetadataFormat {
  const format = registry[name];
  if (!format) throw new Error(`The format ${name} is not registered.`);
  return format;
}

/** Every way to write a record that these formats offer, in the order of preference. */
export function writersOf(some: readonly MetadataFormat[]): Writer[] {
  return some
    .flatMap(
      ({ name, title, mediaType, suffix, namespace, schemaLocation, profile, write, variants = [] }) => {
        const more = variants.map((variant): Writer => ({ ...variant, format: name }));
        const own = writerNames.find((known) => known === name);
        if (suffix === undefined || write === undefined || own === undefined) return more;
        const told = profile ?? namespace;
        const writer: Writer = {
          name: own,
          format: name,
          title,
          mediaType,
          suffix,
          write,
          ...(told ? { profile: told } : {}),
          ...(namespace ? { namespace } : {}),
          ...(schemaLocation ? { schemaLocation } : {}),
        };
        return [writer, ...more];
      },
    )
    .sort((one, other) => writerNames.indexOf(one.name) - writerNames.indexOf(other.name));
}

/** Every way to write a record. */
export const writers: readonly Writer[] = writersOf(formats);

/** The writer of that name; `undefined` when there is none. */
export function writerOf(name: WriterName): Writer | undefined {
  return writers.find((writer) => writer.name === name);
}

/**
 * Reads one part of a document with the reader of its format.
 * @returns never throws on bad input; a format that is only written gives no record and says so
 */
export async function readPart(part: DocumentPart, context: ReadContext = {}): Promise<ReadResult> {
  const { read, title } = formatOf(part.format);
  if (read) return read(part.bytes, context);
  return {
    record: null,
    problems: [
      {
        severity: 'error',
        code: 'format-not-read',
        path: '/',
        message: `${title} is written here, not read.`,
        hint: 'Serve the record in another format as well.',
      },
    ],
  };
}
