import type { citeTexts as english } from './en-cite.ts';

/** Ce qui est dit là où une fiche peut être citée. */
export const citeTexts: typeof english = {
  title: 'Citer',
  lead: 'La même citation dans les styles courants. Vérifiez-la selon les consignes de votre revue.',
  other: 'Autres styles, BibTeX, RIS, EndNote…',
  styles: 'Styles',
  references: 'Pour votre gestionnaire de références',
  documents: 'Les métadonnées à lire',
  untitled: 'Cette fiche n’a pas de titre : elle ne peut pas être citée.',
  credit: 'Citations mises en forme par CSL (citeproc-js)',
};
