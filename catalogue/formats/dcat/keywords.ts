import { findCode, type Keyword, topicCategories } from '../../model/index.ts';
import type { RdfNode } from '../../rdf/index.ts';
import { oneLine } from '../reading/index.ts';
import { codeOf, type DcatReading, labels, languageOf, lines, told } from './reading.ts';

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
  const categories = new Set<string>();
  for (const node of resource.all('dcat:keyword')) {
    const text = oneLine(node.value);
    if (text !== '')
      found.set(`${languageOf(node, reading)} ${text}`, { label: { [languageOf(node, reading)]: text } });
  }
  for (const node of resource.all('dcat:theme', 'dct:subject', 'dcat:themes')) {
    if (topicCategoryList.test(node.value)) {
      const category = findCode(topicCategories, codeOf(node));
      if (category) {
        categories.add(category.value);
        continue;
      }
    }
    const keyword = conceptOf(node, reading);
    if (keyword) found.set(keyword.uri ?? JSON.stringify(keyword), keyword);
  }
  return { keywords: [...found.values()], topicCategories: [...categories] };
}

function conceptOf(node: RdfNode, reading: DcatReading): Keyword | undefined {
  const label = node.isLiteral ? lines([node], reading) : labels(node, reading);
  if (!told(label) && node.iri === undefined) return undefined;
  const scheme = node.one('skos:inScheme', 'skos:topConceptOf');
  const title = scheme && labels(scheme, reading);
  return {
    label,
    type: 'theme',
    ...(node.iri === undefined ? {} : { uri: node.iri }),
    ...(scheme && (told(title ?? {}) || scheme.iri !== undefined)
      ? {
          thesaurus: {
            title: title ?? {},
            ...(scheme.iri === undefined ? {} : { uri: scheme.iri }),
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
