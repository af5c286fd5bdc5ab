import {
  type CatalogueRecord,
  codeLabel,
  dateTypes,
  resourceTypeNames,
  roles,
  topicCategories,
} from '../model/index.ts';

/** One line of a record's metadata as people read them. */
export type MetadataRow = { field: string; value: string; language?: string };

/**
 * The metadata of a record line by line: every field that says anything, its parts joined.
 * @param language of the words of codelists, `en` or `fr`; texts of the record are given in all languages that they have
 * @param labels what each field of a resource is called
 */
export function metadataRows(
  { resource }: CatalogueRecord,
  language: string,
  labels: Readonly<Record<string, string>>,
): MetadataRow[] {
  return Object.entries(resource).flatMap(([name, value]) => {
    if (silent.has(name)) return [];
    const field = labels[name] ?? name;
    const rows: { value: string; language?: string }[] = [];
    for (const part of Array.isArray(value) ? value : [value]) rows.push(...linesOf(part, name, language));
    return rows.filter(({ value: text }) => text !== '').map((row) => ({ field, ...row }));
  });
}

/** Parts that machines need and people don't: our own readings, and words that stand beside in their original. */
const silent = new Set([
  'inclusive',
  'kind',
  'relationAsGiven',
  'roleAsGiven',
  'typeAsGiven',
  'protocolAsGiven',
  'box',
]);

function linesOf(part: unknown, name: string, language: string): { value: string; language?: string }[] {
  if (isLanguageMap(part, name))
    return Object.entries(part).map(([tag, text]) => ({
      value: text,
      ...(tag === 'und' ? {} : { language: tag }),
    }));
  const value = textOf(part, name, language);
  return value === '' ? [] : [{ value }];
}

/** A value in one line of text: the parts of an object with their names where they need one. */
function textOf(value: unknown, name: string, language: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return worded(name, value, language);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return name === 'coordinates'
      ? JSON.stringify(value)
      : value
          .map((one) => textOf(one, name, language))
          .filter(Boolean)
          .join('; ');
  if (isLanguageMap(value, name)) return [...new Set(Object.values(value))].join(' / ');
  const box = Object.entries(value).find(([key]) => key === 'box')?.[1];
  return [
    ...(isBox(box) ? [`W ${box.west}, S ${box.south}, E ${box.east}, N ${box.north}`] : []),
    ...Object.entries(value).flatMap(([key, part]) => {
      const text = silent.has(key) ? '' : textOf(part, key, language);
      return text === '' ? [] : [isNamed(key) ? `${key}: ${text}` : text];
    }),
  ].join(', ');
}

/** Values of codelists in the words of the language. */
function worded(name: string, value: string, language: string): string {
  if (name === 'type') return codeLabel([...resourceTypeNames, ...dateTypes], value, language);
  if (name === 'role') return codeLabel(roles, value, language);
  if (name === 'topicCategories') return codeLabel(topicCategories, value, language);
  return value;
}

/** Parts whose value says nothing without their name. */
function isNamed(key: string): boolean {
  return /^(minimum|maximum|start|end|indeterminate|unit|datum|positive|scaleDenominator|byteSize|checksum|frequency|nextUpdate|awardNumber|processors|version|step|accessConstraints|useConstraints|classification)$/.test(
    key,
  );
}

function isBox(value: unknown): value is { west: number; south: number; east: number; north: number } {
  return typeof value === 'object' && value !== null && 'west' in value && 'north' in value;
}

/** Texts by language: their keys are BCP 47 tags. Other objects of texts have longer keys, or are none of texts. */
function isLanguageMap(value: unknown, name: string): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  const isText =
    /(title|text|abstract|name|label|description|note|purpose|credit|usage|statement|rationale|explanation|organisation|position|information|details|methods|contents|instructions|specification|level|turnaround|usages)s?$/i;
  return (
    entries.length > 0 &&
    (isText.test(name) || entries.every(([key]) => key === 'und' || key.length === 2)) &&
    entries.every(([key, text]) => typeof text === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(key))
  );
}
