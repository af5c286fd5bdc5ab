/** ISO 639-2 bibliographic codes of the languages that European catalogues write in. */
const codes: Readonly<Record<string, string>> = {
  ar: 'ara',
  bg: 'bul',
  br: 'bre',
  ca: 'cat',
  cs: 'cze',
  cy: 'wel',
  da: 'dan',
  de: 'ger',
  el: 'gre',
  en: 'eng',
  es: 'spa',
  et: 'est',
  eu: 'baq',
  fi: 'fin',
  fr: 'fre',
  ga: 'gle',
  gl: 'glg',
  he: 'heb',
  hr: 'hrv',
  hu: 'hun',
  id: 'ind',
  is: 'ice',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  lb: 'ltz',
  lt: 'lit',
  lv: 'lav',
  mt: 'mlt',
  nb: 'nob',
  nl: 'dut',
  nn: 'nno',
  no: 'nor',
  pl: 'pol',
  pt: 'por',
  rm: 'roh',
  ro: 'rum',
  ru: 'rus',
  sk: 'slo',
  sl: 'slv',
  sq: 'alb',
  sr: 'srp',
  sv: 'swe',
  th: 'tha',
  tr: 'tur',
  uk: 'ukr',
  vi: 'vie',
  zh: 'chi',
};

/**
 * The ISO 639-2 code of a BCP 47 tag, as ISO metadata and INSPIRE want it; the tag itself where we know none, or where it
 * tells a variant (`pt-BR`) that the code can't.
 */
export function languageCode(tag: string): string {
  return codes[tag] ?? tag;
}
