import { isAbsolute } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '#runtime/errors';
import { mergeTexts } from '../merge-texts.ts';
import { isSentTo } from '../push/index.ts';
import type { HarvestSource } from '../types.ts';
import type { SourceDraft } from './source-draft.ts';

/**
 * The source that a draft makes. What the draft does not speak of (its place, texts in other languages) stays.
 * @throws DomainError `invalid` (field `url`) for a path of this machine that was not the source's already: whoever looks
 * after sources in the browser may read the web, not the disk; archives are looked for only where the configuration allows it
 */
export function sourceFrom(
  draft: Omit<SourceDraft, 'owner' | 'digest'>,
  known: Pick<HarvestSource, 'id' | 'createdAt'> & Partial<HarvestSource>,
): HarvestSource {
  const { homepage, contactEmail, schedule, names, descriptions, themes, precedence, ...rest } = draft;
  const isNew = draft.url !== known.url || draft.protocol !== known.protocol;
  // Where archives may be is in the configuration, and looked up when they are crawled.
  if (isNew && draft.protocol === 'archive' && !isAbsolute(draft.url))
    throw new DomainError('invalid', 'url: must be the whole path of a folder of this machine.', {
      field: 'url',
    });
  if (isNew && draft.protocol !== 'archive' && !isWebAddress(draft.url))
    throw new DomainError('invalid', 'url: must begin with http:// or https://.', { field: 'url' });
  if (schedule && isSentTo(draft))
    throw new DomainError('invalid', 'schedule: a source that sends its documents is not asked for them.', {
      field: 'schedule',
    });
  const {
    homepage: _homepage,
    contactEmail: _contact,
    schedule: _schedule,
    themes: former,
    precedence: usual,
    ...kept
  } = known;
  const rank = precedence === undefined ? usual : (precedence ?? undefined);
  const belongsTo = themes ?? former ?? [];
  return {
    ...kept,
    ...rest,
    names: mergeTexts(known.names, names),
    descriptions: mergeTexts(known.descriptions, descriptions),
    ...(homepage ? { homepage } : {}),
    ...(contactEmail ? { contactEmail } : {}),
    ...(schedule ? { schedule } : {}),
    ...(belongsTo.length > 0 ? { themes: belongsTo } : {}),
    ...(rank === undefined ? {} : { precedence: rank }),
  };
}

/** Whether an address is asked over http(s). */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/**
 * Whether a change makes us ask what lies behind our own door: who was given one source to look after was not given our
 * network.
 */
export function leadsInside(
  before: HarvestSource,
  { protocol, url, allowPrivateAddresses }: HarvestSource,
): boolean {
  const isInside = allowPrivateAddresses || protocol === 'archive';
  const wasInside = before.allowPrivateAddresses || before.protocol === 'archive';
  return isInside && !(wasInside && before.protocol === protocol && before.url === url);
}

/** Names of what differs. */
export function changedFields(before: HarvestSource, after: HarvestSource): string[] {
  const of = (source: HarvestSource): Record<string, unknown> => ({ ...source });
  const [one, other] = [of(before), of(after)];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((name) => !isDeepStrictEqual(one[name], other[name]))
    .sort();
}
