import type { validateTexts as english } from './en-validate.ts';
import { formatNumber } from './format.ts';

const number = (value: number) => formatNumber(value, 'fr');
const counted = (value: number, one: string, many: string) => `${number(value)} ${value < 2 ? one : many}`;

export const validateTexts: typeof english = {
  title: 'Contrôler un document de métadonnées',
  lead: 'Collez ou téléversez une fiche, ou une réponse entière d’OAI-PMH ou de CSW. Elle est lue, confrontée aux schémas officiels de son format et aux règles que vous choisissez ; chaque constat indique la ligne, la règle et le remède. Rien n’est conservé.',
  navigation: 'Contrôler un document',
  fromSources: 'Contrôler un document avant de le publier',
  document: 'Document',
  documentHint: (formats) => `Dans l’un de ces formats : ${formats}.`,
  file: 'Ou un fichier',
  fileHint: (megabytes) =>
    `${number(megabytes)} Mo au plus. Si les deux sont donnés, c’est le fichier qui compte.`,
  rules: 'Règles',
  submit: 'Contrôler',
  none: 'Collez un document ou choisissez un fichier.',
  tooLarge: (megabytes) => `Le document est trop volumineux : ${number(megabytes)} Mo au plus.`,
  tooSlow:
    'Le contrôle de ce document a pris trop de temps. Essayez avec une partie, ou la ligne de commande.',
  busy: 'Trop de documents sont en cours de contrôle. Réessayez dans une minute.',
  report: 'Rapport',
  passed: 'Aucune erreur n’a été trouvée.',
  failed: (errors) => `${counted(errors, 'erreur a été trouvée', 'erreurs ont été trouvées')}.`,
  also: (warnings, remarks) =>
    `En outre, ${counted(warnings, 'avertissement', 'avertissements')} et ${counted(remarks, 'remarque', 'remarques')}.`,
  records: 'Fiches lues',
  noRecord: 'Aucune fiche n’a été reconnue dans le document.',
  appliedRules: 'Règles appliquées',
  notRun: 'Non exécuté',
  line: (line) => `Ligne ${line}`,
  at: (place) => `${place}\u00a0: `,
  record: (index) => `Fiche ${index}`,
  remedy: 'Remède',
  source: 'Demandé par',
  left: (count) =>
    `${counted(count, 'autre constat n’est pas énuméré', 'autres constats ne sont pas énumérés')}.`,
  machines: 'Pour les machines',
  machinesText: 'Le même rapport en JSON : envoyez le document comme corps d’un POST.',
};
