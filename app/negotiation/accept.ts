/** A representation that can be had: its media type, and its profile (RFC 6906) where several share that type. */
export type Offer = { type: string; profile?: string };

type Range = { type: string; subtype: string; profile?: string; quality: number };

/**
 * The best of several representations for an `Accept` header (RFC 9110, 12.5.1): the highest quality wins, then the order
 * offered. A range with a `profile` parameter means that profile only.
 * @param header `null` accepts anything
 * @param offers media types without parameters, best first
 * @returns `null` when none is acceptable
 */
export function preferredOffer<Offered extends Offer>(
  header: string | null,
  offers: readonly Offered[],
): Offered | null {
  const ranges = parseAccept(header?.trim() ? header : '*/*');
  let best: { offer: Offered; quality: number } | null = null;
  for (const offer of offers) {
    const quality = qualityOf(offer, ranges);
    if (quality > (best?.quality ?? 0)) best = { offer, quality };
  }
  return best?.offer ?? null;
}

function parseAccept(header: string): Range[] {
  return splitOutsideQuotes(header, ',').flatMap((part) => {
    const [range = '', ...parameters] = splitOutsideQuotes(part, ';').map((word) => word.trim());
    const [type = '', subtype = ''] = range.toLowerCase().split('/');
    if (type === '' || subtype === '') return [];
    const profile = parameterOf(parameters, 'profile');
    const weight = parameterOf(parameters, 'q');
    const quality = weight === undefined ? 1 : Number(weight);
    return [{ type, subtype, quality: Number.isNaN(quality) ? 0 : quality, ...(profile ? { profile } : {}) }];
  });
}

function parameterOf(parameters: readonly string[], name: string): string | undefined {
  const given = parameters.find((parameter) => parameter.toLowerCase().startsWith(`${name}=`));
  return given?.slice(name.length + 1).replace(/^"(.*)"$/, '$1');
}

/** Addresses of profiles hold commas and semicolons at times; they are quoted then. */
function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  return text.match(new RegExp(`(?:"[^"]*"|[^"${separator}])+`, 'g')) ?? [];
}

/** The most specific range that matches decides, even when a wider one has a higher quality. */
function qualityOf(offer: Offer, ranges: readonly Range[]): number {
  const [type, subtype] = offer.type.split('/');
  const matching = ranges.filter(
    (range) =>
      (range.type === '*' || range.type === type) &&
      (range.subtype === '*' || range.subtype === subtype) &&
      (range.profile === undefined || range.profile === offer.profile),
  );
  const closest = Math.max(-1, ...matching.map(specificity));
  return Math.max(
    0,
    ...matching.filter((range) => specificity(range) === closest).map(({ quality }) => quality),
  );
}

function specificity({ type, subtype, profile }: Range): number {
  if (profile !== undefined) return 3;
  return type === '*' ? 0 : subtype === '*' ? 1 : 2;
}
