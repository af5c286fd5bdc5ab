import { words } from '../../model/index.ts';
/** Authority tables of the European Union and registers of INSPIRE and ISO that DCAT-AP and GeoDCAT-AP ask for. */

export const authority = 'http://publications.europa.eu/resource/authority/';
export const inspire = 'http://inspire.ec.europa.eu/metadata-codelist/';
const isoCodelists = 'http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#';
export const mediaTypes = 'https://www.iana.org/assignments/media-types/';
export const ogcServices = 'http://www.opengis.net/def/serviceType/ogc/';
export const spatialSystem = 'http://inspire.ec.europa.eu/glossary/SpatialReferenceSystem';
export const temporalSystem = 'http://inspire.ec.europa.eu/glossary/TemporalReferenceSystem';

/** Address of a codelist value of ISO, for values that no table of INSPIRE or the European Union has. */
export function isoAddress(codelist: string, value: string): string {
  return `${isoCodelists}${codelist}_${value}`;
}

/** The value at the end of such an address, `CI_RoleCode_sponsor`; any other word stays. */
export function isoValue(word: string): string {
  return word.replace(/^[A-Z]{2}_[A-Za-z]+Code_/, '');
}

/** Frequencies of the European Union's authority table and of Dublin Core's, as ISO MD_MaintenanceFrequencyCode. */
export const frequencies: Readonly<Record<string, string>> = words({
  cont: 'continual',
  update_cont: 'continual',
  continuous: 'continual',
  daily: 'daily',
  weekly: 'weekly',
  biweekly: 'fortnightly',
  semiweekly: 'weekly',
  monthly: 'monthly',
  monthly_2: 'semimonthly',
  semimonthly: 'semimonthly',
  quarterly: 'quarterly',
  annual_2: 'biannually',
  semiannual: 'biannually',
  annual: 'annually',
  biennial: 'biennially',
  irreg: 'irregular',
  irregular: 'irregular',
  as_needed: 'asNeeded',
  asneeded: 'asNeeded',
  not_planned: 'notPlanned',
  notplanned: 'notPlanned',
  never: 'notPlanned',
  unknown: 'unknown',
});

/** ISO MD_MaintenanceFrequencyCode as the European Union's authority table has it. */
export const euFrequencies: Readonly<Record<string, string>> = {
  continual: 'UPDATE_CONT',
  daily: 'DAILY',
  weekly: 'WEEKLY',
  fortnightly: 'BIWEEKLY',
  monthly: 'MONTHLY',
  semimonthly: 'MONTHLY_2',
  quarterly: 'QUARTERLY',
  biannually: 'ANNUAL_2',
  annually: 'ANNUAL',
  biennially: 'BIENNIAL',
  irregular: 'IRREG',
  asNeeded: 'AS_NEEDED',
  notPlanned: 'NOT_PLANNED',
  unknown: 'UNKNOWN',
};

/** ADMS and European Union statuses of datasets as ISO MD_ProgressCode. */
export const statuses: Readonly<Record<string, string>> = words({
  completed: 'completed',
  deprecated: 'deprecated',
  underdevelopment: 'underDevelopment',
  develop: 'underDevelopment',
  withdrawn: 'withdrawn',
  discont: 'obsolete',
});

/** ISO MD_ProgressCode as the European Union's authority table has it. */
export const euStatuses: Readonly<Record<string, string>> = {
  completed: 'COMPLETED',
  deprecated: 'DEPRECATED',
  underDevelopment: 'DEVELOP',
  withdrawn: 'WITHDRAWN',
  obsolete: 'DISCONT',
};

/** Access rights: the European Union has no word for an embargo, COAR has. */
export const accessRightAddresses = {
  open: `${authority}access-right/PUBLIC`,
  restricted: `${authority}access-right/RESTRICTED`,
  'metadata-only': `${authority}access-right/NON_PUBLIC`,
  embargoed: 'http://purl.org/coar/access_right/c_f1cf',
} as const;

/** Roles that INSPIRE's register has (the eleven of ISO 19115:2003). */
export const inspireRoles: ReadonlySet<string> = new Set([
  'resourceProvider',
  'custodian',
  'owner',
  'user',
  'distributor',
  'originator',
  'pointOfContact',
  'principalInvestigator',
  'processor',
  'publisher',
  'author',
]);

