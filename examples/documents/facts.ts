import type { KeywordGroup } from './vocabulary.ts';

/** Words in English, French or both. */
export type Text = { readonly en?: string; readonly fr?: string };

export type Language = 'en' | 'fr';

/** Codes of ISO 19115 MD_ScopeCode that the centres use. */
type Scope = 'dataset' | 'series' | 'service' | 'software' | 'fieldSession';

/** Codes of ISO 19115 CI_RoleCode that the centres use. */
export type Role =
  | 'pointOfContact'
  | 'author'
  | 'custodian'
  | 'distributor'
  | 'originator'
  | 'owner'
  | 'principalInvestigator'
  | 'processor'
  | 'publisher';

export type Party = {
  readonly organisation: string;
  readonly role: Role;
  readonly email?: string;
  readonly person?: { readonly family: string; readonly given: string; readonly orcid?: string };
  readonly edmo?: number;
  readonly ror?: string;
};

/** West, east, south, north in decimal degrees; a string where the centre writes something that is not a number. */
export type Box = readonly [
  west: number | string,
  east: number | string,
  south: number | string,
  north: number | string,
];

/** Corners as longitude and latitude in decimal degrees; the first is repeated at the end. */
export type Polygon = readonly (readonly [longitude: number, latitude: number])[];

/** Without an end the observation goes on. */
export type Period = { readonly begin: string; readonly end?: string };

/** Metres below the sea surface, positive down. */
export type Depths = { readonly top: number; readonly bottom: number };

export type LinkKind =
  | 'download'
  | 'landing'
  | 'opendap'
  | 'erddap'
  | 'wms'
  | 'wfs'
  | 'ftp'
  | 'document'
  | 'thredds';

export type Link = {
  readonly kind: LinkKind;
  readonly url: string;
  readonly name: string;
  readonly description?: Text;
  /** Layer of a WMS or feature type of a WFS. */
  readonly layer?: string;
};

export type Licence = { readonly spdx?: string; readonly url?: string; readonly name: Text };

export type Funding = {
  readonly funder: string;
  readonly funderId?: string;
  readonly award?: string;
  readonly title?: string;
};

/** Relation in DataCite's words, for example IsSupplementTo. */
type Related = {
  readonly relation: string;
  readonly type: 'DOI' | 'URL';
  readonly identifier: string;
};

/** What a centre knows of one of its resources; each centre's document writer turns it into its own format. */
export type Facts = {
  readonly id: string;
  /** When the metadata was last changed: a date-time in UTC. */
  readonly updated: string;
  readonly scope?: Scope;
  readonly parent?: string;
  readonly title: Text;
  readonly alternateTitle?: string;
  readonly abstract: Text;
  readonly created?: string;
  readonly published?: string;
  readonly revised?: string;
  readonly edition?: string;
  readonly doi?: string;
  readonly parties: readonly Party[];
  readonly keywords: readonly KeywordGroup[];
  readonly topics?: readonly string[];
  readonly representation?: 'grid' | 'vector' | 'textTable';
  readonly resolution?: { readonly value: number; readonly unit: 'm' | 'km' | 'degree' };
  readonly place?: Text;
  readonly box?: Box;
  readonly polygon?: Polygon;
  readonly period?: Period;
  readonly depths?: Depths;
  readonly frequency?: string;
  readonly lineage?: Text;
  readonly credit?: string;
  readonly licence?: Licence;
  readonly format?: { readonly name: string; readonly version?: string };
  readonly links: readonly Link[];
  readonly platform?: { readonly id: string; readonly name: string };
  readonly instruments?: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
  }[];
  readonly funding?: readonly Funding[];
  readonly related?: readonly Related[];
  readonly service?: {
    readonly type: 'view' | 'download' | 'discovery';
    readonly version: string;
    readonly operatesOn: readonly string[];
  };
};

/** The words in the language asked, else in the other one. */
export function words(text: Text, language: Language): string | undefined {
  return language === 'fr' ? (text.fr ?? text.en) : (text.en ?? text.fr);
}

export const CC_BY: Licence = {
  spdx: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  name: {
    en: 'Creative Commons Attribution 4.0 International',
    fr: 'Creative Commons Attribution 4.0 International',
  },
};

export const CC_BY_NC: Licence = {
  spdx: 'CC-BY-NC-4.0',
  url: 'https://creativecommons.org/licenses/by-nc/4.0/',
  name: {
    en: 'Creative Commons Attribution-NonCommercial 4.0 International',
    fr: "Creative Commons Attribution - Pas d'utilisation commerciale 4.0 International",
  },
};

export const CC0: Licence = {
  spdx: 'CC0-1.0',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  name: {
    en: 'Creative Commons Zero v1.0 Universal',
    fr: 'Creative Commons Zéro v1.0 Universel',
  },
};

export const ETALAB: Licence = {
  spdx: 'etalab-2.0',
  url: 'https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf',
  name: { en: 'Etalab Open Licence 2.0', fr: 'Licence Ouverte / Open Licence version 2.0' },
};
