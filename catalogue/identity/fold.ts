/** Letters that Unicode does not decompose but others write apart. */
const plainLetters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};

/**
 * A text as it is compared: words in lower case without accents, between them one blank and no punctuation
 * (`Données CTD – « Été » 2010` → `donnees ctd ete 2010`). Markup is left out.
 */
export function foldWords(text: string): string {
  return text
    .replace(/<[a-z/!][^>]*>/gi, ' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæßøđłı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
