import type { z } from 'zod';
import { catalogueRecord, parseIdentifier } from '../../model/index.ts';

/** A value of the model, as plain data. */
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Value[]
  | { readonly [key: string]: Value };
export type Members = { readonly [key: string]: Value };

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
export const isObject = (value: Value): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value says anything: empty lists, objects and texts don't. */
export function isTold(value: Value): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (isList(value)) return value.some(isTold);
  return isObject(value) ? Object.values(value).some(isTold) : true;
}

/** What tells of the document that was read rather than of what it describes: another document says its own. */
const ofTheDocument = new Set(['standardName', 'standardVersion', 'characterSet']);

/** Words of a source that only repeat the value that they were understood as. */
const asGiven: Readonly<Record<string, string>> = {
  typeAsGiven: 'type',
  roleAsGiven: 'role',
  relationAsGiven: 'relation',
  protocolAsGiven: 'protocol',
};

/** The members of an object that count: those that follow from others by a rule of the readers do not. */
export function membersOf(object: Members, path: string): [string, Value][] {
  return Object.entries(object).filter(
    ([key, value]) => isTold(value) && !(path === '' && ofTheDocument.has(key)) && !follows(key, object),
  );
}

function follows(key: string, object: Members): boolean {
  const value = object[key];
  const plain = asGiven[key];
  if (plain !== undefined) return fold(value) === fold(object[plain]);
  switch (key) {
    case 'givenName':
    case 'familyName':
      return object['person'] === `${object['familyName']}, ${object['givenName']}`;
    case 'scheme':
      return object['code'] !== undefined || object['uri'] !== undefined;
    // What one can do with a link follows from the protocol, or from its use as given.
    case 'kind':
      return object['url'] !== undefined;
    case 'identifierType':
      return object['identifier'] !== undefined;
    case 'inclusive':
      return value === true;
    default:
      return false;
  }
}

const fold = (value: Value) =>
  String(value ?? '')
    .toLowerCase()
    .replace(/[\s_-]/g, '');

/**
 * The same text for the same meaning: white space, spellings of a moment, of an address and of an identifier, and the
 * last digit of a computed number don't count.
 */
export function meaningOf(value: string | number | boolean): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  if (typeof value === 'boolean') return String(value);
  const text = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (/^\+?\d{4,}-\d\d-\d\dT/.test(text)) return momentOf(text);
  if (/^\+\d{4,}/.test(text)) return text.slice(1);
  if (/^10\.\d{4,9}\/\S+$|^(doi|hdl|info|urn|ark):/i.test(text)) return parseIdentifier(text).uri ?? text;
  return /^https?:\/\/\S+$/i.test(text) ? addressOf(text) : text;
}

function momentOf(text: string): string {
  const time = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  // Seconds that were added because a schema demands them tell nothing.
  return Number.isNaN(time)
    ? text
    : `${new Date(time).toISOString()}${/(Z|[+-]\d\d:\d\d)$/.test(text) ? '' : ' local'}`;
}

function addressOf(text: string): string {
  const { scheme, uri } = parseIdentifier(text);
  if (uri && scheme !== 'uri') return uri;
  try {
    return decodeURI(new URL(text).href).replace(/\/$/, '');
  } catch {
    return text;
  }
}

/** Names of the fields of the model that hold texts by language. */
export const languageMaps: ReadonlySet<string> = namesOfMaps(catalogueRecord);

function namesOfMaps(schema: z.ZodObject): Set<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (type: z.core.$ZodType, name: string): void => {
    const { def } = type._zod;
    if (def.type === 'record') names.add(name);
    if (seen.has(type)) return;
    seen.add(type);
    if ('innerType' in def && isSchema(def.innerType)) visit(def.innerType, name);
    if ('element' in def && isSchema(def.element)) visit(def.element, name);
    if ('shape' in def && typeof def.shape === 'object' && def.shape !== null) {
      for (const [key, field] of Object.entries(def.shape)) if (isSchema(field)) visit(field, key);
    }
  };
  visit(schema, '');
  return names;
}

function isSchema(value: unknown): value is z.core.$ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value;
}
