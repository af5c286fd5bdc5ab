/** Letters that Unicode does not decompose but readers type without: ligatures and strokes. */
const plainLetters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/**
 * A text as it is compared: lower case, without accents, ligatures and width variants (`Œuvre` → `oeuvre`,
 * `CO₂` → `co2`). Punctuation and blanks stay.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\0-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæßøđðłþı]/g, (letter) => plainLetters[letter] ?? letter);
}
