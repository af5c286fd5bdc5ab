import type { CatalogueRecord } from '../model/index.ts';
import type { LinkObservation } from './served.ts';

/**
 * Whether the page that a persistent identifier leads to is about the record: it is ours, it is one that the record
 * itself names, or its title is the record's.
 * @param page address of the record's page
 * @returns `undefined` where the page gives no sign of either
 */
export function leadsToRecord(
  record: CatalogueRecord,
  observation: Extract<LinkObservation, { outcome: 'answered' }>,
  page: string | undefined,
): boolean | undefined {
  const { resource } = record;
  const reached = comparable(observation.finalUrl);
  const own = [page, record.dataSetUri, ...resource.distributions.map(({ url }) => url)];
  if (own.some((url) => url !== undefined && comparable(url) === reached)) return true;
  const shown = folded(observation.title ?? '');
  if (shown.length < 8) return undefined;
  const titles = Object.values(resource.titles).map(folded);
  if (titles.some((title) => title.length >= 8 && (shown.includes(title) || title.includes(shown))))
    return true;
  // Some words in common may be chance; none at all is another thing.
  const words = new Set(titles.flatMap((title) => title.split(' ')).filter((word) => word.length > 3));
  return shown.split(' ').some((word) => words.has(word)) ? undefined : false;
}

function comparable(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[#].*$/, '')
    .replace(/\/+$/, '');
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
