type Words = { en: string; fr: string };

/** The FAIR guiding principles (Wilkinson et al. 2016, doi:10.1038/sdata.2016.18), in their order, in our words. */
export const principles = [
  {
    id: 'F1',
    title: { en: 'A unique, persistent identifier', fr: 'Un identifiant unique et pérenne' },
  },
  { id: 'F2', title: { en: 'Rich description', fr: 'Une description riche' } },
  {
    id: 'F3',
    title: { en: 'The description names the data', fr: 'La description désigne les données' },
  },
  { id: 'F4', title: { en: 'Search engines can find it', fr: 'Repérable par les moteurs de recherche' } },
  { id: 'A1', title: { en: 'Access conditions are said', fr: 'Les conditions d’accès sont dites' } },
  { id: 'A1.1', title: { en: 'An open protocol', fr: 'Un protocole ouvert' } },
  { id: 'A1.2', title: { en: 'Sign-in only where needed', fr: 'Authentification si nécessaire seulement' } },
  {
    id: 'A2',
    title: { en: 'The description outlives the data', fr: 'La description survit aux données' },
  },
  {
    id: 'I1',
    title: {
      en: 'A formal language for knowledge',
      fr: 'Un langage formel de représentation des connaissances',
    },
  },
  { id: 'I2', title: { en: 'Shared vocabularies', fr: 'Des vocabulaires partagés' } },
  { id: 'I3', title: { en: 'Qualified links', fr: 'Des liens qualifiés' } },
  { id: 'R1', title: { en: 'The content is described', fr: 'Le contenu est décrit' } },
  { id: 'R1.1', title: { en: 'A clear licence', fr: 'Une licence claire' } },
  { id: 'R1.2', title: { en: 'Provenance', fr: 'La provenance' } },
  { id: 'R1.3', title: { en: 'Standards of the community', fr: 'Les standards de la communauté' } },
] as const satisfies readonly { id: string; title: Words }[];

export type PrincipleId = (typeof principles)[number]['id'];

/** The four letters, each with its principles' prefix. */
export const letters = [
  { id: 'F', title: { en: 'Findable', fr: 'Facile à trouver' } },
  { id: 'A', title: { en: 'Accessible', fr: 'Accessible' } },
  { id: 'I', title: { en: 'Interoperable', fr: 'Interopérable' } },
  { id: 'R', title: { en: 'Reusable', fr: 'Réutilisable' } },
] as const satisfies readonly { id: string; title: Words }[];
