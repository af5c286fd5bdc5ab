import { isJsonObject, type JsonObject, type JsonValue } from '../json/index.ts';

/** The values of a property of JSON-LD, as a list. */
export function valuesOf(node: JsonObject | null, name: string): JsonValue[] {
  const value = node?.[name];
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether a property has a value that says something. */
export function tells(node: JsonObject | null, name: string): boolean {
  return valuesOf(node, name).some((value) => (isJsonObject(value) ? Object.keys(value).length > 0 : true));
}

/** Texts of a property: as they are, or the name, value, address or `@id` of a node. */
export function textsOf(node: JsonObject | null, name: string): string[] {
  return valuesOf(node, name).flatMap((value) => {
    if (!isJsonObject(value)) return typeof value === 'string' ? [value] : [];
    return ['@id', 'url', 'value', 'name', 'contentUrl'].flatMap((key) => textsOf(value, key));
  });
}

/** Every web address that stands as a value anywhere within. */
export function addressesIn(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return /^https?:\/\/\S+$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => (key === '@context' ? [] : addressesIn(member)));
}
