import type { CatalogueRecord, LanguageMap } from '../../model/index.ts';

/**
 * What a record tells in prose of how data were made and checked: most centres write it there, not in fields.
 * @returns abstracts, lineage, methods, quality, in all languages
 */
export function proseOf({ resource }: CatalogueRecord): string {
  const maps: (LanguageMap | undefined)[] = [
    resource.abstracts,
    resource.methods,
    resource.supplementalInformation,
    resource.lineage?.statement,
    ...(resource.lineage?.processSteps ?? []).map(({ description }) => description),
    ...resource.quality.flatMap(({ explanation, measureDescription, evaluationDescription }) => [
      explanation,
      measureDescription,
      evaluationDescription,
    ]),
  ];
  const methods = resource.variables.map(({ method = '' }) => method);
  return [...maps.flatMap((map) => Object.values(map ?? {})), ...methods].join('\n');
}

/** Ship code of the ICES or NODC (four characters, the country first) and the day of departure. */
const expocode = /\b[0-9A-Z]{4}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b/g;

/** Expocodes in the names and identifiers of a record, its cruises and its keywords. */
export function expocodesOf({ resource }: CatalogueRecord): string[] {
  const texts = [
    ...resource.campaigns.flatMap(({ identifier = '', names }) => [identifier, ...Object.values(names)]),
    ...resource.identifiers.map(({ code }) => code),
    ...resource.keywords.flatMap(({ label }) => Object.values(label)),
    ...[resource.titles, ...resource.alternateTitles].flatMap((title) => Object.values(title)),
  ];
  return [...new Set(texts.flatMap((text) => text.match(expocode) ?? []))];
}

/** Whether a variable, or a keyword that names one, matches: by name, short name, CF standard name or method. */
export function measures({ resource }: CatalogueRecord, pattern: RegExp): boolean {
  const variables = resource.variables.flatMap(({ names, shortName = '', standardName = '' }) => [
    ...Object.values(names),
    shortName,
    standardName.replaceAll('_', ' '),
  ]);
  const keywords = resource.keywords.flatMap(({ label }) => Object.values(label));
  return [...variables, ...keywords].some((name) => pattern.test(name));
}
