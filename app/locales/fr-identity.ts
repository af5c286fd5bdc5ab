import type { IdentityTexts } from './en-identity.ts';

const number = (count: number) => new Intl.NumberFormat('fr').format(count);

/** The same in French. */
export const identityTexts: IdentityTexts = {
  title: 'Même ressource',
  lead: 'Les fiches de plusieurs sources qui décrivent une même ressource ne sont affichées qu’une fois. Ce qui est sûr se fait tout seul ; le reste attend ici.',
  toDecide: 'À décider',
  toDecideCount: (n) =>
    n === 0
      ? 'Aucune paire n’attend de décision.'
      : `${number(n)} ${n === 1 ? 'paire attend' : 'paires attendent'}, les plus probables d’abord.`,
  speaksFor: 'Pour',
  speaksAgainst: 'Contre',
  one: 'Une ressource',
  two: 'Deux ressources',
  oneOf: (first, second) => `Une ressource : ${first}, ${second}`,
  twoOf: (first, second) => `Deux ressources : ${first}, ${second}`,
  look: 'Chercher une fiche',
  lookHint: 'Son identifiant ici, ou l’adresse de sa page.',
  record: 'Fiche',
  show: 'Montrer',
  alone: 'Aucune autre fiche connue ne décrit cette ressource.',
  joinWith: 'Réunir avec une autre fiche',
  join: 'Réunir',
  clusters: 'Affichées une fois',
  noClusters: 'Aucune ressource n’est décrite par plusieurs fiches.',
  shown: 'affichée dans les recherches',
  hidden: 'non publique',
  split: 'Séparer',
  splitOf: (title) => `Séparer : ${title}`,
  decisions: 'Décidé',
  noDecisions: 'Personne n’a encore rien décidé.',
  joined: 'Une ressource',
  wasSplit: 'Deux ressources',
  undone: 'annulé',
  undo: 'Annuler',
  undoOf: (titles) => `Annuler : ${titles}`,
  untitled: 'Une fiche sans titre',
  next: 'Suite',
  first: 'Au début',
  done: {
    joined: 'C’est désormais une seule ressource.',
    split: 'Ce sont désormais deux ressources.',
    undone: 'La décision est annulée.',
  },
  errors: {
    record: 'Cette fiche n’existe pas, ou elle a été retirée.',
    already: 'Ces fiches sont déjà une seule ressource.',
    alone: 'Cette fiche est seule : il n’y a rien dont la séparer.',
    conflict: 'Quelqu’un en a décidé autrement entre-temps. Regardez à nouveau.',
    forbidden: 'L’une des fiches vient d’une source qui ne vous est pas confiée.',
    notOurForm: 'Le formulaire ne vient pas de cette page. Rechargez-la.',
  },
};
