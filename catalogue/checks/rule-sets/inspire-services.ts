import type { CatalogueRecord } from '../../model/index.ts';
import type { Rule } from '../rule.ts';
import { isService } from './ask.ts';
import { requirement } from './inspire-source.ts';

/** Language-neutral values of Part D 4 of Regulation (EC) No 1205/2008: they begin with what they are about. */
const category =
  /^(human(Interaction|Catalogue|Geographic|Service|Chain|Workflow|Feature)|info|task|subscription|spatial|thematic|temporal|metadata|com[A-Z])\w*$/;
const categoryUri = /inspire\.ec\.europa\.eu\/metadata-codelist\/SpatialDataServiceCategory\//;

const networkServices = ['discovery', 'view', 'download', 'transformation', 'invoke', 'other'];

const typeOf = ({ resource }: CatalogueRecord) => resource.service?.type?.trim() ?? '';

/** What only services must say. */
export const inspireServices: readonly Rule[] = [
  {
    id: 'inspire-sds-category',
    title: { en: 'Category of the service', fr: 'Catégorie du service' },
    remedy: {
      en: 'Add a keyword of the classification of spatial data services, for example infoMapAccessService.',
      fr: 'Ajoutez un mot-clé de la classification des services de données géographiques, par exemple infoMapAccessService.',
    },
    severity: 'error',
    source: requirement('3.4', 'sds/sds-category'),
    applies: isService,
    check: ({ resource }) =>
      resource.keywords.some(
        ({ label, uri = '' }) =>
          categoryUri.test(uri) || Object.values(label).some((word) => category.test(word.trim())),
      )
        ? []
        : [{ path: 'resource.keywords' }],
  },
  {
    id: 'inspire-sds-type',
    title: { en: 'Type of the service', fr: 'Type de service' },
    remedy: {
      en: 'Set the service type to discovery, view, download, transformation, invoke or other.',
      fr: 'Donnez au type de service la valeur discovery, view, download, transformation, invoke ou other.',
    },
    severity: 'error',
    source: requirement('3.5 and 4.1', 'sds/sds-type'),
    applies: isService,
    check(record) {
      const type = typeOf(record);
      if (type === '') return [{ path: 'resource.service.type' }];
      if (networkServices.includes(type)) return [];
      return [
        {
          path: 'resource.service.type',
          message: {
            en: `"${type}" is not a type of service of INSPIRE.`,
            fr: `« ${type} » n’est pas un type de service d’INSPIRE.`,
          },
        },
      ];
    },
  },
  {
    id: 'inspire-coupled-resource',
    title: { en: 'Coupled resources', fr: 'Ressources couplées' },
    remedy: {
      en: 'Link the metadata of the datasets that the service serves (operatesOn with xlink:href).',
      fr: 'Faites le lien vers les métadonnées des jeux de données servis (operatesOn avec xlink:href).',
    },
    severity: 'warning',
    source: requirement('3.6', 'sds/coupled-resource'),
    applies: (record) => isService(record) && typeOf(record) !== 'discovery',
    check: ({ resource }) =>
      (resource.service?.operatesOn ?? []).length > 0 ? [] : [{ path: 'resource.service.operatesOn' }],
  },
];
