import { element, says } from './element.ts';

const gives = ['download', 'subset', 'service'];

/** How the resource is had, and under which conditions. */
export const accessElements = {
  locator: element(
    'resource.distributions',
    [
      'Link to the resource',
      'Give a link to the data, to a service that gives them, or to a page that says how to get them.',
    ],
    [
      'Lien vers la ressource',
      'Donnez un lien vers les données, vers un service qui les fournit, ou vers une page qui dit comment les obtenir.',
    ],
    ({ resource }) => resource.distributions.some(({ url }) => /^(https?|ftps?):/i.test(url)),
  ),
  dataLink: element(
    'resource.distributions',
    ['Link to the data themselves', 'Add a link that downloads the data or a service that serves them.'],
    [
      'Lien vers les données elles-mêmes',
      'Ajoutez un lien de téléchargement ou un service qui fournit les données.',
    ],
    ({ resource }) => resource.distributions.some(({ kind }) => gives.includes(kind)),
  ),
  format: element(
    'resource.formats',
    ['Format of the data', 'Name the format that the data come in, such as NetCDF or CSV, with its version.'],
    ['Format des données', 'Indiquez le format des données, par exemple NetCDF ou CSV, avec sa version.'],
    ({ resource }) =>
      resource.formats.length > 0 ||
      resource.distributions.some(({ format, mediaType }) => format !== undefined || mediaType !== undefined),
  ),
  mediaType: element(
    'resource.distributions',
    [
      'Media type of the files',
      'Give the media type of each file, such as application/x-netcdf or text/csv.',
    ],
    ['Type de média des fichiers', 'Donnez le type de média de chaque fichier, par exemple text/csv.'],
    ({ resource }) => resource.distributions.some(({ mediaType }) => mediaType !== undefined),
  ),
  licence: element(
    'resource.licences',
    ['Licence', 'Name a licence by its address, for example https://creativecommons.org/licenses/by/4.0/.'],
    [
      'Licence',
      'Désignez une licence par son adresse, par exemple https://creativecommons.org/licenses/by/4.0/.',
    ],
    ({ resource }) =>
      resource.licences.some(({ uri, id }) => uri !== undefined || id !== undefined) ||
      resource.distributions.some(({ licence }) => licence !== undefined),
  ),
  accessRight: element(
    'resource.accessRight',
    ['Access right', 'Say whether access is open, embargoed, restricted, or to the metadata only.'],
    ['Droit d’accès', 'Indiquez si l’accès est ouvert, sous embargo, restreint ou limité aux métadonnées.'],
    ({ resource }) => resource.accessRight !== undefined,
  ),
  rights: element(
    'resource.constraints',
    ['Rights', 'Say what others may do with the resource: a licence, or the conditions in words.'],
    [
      'Droits',
      'Dites ce qu’il est permis de faire de la ressource : une licence, ou les conditions en clair.',
    ],
    ({ resource }) => resource.licences.length > 0 || resource.constraints.length > 0,
  ),
  lineage: element(
    'resource.lineage',
    ['Lineage', 'Tell how the data came to be: how they were acquired, processed and checked.'],
    ['Généalogie', 'Dites comment les données ont été obtenues : acquisition, traitement, contrôle.'],
    ({ resource }) => says(resource.lineage?.statement) || (resource.lineage?.processSteps.length ?? 0) > 0,
  ),
  endpoint: element(
    'resource.service.endpointUrls',
    ['Address of the service', 'Give the address at which the service answers.'],
    ['Adresse du service', 'Donnez l’adresse à laquelle le service répond.'],
    ({ resource }) =>
      (resource.service?.endpointUrls ?? []).length > 0 ||
      (resource.service?.operations ?? []).some(({ urls }) => urls.length > 0) ||
      resource.distributions.length > 0,
  ),
};
