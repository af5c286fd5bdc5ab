import type { FormatName, MetadataFormat } from '#catalogue/formats';
import { OaiError } from './errors.ts';

/**
 * The metadata prefixes, in the order of ListMetadataFormats, and the format that each is written in; a format that is
 * not written has no prefix. OpenAIRE harvests data by `oai_datacite` and takes the DataCite resource without an
 * envelope, so that it is the same as `datacite`.
 */
const table: readonly { prefix: string; format: FormatName }[] = [
  { prefix: 'oai_dc', format: 'oai_dc' },
  { prefix: 'iso19139', format: 'iso19139' },
  { prefix: 'iso19115-3', format: 'iso19115-3' },
  { prefix: 'oai_datacite', format: 'datacite-xml' },
  { prefix: 'datacite', format: 'datacite-xml' },
];

/** A metadata prefix that we disseminate. */
export type Prefix = { prefix: string; namespace: string; schema: string; format: MetadataFormat };

/**
 * Finds the prefixes that can be disseminated among the formats that the house knows.
 * @throws Error when oai_dc, which the protocol demands of every repository, can't be written
 */
export function disseminablePrefixes(formats: readonly MetadataFormat[]): Prefix[] {
  const prefixes = table.flatMap(({ prefix, format: name }): Prefix[] => {
    const format = formats.find((candidate) => candidate.name === name);
    if (!format?.write || !format.namespace || !format.schemaLocation) return [];
    return [{ prefix, namespace: format.namespace, schema: format.schemaLocation, format }];
  });
  if (!prefixes.some(({ prefix }) => prefix === 'oai_dc'))
    throw new Error('OAI-PMH needs a writer of oai_dc');
  return prefixes;
}

/** @throws OaiError `cannotDisseminateFormat` */
export function findPrefix(prefixes: readonly Prefix[], wanted: string): Prefix {
  const found = prefixes.find(({ prefix }) => prefix === wanted);
  if (found) return found;
  const known = prefixes.map(({ prefix }) => prefix).join(', ');
  throw new OaiError(
    'cannotDisseminateFormat',
    `"${wanted}" is no metadata prefix of this repository; they are ${known}.`,
  );
}
