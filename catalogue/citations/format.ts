import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { Cite, plugins } from '@citation-js/core';
import type { CslItem } from './csl-item.ts';
import { type CitationStyle, citationStyles, copernicus, ieee } from './styles.ts';

const styles = plugins.config.get('@csl').styles;
styles?.add('halocline-ieee', ieee);
styles?.add('halocline-copernicus', copernicus);

/** Languages that citations are written in, and the locale of CSL for each. */
const locales: Readonly<Record<string, string>> = { en: 'en-US', fr: 'fr-FR' };

/**
 * A citation as one writes it in a paper.
 * @param language `en` or `fr`; English for any other
 * @returns one line of plain text, without a number before it
 */
export function formatCitation(item: CslItem, style: CitationStyle, language: string): string {
  const template = citationStyles.find(({ name }) => name === style)?.template ?? 'apa';
  // The library fetches nothing: it is given finished items of CSL-JSON.
  const text = new Cite([item]).format('bibliography', {
    template,
    lang: locales[language] ?? 'en-US',
    format: 'text',
  });
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:\[1\]|1\.)\s*/, '');
}

/** A BibTeX entry (`@misc`, which every processor knows). */
export function bibtexOf(item: CslItem): string {
  // BibTeX knows years and months; the fields that its writer leaves out follow.
  const { keyword: _keyword, abstract: _abstract, issued, ...rest } = item;
  const month = issued?.['date-parts'].map((parts) => parts.slice(0, 2));
  const dated = { ...rest, ...(month ? { issued: { 'date-parts': month } } : {}) };
  const entry = new Cite([dated]).format('bibtex').trim();
  const more = [
    ...(item.version ? [`\tversion = {${braced(item.version)}},`] : []),
    ...(item.keyword ? [`\tkeywords = {${braced(item.keyword)}},`] : []),
    ...(item.abstract ? [`\tabstract = {${braced(item.abstract)}},`] : []),
  ];
  return `${entry.replace(/\}\s*$/, [...more, '}'].join('\n'))}\n`;
}

/** Braces and backslashes mean something to BibTeX, and a few signs to TeX. */
function braced(text: string): string {
  return text
    .replace(/[\\{}~^]/g, ' ')
    .replace(/[&%$#_]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A RIS record, as reference managers import it. */
export function risOf(item: CslItem): string {
  return `${new Cite([item]).format('ris').trim()}\n`;
}

/** A record of EndNote's tagged format (`%0 Dataset`…). */
export function endnoteOf(item: CslItem): string {
  const kind = { dataset: 'Dataset', software: 'Computer Program', map: 'Map', report: 'Report' }[item.type];
  const names = item.author?.map((name) =>
    'literal' in name ? `${name.literal},` : [name.family, name.given].filter(Boolean).join(', '),
  );
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const date = [year, month, day].filter((part) => part !== undefined);
  const lines: [string, string | undefined][] = [
    ['0', kind ?? 'Generic'],
    ...(names ?? []).map((name): [string, string] => ['A', name]),
    ['T', item.title],
    ['D', year === undefined ? undefined : String(year)],
    ['8', date.length > 1 ? date.map((part) => String(part).padStart(2, '0')).join('-') : undefined],
    ['I', item.publisher],
    ['7', item.version],
    ['B', item['collection-title']],
    ['R', item.DOI],
    ['U', item.DOI ? `https://doi.org/${item.DOI}` : item.URL],
    ['G', item.language],
    ...(item.keyword?.split(', ') ?? []).map((word): [string, string] => ['K', word]),
    ['X', item.abstract],
  ];
  return `${lines
    .flatMap(([tag, text]) => (text ? [`%${tag} ${text.replace(/\s+/g, ' ').trim()}`] : []))
    .join('\n')}\n`;
}
