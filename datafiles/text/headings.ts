/** What a column of a table of measurements says, as its heading tells in English or French. */
export type Role =
  | 'latitude'
  | 'longitude'
  | 'vertical'
  | 'moment'
  | 'date'
  | 'clock'
  | 'year'
  | 'month'
  | 'day'
  | 'platform'
  | 'cruise'
  | 'identifier'
  | 'quality';

/** What may stand behind a word of position or time without changing it: beginnings and ends, systems, units. */
const more = `( (start|begin|beg|end|debut|deb|fin|dd|deg|degre|degres|degree|degrees|degrees north|degrees east|decimal|decimale|wgs84|utc|gmt|tu|n|e|nord|est|north|east|m|metres?|meters?|local|mean|moyenne?|min|max|minimum|maximum))*`;

const roles: readonly (readonly [Role, RegExp])[] = [
  ['quality', /(^|[ _])(qc|qf|flags?|quality|qualite)( .*)?$/],
  ['latitude', new RegExp(`^((start|begin|end|decimal|mean) ?)?lat(itude)?${more}$|^y wgs84$`)],
  ['longitude', new RegExp(`^((start|begin|end|decimal|mean) ?)?(lon|long|lng|longitude)${more}$|^x wgs84$`)],
  [
    'moment',
    new RegExp(
      `^(((date|time|timestamp|datetime|date ?time|date et heure|date heure|horodatage|event ?date|sampling date|date de prelevement|date prelevement|instant)${more})|time iso8601)$`,
    ),
  ],
  ['clock', new RegExp(`^(hour|heure|hh mm( ss)?|time of day|heure de prelevement)${more}$`)],
  ['year', /^(year|annee|an|yyyy|aaaa)$/],
  ['month', /^(month|mois|mm)$/],
  ['day', /^(day|jour|dd|jj|day of month)$/],
  [
    'vertical',
    new RegExp(
      `^((sampling|sample|water|sensor|min|max|minimum|maximum) ?)?(depth|depths?|profondeur|prof|immersion|pressure|pression|pres|press|deph|altitude|z|minimumdepthinmeters|maximumdepthinmeters)( (db|dbar|decibar|decibars|in meters))?${more}$`,
    ),
  ],
  [
    'platform',
    /^(platform|plateforme|ship|navire|vessel|bateau|bouee|buoy|float|flotteur)( (name|nom|code))?$/,
  ],
  ['cruise', /^(cruise|campagne|mission|expedition|leg)( (name|nom|code|id))?$/],
  [
    'identifier',
    /^(id|index|n|no|num|numero|number|record|row|ligne|cast|trait|station|event|sample|echantillon|bottle|bouteille|niskin|replicate|replicat)( (id|no|num|numero|number|name|nom|code))?$/,
  ],
];

/** A heading without its unit, accents and signs. `zone` is the offset of its times, such as `-07:00`. */
export type Heading = { name: string; plain: string; unit?: string; role?: Role; zone?: string };

/** What stands in parentheses and is longer than this is no unit. */
const longestUnit = 30;

/** Reads one heading; the unit stands in brackets or parentheses, or behind a comma before a longer remark. */
export function headingOf(text: string): Heading {
  const written = text.trim();
  const [, offset] = /,?\s*(?:GMT|UTC)\s*([+-]\d{2}:?\d{2})\s*$/i.exec(written) ?? [];
  const timeless = written.replace(/,?\s*(?:GMT|UTC)\s*[+-]\d{2}:?\d{2}\s*$/i, '');
  const [, before = '', inside] =
    /^(.*?)\s*(?:\[([^\]]*)\]|\((.*)\))\s*$/.exec(timeless)?.filter((part) => part !== undefined) ?? [];
  const isRemark = (inside ?? '').length > longestUnit;
  const [, bare = before, after] = (isRemark && /^(.*),\s*([^,]*)$/.exec(before)) || [];
  const name = bare || timeless;
  const unit = before ? (isRemark ? after : inside)?.trim() : undefined;
  const plain = plainText(name);
  const role = roles.find(([, pattern]) => pattern.test(plain))?.[0];
  return {
    name,
    plain,
    ...(unit ? { unit } : {}),
    ...(role ? { role } : {}),
    ...(offset ? { zone: offset } : {}),
  };
}

function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** `time` and `date` in one table: the first is a clock then. */
export function withClocks(headings: readonly Heading[]): Heading[] {
  const hasDate = headings.some(
    ({ plain, role }) => role === 'moment' && /^(sampling )?date\b(?! ?time| heure| et heure)/.test(plain),
  );
  const hasYear = headings.some(({ role }) => role === 'year');
  return headings.map((heading) => {
    if (heading.role !== 'moment') return heading;
    if (/^time\b(?! iso8601)/.test(heading.plain) && (hasDate || hasYear))
      return { ...heading, role: 'clock' };
    return /^(sampling )?date\b(?! ?time| heure| et heure)/.test(heading.plain)
      ? { ...heading, role: 'date' }
      : heading;
  });
}
