import type { CatalogueRecord } from '../../model/index.ts';
import { element, says } from './element.ts';

const hasDate = ({ resource }: CatalogueRecord, types: readonly string[]) =>
  resource.dates.some(({ type }) => types.includes(type));

/** What names and describes the resource. */
export const identificationElements = {
  title: element(
    'resource.titles',
    [
      'Title of the resource',
      'Give a title that stands alone: what was observed, where, when, by which programme.',
    ],
    [
      'Titre de la ressource',
      'Donnez un titre qui se suffit : ce qui a été observé, où, quand, dans quel programme.',
    ],
    ({ resource }) => says(resource.titles),
  ),
  abstract: element(
    'resource.abstracts',
    ['Abstract', 'Describe the resource in a few sentences: what, where, when, how, and for whom.'],
    ['Résumé', 'Décrivez la ressource en quelques phrases : quoi, où, quand, comment et pour qui.'],
    ({ resource }) => says(resource.abstracts),
  ),
  resourceType: element(
    'resource.type',
    ['Type of the resource', 'Say what is described, for example a dataset, a series or a service.'],
    [
      'Type de la ressource',
      'Indiquez ce qui est décrit, par exemple un jeu de données, une série ou un service.',
    ],
    ({ resource }) => resource.type !== 'other',
  ),
  identifier: element(
    'resource.identifiers',
    ['Identifier of the resource', 'Give the resource an identifier of its own, best a DOI or another URI.'],
    [
      'Identifiant de la ressource',
      'Donnez à la ressource un identifiant propre, de préférence un DOI ou une autre URI.',
    ],
    ({ resource }) => resource.identifiers.some(({ code }) => code.trim() !== ''),
  ),
  persistentIdentifier: element(
    'resource.identifiers',
    ['Persistent identifier', 'Have a DOI (or Handle, ARK) registered for the resource and name it.'],
    ['Identifiant pérenne', 'Faites enregistrer un DOI (ou Handle, ARK) pour la ressource et indiquez-le.'],
    ({ resource }) => resource.identifiers.some(({ scheme }) => ['doi', 'handle', 'ark'].includes(scheme)),
  ),
  doi: element(
    'resource.identifiers',
    ['DOI of the resource', 'Name the DOI that the resource is registered under.'],
    ['DOI de la ressource', 'Indiquez le DOI sous lequel la ressource est enregistrée.'],
    ({ resource }) => resource.identifiers.some(({ scheme }) => scheme === 'doi'),
  ),
  url: element(
    'resource.distributions',
    ['Address of the resource', 'Give the web address of the page or service where the resource is found.'],
    ['Adresse de la ressource', 'Donnez l’adresse web de la page ou du service où se trouve la ressource.'],
    ({ resource }) =>
      resource.distributions.some(({ url }) => /^https?:/i.test(url)) ||
      resource.identifiers.some(({ uri }) => uri !== undefined),
  ),
  resourceLanguage: element(
    'resource.languages',
    ['Language of the resource', 'Say in which language the data are, or "zxx" where they hold no text.'],
    [
      'Langue de la ressource',
      'Indiquez la langue des données, ou « zxx » si elles ne contiennent pas de texte.',
    ],
    ({ resource }) => resource.languages.length > 0,
  ),
  topicCategory: element(
    'resource.topicCategories',
    ['Topic category', 'Choose at least one ISO topic category, such as "oceans".'],
    ['Catégorie thématique', 'Choisissez au moins une catégorie thématique ISO, par exemple « oceans ».'],
    ({ resource }) => resource.topicCategories.length > 0,
  ),
  keywords: element(
    'resource.keywords',
    [
      'Keywords',
      'Add keywords, best from a vocabulary with URIs such as those of the NERC Vocabulary Server.',
    ],
    [
      'Mots-clés',
      'Ajoutez des mots-clés, de préférence tirés d’un vocabulaire avec URI comme ceux du NERC Vocabulary Server.',
    ],
    ({ resource }) => resource.keywords.some(({ label }) => says(label)),
  ),
  version: element(
    'resource.edition',
    ['Version', 'Name the version of the resource, so that one can tell which one was used.'],
    ['Version', 'Indiquez la version de la ressource, pour que l’on sache laquelle a été utilisée.'],
    ({ resource }) => Boolean(resource.edition),
  ),
  date: element(
    'resource.dates',
    ['Date of the resource', 'Give the date on which the resource was published, revised or created.'],
    ['Date de la ressource', 'Donnez la date de publication, de révision ou de création de la ressource.'],
    ({ resource }) => resource.dates.length > 0,
  ),
  publicationDate: element(
    'resource.dates',
    ['Date of publication', 'Give the date on which the resource was published; the year alone will do.'],
    ['Date de publication', 'Donnez la date de publication de la ressource ; l’année seule suffit.'],
    (record) => hasDate(record, ['publication', 'released', 'distribution']),
  ),
  modificationDate: element(
    'resource.dates',
    ['Date of the last change', 'Say when the data were last changed (date of revision).'],
    ['Date de dernière modification', 'Indiquez quand les données ont été modifiées (date de révision).'],
    (record) => hasDate(record, ['revision', 'lastUpdate', 'lastRevision']),
  ),
  temporalReference: element(
    'resource.dates',
    [
      'Temporal reference',
      'Give the period that the data cover, or the date of publication, revision or creation.',
    ],
    [
      'Référence temporelle',
      'Donnez la période couverte par les données, ou la date de publication, de révision ou de création.',
    ],
    (record) =>
      hasDate(record, ['publication', 'revision', 'creation', 'lastUpdate', 'lastRevision', 'released']) ||
      record.resource.temporalExtents.length > 0,
  ),
  relatedPublication: element(
    'resource.related',
    [
      'Related publication',
      'Cite the paper, the report or the data paper that describes the resource, by its DOI.',
    ],
    [
      'Publication liée',
      'Citez par son DOI l’article, le rapport ou le « data paper » qui décrit la ressource.',
    ],
    ({ resource }) =>
      resource.related.some(({ relation }) =>
        [
          'isDocumentedBy',
          'isReferencedBy',
          'isCitedBy',
          'isSupplementTo',
          'crossReference',
          'cites',
        ].includes(relation),
      ) || resource.additionalDocumentation.length > 0,
  ),
};
