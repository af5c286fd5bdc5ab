import { isJsonObject, type JsonValue, parseJson } from '../../json/index.ts';
import type { DocumentPart, ReadResult } from '../format.ts';
import { Report } from '../reading/index.ts';
import { recordOf } from './record.ts';

/** Whether a JSON value is a dataset of CKAN (a "package"): a name, what it is about, and lists that only these have. */
export function isPackage(value: JsonValue | undefined): boolean {
  if (!isJsonObject(value) || '@context' in value || '@type' in value || value['is_organization'] === true)
    return false;
  const isNamed = typeof value['name'] === 'string' || typeof value['id'] === 'string';
  const isDescribed = ['notes', 'title', 'title_translated', 'description'].some((key) => key in value);
  return isNamed && isDescribed && ['resources', 'tags', 'extras'].some((key) => Array.isArray(value[key]));
}

/**
 * The datasets in an answer of the CKAN API: `package_show`, `package_search`, `current_package_list_with_resources`,
 * an organisation with its packages, the older search with the dataset as a text (`data_dict`), or datasets alone.
 * @returns `undefined` where the value is nothing of the kind
 */
export function packagesOf(value: JsonValue): JsonValue[] | undefined {
  if (isPackage(value)) return [value];
  if (Array.isArray(value)) {
    const found = value.flatMap((entry) => (isPackage(entry) ? [entry] : (dictionaryOf(entry) ?? [])));
    return found.length > 0 ? found : undefined;
  }
  if (!isJsonObject(value)) return undefined;
  for (const key of ['result', 'results', 'packages']) {
    const inner = value[key];
    const found = inner === undefined ? undefined : packagesOf(inner);
    if (found) return found;
  }
  return dictionaryOf(value);
}

function dictionaryOf(value: JsonValue): JsonValue[] | undefined {
  const text = isJsonObject(value) ? (value['validated_data_dict'] ?? value['data_dict']) : undefined;
  if (typeof text !== 'string') return undefined;
  const inner = parseJson(new TextEncoder().encode(text)).value;
  return inner !== undefined && isPackage(inner) ? [inner] : undefined;
}

/** One part for each dataset of an answer; `undefined` where there is none. Deleted ones are told as deleted. */
export function splitCkan(value: JsonValue, bytes: Uint8Array): DocumentPart[] | undefined {
  return packagesOf(value)?.map((entry) => {
    const dataset = isJsonObject(entry) ? entry : {};
    const identifier = dataset['id'] ?? dataset['name'];
    return {
      format: 'ckan',
      bytes: entry === value ? bytes : new TextEncoder().encode(JSON.stringify(entry)),
      ...(typeof identifier === 'string' ? { identifier } : {}),
      ...(dataset['state'] === 'deleted' ? { deleted: true } : {}),
    };
  });
}

/** Reads one dataset of CKAN, alone or in the answer of `package_show`; of several, the first. */
export async function readCkan(bytes: Uint8Array): Promise<ReadResult> {
  const { value, problems } = parseJson(bytes);
  const report = new Report();
  report.problems.push(...problems);
  if (value === undefined) return { record: null, problems: report.problems };
  const [first, ...rest] = packagesOf(value) ?? [];
  if (!isJsonObject(first)) {
    report.error(
      'no-resource',
      { path: '/' },
      'The JSON holds no dataset of CKAN.',
      'Send the answer of /api/3/action/package_show for one dataset.',
    );
    return { record: null, problems: report.problems };
  }
  if (rest.length > 0)
    report.info(
      'several-resources',
      { path: '/' },
      `The document holds ${rest.length + 1} datasets; the first was read.`,
      'Send one document for each dataset.',
    );
  return { record: recordOf(first, report), problems: report.problems };
}
