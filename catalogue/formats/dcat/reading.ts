import { type LanguageMap, normaliseLanguage } from '../../model/index.ts';
import type { RdfNode } from '../../rdf/index.ts';
import { addParagraph, oneLine, type Place, type Report } from '../reading/index.ts';
import { isoValue } from './codes.ts';

/** What every part of the DCAT reader needs: where problems go, and the language of untagged text. */
export type DcatReading = {
  report: Report;
  language: string;
  /** How addresses begin that a catalogue gave to nodes which have none (`…/records/7#related-1`): they say nothing. */
  minted?: string;
};

/** The address of a node, unless its catalogue made it up. */
export function givenIri(node: RdfNode, { minted }: DcatReading): string | undefined {
  const iri = node.iri ?? node.one('skos:exactMatch')?.iri;
  return minted !== undefined && iri?.startsWith(minted) ? node.one('skos:exactMatch')?.iri : iri;
}

export const place = (node: RdfNode): Place => ({ path: node.toString() });

/** BCP 47 tag of a literal; untagged text is in the language of the metadata, or `und`. */
export function languageOf(node: RdfNode, reading: DcatReading): string {
  return node.language === '' ? reading.language : (normaliseLanguage(node.language) ?? node.language);
}

/**
 * Titles, names, labels: one line in each language. A second one in the same language is given to `others`.
 */
export function lines(nodes: readonly RdfNode[], reading: DcatReading, others?: LanguageMap[]): LanguageMap {
  const map: LanguageMap = {};
  for (const node of nodes) {
    const text = oneLine(node.isLiteral ? node.value : labelText(node));
    if (text === '') continue;
    const language = languageOf(node, reading);
    if (map[language] === undefined) map[language] = text;
    else if (map[language] !== text) others?.push({ [language]: text });
  }
  return map;
}

/** Descriptions: several in one language become paragraphs. */
export function paragraphs(nodes: readonly RdfNode[], reading: DcatReading): LanguageMap {
  const map: LanguageMap = {};
  for (const node of nodes)
    if (node.isLiteral) addParagraph(map, languageOf(node, reading), node.value);
    else for (const label of labelNodes(node)) addParagraph(map, languageOf(label, reading), label.value);
  return map;
}

/** The literals that name a node, whatever property its vocabulary has for it. */
export function labelNodes(node: RdfNode): RdfNode[] {
  const found = node.all('skos:prefLabel', 'rdfs:label', 'dct:title', 'foaf:name', 'schema:name');
  const literals = found.filter((label) => label.isLiteral && label.value.trim() !== '');
  return literals.length > 0
    ? literals
    : node.all('dct:description', 'rdf:value').filter((label) => label.isLiteral);
}

function labelText(node: RdfNode): string {
  return labelNodes(node)[0]?.value ?? '';
}

/** Names of a node by language. */
export function labels(node: RdfNode, reading: DcatReading): LanguageMap {
  return lines(labelNodes(node), reading);
}

/** A language map where it says something, for optional properties. */
export function told(map: LanguageMap): LanguageMap | undefined {
  return Object.keys(map).length > 0 ? map : undefined;
}

/** The code at the end of an IRI of a codelist (`…/frequency/DAILY`, `…#MD_ScopeCode_dataset`), else the text itself. */
export function codeOf(node: RdfNode): string {
  const text = node.isLiteral || node.isNamed ? node.value.trim() : labelText(node).trim();
  if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(text)) return text;
  return isoValue(text.split(/[/#]/).filter(Boolean).at(-1) ?? text);
}

/** Address that a node stands for: its IRI, or a literal that holds one. */
export function addressOf(node: RdfNode): string | undefined {
  const text = node.value.trim();
  if (node.isNamed) return text === '' ? undefined : text;
  return node.isLiteral && /^(https?|ftps?|sftp|s3|file|urn|doi|mailto|tel):\S+$/i.test(text)
    ? text
    : undefined;
}
