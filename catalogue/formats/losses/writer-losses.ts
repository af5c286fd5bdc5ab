import { type CatalogueRecord, resource } from '../../model/index.ts';
import type { Loss } from './compare.ts';
import { isObject, isTold, type Members, type Value } from './meaning.ts';
import { shortly } from './shortly.ts';

/**
 * What a writer itself says it could not say, as losses at places of the model; what the comparison found already is
 * not told twice.
 * @param told names of fields (`resource.funding`, `abstracts: fr`) or sentences of the writer
 */
export function writerLosses(
  told: readonly string[],
  record: CatalogueRecord,
  found: readonly Loss[],
): Loss[] {
  const known = found.map(({ path, value, note }) => `${path} ${value} ${note ?? ''}`.toLowerCase());
  return told.flatMap((sentence): Loss[] => {
    const place = placeOf(sentence, record);
    if (place && known.some((text) => text.startsWith(place.path.toLowerCase()))) return [];
    if (place)
      return isTold(place.value)
        ? [
            {
              path: place.path,
              value: shortly(place.value),
              kind: 'dropped',
              ...noteOf(sentence, place.path),
            },
          ]
        : [];
    const words = sentence.toLowerCase().match(/[\p{L}\d]{5,}/gu) ?? [];
    const isKnown = words.some((word) => known.some((text) => text.includes(word.replace(/s$/, ''))));
    return isKnown ? [] : [{ path: '', value: '', kind: 'dropped', note: sentence }];
  });
}

/** The field that a writer names, with or without the object that it is in. */
function placeOf(sentence: string, record: CatalogueRecord): { path: string; value: Value } | undefined {
  const name = /^(?:(?:record|resource)\.)?(\w+)(?=$|[:. [])/.exec(sentence)?.[1];
  if (name === undefined) return undefined;
  const told: Members = record;
  const within = told['resource'];
  if (name in resource.shape)
    return { path: `resource.${name}`, value: isObject(within) ? within[name] : undefined };
  return name !== 'resource' && name in told ? { path: name, value: told[name] } : undefined;
}

function noteOf(sentence: string, path: string): { note?: string } {
  const rest = sentence.replace(/^(record|resource)\./, '');
  return rest === path.replace(/^resource\./, '') ? {} : { note: sentence };
}
