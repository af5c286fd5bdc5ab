import type { AccessKind, BoundingBox, LanguageMap } from '#catalogue/model';
import { makersOf } from '#catalogue/model';
import type { StoredRecord } from '#ledger';
import { excerpt, highlight, type Segment } from '#search/highlight';
import { formatBox, formatDate } from '../locales/format.ts';
import type { Locale } from '../locales/index.ts';
import { messagesIn } from '../locales/index.ts';
import { boxesOf } from './boxes.ts';
import { mainOrganisation, partyName } from './names.ts';
import { type PageText, pageText, plainText, typeLabel, yearsText } from './texts.ts';

/** What a list says of one record. */
export type RecordSummary = {
  id: string;
  title: { pieces: Segment[]; lang?: string };
  snippet?: { pieces: Segment[]; lang?: string };
  type: string;
  typeName: string;
  sourceName: string;
  /** Other sources that have it. */
  alsoIn: string[];
  makers?: string;
  organisation?: string;
  years?: string;
  place?: string;
  licence?: string;
  /** Kinds of access worth naming in a list. */
  access: AccessKind[];
  changed: string;
  boxes: BoundingBox[];
};

const snippetLength = 260;

/**
 * Makes what a list says of a record.
 * @param words what was searched for, as typed: it is marked in the texts
 * @param alsoIn ids of other sources that have the same resource
 */
export function summarise(
  stored: StoredRecord,
  locale: Locale,
  sourceNames: ReadonlyMap<string, LanguageMap>,
  words = '',
  alsoIn: readonly string[] = [],
): RecordSummary {
  const messages = messagesIn(locale);
  const { resource } = stored.record;
  const nameOf = (id: string) => plainText(sourceNames.get(id), locale) ?? id;
  const title = pageText(resource.titles, locale) ?? { text: messages.recordPage.untitled };
  const abstract = pageText(resource.abstracts, locale);
  const makers = makersOf(resource)
    .map((party) => partyName(party, locale))
    .filter((name) => name !== undefined);
  const organisation = mainOrganisation(resource, locale);
  const years = yearsText(resource.temporalExtents, messages);
  const boxes = boxesOf(resource);
  const place = placeOf(stored, locale, boxes[0]);
  const licence = resource.licences[0]?.id ?? plainText(resource.licences[0]?.title, locale);
  const firstMakers = [...new Set(makers)].slice(0, 3).join(', ');
  return {
    id: stored.id,
    title: withLanguage(title, highlight(title.text, words)),
    ...(abstract
      ? {
          snippet: withLanguage(
            abstract,
            excerpt(withoutMarkup(abstract.text), words, { length: snippetLength }),
          ),
        }
      : {}),
    type: resource.type,
    typeName: typeLabel(resource.type, locale),
    sourceName: nameOf(stored.sourceId),
    alsoIn: alsoIn.map(nameOf),
    ...(firstMakers ? { makers: new Set(makers).size > 3 ? `${firstMakers}…` : firstMakers } : {}),
    ...(organisation ? { organisation } : {}),
    ...(years ? { years } : {}),
    ...(place ? { place } : {}),
    ...(licence ? { licence } : {}),
    access: accessOf(stored),
    changed: formatDate(stored.datestamp, locale),
    boxes,
  };
}

function withLanguage({ lang }: PageText, pieces: Segment[]): { pieces: Segment[]; lang?: string } {
  return lang === undefined ? { pieces } : { pieces, lang };
}

function placeOf({ record }: StoredRecord, locale: Locale, box: BoundingBox | undefined): string | undefined {
  for (const { place } of record.resource.spatialExtents) {
    const name = plainText(place?.names, locale);
    if (name !== undefined && name.length <= 60) return name;
  }
  return box && formatBox(box, locale);
}

function accessOf({ record, visibility }: StoredRecord): AccessKind[] {
  if (visibility === 'metadata-only') return [];
  const kinds = new Set(record.resource.distributions.map(({ kind }) => kind));
  return (['download', 'subset', 'view', 'service', 'order'] as const).filter((kind) => kinds.has(kind));
}

/** Text of an abstract that was sent with HTML in it. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/<[a-z/!][^>]*>/gi, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (entity) => entities[entity] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': '’',
};
