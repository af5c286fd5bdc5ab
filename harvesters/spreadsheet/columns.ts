/** How the cells of a column are read. `list`: several things, parted by semicolons. */
export type CellKind = 'text' | 'list' | 'number' | 'date' | 'address' | 'email' | 'language' | 'addresses';

export type SheetName = 'datasets' | 'people' | 'variables' | 'links' | 'keywords';

/** A column of the template: what it is called in English and French, how it is read, and what people should know. */
export type Column = {
  key: string;
  en: string;
  fr: string;
  kind: CellKind;
  required?: boolean;
  /** May be there once for each language, as in `title (fr)`. */
  translated?: boolean;
  /** Bounds of a number. */
  within?: readonly [number, number];
  help: { en: string; fr: string };
  example?: string;
};

const column = (
  key: string,
  en: string,
  fr: string,
  kind: CellKind,
  helpEn: string,
  helpFr: string,
  more: Partial<Column> = {},
): Column => ({
  key,
  en,
  fr,
  kind,
  help: { en: helpEn, fr: helpFr },
  ...more,
});

const identifier = column(
  'identifier',
  'identifier',
  'identifiant',
  'text',
  'Yours, never changed and never used twice.',
  'Le vôtre, jamais changé ni réutilisé.',
  { required: true, example: 'ctd-2021' },
);
const dataset = {
  ...identifier,
  help: { en: 'The dataset that the row is of.', fr: 'Le jeu de données concerné.' },
};