/** Kinds of service that INSPIRE's register has. */
export const inspireServices: ReadonlySet<string> = new Set([
  'discovery',
  'view',
  'download',
  'transformation',
  'invoke',
  'other',
]);

/** Terms of the European Union's file types, by names that formats go under. */
const fileTypes: readonly (readonly [RegExp, string])[] = [
  [/^(text\/)?csv$/i, 'CSV'],
  [/^netcdf(-?[34])?$/i, 'NETCDF'],
  [/^geojson$/i, 'GEOJSON'],
  [/^json$/i, 'JSON'],
  [/^json-?ld$/i, 'JSON_LD'],
  [/^gml$/i, 'GML'],
  [/^kml$/i, 'KML'],
  [/^(esri )?shape ?files?$|^shp$/i, 'SHP'],
  [/^tiff?$/i, 'TIFF'],
  [/^png$/i, 'PNG'],
  [/^bmp$/i, 'BMP'],
  [/^pdf$/i, 'PDF'],
  [/^html$/i, 'HTML'],
  [/^xml$/i, 'XML'],
  [/^xlsx$/i, 'XLSX'],
  [/^docx?$/i, 'DOC'],
  [/^zip$/i, 'ZIP'],
  [/^tar$/i, 'TAR'],
  [/^turtle$/i, 'RDF_TURTLE'],
  [/^rdf\/?xml$/i, 'RDF_XML'],
];

/** Address of a file type by the name of a format, where the name is beyond doubt. */
export function fileTypeOf(name: string): string | undefined {
  const found = fileTypes.find(([pattern]) => pattern.test(name.trim()));
  return found && `${authority}file-type/${found[1]}`;
}

/** EU data themes that ISO topic categories fall under. */
export const dataThemes: Readonly<Record<string, string>> = {
  farming: 'AGRI',
  biota: 'ENVI',
  climatologyMeteorologyAtmosphere: 'ENVI',
  economy: 'ECON',
  environment: 'ENVI',
  geoscientificInformation: 'ENVI',
  health: 'HEAL',
  inlandWaters: 'ENVI',
  oceans: 'ENVI',
  society: 'SOCI',
  transportation: 'TRAN',
  boundaries: 'REGI',
  planningCadastre: 'REGI',
};

export const dataThemeScheme = `${authority}data-theme`;
const themeNames: Readonly<Record<string, string>> = words({
  AGRI: 'Agriculture, fisheries, forestry and food',
  ECON: 'Economy and finance',
  ENVI: 'Environment',
  HEAL: 'Health',
  REGI: 'Regions and cities',
  SOCI: 'Population and society',
  TRAN: 'Transport',
});

/** English name of a data theme by its code. */
export function dataThemeName(code: string): string {
  return themeNames[code] ?? code;
}

/** ISO 639-1 as the three letters of ISO 639-3, which the European Union's table of languages is keyed by. */
const languages: Readonly<Record<string, string>> = Object.fromEntries(
  `ar:ARA bg:BUL br:BRE ca:CAT co:COS cs:CES cy:CYM da:DAN de:DEU el:ELL en:ENG es:SPA et:EST eu:EUS fa:FAS fi:FIN fo:FAO
  fr:FRA ga:GLE gd:GLA gl:GLG he:HEB hi:HIN hr:HRV hu:HUN hy:HYE id:IND is:ISL it:ITA ja:JPN ka:KAT ko:KOR la:LAT lb:LTZ
  lt:LIT lv:LAV mk:MKD mt:MLT nb:NOB nl:NLD nn:NNO no:NOR oc:OCI pl:POL pt:POR rm:ROH ro:RON ru:RUS sk:SLK sl:SLV sq:SQI
  sr:SRP sv:SWE th:THA tr:TUR uk:UKR vi:VIE zh:ZHO`
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 2), pair.slice(3)]),
);

/** Address of a language in the European Union's table; `undefined` for a variant (`pt-BR`) or a language we don't know. */
export function languageAddress(tag: string): string | undefined {
  const code = languages[tag];
  return code && `${authority}language/${code}`;
}
