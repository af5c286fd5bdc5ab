import type { Locale } from '../locales/index.ts';

type Labels = Readonly<Record<string, readonly [en: string, fr: string]>>;

/** ISO MD_ProgressCode (19115 and 19115-1). */
export const progressLabels: Labels = {
  completed: ['Completed', 'Terminé'],
  historicalArchive: ['Archived', 'Archivé'],
  obsolete: ['Obsolete', 'Obsolète'],
  onGoing: ['Ongoing', 'En cours'],
  planned: ['Planned', 'Prévu'],
  required: ['Required', 'Nécessaire'],
  underDevelopment: ['Under development', 'En développement'],
  final: ['Final', 'Définitif'],
  pending: ['Pending', 'En attente'],
  retired: ['Retired', 'Retiré'],
  superseded: ['Superseded', 'Remplacé'],
  tentative: ['Tentative', 'Provisoire'],
  valid: ['Valid', 'Valide'],
  accepted: ['Accepted', 'Accepté'],
  notAccepted: ['Not accepted', 'Non accepté'],
  withdrawn: ['Withdrawn', 'Retiré'],
  proposed: ['Proposed', 'Proposé'],
  deprecated: ['Deprecated', 'Déconseillé'],
};

/** ISO MD_RestrictionCode. */
export const restrictionLabels: Labels = {
  copyright: ['Copyright', 'Droit d’auteur'],
  patent: ['Patent', 'Brevet'],
  patentPending: ['Patent pending', 'Brevet en instance'],
  trademark: ['Trademark', 'Marque déposée'],
  license: ['Licence', 'Licence'],
  licence: ['Licence', 'Licence'],
  licenceUnrestricted: ['Unrestricted licence', 'Licence sans restriction'],
  licenceEndUser: ['End-user licence', 'Licence d’utilisateur final'],
  licenceDistributor: ['Distributor’s licence', 'Licence de distributeur'],
  intellectualPropertyRights: ['Intellectual property rights', 'Propriété intellectuelle'],
  restricted: ['Restricted', 'Restreint'],
  otherRestrictions: ['Other restrictions', 'Autres restrictions'],
  unrestricted: ['Unrestricted', 'Sans restriction'],
  private: ['Private', 'Privé'],
  statutory: ['Statutory', 'Prévu par la loi'],
  confidential: ['Confidential', 'Confidentiel'],
  sensitiveButUnclassified: ['Sensitive', 'Sensible'],
  'in-confidence': ['In confidence', 'Sous le sceau du secret'],
};

/** ISO MD_MaintenanceFrequencyCode. */
export const frequencyLabels: Labels = {
  continual: ['Continual', 'En continu'],
  continuous: ['Continuous', 'En continu'],
  daily: ['Daily', 'Quotidienne'],
  weekly: ['Weekly', 'Hebdomadaire'],
  fortnightly: ['Fortnightly', 'Tous les quinze jours'],
  biweekly: ['Twice a week', 'Deux fois par semaine'],
  semimonthly: ['Twice a month', 'Deux fois par mois'],
  monthly: ['Monthly', 'Mensuelle'],
  quarterly: ['Quarterly', 'Trimestrielle'],
  biannually: ['Twice a year', 'Deux fois par an'],
  annually: ['Annual', 'Annuelle'],
  biennially: ['Every two years', 'Tous les deux ans'],
  asNeeded: ['As needed', 'Selon les besoins'],
  irregular: ['Irregular', 'Irrégulière'],
  notPlanned: ['Not planned', 'Non prévue'],
  periodic: ['Periodic', 'Périodique'],
  unknown: ['Unknown', 'Inconnue'],
};

/** ISO MD_SpatialRepresentationTypeCode. */
export const representationLabels: Labels = {
  vector: ['Vector', 'Vecteur'],
  grid: ['Grid', 'Grille'],
  textTable: ['Text, table', 'Texte, tableau'],
  tin: ['Triangulated network', 'Réseau triangulé'],
  stereoModel: ['Stereo model', 'Modèle stéréoscopique'],
  video: ['Video', 'Vidéo'],
  point: ['Point', 'Point'],
};

/** What a page calls a value of a codelist; a value that is not in it stands as it is. */
export function labelOf(labels: Labels, value: string, locale: Locale): string {
  const label = labels[value];
  return label ? label[locale === 'en' ? 0 : 1] : value;
}
