import { dataciteJson, dataciteXml } from './datacite/index.ts';
import { dcat } from './dcat/index.ts';
import { cswRecord, oaiDublinCore } from './dublin-core/index.ts';
import type { DocumentPart, FormatName, MetadataFormat, ReadContext, ReadResult } from './format.ts';
import { iso19115Part3 } from './iso19115-3/index.ts';
import { iso19139 } from './iso19139/index.ts';
import { schemaOrg } from './schema-org/index.ts';

const registry: Readonly<Record<FormatName, MetadataFormat>> = {
  iso19139,
  'iso19115-3': iso19115Part3,
  dcat,
  oai_dc: oaiDublinCore,
  'csw-record': cswRecord,
  'datacite-xml': dataciteXml,
  'datacite-json': dataciteJson,
  'schema.org': schemaOrg,
};

/** Every metadata format that is known here. */
export const formats: readonly MetadataFormat[] = Object.values(registry);

/** The format of that name. */
export function formatOf(name: FormatName): MetadataFormat {
  return registry[name];
}

/**
 * Reads one part of a document with the reader of its format.
 * @returns never throws on bad input; a format that is only written gives no record and says so
 */
export async function readPart(part: DocumentPart, context: ReadContext = {}): Promise<ReadResult> {
  const { read, title } = registry[part.format];
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
