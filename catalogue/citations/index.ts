export { type CslItem, cslItem } from './csl-item.ts';
export { bibtexOf, endnoteOf, formatCitation, risOf } from './format.ts';
export { type CitationStyle, citationStyles } from './styles.ts';
