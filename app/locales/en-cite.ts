/** What is told where a record can be cited. */
export const citeTexts = {
  title: 'Cite it',
  lead: 'The same citation in the usual styles. Check it against the guide of your journal.',
  other: 'Other styles, BibTeX, RIS, EndNote…',
  styles: 'Styles',
  references: 'For your reference manager',
  documents: 'The metadata to read',
  untitled: 'This record has no title, so it can’t be cited.',
  credit: 'Citations by CSL (citeproc-js)',
};
