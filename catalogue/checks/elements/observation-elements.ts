import type { CatalogueRecord } from '../../model/index.ts';
import { element, says } from './element.ts';
import { expocodesOf, proseOf } from './search.ts';

const isMeasured = ({ contentType }: CatalogueRecord['resource']['variables'][number]) =>
  contentType !== 'qualityInformation';
const measured = ({ resource }: CatalogueRecord) => resource.variables.filter(isMeasured);
const every = <Thing>(things: readonly Thing[], has: (thing: Thing) => boolean) =>
  things.length > 0 && things.every(has);

/** What was observed, with what, from where. */
export const observationElements = {
  variables: element(
    'resource.variables',
    ['Measured variables', 'List what was measured, each by a term of P01 or P02 or a CF standard name.'],
    [
      'Variables mesurées',
      'Énumérez ce qui a été mesuré, chaque variable par un terme P01 ou P02 ou un nom standard CF.',
    ],
    (record) => measured(record).length > 0 || hasKeywordOf(record, /P01|P02|parameter|variable/i),
  ),
  units: element(
    'resource.variables.unit',
    ['Units of the variables', 'Give the unit of each variable (P06 has codes for them).'],
    ['Unités des variables', 'Donnez l’unité de chaque variable (P06 en fournit les codes).'],
    (record) => every(measured(record), ({ unit, unitUri }) => (unit ?? unitUri) !== undefined),
  ),
  variableMethods: element(
    'resource.variables.method',
    [
      'Methods of measurement',
      'Say how each variable was measured or analysed: method, instrument, protocol.',
    ],
    [
      'Méthodes de mesure',
      'Dites comment chaque variable a été mesurée ou analysée : méthode, instrument, protocole.',
    ],
    (record) =>
      every(measured(record), ({ method }) => Boolean(method)) ||
      says(record.resource.methods) ||
      record.resource.measurementTechniques.length > 0,
  ),
  variableTerms: element(
    'resource.variables.uri',
    ['Variables from a vocabulary', 'Name each variable by the URI of a term, for example of P01 or P02.'],
    [
      'Variables d’un vocabulaire',
      'Désignez chaque variable par l’URI d’un terme, par exemple de P01 ou P02.',
    ],
    (record) =>
      every(measured(record), ({ uri, standardName, identifier }) =>
        Boolean(uri ?? standardName ?? identifier),
      ) || record.resource.keywords.some(({ uri }) => /\/collection\/P0[12]\//.test(uri ?? '')),
  ),
  platform: element(
    'resource.platforms',
    [
      'Platform',
      'Name the ship, mooring, float or station that carried the instruments, best with its ICES (C17) code.',
    ],
    [
      'Plateforme',
      'Nommez le navire, le mouillage, le flotteur ou la station qui portait les instruments, si possible avec son code CIEM (C17).',
    ],
    (record) => record.resource.platforms.length > 0 || hasKeywordOf(record, /platform|C17|L06/i),
  ),
  platformCode: element(
    'resource.platforms.identifier',
    ['Code of the platform', 'Add the code of the platform: ICES (C17), WMO, IMO or call sign.'],
    [
      'Code de la plateforme',
      'Ajoutez le code de la plateforme : CIEM (C17), OMM, OMI ou indicatif d’appel.',
    ],
    (record) =>
      record.resource.platforms.some(({ uri, identifier }) => Boolean(uri ?? identifier)) ||
      expocodesOf(record).length > 0,
  ),
  instrument: element(
    'resource.instruments',
    ['Instruments', 'Name the instruments with maker and model, best by terms of L05 or L22.'],
    [
      'Instruments',
      'Nommez les instruments avec fabricant et modèle, de préférence par des termes de L05 ou L22.',
    ],
    (record) => record.resource.instruments.length > 0 || hasKeywordOf(record, /instrument|L05|L22/i),
  ),
  campaign: element(
    'resource.campaigns',
    ['Cruise or campaign', 'Name the cruise or campaign that the data come from.'],
    ['Campagne', 'Nommez la campagne dont proviennent les données.'],
    ({ resource }) => resource.campaigns.length > 0,
  ),
  campaignDates: element(
    'resource.campaigns.start',
    ['Dates of the cruise', 'Give the first and the last day of the cruise.'],
    ['Dates de la campagne', 'Donnez le premier et le dernier jour de la campagne.'],
    ({ resource }) =>
      resource.campaigns.some(({ start }) => start !== undefined) ||
      resource.temporalExtents.some(({ start, end }) => start?.date && end?.date),
  ),
  expocode: element(
    'resource.campaigns.identifier',
    [
      'Expocode',
      'Give the expocode: the four characters of the ship and the day of departure, for example 35MJ20150112.',
    ],
    [
      'Expocode',
      'Donnez l’expocode : les quatre caractères du navire et le jour de départ, par exemple 35MJ20150112.',
    ],
    (record) => expocodesOf(record).length > 0,
  ),
  project: element(
    'resource.projects',
    ['Project', 'Name the project, best by its EDMERP entry.'],
    ['Projet', 'Nommez le projet, de préférence par son entrée EDMERP.'],
    (record) => record.resource.projects.length > 0 || hasKeywordOf(record, /project|EDMERP/i),
  ),
  funding: element(
    'resource.funding',
    ['Funding', 'Name who paid for the data, with the number of the grant.'],
    ['Financement', 'Indiquez qui a financé les données, avec le numéro de la convention.'],
    ({ resource }) => resource.funding.length > 0,
  ),
  qualityControl: element(
    'resource.quality',
    ['Quality control', 'Say how the data were checked, and which scheme of quality flags they use.'],
    [
      'Contrôle qualité',
      'Dites comment les données ont été contrôlées et quelle échelle de codes qualité elles utilisent.',
    ],
    (record) =>
      record.resource.quality.length > 0 ||
      record.resource.variables.some((variable) => !isMeasured(variable)) ||
      /quality[- ](control|flag|code|check)|\bQC\b|flag|contr[oô]le (de )?(la )?qualit|codes? qualit|qualifi/i.test(
        proseOf(record),
      ),
  ),
  accuracy: element(
    'resource.quality',
    ['Accuracy of the measurements', 'Give the accuracy or precision of the main variables, with the unit.'],
    [
      'Exactitude des mesures',
      'Donnez l’exactitude ou la précision des variables principales, avec l’unité.',
    ],
    (record) =>
      record.resource.quality.some(({ values }) => values.length > 0) ||
      /accura|precision|uncertaint|exactitude|pr[eé]cision|incertitude|repeatab/i.test(proseOf(record)),
  ),
  calibration: element(
    'resource.methods',
    [
      'Calibration',
      'Say how and against which standards or reference materials the instruments were calibrated.',
    ],
    [
      'Étalonnage',
      'Dites comment et sur quels étalons ou matériaux de référence les instruments ont été étalonnés.',
    ],
    (record) => /calibrat|standard gas|reference material|[ée]talon|gaz [ée]talon/i.test(proseOf(record)),
  ),
  taxa: element(
    'resource.taxa',
    ['Taxa', 'List the taxa that were observed by their scientific names.'],
    ['Taxons', 'Énumérez les taxons observés par leurs noms scientifiques.'],
    (record) => record.resource.taxa.length > 0 || hasKeywordOf(record, /^taxon$|WoRMS/i),
  ),
  taxonIdentifiers: element(
    'resource.taxa.uri',
    [
      'WoRMS identifiers of the taxa',
      'Add the AphiaID (LSID) of each taxon from the World Register of Marine Species.',
    ],
    [
      'Identifiants WoRMS des taxons',
      'Ajoutez l’AphiaID (LSID) de chaque taxon, du World Register of Marine Species.',
    ],
    ({ resource }) => every(resource.taxa, ({ uri, identifier }) => Boolean(uri ?? identifier)),
  ),
};

/** Whether a keyword is of a type, or of a thesaurus, that a pattern matches. */
function hasKeywordOf({ resource }: CatalogueRecord, pattern: RegExp): boolean {
  return resource.keywords.some(
    ({ type, thesaurus, uri }) =>
      pattern.test(type ?? '') ||
      pattern.test(Object.values(thesaurus?.title ?? {}).join(' ')) ||
      pattern.test(/\/collection\/(\w+)\//.exec(uri ?? '')?.[1] ?? ''),
  );
}
