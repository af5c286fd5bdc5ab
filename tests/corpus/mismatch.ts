import { type LanguageMap, localise } from '#catalogue/model';

/** A field of a record that is not what the document says. */
export type Mismatch = { field: string; expected: unknown; actual: unknown };

/** One run of white space is one space, NFC, trimmed. */
export const normalised = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** The text of a map in the main language of the document. */
export const mainText = (map: LanguageMap | undefined, language: string): string =>
  normalised(localise(map ?? {}, language)?.text ?? '');

/**
 * One mismatch of a field that holds a set, or none.
 * @param unreported what was rightly refused, but without telling
 */
export function difference(
  field: string,
  missing: readonly unknown[],
  extra: readonly unknown[],
  unreported: readonly string[],
): Mismatch[] {
  if (missing.length + extra.length + unreported.length === 0) return [];
  return [{ field, expected: { missing, ...(unreported.length ? { unreported } : {}) }, actual: { extra } }];
}
