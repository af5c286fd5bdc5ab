import {
  codeLabel,
  type Instant,
  type LanguageMap,
  localise,
  resourceTypeNames,
  type TemporalExtent,
  type VerticalExtent,
} from '#catalogue/model';
import { formatDate, formatNumber } from '../locales/format.ts';
import type { Locale, Messages } from '../locales/index.ts';

/** A text with the language it is in, where that differs from the page's: for the `lang` attribute. */
export type PageText = { text: string; lang?: string };

/** The text of a language map for a page; `undefined` when it has none. */
export function pageText(map: LanguageMap | undefined, locale: Locale): PageText | undefined {
  const found = map && localise(map, locale, locale === 'fr' ? 'en' : 'fr');
  const text = found?.text.trim();
  if (!found || !text) return undefined;
  const foreign = found.language !== 'und' && found.language.split('-')[0] !== locale;
  return foreign ? { text, lang: found.language } : { text };
}

/** As `pageText`, without the language. */
export function plainText(map: LanguageMap | undefined, locale: Locale): string | undefined {
  return pageText(map, locale)?.text;
}

/** "Dataset", « Jeu de données ». */
export function typeLabel(type: string, locale: Locale): string {
  return codeLabel(resourceTypeNames, type, locale);
}

/** A period in words: "1994 – ongoing", "July 2010 – 5 August 2011". */
export function periodText(
  { start, end, description }: TemporalExtent,
  locale: Locale,
  { recordPage }: Messages,
): string | undefined {
  if (!start && !end) return plainText(description, locale);
  const from = instantText(start, locale, recordPage) ?? recordPage.unknownStart;
  const until =
    end?.indeterminate === 'now' || end === undefined
      ? recordPage.ongoing
      : (instantText(end, locale, recordPage) ?? recordPage.unknownEnd);
  return from === until ? from : `${from} – ${until}`;
}

function instantText(
  instant: Instant | undefined,
  locale: Locale,
  words: Messages['recordPage'],
): string | undefined {
  if (instant?.indeterminate === 'now') return words.ongoing;
  if (instant?.date === undefined) return undefined;
  const date = formatDate(instant.date, locale);
  if (instant.indeterminate === 'before') return words.before(date);
  if (instant.indeterminate === 'after') return words.after(date);
  return date;
}

/** Years of all periods together: "1994 – ongoing", "2010". */
export function yearsText(extents: readonly TemporalExtent[], { recordPage }: Messages): string | undefined {
  const years = (instants: readonly (Instant | undefined)[]) =>
    instants.flatMap((instant) => {
      const year = instant?.date?.match(/^-?\d{4,}/)?.[0];
      return year === undefined ? [] : [Number(year)];
    });
  const starts = years(extents.map(({ start }) => start));
  const ends = years(extents.map(({ end }) => end));
  const ongoing = extents.some(
    ({ start, end }) => end?.indeterminate === 'now' || (start !== undefined && end === undefined),
  );
  if (starts.length === 0 && ends.length === 0) return undefined;
  const from = starts.length > 0 ? String(Math.min(...starts)) : recordPage.unknownStart;
  const until = ongoing
    ? recordPage.ongoing
    : ends.length > 0
      ? String(Math.max(...ends))
      : recordPage.unknownEnd;
  return from === until ? from : `${from} – ${until}`;
}

/** A vertical extent in words: "0 – 2,000 m". */
export function depthText(
  { minimum, maximum, unit, positive, description }: VerticalExtent,
  locale: Locale,
): string | undefined {
  if (minimum === undefined && maximum === undefined) return plainText(description, locale);
  const values = [minimum, maximum].filter((value) => value !== undefined);
  // Below the surface, the way down is read as depth whichever way the axis points.
  const downwards = positive !== 'down' && values.every((value) => value <= 0);
  const shown = values.map((value) => (downwards ? -value : value)).sort((a, b) => a - b);
  const range = [...new Set(shown)].map((value) => formatNumber(value, locale)).join(' – ');
  return `${range} ${unitText(unit)}`;
}

/** The unit's name without the register it stands in. */
function unitText(unit: string | undefined): string {
  const name = unit?.split(/[#/:]/).at(-1)?.trim();
  return name === undefined || name === '' || /^(metres?|meters?|9001)$/i.test(name) ? 'm' : name;
}
