import {
  type CatalogueRecord,
  type Keyword,
  localise,
  parseTaxonIdentifier,
  topicCategories,
} from '../../model/index.ts';
import { oneLine, present } from '../reading/index.ts';
import type { DataciteDocument, Text } from './document.ts';
import { topicScheme } from './vocabulary.ts';

type Resource = CatalogueRecord['resource'];
type Subject = DataciteDocument['subjects'][number];

/**
 * Subjects are keywords. The same concept in another language is the same keyword; ISO topic categories under their
 * scheme are those; a name with an address in WoRMS or ITIS is a taxon as well.
 */
export function addSubjects(
  resource: Resource,
  document: DataciteDocument,
  language: (text: Text) => string,
): void {
  const concepts = new Map<string, Keyword>();
  for (const subject of document.subjects) {
    const topic =
      subject.scheme === topicScheme
        ? topicCategories.find((known) => known.value === subject.text)
        : undefined;
    if (topic) {
      resource.topicCategories.push(topic.value);
      continue;
    }
    const { valueUri } = subject;
    const known = valueUri === undefined ? undefined : concepts.get(valueUri);
    if (known && known.label[language(subject)] === undefined) {
      known.label[language(subject)] = subject.text;
      continue;
    }
    const taxon = valueUri === undefined ? undefined : parseTaxonIdentifier(valueUri);
    const keyword: Keyword = {
      label: subject.text === valueUri ? {} : { [language(subject)]: subject.text },
      ...present({ uri: valueUri, code: subject.code, type: taxon && 'taxon' }),
      ...thesaurusOf(subject),
    };
    resource.keywords.push(keyword);
    if (valueUri !== undefined && !known) concepts.set(valueUri, keyword);
    if (taxon && subject.text !== valueUri)
      resource.taxa.push({
        scientificName: subject.text,
        commonNames: {},
        ...taxon,
        uri: valueUri ?? taxon.uri,
      });
  }
}

function thesaurusOf({ scheme, schemeUri }: Subject): Pick<Keyword, 'thesaurus'> {
  if (scheme === undefined && schemeUri === undefined) return {};
  return {
    thesaurus: {
      title: scheme === undefined ? {} : { und: scheme },
      ...(schemeUri === undefined ? {} : { uri: schemeUri }),
      dates: [],
    },
  };
}

/** One subject for each language of a keyword, then the topic categories and the taxa that no keyword names. */
export function writeSubjects(
  { keywords, topicCategories: topics, taxa }: Pick<Resource, 'keywords' | 'topicCategories' | 'taxa'>,
  language: string,
): Omit<Subject, 'place'>[] {
  const subjects = keywords.flatMap(({ label, uri, code, thesaurus }) => {
    const about = present({
      scheme: thesaurus && localise(thesaurus.title, language, 'en')?.text,
      schemeUri: thesaurus?.uri,
      valueUri: uri,
      code,
    });
    const texts = Object.entries(label).filter(([, text]) => text.trim() !== '');
    if (texts.length === 0) return uri === undefined ? [] : [{ text: uri, ...about }];
    return texts.map(([tag, text]) => ({
      text: oneLine(text),
      ...(tag === 'und' ? {} : { language: tag }),
      ...about,
    }));
  });
  const named = new Set(subjects.flatMap(({ text, valueUri }) => [text, valueUri]));
  return [
    ...subjects,
    ...topics.map((text) => ({ text, scheme: topicScheme })),
    ...taxa.flatMap(({ scientificName, uri, authority, identifier }) =>
      named.has(scientificName) || (uri !== undefined && named.has(uri))
        ? []
        : [
            present({
              text: scientificName,
              scheme: authority,
              valueUri: uri,
              code: identifier,
            }),
          ],
    ),
  ];
}
