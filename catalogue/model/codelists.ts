import type { LanguageMap } from './language.ts';

/** One value of a codelist with its name in each standard; a standard that has no such value is left out. */
export type CodelistEntry = {
  /** Our value, the ISO 19115-1 word where there is one. */
  value: string;
  label: LanguageMap;
  /** ISO 19115 code; older or other spellings that mean the same follow in `aliases`. */
  iso?: string;
  aliases?: readonly string[];
  /** CURIE or URI used in DCAT-AP. */
  dcat?: string;
  /** DataCite controlled value. */
  datacite?: string;
};

const entry = (
  value: string,
  en: string,
  fr: string,
  names: { dcat?: string; datacite?: string; aliases?: readonly string[]; iso?: string | null } = {},
): CodelistEntry => ({
  value,
  label: { en, fr },
  ...(names.iso === null ? {} : { iso: names.iso ?? value }),
  ...(names.dcat ? { dcat: names.dcat } : {}),
  ...(names.datacite ? { datacite: names.datacite } : {}),
  ...(names.aliases ? { aliases: names.aliases } : {}),
});

/** Roles of parties (ISO CI_RoleCode 19115-1; DCAT-AP agent properties; DataCite contributorType, `Creator` for creators). */
export const roles = [
  entry('author', 'Author', 'Auteur', { dcat: 'dct:creator', datacite: 'Creator', aliases: ['creator'] }),
  entry('coAuthor', 'Co-author', 'Coauteur', { datacite: 'Creator' }),
  entry('principalInvestigator', 'Principal investigator', 'Responsable scientifique', {
    datacite: 'ProjectLeader',
  }),
  entry('originator', 'Originator', 'Initiateur', { datacite: 'DataCollector' }),
  entry('collaborator', 'Collaborator', 'Collaborateur', { datacite: 'ProjectMember' }),
  entry('contributor', 'Contributor', 'Contributeur', { datacite: 'Other', dcat: 'dct:contributor' }),
  entry('editor', 'Editor', 'Éditeur scientifique', { datacite: 'Editor' }),
  entry('publisher', 'Publisher', 'Éditeur', { dcat: 'dct:publisher', datacite: 'Publisher' }),
  entry('pointOfContact', 'Point of contact', 'Point de contact', {
    dcat: 'dcat:contactPoint',
    datacite: 'ContactPerson',
  }),
  entry('custodian', 'Custodian', 'Gestionnaire', { dcat: 'geodcatap:custodian', datacite: 'DataManager' }),
  entry('owner', 'Owner', 'Propriétaire', { dcat: 'geodcatap:owner', datacite: 'RightsHolder' }),
  entry('rightsHolder', 'Rights holder', 'Titulaire des droits', {
    dcat: 'dct:rightsHolder',
    datacite: 'RightsHolder',
  }),
  entry('user', 'User', 'Utilisateur', { dcat: 'geodcatap:user' }),
  entry('distributor', 'Distributor', 'Distributeur', {
    dcat: 'geodcatap:distributor',
    datacite: 'Distributor',
  }),
  entry('processor', 'Processor', 'Traitement', { dcat: 'geodcatap:processor', datacite: 'DataCurator' }),
  entry('resourceProvider', 'Resource provider', 'Fournisseur', {
    dcat: 'geodcatap:resourceProvider',
    datacite: 'HostingInstitution',
  }),
  entry('sponsor', 'Sponsor', 'Parrain', { datacite: 'Sponsor' }),
  entry('funder', 'Funder', 'Financeur', { datacite: 'Funder' }),
  entry('mediator', 'Mediator', 'Médiateur'),
  entry('stakeholder', 'Stakeholder', 'Partie prenante'),
  entry('other', 'Other', 'Autre', { iso: null, datacite: 'Other' }),
] as const satisfies readonly CodelistEntry[];

/** Kinds of resource dates (ISO CI_DateTypeCode 19115-1; DCT properties; DataCite dateType). */
export const dateTypes = [
  entry('creation', 'Creation', 'Création', { dcat: 'dct:created', datacite: 'Created' }),
  entry('publication', 'Publication', 'Publication', { dcat: 'dct:issued', datacite: 'Issued' }),
  entry('revision', 'Revision', 'Révision', { dcat: 'dct:modified', datacite: 'Updated' }),
  entry('lastUpdate', 'Last update', 'Dernière mise à jour', { dcat: 'dct:modified', datacite: 'Updated' }),
  entry('lastRevision', 'Last revision', 'Dernière révision', { datacite: 'Updated' }),
  entry('nextUpdate', 'Next update', 'Prochaine mise à jour'),
  entry('released', 'Released', 'Diffusion', { dcat: 'dct:available', datacite: 'Available' }),
  entry('validityBegins', 'Valid from', 'Valide à partir du', { datacite: 'Valid' }),
  entry('validityExpires', 'Valid until', 'Valide jusqu’au'),
  entry('adopted', 'Adopted', 'Adoption', { datacite: 'Accepted' }),
  entry('deprecated', 'Deprecated', 'Obsolescence'),
  entry('superseded', 'Superseded', 'Remplacement'),
  entry('unavailable', 'Unavailable', 'Indisponible', { datacite: 'Withdrawn' }),
  entry('distribution', 'Distribution', 'Distribution'),
  entry('submitted', 'Submitted', 'Soumission', { iso: null, datacite: 'Submitted' }),
  entry('other', 'Other', 'Autre', { iso: null, datacite: 'Other' }),
] as const satisfies readonly CodelistEntry[];

