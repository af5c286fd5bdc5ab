import { z } from 'zod';
import { type CatalogueRecord, type LanguageMap, normaliseLanguage, type Resource } from '#catalogue/model';
import { type Action, type Change, change, unchanged } from '../change.ts';

/** Says which language texts are in that tell none: those that are read, not names. */
export const textLanguage = z.strictObject({
  do: z.literal('language'),
  language: z.string().refine((tag) => normaliseLanguage(tag) === tag && tag !== 'und', {
    message: 'This is no language.',
    params: { remedy: 'Write a short tag such as en, fr or pt-BR.' },
  }),
});

export function compileTextLanguage({ language }: z.infer<typeof textLanguage>): Action {
  return (record) => {
    const changes: Change[] = [];
    const told = (map: LanguageMap, path: string): LanguageMap => {
      const { und, ...rest } = map;
      if (und === undefined || rest[language] !== undefined) return map;
      changes.push(change(`${path}.${language}`, undefined, und));
      return { [language]: und, ...rest };
    };
    const resource = tellTexts(record.resource, told);
    const isUntold = record.language === undefined || record.language === 'und';
    if (isUntold) changes.push(change('language', record.language, language));
    if (changes.length === 0) return unchanged(record);
    const made: CatalogueRecord = { ...record, resource, ...(isUntold ? { language } : {}) };
    return { record: made, changes };
  };
}

type Tell = (map: LanguageMap, path: string) => LanguageMap;

const singleTexts = [
  'purpose',
  'supplementalInformation',
  'environmentDescription',
  'methods',
  'tableOfContents',
] as const;

function tellTexts(resource: Resource, tell: Tell): Resource {
  const made: Resource = {
    ...resource,
    titles: tell(resource.titles, 'resource.titles'),
    abstracts: tell(resource.abstracts, 'resource.abstracts'),
    alternateTitles: resource.alternateTitles.map((map, index) =>
      tell(map, `resource.alternateTitles[${index}]`),
    ),
    keywords: resource.keywords.map((keyword, index) => ({
      ...keyword,
      label: tell(keyword.label, `resource.keywords[${index}].label`),
    })),
    constraints: resource.constraints.map((block, index) => {
      const each = (field: 'useLimitations' | 'otherConstraints') =>
        block[field].map((said, number) => ({
          ...said,
          text: tell(said.text, `resource.constraints[${index}].${field}[${number}].text`),
        }));
      return { ...block, useLimitations: each('useLimitations'), otherConstraints: each('otherConstraints') };
    }),
    distributions: resource.distributions.map((link, index) => ({
      ...link,
      names: tell(link.names, `resource.distributions[${index}].names`),
      descriptions: tell(link.descriptions, `resource.distributions[${index}].descriptions`),
    })),
  };
  for (const field of singleTexts) {
    const map = resource[field];
    if (map) made[field] = tell(map, `resource.${field}`);
  }
  return made;
}
