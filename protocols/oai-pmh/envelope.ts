import { escapeAttribute, escapeText } from '#catalogue/xml';
import type { StoredRecord } from '#ledger';
import type { OaiError } from './errors.ts';
import type { Prefix } from './prefixes.ts';
import type { Arguments } from './request.ts';

const namespace = 'http://www.openarchives.org/OAI/2.0/';

/** `<name>text</name>`, escaped. */
export const element = (name: string, text: string): string => `<${name}>${escapeText(text)}</${name}>`;

/** What every answer says of its request. */
export type Envelope = { baseUrl: string; responseDate: string };

/**
 * A whole answer (OAI-PMH 2.0, section 3.2).
 * @param given the arguments of the request, which are told back
 * @param content the element named after the verb
 */
export function answer({ baseUrl, responseDate }: Envelope, given: Arguments, content: string): string {
  const attributes = given.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
  return envelope(responseDate, `<request${attributes}>${escapeText(baseUrl)}</request>`, content);
}

/** An answer that tells an error. The arguments are left out: they may be what is wrong, and not fit the schema. */
export function errorAnswer({ baseUrl, responseDate }: Envelope, error: OaiError): string {
  const content = `<error code="${error.code}">${escapeText(error.message)}</error>`;
  return envelope(responseDate, element('request', baseUrl), content);
}

function envelope(responseDate: string, request: string, content: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<OAI-PMH xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" `,
    `xsi:schemaLocation="${namespace} ${namespace}OAI-PMH.xsd">\n`,
    `${element('responseDate', responseDate)}\n${request}\n${content}\n</OAI-PMH>\n`,
  ].join('');
}

/** The header of a record; `deleted` stands there for ever once a record was withdrawn. */
export function header(
  identifier: string,
  record: StoredRecord,
  deleted: boolean,
  sets: readonly string[],
): string {
  const specs = sets.map((spec) => element('setSpec', spec)).join('');
  const status = deleted ? ' status="deleted"' : '';
  return `<header${status}>${element('identifier', identifier)}${element('datestamp', record.datestamp)}${specs}</header>`;
}

/** One metadata format of ListMetadataFormats. */
export function metadataFormat({ prefix, schema, namespace: uri }: Prefix): string {
  return `<metadataFormat>${element('metadataPrefix', prefix)}${element('schema', schema)}${element('metadataNamespace', uri)}</metadataFormat>`;
}