/** The sheets of the template; of a CSV file there is only the first. */
export const sheets: Readonly<Record<SheetName, { en: string; fr: string; columns: readonly Column[] }>> = {
  datasets: {
    en: 'datasets',
    fr: 'jeux de données',
    columns: [
      identifier,
      column(
        'title',
        'title',
        'titre',
        'text',
        'A few telling words; title (fr) for another language.',
        'Quelques mots parlants ; titre (en) pour une autre langue.',
        { required: true, translated: true, example: 'CTD casts of the PELGAS cruise 2021' },
      ),
      column(
        'abstract',
        'abstract',
        'résumé',
        'text',
        'What the data are, in a paragraph.',
        'Ce que sont les données, en un paragraphe.',
        {
          translated: true,
          example: 'Temperature and salinity profiles of the spring cruise in the Bay of Biscay.',
        },
      ),
      column(
        'type',
        'type',
        'type',
        'text',
        'dataset (also when empty), series, service, software…',
        'dataset (aussi si vide), series, service, software…',
        { example: 'dataset' },
      ),
      column('language', 'language', 'langue', 'language', 'Of the texts: en, fr…', 'Des textes : en, fr…', {
        example: 'en',
      }),
      column(
        'keywords',
        'keywords',
        'mots-clés',
        'list',
        'Parted by semicolons.',
        'Séparés par des points-virgules.',
        { example: 'temperature; salinity' },
      ),
      column(
        'west',
        'west',
        'ouest',
        'number',
        'Decimal degrees, west negative.',
        'Degrés décimaux, ouest négatif.',
        { within: [-180, 180], example: '-6.5' },
      ),
      column(
        'south',
        'south',
        'sud',
        'number',
        'Decimal degrees, south negative.',
        'Degrés décimaux, sud négatif.',
        { within: [-90, 90], example: '43.2' },
      ),
      column('east', 'east', 'est', 'number', 'Decimal degrees.', 'Degrés décimaux.', {
        within: [-180, 180],
        example: '-1.2',
      }),
      column('north', 'north', 'nord', 'number', 'Decimal degrees.', 'Degrés décimaux.', {
        within: [-90, 90],
        example: '48.5',
      }),
      column(
        'start',
        'start',
        'début',
        'date',
        'Year, month or day first to last: 2021-04-28.',
        'Année, mois ou jour, l’année d’abord : 2021-04-28.',
        { example: '2021-04-28' },
      ),
      column(
        'end',
        'end',
        'fin',
        'date',
        'As above; empty while data still come.',
        'De même ; vide tant que des données arrivent.',
        { example: '2021-05-29' },
      ),
      column(
        'minimumDepth',
        'minimum depth',
        'profondeur minimale',
        'number',
        'Metres below the surface.',
        'Mètres sous la surface.',
        { example: '1' },
      ),
      column(
        'maximumDepth',
        'maximum depth',
        'profondeur maximale',
        'number',
        'Metres below the surface.',
        'Mètres sous la surface.',
        { example: '150' },
      ),
      column(
        'organisations',
        'organisations',
        'organismes',
        'list',
        'That made the data.',
        'Qui ont produit les données.',
        { example: 'Ifremer' },
      ),
      column(
        'contact',
        'contact email',
        'courriel du contact',
        'email',
        'Whom to ask.',
        'À qui s’adresser.',
        { example: 'data@example.org' },
      ),
      column(
        'authors',
        'authors',
        'auteurs',
        'list',
        'Family, Given; parted by semicolons.',
        'Nom, Prénom ; séparés par des points-virgules.',
        { example: 'Le Bihan, Anne; Roux, Jean' },
      ),
      column(
        'licence',
        'licence',
        'licence',
        'text',
        'Name or address of the licence.',
        'Nom ou adresse de la licence.',
        { example: 'CC-BY-4.0' },
      ),
      column('doi', 'DOI', 'DOI', 'text', 'If there is one.', 'S’il y en a un.', {
        example: '10.5072/example',
      }),
      column(
        'published',
        'publication date',
        'date de publication',
        'date',
        'Year, month or day.',
        'Année, mois ou jour.',
        { example: '2022-01-15' },
      ),
      column(
        'variables',
        'variables',
        'variables',
        'list',
        'Names; with units in the sheet of variables.',
        'Noms ; avec unités dans la feuille des variables.',
        { example: 'temperature; salinity' },
      ),
      column(
        'platforms',
        'platforms',
        'plateformes',
        'list',
        'Ships, buoys, floats…',
        'Navires, bouées, flotteurs…',
        { example: 'Thalassa' },
      ),
      column('instruments', 'instruments', 'instruments', 'list', 'Models.', 'Modèles.', {
        example: 'Sea-Bird SBE 9',
      }),
      column('campaigns', 'campaigns', 'campagnes', 'list', 'Cruises.', 'Campagnes à la mer.', {
        example: 'PELGAS 2021',
      }),
      column('projects', 'projects', 'projets', 'list', 'Projects and programmes.', 'Projets et programmes.'),
      column(
        'page',
        'page',
        'page',
        'address',
        'Address of a page on the dataset.',
        'Adresse d’une page sur le jeu de données.',
        { example: 'https://example.org/ctd-2021' },
      ),
      column(
        'download',
        'download',
        'téléchargement',
        'addresses',
        'Addresses of the files, parted by semicolons.',
        'Adresses des fichiers, séparées par des points-virgules.',
        { example: 'https://example.org/ctd-2021.nc' },
      ),
      column(
        'lineage',
        'lineage',
        'généalogie',
        'text',
        'How the data were made.',
        'Comment les données ont été produites.',
      ),
      column(
        'series',
        'series',
        'série',
        'text',
        'Identifier of the series that it belongs to.',
        'Identifiant de la série dont il fait partie.',
      ),
    ],
  },
  people: {
    en: 'people',
    fr: 'personnes',
    columns: [
      dataset,
      column('person', 'person', 'personne', 'text', 'Family, Given.', 'Nom, Prénom.', {
        example: 'Le Bihan, Anne',
      }),
      column(
        'organisation',
        'organisation',
        'organisme',
        'text',
        'Where they work, or alone.',
        'Où elle travaille, ou seul.',
        { example: 'Ifremer' },
      ),
      column(
        'role',
        'role',
        'rôle',
        'text',
        'author, principalInvestigator, pointOfContact, publisher…',
        'author, principalInvestigator, pointOfContact, publisher…',
        { example: 'principalInvestigator' },
      ),
      column('email', 'email', 'courriel', 'email', 'Public.', 'Public.', { example: 'anne@example.org' }),
      column('orcid', 'ORCID', 'ORCID', 'text', 'Of the person.', 'De la personne.', {
        example: '0000-0002-1825-0097',
      }),
      column('ror', 'ROR', 'ROR', 'text', 'Of the organisation.', 'De l’organisme.', {
        example: 'https://ror.org/044jxhp58',
      }),
    ],
  },
  variables: {
    en: 'variables',
    fr: 'variables',
    columns: [
      dataset,
      column('name', 'name', 'nom', 'text', 'What was measured.', 'Ce qui a été mesuré.', {
        required: true,
        example: 'Temperature',
      }),
      column('standardName', 'standard name', 'nom standard', 'text', 'Of the CF table.', 'De la table CF.', {
        example: 'sea_water_temperature',
      }),
      column('unit', 'unit', 'unité', 'text', 'As UDUNITS writes it.', 'Comme l’écrit UDUNITS.', {
        example: 'degree_C',
      }),
      column(
        'uri',
        'address',
        'adresse',
        'address',
        'Of the concept in a vocabulary.',
        'Du concept dans un vocabulaire.',
        { example: 'http://vocab.nerc.ac.uk/collection/P01/current/TEMPPR01/' },
      ),
      column('minimum', 'minimum', 'minimum', 'number', 'Least value.', 'Plus petite valeur.'),
      column('maximum', 'maximum', 'maximum', 'number', 'Greatest value.', 'Plus grande valeur.'),
    ],
  },
  links: {
    en: 'links',
    fr: 'liens',
    columns: [
      dataset,
      column(
        'url',
        'address',
        'adresse',
        'address',
        'Of a file, page or service.',
        'D’un fichier, d’une page ou d’un service.',
        { required: true, example: 'https://example.org/ctd-2021.nc' },
      ),
      column('name', 'name', 'nom', 'text', 'What stands there.', 'Ce qui s’y trouve.', {
        example: 'Profiles in NetCDF',
      }),
      column('format', 'format', 'format', 'text', 'Of the file.', 'Du fichier.', { example: 'NetCDF' }),
      column(
        'purpose',
        'purpose',
        'usage',
        'text',
        'download, information, order…',
        'download, information, order…',
        { example: 'download' },
      ),
    ],
  },
  keywords: {
    en: 'keywords',
    fr: 'mots-clés',
    columns: [
      dataset,
      column('label', 'keyword', 'mot-clé', 'text', 'The word.', 'Le mot.', {
        required: true,
        example: 'Oceanographic geographical features',
      }),
      column(
        'thesaurus',
        'thesaurus',
        'thésaurus',
        'text',
        'Name of the vocabulary.',
        'Nom du vocabulaire.',
        { example: 'GEMET - INSPIRE themes' },
      ),
      column('uri', 'address', 'adresse', 'address', 'Of the concept.', 'Du concept.'),
    ],
  },
};

export const sheetNames: readonly SheetName[] = ['datasets', 'people', 'variables', 'links', 'keywords'];

/** Headings and names of sheets are compared without case, accents and signs. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
