import type { LanguageMap } from '../../model/index.ts';

/** Trimmed, inner white space made one blank: for titles, names and keywords, which are one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Adds a text to a language map. A second text of the same language is appended as a paragraph, unless it is the same.
 * @param map changed in place
 */
export function addParagraph(map: LanguageMap, language: string, text: string): void {
  const written = text.trim();
  if (written === '') return;
  const known = map[language];
  if (known === undefined) map[language] = written;
  else if (!known.split('\n\n').includes(written) && known !== written)
    map[language] = `${known}\n\n${written}`;
}

/** Copies what is not `undefined`: optional properties of the model are absent, never `undefined`. */
export function present<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const result = { ...object };
  for (const key of Object.keys(result) as (keyof T)[]) if (result[key] === undefined) delete result[key];
  return result as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** A text that is the address of something one can fetch. */
export function isAddress(text: string): boolean {
  return /^(https?|ftps?|sftp|s3):\/\/\S+$/i.test(text);
}
