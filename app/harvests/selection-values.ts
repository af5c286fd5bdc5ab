import type { BoundingBox } from '#catalogue/model';
import { type HarvestProtocolName, harvestProtocols, selectionOf } from '#harvesters';
import { isDomainError } from '#runtime/errors';
import { linesOf } from './rules/rule-values.ts';
import { type SelectionErrors, type SelectionValues, sides } from './selection-fields.ts';

/** Options that have fields of their own. */
export const selectionOptions = ['bbox', 'datetime', 'keyword', 'q', 'filter'] as const;
type SelectionOption = (typeof selectionOptions)[number];

const longestOption = 2000;

/** What stands in the fields for the options of a source. */
export function selectionValues(options: Readonly<Record<string, string>>): SelectionValues {
  const [west = '', south = '', east = '', north = ''] = (options['bbox'] ?? '').split(',').map(trimmed);
  const [from = '', to = from] = (options['datetime'] ?? '').split('/').map(trimmed);
  const date = (part: string) => (part === '..' ? '' : part);
  return {
    west,
    south,
    east,
    north,
    periodFrom: date(from),
    periodTo: date(to),
    keywords: (options['keyword'] ?? '').split(';').map(trimmed).filter(Boolean).join('\n'),
    words: options['q'] ?? '',
    filter: options['filter'] ?? '',
  };
}

/**
 * The options that the fields make.
 * @param protocol as the form names it
 */
export function readSelection(
  values: SelectionValues,
  protocol: string,
): { options: Partial<Record<SelectionOption, string>>; errors: SelectionErrors } {
  const spoken = harvestProtocols.find((one) => one === protocol) ?? 'folder';
  const errors: SelectionErrors = {};
  const bbox = readArea(values, errors);
  const datetime = readPeriod(values, errors);
  const keyword = linesOf(values.keywords).join(';');
  const [words, filter] = [values.words.trim(), values.filter.trim()];
  if (keyword.length > longestOption) errors.keywords = 'tooLong';
  if (words.length > longestOption) errors.words = 'tooLong';
  if (filter.length > longestOption) errors.filter = 'tooLong';
  else if (filter !== '' && !isSelection({ filter }, spoken)) errors.filter = 'filter';
  return {
    options: {
      ...(bbox ? { bbox } : {}),
      ...(datetime ? { datetime } : {}),
      ...(keyword ? { keyword } : {}),
      ...(words ? { q: words } : {}),
      ...(filter ? { filter } : {}),
    },
    errors,
  };
}

/** The area that the fields say, where they say one. */
export function areaOf(values: SelectionValues): { area?: BoundingBox } {
  const bbox = readArea(values, {});
  const { area } = bbox === undefined ? {} : selectionOf({ protocol: 'folder', options: { bbox } });
  return area ? { area } : {};
}

function readArea(values: SelectionValues, errors: SelectionErrors): string | undefined {
  if (sides.every((side) => values[side] === '')) return undefined;
  const degrees = (side: (typeof sides)[number]) => {
    const text = values[side].replace(',', '.').replace('−', '-');
    const most = side === 'west' || side === 'east' ? 180 : 90;
    const number = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
    if (text === '') errors[side] = 'areaWhole';
    else if (!(Math.abs(number) <= most)) errors[side] = most === 180 ? 'longitude' : 'latitude';
    return number;
  };
  const [west, south, east, north] = [degrees('west'), degrees('south'), degrees('east'), degrees('north')];
  if (south > north) errors.south = 'areaTurned';
  return sides.some((side) => errors[side]) ? undefined : [west, south, east, north].join(',');
}

function readPeriod({ periodFrom, periodTo }: SelectionValues, errors: SelectionErrors): string | undefined {
  if (periodFrom === '' && periodTo === '') return undefined;
  const isDate = (date: string) => date === '' || (!date.includes('/') && isSelection({ datetime: date }));
  if (!isDate(periodFrom)) errors.periodFrom = 'date';
  if (!isDate(periodTo)) errors.periodTo = 'date';
  if (errors.periodFrom || errors.periodTo) return undefined;
  if (periodFrom === periodTo) return periodFrom;
  const datetime = `${periodFrom || '..'}/${periodTo || '..'}`;
  if (isSelection({ datetime })) return datetime;
  errors.periodTo = 'periodTurned';
  return undefined;
}

/** Whether options are taken as they are. */
function isSelection(options: Record<string, string>, protocol: HarvestProtocolName = 'folder'): boolean {
  try {
    selectionOf({ protocol, options });
    return true;
  } catch (error) {
    if (isDomainError(error)) return false;
    throw error;
  }
}

function trimmed(text: string): string {
  return text.trim();
}
