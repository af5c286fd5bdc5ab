import type { Messages } from './en.ts';

export const feedTexts: Messages['feed'] = {
  title: (portal) => `${portal} : changements des fiches`,
  titleOfSource: (source, portal) => `${source} : changements des fiches (${portal})`,
  subtitle: 'Les fiches nouvelles, modifiées ou retirées, les plus récentes d’abord.',
  changes: { created: 'Nouvelle', updated: 'Modifiée', withdrawn: 'Retirée' },
  withdrawn: 'La fiche a été retirée.',
  withdrawnBecause: (reason) => `La fiche a été retirée : ${reason}`,
  link: 'Flux des changements (Atom)',
  untitled: 'Fiche sans titre',
};