/** How one resource relates to another (DataCite relationType; ISO DS_AssociationTypeCode; DCT properties). */
export const relationTypes = [
  entry('isPartOf', 'Is part of', 'Fait partie de', {
    iso: 'largerWorkCitation',
    dcat: 'dct:isPartOf',
    datacite: 'IsPartOf',
    aliases: ['partOfSeamlessDatabase', 'inSeries'],
  }),
  entry('hasPart', 'Has part', 'Contient', { iso: 'isComposedOf', dcat: 'dct:hasPart', datacite: 'HasPart' }),
  entry('crossReference', 'See also', 'Voir aussi', { dcat: 'dct:relation', datacite: 'References' }),
  entry('isReferencedBy', 'Referenced by', 'Cité par', {
    iso: null,
    dcat: 'dct:isReferencedBy',
    datacite: 'IsReferencedBy',
  }),
  entry('isCitedBy', 'Cited by', 'Cité par', { iso: null, datacite: 'IsCitedBy' }),
  entry('cites', 'Cites', 'Cite', { iso: null, datacite: 'Cites' }),
  entry('isSupplementTo', 'Supplement to', 'Complément de', { iso: null, datacite: 'IsSupplementTo' }),
  entry('isSupplementedBy', 'Supplemented by', 'Complété par', { iso: null, datacite: 'IsSupplementedBy' }),
  entry('isDocumentedBy', 'Documented by', 'Documenté par', {
    iso: null,
    dcat: 'foaf:page',
    datacite: 'IsDocumentedBy',
  }),
  entry('documents', 'Documents', 'Documente', { iso: null, datacite: 'Documents' }),
  entry('isDerivedFrom', 'Derived from', 'Dérivé de', {
    iso: 'source',
    dcat: 'dct:source',
    datacite: 'IsDerivedFrom',
  }),
  entry('isSourceOf', 'Source of', 'Source de', { iso: null, datacite: 'IsSourceOf' }),
  entry('revisionOf', 'Revision of', 'Révision de', {
    datacite: 'IsNewVersionOf',
    dcat: 'dct:replaces',
    aliases: ['replaces'],
  }),
  entry('isReplacedBy', 'Replaced by', 'Remplacé par', {
    iso: null,
    dcat: 'dct:isReplacedBy',
    datacite: 'IsPreviousVersionOf',
  }),
  entry('isVersionOf', 'Version of', 'Version de', {
    iso: null,
    dcat: 'dct:isVersionOf',
    datacite: 'IsVersionOf',
  }),
  entry('hasVersion', 'Has version', 'A pour version', {
    iso: null,
    dcat: 'dct:hasVersion',
    datacite: 'HasVersion',
  }),
  entry('isIdenticalTo', 'Identical to', 'Identique à', {
    iso: null,
    dcat: 'owl:sameAs',
    datacite: 'IsIdenticalTo',
  }),
  entry('dependency', 'Requires', 'Dépend de', { dcat: 'dct:requires', datacite: 'Requires' }),
  entry('series', 'Series', 'Série', { dcat: 'dcat:inSeries' }),
  entry('collectiveTitle', 'Collective title', 'Titre collectif'),
  entry('stereoMate', 'Stereo mate', 'Image stéréoscopique associée'),
  entry('operatesOn', 'Operates on', 'S’applique à', { iso: null, dcat: 'dcat:servesDataset' }),
  entry('isServedBy', 'Served by', 'Servi par', { iso: null }),
  entry('isMetadataFor', 'Metadata for', 'Métadonnées de', { iso: null, datacite: 'IsMetadataFor' }),
  entry('hasMetadata', 'Has metadata', 'A pour métadonnées', { iso: null, datacite: 'HasMetadata' }),
  entry('other', 'Related', 'Associé', { iso: null }),
] as const satisfies readonly CodelistEntry[];

