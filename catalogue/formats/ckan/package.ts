import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts';
import { type LanguageMap, normaliseLanguage } from '../../model/index.ts';
import type { Place } from '../reading/index.ts';

/**
 * A dataset of CKAN or one of its parts. Portals keep their own fields at the top (ckanext-scheming) or among the
 * `extras`, with hyphens or underscores, and lists as lists or as JSON within a text: all of these are one here.
 */
export class CkanObject {
  private readonly fields = new Map<string, { value: JsonValue; path: string }>();

  constructor(
    readonly source: JsonObject,
    /** JSON pointer of the object. */
    readonly path: string,
    /** Language of texts that don't tell theirs. */
    readonly language = 'und',
  ) {
    const { extras } = source;
    if (Array.isArray(extras))
      extras.forEach((extra, index) => {
        if (isJsonObject(extra) && typeof extra['key'] === 'string')
          this.add(extra['key'], extra['value'] ?? null, `${path}/extras/${index}/value`);
      });
    for (const [key, value] of Object.entries(source))
      if (key !== 'extras') this.add(key, value, `${path}/${key}`);
  }

  private add(key: string, value: JsonValue, path: string): void {
    if (value !== null && value !== '') this.fields.set(fold(key), { value, path });
  }

  /** The first of these fields that says something. */
  find(...keys: readonly string[]): { value: JsonValue; path: string } | undefined {
    for (const key of keys) {
      const found = this.fields.get(fold(key));
      if (found) return found;
    }
    return undefined;
  }

  place(...keys: readonly string[]): Place {
    return { path: this.find(...keys)?.path ?? `${this.path}/${keys[0] ?? ''}` };
  }

  /** A text, trimmed; the first of a list. */
  text(...keys: readonly string[]): string | undefined {
    return this.texts(...keys)[0];
  }

  /** All texts of a field, of the first of these that has any. */
  texts(...keys: readonly string[]): string[] {
    for (const key of keys) {
      const texts = this.values(key).flatMap(textOf);
      if (texts.length > 0) return texts;
    }
    return [];
  }

  /** Entries of a field: of a list, of a list written as a text, or the one value. */
  values(key: string): JsonValue[] {
    const { value } = this.find(key) ?? {};
    if (value === undefined) return [];
    const read = typeof value === 'string' && /^\s*[[{]/.test(value) ? (parsed(value) ?? value) : value;
    return Array.isArray(read) ? read : [read];
  }

  /** Entries of a field that are objects. */
  objects(key: string): CkanObject[] {
    const { path } = this.place(key);
    return this.values(key).flatMap((value, index) =>
      isJsonObject(value) ? [new CkanObject(value, `${path}/${index}`, this.language)] : [],
    );
  }

  /** A text by language: of `key_translated`, of a map in `key` itself (ckanext-fluent), else in the language of the whole. */
  map(...keys: readonly string[]): LanguageMap {
    for (const key of keys) {
      for (const name of [`${key}_translated`, key]) {
        const [value] = this.values(name);
        const map = isJsonObject(value) ? mapOf(value) : {};
        if (Object.keys(map).length > 0) return map;
      }
      const text = this.text(key);
      if (text !== undefined) return { [this.language]: text };
    }
    return {};
  }
}

const fold = (key: string) => key.toLowerCase().replaceAll('-', '_');

function textOf(value: JsonValue): string[] {
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Keys are languages: then it is a text in several of them. */
function mapOf(value: JsonObject): LanguageMap {
  const entries = Object.entries(value).flatMap(([key, text]) => {
    const tag = normaliseLanguage(key);
    return tag !== undefined && typeof text === 'string' && text.trim() !== '' ? [[tag, text.trim()]] : [];
  });
  return Object.fromEntries(entries);
}
