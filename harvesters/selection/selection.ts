import type { BoundingBox } from '#catalogue/model';
import { DomainError } from '#runtime/errors';
import type { HarvestProtocolName, HarvestSource } from '../types.ts';
import { type Period, parsePeriod } from './period.ts';

/** What of a source is wanted: where several things are told, a record must fulfil all. */
export type Selection = {
  /** The area of a record meets it. */
  area?: BoundingBox;
  /** The time that a record covers meets it. */
  period?: Period;
  /** A record has one of them. */
  keywords?: string[];
  /** Its title, abstract or keywords hold each of them; a source that searches itself finds them as it does. */
  words?: string[];
  /** A filter in the language of the source, which it alone understands. */
  filter?: string;
};

/** Protocols whose sources take a filter in a language of queries. */
const filtering: readonly HarvestProtocolName[] = ['csw', 'ogc-records'];
/** Options that have the same meaning with every protocol. */
const shared = ['bbox', 'datetime', 'keyword', 'q', 'filter'] as const;
/** All options that say what is wanted of a source, beside those of how it is asked. */
const narrowing = [
  ...shared,
  'set',
  'fq',
  'query',
  'client-id',
  'prefix',
  'provider-id',
  'resource-type-id',
  'collection',
  'match',
  'graph',
];

type Selecting = Pick<HarvestSource, 'protocol' | 'options'>;

/**
 * Reads what is wanted of a source from its options `bbox`, `datetime`, `keyword`, `q` and `filter`.
 * @throws DomainError `invalid` (field `options`), whose message begins with the name of the option
 */
export function selectionOf({ protocol, options }: Selecting): Selection {
  const given = (name: (typeof shared)[number]) => options[name]?.trim() || undefined;
  const [bbox, datetime, keyword, q, filter] = shared.map(given);
  if (filter !== undefined && !filtering.includes(protocol))
    throw refusal(
      'filter',
      `sources of "${protocol}" take none. Use bbox, keyword, q or datetime, or the rules of the source (docs/rules.md).`,
    );
  const keywords = keyword
    ?.split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (keywords?.length === 0)
    throw refusal('keyword', 'must be one keyword, or several with ";" between them.');
  const words = q?.split(/[\s,]+/).filter((one) => one !== '');
  return {
    ...(bbox === undefined ? {} : { area: areaOf(bbox) }),
    ...(datetime === undefined ? {} : { period: periodOf(datetime) }),
    ...(keywords ? { keywords } : {}),
    ...(words && words.length > 0 ? { words } : {}),
    ...(filter === undefined ? {} : { filter }),
  };
}

/** Options that say what is wanted, in one word: other options make another word; '' for none. */
export function nameOfSelection({ options }: Pick<HarvestSource, 'options'>): string {
  const told = narrowing.flatMap((name) => {
    const value = options[name]?.trim();
    return value ? [`${name}=${value}`] : [];
  });
  return told.sort().join('\n');
}

function refusal(option: string, message: string): DomainError {
  return new DomainError('invalid', `${option}: ${message}`, { field: 'options' });
}

/** West, south, east, north in degrees, as in the bounding boxes of OGC APIs (OGC 17-069r4, 7.15.3). */
function areaOf(text: string): BoundingBox {
  const [west, south, east, north, ...more] = text.split(',').map((part) => Number(part.trim() || 'x'));
  const isNear = (degrees: number | undefined, most: number): degrees is number =>
    degrees !== undefined && Math.abs(degrees) <= most;
  if (more.length > 0 || !isNear(west, 180) || !isNear(south, 90) || !isNear(east, 180) || !isNear(north, 90))
    throw refusal(
      'bbox',
      `must be west,south,east,north in degrees, such as -10,40,5,52, not "${text}". West > east crosses the antimeridian.`,
    );
  if (south > north) throw refusal('bbox', `south (${south}) is north of north (${north}).`);
  return { west, south, east, north };
}

function periodOf(text: string): Period {
  const period = parsePeriod(text);
  if (period) return period;
  throw refusal(
    'datetime',
    `must be a date, or an interval such as 2010-01-01/2019-12-31 or 2010-01-01/.., not "${text}".`,
  );
}
