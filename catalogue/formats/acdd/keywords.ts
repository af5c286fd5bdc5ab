import { type CatalogueRecord, findCode, type Keyword, topicCategories } from '../../model/index.ts';
import { isAddress, oneLine } from '../reading/index.ts';
import type { Attributes } from './attributes.ts';
import { siblingsOf } from './languages.ts';
import { listOf } from './lists.ts';

type Vocabulary = { prefix?: string; title: string };

/**
 * Keywords with the vocabularies that `keywords_vocabulary` names. ACDD 1.3 tells several by prefix (`CF: …`), and then
 * keywords carry it. A vocabulary of paths (GCMD) stands for the paths alone: ERDDAP puts single words beside them.
 */
export function keywordsOf(attributes: Attributes, language: string): Keyword[] {
  const vocabularies = vocabulariesOf(attributes.text('keywords_vocabulary') ?? '');
  const found = new Map<string, Keyword>();
  const add = (text: string, tag: string) => {
    for (const word of listOf(text)) {
      const keyword = keywordOf(word, tag, vocabularies);
      found.set(JSON.stringify(keyword.label) + (keyword.uri ?? ''), keyword);
    }
  };
  add(attributes.text('keywords') ?? '', language);
  for (const { tag, sibling } of siblingsOf(attributes, 'keywords')) add(attributes.text(sibling) ?? '', tag);
  for (const kind of featureTypesOf(attributes)) found.set(JSON.stringify(kind.label), kind);
  return [...found.values()];
}

function keywordOf(word: string, language: string, vocabularies: readonly Vocabulary[]): Keyword {
  if (isAddress(word)) return { label: {}, uri: word };
  const prefixed = /^([A-Za-z][\w-]*):\s*(\S.*)$/.exec(word);
  const named = vocabularies.find(({ prefix }) => prefix !== undefined && prefix === prefixed?.[1]);
  const plain = vocabularies.find(({ prefix }) => prefix === undefined);
  const vocabulary = named ?? (plain && (!isOfPaths(plain) || word.includes(' > ')) ? plain : undefined);
  return {
    label: { [language]: named ? oneLine(prefixed?.[2] ?? word) : word },
    ...(vocabulary ? { thesaurus: { title: { und: vocabulary.title }, dates: [] } } : {}),
  };
}

const isOfPaths = ({ title }: Vocabulary) => /GCMD|Global Change Master Directory/i.test(title);

function vocabulariesOf(text: string): Vocabulary[] {
  if (text === '') return [];
  const parts = text.split(/[,;]\s*(?=[A-Za-z][\w-]*:\s?(?!\/))/);
  return parts.map((part) => {
    const prefixed = /^([A-Za-z][\w-]*):\s?(?!\/)(\S.*)$/.exec(oneLine(part));
    return prefixed?.[1] === undefined
      ? { title: oneLine(part) }
      : { prefix: prefixed[1], title: oneLine(prefixed[2] ?? '') };
  });
}

/** What the data are as features: the discrete sampling geometry of CF 9, or the data type of Unidata. */
function featureTypesOf(attributes: Attributes): Keyword[] {
  const kinds = [
    { text: attributes.text('featureType', 'CF:featureType'), title: 'CF featureType' },
    { text: attributes.text('cdm_data_type'), title: 'Unidata CDM data type' },
  ];
  const [told] = kinds.filter(({ text }) => text !== undefined);
  if (told?.text === undefined || /^other$/i.test(told.text)) return [];
  return [
    { label: { en: told.text }, type: 'featureType', thesaurus: { title: { en: told.title }, dates: [] } },
  ];
}

/** ISO topic categories, as IOOS and GeoAPI write them. */
export function topicCategoriesOf(attributes: Attributes): CatalogueRecord['resource']['topicCategories'] {
  const text = attributes.text('ISO_Topic_Categories', 'topic_category', 'iso_topic_category') ?? '';
  return [...new Set(listOf(text).flatMap((word) => findCode(topicCategories, word)?.value ?? []))];
}
