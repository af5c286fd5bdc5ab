import { localise } from '../../model/index.ts';
import { isList, isObject, type Value } from './meaning.ts';

const mostCharacters = 80;

/** What things are known by. */
const naming = [
  'label',
  'titles',
  'title',
  'names',
  'name',
  'scientificName',
  'person',
  'organisation',
  'party',
  'responsibility',
  'text',
  'statement',
  'description',
  'url',
  'code',
  'date',
];

/** A value in a few words: the names that it holds, or the first texts. */
export function shortly(value: Value): string {
  const words = wordsOf(value).join(', ').replace(/\s+/g, ' ').trim();
  return words.length > mostCharacters ? `${words.slice(0, mostCharacters - 1).trimEnd()}…` : words;
}

function wordsOf(value: Value): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (isList(value)) {
    const shown = value.slice(0, 3).flatMap(wordsOf);
    return value.length > 3 ? [...shown, `… (${value.length})`] : shown;
  }
  if (!isObject(value)) return [String(value)];
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const isMap = texts.length > 0 && texts.every(([key]) => /^([a-z]{2}|und)(-[A-Za-z0-9]+)*$/.test(key));
  const one = isMap ? localise(Object.fromEntries(texts), 'en')?.text : undefined;
  if (one !== undefined) return [one];
  const names = naming.flatMap((key) => wordsOf(value[key]));
  const words = names.length > 0 ? names : Object.values(value).flatMap(wordsOf);
  return [...new Set(words)].slice(0, 4);
}
