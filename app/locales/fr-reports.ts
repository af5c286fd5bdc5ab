import type { reportTexts as english } from './en-reports.ts';

const number = (count: number) => new Intl.NumberFormat('fr').format(count);
const counted = (count: number, one: string, many: string) => `${number(count)} ${count < 2 ? one : many}`;

/** Les textes du rapport sur les fiches d’un centre de données. */
export const reportTexts: typeof english = {
  title: (source) => `Rapport : ${source}`,
  heading: 'Rapport',
  lead: 'Ce qui a été trouvé dans les fiches de ce centre : ce qu’il faut corriger, où, et l’évolution dans le temps. Il ne demande pas de compte et suit chaque moisson et chaque contrôle des liens.',
  description: (source) =>
    `Ce qui a été trouvé dans les fiches de métadonnées de ${source} : problèmes par règle avec ce qu’il faut faire, documents refusés, liens rompus et évolution.`,
  summary: 'Qualité des fiches',
  whole: 'Lire tout le rapport',
  asCsv: 'Tous les problèmes en tableau (CSV)',
  asCsvOfRule: 'Ces problèmes en tableau (CSV)',
  asJson: 'Le rapport pour les programmes (JSON)',
  feed: 'Changements des fiches (Atom)',
  figures: {
    records: 'Fiches',
    withProblems: 'Avec erreur ou avertissement',
    problems: 'Erreurs et avertissements',
    refused: 'Documents refusés',
    links: 'Liens',
    linksAmiss: 'Liens défectueux',
  },
  trend: 'Évolution',
  trendBegins: 'L’évolution apparaîtra dès qu’il y aura les chiffres de deux jours.',
  trendTable: 'Les chiffres en tableau',
  day: 'Jour',
  upTo: (n) => `jusqu’à ${n}`,
  fairTrend: 'À quel point les fiches sont FAIR, et leur évolution',
  rules: 'Problèmes par règle',
  rulesLead:
    'Une erreur empêche de se servir de quelque chose, un avertissement le rend difficile à trouver ou à comprendre, une remarque est donnée pour information.',
  none: 'Aucun défaut n’a été trouvé dans les fiches.',
  severities: { error: 'Erreur', warning: 'Avertissement', info: 'Remarque' },
  times: (n) => `${number(n)} fois`,
  inRecords: (n) => `dans ${counted(n, 'fiche', 'fiches')}`,
  all: (n) => (n === 1 ? 'La fiche en entier' : `Les ${number(n)} fiches`),
  back: 'Retour au rapport',
  ruleLead: (problems, records) =>
    `Trouvé ${number(problems)} fois dans ${counted(records, 'fiche', 'fiches')}.`,
  ruleGone: 'Plus aucune fiche de ce centre n’enfreint cette règle.',
  morePlaces: (n) => `et ${counted(n, 'autre endroit', 'autres endroits')}`,
  untitled: 'Sans titre',
  next: 'Fiches suivantes',
  first: 'Depuis le début',
  refused: 'Documents refusés',
  refusedLead:
    'Ils n’ont donné aucune fiche, pour les raisons dites ici. Une version antérieure qui a été bien lue reste dans le catalogue.',
  refusedNone: 'Tous les documents ont été pris.',
  refusedOf: (shown, total) =>
    `Les ${number(shown)} premiers sur ${number(total)} ; le tableau (CSV) les a tous.`,
  refusedOn: (day) => `refusé le ${day}`,
  runs: 'Moissons',
  noRuns: 'Pas encore moissonné.',
  noLinks: 'Les liens n’ont pas encore été contrôlés.',
};
