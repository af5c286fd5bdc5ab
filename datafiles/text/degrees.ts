/**
 * Degrees of a coordinate as people write them: `48.5`, `48,5`, `48 30.5 N`, `48°30'18" N`, `W004 12.3`.
 * @returns `undefined` for anything else
 */
export function degreesOf(text: string): number | undefined {
  // Nearly all of them are plain.
  const plain = text === '' ? Number.NaN : Number(text);
  if (!Number.isNaN(plain)) return plain;
  const written = text.trim().replace(/(\d),(\d)/g, '$1.$2');
  const parts =
    /^([NSEWO])?\s*([+-]?\d{1,3}(?:\.\d+)?)(?:[°\s:d]+(\d{1,2}(?:\.\d+)?))?(?:['′\s:]+(\d{1,2}(?:\.\d+)?))?[°'"′″\s]*([NSEWO])?$/i.exec(
      written,
    );
  if (!parts) return undefined;
  const [, before, degrees = '', minutes = '0', seconds = '0', after] = parts;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600;
  const isNegative = degrees.startsWith('-') || /[SWO]/i.test(before ?? after ?? '');
  return Number((isNegative ? -size : size).toFixed(6));
}

/** A position of two such texts. */
export function positionIn(
  latitude: string,
  longitude: string,
): { latitude: number; longitude: number } | undefined {
  const [north, east] = [degreesOf(latitude), degreesOf(longitude)];
  return north === undefined || east === undefined ? undefined : { latitude: north, longitude: east };
}
