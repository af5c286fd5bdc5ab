import type { JsonObject } from '../../json/index.ts';
import {
  type CatalogueRecord,
  findCode,
  type Keyword,
  localise,
  topicCategories,
} from '../../model/index.ts';
import { isAddress, oneLine } from '../reading/index.ts';
import type { JsonNode } from './node.ts';

type Resource = CatalogueRecord['resource'];

/** The scheme of ISO 19115 topic categories. */
const topicScheme = 'http://www.isotc211.org/2005/resources/Codelist/gmxCodelists.xml#MD_TopicCategoryCode';

/** Words that the AODN writes for a scheme: ISO types of keywords. */
const keywordTypes = new Set([
  'theme',
  'place',
  'discipline',
  'stratum',
  'temporal',
  'platform',
  'instrument',
]);

/**
 * Keywords of `keywords` and `themes` (OGC API Records, themes extension of STAC); concepts of the ISO topic category
 * list become topic categories. A free keyword that only repeats a concept is not told twice.
 */
export function readThemes(resource: Resource, holder: JsonNode, language: string): void {
  const found = new Map<string, Keyword>();
  const add = (keyword: Keyword) =>
    found.set(JSON.stringify([keyword.label, keyword.uri ?? '', keyword.thesaurus?.uri ?? '']), keyword);
  for (const theme of holder.nodes('themes')) {
    const scheme = theme.text('scheme');
    for (const concept of theme.nodes('concepts')) addConcept(concept, scheme);
  }
  function addConcept(concept: JsonNode, scheme: string | undefined): void {
    const id = concept.text('id', 'name');
    if (id === undefined) return;
    const topic = /topiccategory/i.test(scheme ?? '') ? findCode(topicCategories, id)?.value : undefined;
    if (topic !== undefined) {
      if (!resource.topicCategories.includes(topic)) resource.topicCategories.push(topic);
      return;
    }
    const title = concept.text('title');
    // The AODN puts the name of the vocabulary into each concept and the type of the keyword into the scheme.
    const isVocabularyTitle = scheme === undefined || keywordTypes.has(scheme);
    const url = [concept.text('url'), id].find((text) => text !== undefined && isAddress(text));
    const label = isAddress(id) || (!isVocabularyTitle && title !== undefined) ? title : id;
    const thesaurus = isVocabularyTitle
      ? title && { title: { [language]: title }, dates: [] }
      : isAddress(scheme)
        ? { title: {}, uri: scheme, dates: [] }
        : { title: { [language]: scheme }, dates: [] };
    add({
      label: label === undefined ? {} : { [language]: label },
      ...(url === undefined ? {} : { uri: url }),
      ...(scheme !== undefined && keywordTypes.has(scheme) ? { type: scheme } : {}),
      ...(thesaurus ? { thesaurus } : {}),
    });
  }
  const told = new Set([...found.values()].map(({ label }) => label[language]));
  for (const { text } of holder.texts('keywords')) {
    const word = oneLine(text);
    if (told.has(word) || resource.topicCategories.includes(word)) continue;
    add(isAddress(word) ? { label: {}, uri: word } : { label: { [language]: word } });
  }
  resource.keywords.push(...found.values());
}

/** All keywords as texts, and those of a vocabulary again as concepts of their scheme. */
export function writeThemes(
  resource: Resource,
  language: string,
  losses: string[],
): { keywords: string[]; themes: JsonObject[] } {
  const keywords = new Set<string>();
  const schemes = new Map<string, Map<string, JsonObject>>();
  const concept = (scheme: string, id: string, rest: JsonObject) => {
    const concepts = schemes.get(scheme) ?? new Map<string, JsonObject>();
    concepts.set(id, { id, ...rest });
    schemes.set(scheme, concepts);
  };
  for (const { label, uri, thesaurus } of resource.keywords) {
    const name = localise(label, language)?.text;
    const scheme =
      thesaurus?.uri ?? localise(thesaurus?.title ?? {}, language)?.text ?? thesaurus?.identifier;
    if (name !== undefined) keywords.add(name);
    const id = uri ?? name;
    if (id === undefined) continue;
    if (scheme === undefined) {
      if (name === undefined) keywords.add(id);
      else if (uri !== undefined) losses.push('keyword.uri: without a vocabulary');
      continue;
    }
    concept(scheme, id, {
      ...(name === undefined ? {} : { title: name }),
      ...(uri !== undefined && URL.canParse(uri) && isAddress(uri) ? { url: new URL(uri).href } : {}),
    });
  }
  for (const topic of resource.topicCategories) concept(topicScheme, topic, {});
  const themes = [...schemes].map(([scheme, concepts]) => ({ scheme, concepts: [...concepts.values()] }));
  return { keywords: [...keywords], themes };
}
