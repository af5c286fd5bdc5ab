import type { BoundingBox, LanguageMap } from '#catalogue/model';
import { localise } from '#catalogue/model';
import { fold, words } from '../analysis/index.ts';
import { secondsOf } from '../days.ts';
import type { SearchDocument } from '../engine.ts';

/** How a record stands in the table `documents`, but for its number and facets. */
export type DocumentColumns = {
  state: number;
  copy: number;
  title_en: string;
  title_fr: string;
  title_words: number;
  sort_date: number;
  modified: number;
  extents: Buffer;
};

/** Room enough to tell titles apart; the rest would only cost memory. */
const sortKeyLength = 80;

/** Boxes (west, south, east, north), periods (start, end in days) and depths (minimum, maximum in metres), flat. */
export type Extents = { boxes: Float64Array; periods: Float64Array; depths: Float64Array };

/** Makes the stored columns of a document. */
export function documentColumns(document: SearchDocument): DocumentColumns {
  const titles = Object.values(document.titles);
  return {
    state: document.visible === 'public' ? 2 : 1,
    copy: document.isCopy ? 1 : 0,
    title_en: sortKey(document.titles, 'en'),
    title_fr: sortKey(document.titles, 'fr'),
    title_words: titles.reduce((sum, title) => sum + words(title).length, 0) / Math.max(1, titles.length),
    sort_date: secondsOf(document.sortDate)?.first ?? Number.MIN_SAFE_INTEGER,
    modified: secondsOf(document.datestamp)?.first ?? 0,
    extents: writeExtents(document),
  };
}

function sortKey(titles: LanguageMap, language: 'en' | 'fr'): string {
  const title = localise(titles, language, language === 'en' ? 'fr' : 'en')?.text ?? '';
  // Leading quotes and brackets don't sort; digits sort by their value.
  return words(title)
    .map(({ folded }) => (/^\d{1,11}$/.test(folded) ? folded.padStart(12, '0') : folded))
    .join(' ')
    .slice(0, sortKeyLength);
}

function writeExtents({ boxes, periods, depths }: SearchDocument): Buffer {
  const numbers = [
    boxes.length,
    ...boxes.flatMap(({ west, south, east, north }) => [west, south, east, north]),
    periods.length,
    ...periods.flatMap(({ start, end }) => [start, end]),
    depths.length,
    ...depths.flatMap(({ minimum, maximum }) => [minimum, maximum]),
  ];
  return Buffer.from(new Float64Array(numbers).buffer);
}

export function readExtents(blob: Buffer): Extents {
  const numbers = new Float64Array(aligned(blob));
  let at = 0;
  const list = (width: number) => {
    const length = (numbers[at] ?? 0) * width;
    const part = numbers.subarray(at + 1, at + 1 + length);
    at += 1 + length;
    return part;
  };
  return { boxes: list(4), periods: list(2), depths: list(2) };
}

export function readFacetCodes(blob: Buffer): Uint32Array {
  return new Uint32Array(aligned(blob));
}

/** A column may lie anywhere in memory, a typed array of wide numbers may not. */
function aligned(blob: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(blob.byteLength);
  new Uint8Array(copy).set(blob);
  return copy;
}

/** Identifiers are compared without case, resolver and scheme prefix of a DOI. */
export function foldIdentifier(identifier: string): string {
  return fold(identifier.trim()).replace(
    /^(https?:\/\/(dx\.|www\.)?doi\.org\/|doi:\s*|info:doi\/)(?=10\.)/,
    '',
  );
}

/** The box of a row, as the model has it. */
export function boxOf(cells: ArrayLike<number>, at = 0): BoundingBox {
  return {
    west: cells[at] ?? 0,
    south: cells[at + 1] ?? 0,
    east: cells[at + 2] ?? 0,
    north: cells[at + 3] ?? 0,
  };
}
