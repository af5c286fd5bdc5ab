import { findCode, type Keyword, topicCategories } from '../../model/index.ts';
import type { RdfNode } from '../../rdf/index.ts';
import { oneLine } from '../reading/index.ts';
import { dataThemeScheme, dataThemes } from './codes.ts';
import { codeOf, type DcatReading, givenIri, labels, languageOf, lines, told } from './reading.ts';

/** Codelists of ISO topic categories, as INSPIRE and ISO publish them. */
const topicCategoryList = /TopicCategory(Code)?[/#]/;

/**
 * Free keywords (each in its own language: nothing in DCAT says which ones translate each other) and themes with their
 * concept scheme. A theme of which only the IRI is told has no label here; the IRI says what it is.
 */
export function keywordsOf(
  resource: RdfNode,
  reading: DcatReading,
): { keywords: Keyword[]; topicCategories: string[] } {
  const found = new Map<string, Keyword>();
  const concepts = new Map<string, Keyword>();
  const categories = new Set<string>();
  for (const node of resource.all('dcat:keyword')) {
    const text = oneLine(node.value);
    if (text !== '')
      found.set(`${languageOf(node, reading)} ${text}`, { label: { [languageOf(node, reading)]: text } });
  }
  const topics = resource.all('geodcatap:topicCategory');
  for (const node of [...topics, ...resource.all('dcat:theme', 'dct:subject', 'dcat:themes')]) {
    if (node.is('dwc:Taxon')) continue;
    if (topicCategoryList.test(node.value)) {
      const category = findCode(topicCategories, codeOf(node));
      if (category) {
        categories.add(category.value);
        continue;
      }
    }
    const keyword = conceptOf(node, reading);
    if (keyword) concepts.set(JSON.stringify(keyword), keyword);
  }
  // A concept says more than its label among the free keywords; a theme that topic categories imply says nothing.
  for (const { label } of concepts.values())
    for (const [language, text] of Object.entries(label)) found.delete(`${language} ${text}`);
  const implied = new Set([...categories].map((category) => `${dataThemeScheme}/${dataThemes[category]}`));
  const themes = [...concepts.values()].filter(({ uri, thesaurus }) => thesaurus || !implied.has(uri ?? ''));
  return { keywords: [...found.values(), ...themes], topicCategories: [...categories] };
}

function conceptOf(node: RdfNode, reading: DcatReading): Keyword | undefined {
  const label = node.isLiteral ? lines([node], reading) : labels(node, reading);
  const uri = givenIri(node, reading);
  if (!told(label) && uri === undefined) return undefined;
  const code = node.text('skos:notation');
  const kind = node.all('dct:type').find(({ value }) => value.includes('MD_KeywordTypeCode'));
  const scheme = node.one('skos:inScheme', 'skos:topConceptOf');
  const schemeUri = scheme && givenIri(scheme, reading);
  const schemeCode = scheme?.text('dct:identifier');
  const title = scheme && labels(scheme, reading);
  return {
    label,
    type: kind ? codeOf(kind) : 'theme',
    ...(uri === undefined ? {} : { uri }),
    ...(code === undefined ? {} : { code }),
    ...(scheme && (told(title ?? {}) || schemeUri !== undefined)
      ? {
          thesaurus: {
            title: title ?? {},
            ...(schemeUri === undefined ? {} : { uri: schemeUri }),
            ...(schemeCode === undefined ? {} : { identifier: schemeCode }),
            dates: schemeDates(scheme, reading),
          },
        }
      : {}),
  };
}

function schemeDates(scheme: RdfNode, reading: DcatReading): { type: string; date: string }[] {
  return (
    [
      ['dct:created', 'creation'],
      ['dct:issued', 'publication'],
      ['dct:modified', 'revision'],
    ] as const
  ).flatMap(([property, type]) => {
    const text = scheme.text(property);
    const date =
      text === undefined ? undefined : reading.report.date(text, { path: `${scheme}/${property}` });
    return date === undefined ? [] : [{ type, date }];
  });
}
