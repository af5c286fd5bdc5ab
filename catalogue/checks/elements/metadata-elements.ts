import { element, says } from './element.ts';

/** What the metadata say of themselves. */
export const metadataElements = {
  metadataIdentifier: element(
    'metadataIdentifier',
    [
      'Identifier of the metadata',
      'Give the record an identifier that never changes, such as a UUID, so that a harvest finds it again.',
    ],
    [
      'Identifiant des métadonnées',
      'Donnez à la fiche un identifiant qui ne change jamais, par exemple un UUID, pour qu’un moissonnage la retrouve.',
    ],
    ({ metadataIdentifier }) => Boolean(metadataIdentifier?.trim()),
  ),
  metadataLanguage: element(
    'language',
    [
      'Language of the metadata',
      'Say in which language the metadata are written, for example "eng" or "fre".',
    ],
    ['Langue des métadonnées', 'Indiquez la langue dans laquelle la fiche est rédigée, par exemple « fre ».'],
    ({ language }) => Boolean(language),
  ),
  metadataDate: element(
    'datestamp',
    ['Date of the metadata', 'Say when the metadata were last changed.'],
    ['Date des métadonnées', 'Indiquez quand les métadonnées ont été modifiées pour la dernière fois.'],
    ({ datestamp }) => Boolean(datestamp),
  ),
  metadataContact: element(
    'metadataContacts',
    [
      'Contact for the metadata',
      'Name the organisation that is responsible for the metadata, with its e-mail address.',
    ],
    [
      'Contact pour les métadonnées',
      'Nommez l’organisation responsable des métadonnées, avec son adresse électronique.',
    ],
    ({ metadataContacts }) =>
      metadataContacts.some(({ party }) => says(party.organisation) && party.emails.length > 0),
  ),
};