/** Kinds of resource by the names of the standards (ISO MD_ScopeCode; DCAT class; DataCite resourceTypeGeneral). */
export const resourceTypeNames = [
  entry('dataset', 'Dataset', 'Jeu de données', {
    dcat: 'dcat:Dataset',
    datacite: 'Dataset',
    aliases: ['nonGeographicDataset', 'tile', 'fieldSession', 'sample', 'coverage'],
  }),
  entry('series', 'Series', 'Série', { dcat: 'dcat:DatasetSeries', datacite: 'Collection' }),
  entry('service', 'Service', 'Service', { dcat: 'dcat:DataService', datacite: 'Service' }),
  entry('software', 'Software', 'Logiciel', { datacite: 'Software', aliases: ['application'] }),
  entry('platform', 'Platform', 'Plateforme', {
    iso: 'collectionHardware',
    datacite: 'PhysicalObject',
    aliases: ['platformSeries'],
  }),
  entry('instrument', 'Instrument', 'Instrument', {
    iso: 'collectionHardware',
    datacite: 'Instrument',
    aliases: ['sensor', 'sensorSeries'],
  }),
  entry('campaign', 'Campaign', 'Campagne', {
    iso: 'collectionSession',
    datacite: 'Event',
    aliases: ['fieldSession', 'cruise'],
  }),
  entry('project', 'Project', 'Projet', { iso: 'initiative', datacite: 'Project' }),
  entry('document', 'Document', 'Document', { datacite: 'Text', aliases: ['publication', 'report'] }),
  entry('collection', 'Collection', 'Collection', {
    iso: 'collection',
    datacite: 'Collection',
    aliases: ['aggregate', 'stereomate', 'productionSeries', 'transferAggregate', 'otherAggregate'],
  }),
  entry('model', 'Model', 'Modèle', { datacite: 'Model' }),
  entry('image', 'Image', 'Image', { iso: 'dataset', datacite: 'Image' }),
  entry('map', 'Map', 'Carte', {
    iso: 'mapProduct',
    datacite: 'Image',
    aliases: ['map', 'staticMap', 'interactiveMap'],
  }),
  entry('feature', 'Feature', 'Objet', {
    aliases: ['featureType', 'attribute', 'attributeType', 'propertyType', 'dimensionGroup'],
  }),
  entry('other', 'Other', 'Autre', { iso: null, datacite: 'Other' }),
] as const satisfies readonly CodelistEntry[];

/** ISO MD_TopicCategoryCode with labels. */
export const topicCategories = [
  entry('farming', 'Farming', 'Agriculture'),
  entry('biota', 'Biota', 'Biote'),
  entry('boundaries', 'Boundaries', 'Limites'),
  entry(
    'climatologyMeteorologyAtmosphere',
    'Climatology, meteorology, atmosphere',
    'Climatologie, météorologie, atmosphère',
  ),
  entry('economy', 'Economy', 'Économie'),
  entry('elevation', 'Elevation and bathymetry', 'Altimétrie et bathymétrie'),
  entry('environment', 'Environment', 'Environnement'),
  entry('geoscientificInformation', 'Geoscientific information', 'Informations géoscientifiques'),
  entry('health', 'Health', 'Santé'),
  entry(
    'imageryBaseMapsEarthCover',
    'Imagery, base maps, earth cover',
    'Imagerie, cartes de base, occupation des terres',
  ),
  entry('intelligenceMilitary', 'Intelligence, military', 'Renseignement, secteur militaire'),
  entry('inlandWaters', 'Inland waters', 'Eaux intérieures'),
  entry('location', 'Location', 'Localisation'),
  entry('oceans', 'Oceans', 'Océans'),
  entry('planningCadastre', 'Planning, cadastre', 'Planification, cadastre'),
  entry('society', 'Society', 'Société'),
  entry('structure', 'Structure', 'Structures'),
  entry('transportation', 'Transportation', 'Transport'),
  entry('utilitiesCommunication', 'Utilities, communication', 'Services d’utilité publique, communication'),
  entry('extraTerrestrial', 'Extra-terrestrial', 'Extraterrestre'),
  entry('disaster', 'Disaster', 'Catastrophes'),
] as const satisfies readonly CodelistEntry[];

/**
 * Finds the entry that a foreign word means.
 * @param list a codelist of this file
 * @param word the value, an ISO code, an alias, a DCAT CURIE or a DataCite term; case, blanks, `-` and `_` don't count
 * @returns the entry, or `undefined` when nothing matches
 */
export function findCode(list: readonly CodelistEntry[], word: string): CodelistEntry | undefined {
  const fold = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '');
  const wanted = fold(word);
  const named = (names: readonly (string | undefined)[]) =>
    names.some((name) => name !== undefined && fold(name) === wanted);
  return (
    list.find((candidate) => named([candidate.value, candidate.iso])) ??
    list.find((candidate) => named([...(candidate.aliases ?? []), candidate.dcat, candidate.datacite]))
  );
}

/** Label of a codelist value in a language (`en` or `fr`), the value itself when it is not in the list. */
export function codeLabel(list: readonly CodelistEntry[], value: string, language: string): string {
  const found = list.find((candidate) => candidate.value === value);
  return found?.label[language] ?? found?.label['en'] ?? value;
}
