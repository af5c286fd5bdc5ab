import type { Messages } from './en.ts';

export const fairTexts: Messages['fair'] = {
  title: 'Cette fiche est-elle FAIR ?',
  lead: 'Des tests inspirés des métriques FAIRsFAIR examinent ce qui est réellement servi : cette page et ses documents tels qu’un inconnu les reçoit, et les adresses que la fiche donne. Ce que personne n’a pu examiner ne compte pour rien.',
  notYet:
    'Cette fiche n’a pas encore été évaluée. Cela se fait en arrière-plan, en général en quelques minutes.',
  score: 'Score FAIR',
  upTo: (most) => `jusqu’à ${most} quand tout sera connu`,
  assessed: (on) => `Évaluée le ${on}`,
  byPrinciple: 'Score par principe',
  percentUnknown: (share) => `${share} inconnus`,
  notAsked: 'sans objet',
  tests: 'Tests, constats, et que faire',
  verdicts: { passed: 'Réussi', partly: 'En partie', failed: 'Échoué', unknown: 'Inconnu' },
  finding: (verdict) => `${verdict} : `,
  points: (score, maximum) => `${score} sur ${maximum}`,
  remedy: 'Que faire :',
  history: 'Score au fil du temps',
  forMachines: 'En JSON',
  sourceTitle: 'Ses fiches sont-elles FAIR ?',
  sourceLead: (records) =>
    `Moyennes sur ${records}. La page de chaque fiche dit ce qui a été constaté et que faire.`,
  sourceNotYet: 'Aucune fiche de ce centre n’a encore été évaluée.',
  mendFirst: 'À réparer d’abord',
  mendLead: 'Les tests que le plus de fiches ne réussissent pas.',
  ofRecords: (count, records) => `${count} fiches sur ${records}`,
  recordCount: (count, text) => (count < 2 ? 'une fiche évaluée' : `${text} fiches évaluées`),
};
