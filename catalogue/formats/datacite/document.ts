import type { Place } from '../reading/index.ts';

/** A text of a DataCite document; `''` never occurs. */
export type Text = { text: string; language?: string; place: Place };

/** An identifier of a party, with the name and address of its scheme. */
export type NameIdentifier = { value: string; scheme?: string; schemeUri?: string };

export type Affiliation = { name: string; identifier?: string; scheme?: string; schemeUri?: string };

export type Name = Text & {
  /** `Personal`, `Organizational` or what the document writes. */
  nameType?: string;
  givenName?: string;
  familyName?: string;
  identifiers: NameIdentifier[];
  affiliations: Affiliation[];
  /** contributorType. */
  contributorType?: string;
};

export type Title = Text & { titleType?: string };

export type Position = { longitude: number; latitude: number };

export type GeoLocation = {
  name?: Text;
  points: Position[];
  boxes: { west: number; south: number; east: number; north: number }[];
  /** Rings of longitude and latitude. */
  polygons: number[][][];
  place: Place;
};

/** What relatedIdentifier and relatedItem share. */
export type Related = {
  identifier?: string;
  identifierType?: string;
  relationType?: string;
  /** relationTypeInformation (kernel 4.7). */
  information?: string;
  /** resourceTypeGeneral or relatedItemType. */
  resourceType?: string;
  metadataScheme?: string;
  schemeUri?: string;
  schemeType?: string;
  place: Place;
};

export type RelatedItem = Related & {
  titles: Title[];
  creators: Name[];
  contributors: Name[];
  publicationYear?: string;
  volume?: string;
  issue?: string;
  number?: string;
  numberType?: string;
  firstPage?: string;
  lastPage?: string;
  publisher?: string;
  edition?: string;
};

export type FundingReference = {
  funder?: string;
  identifier?: string;
  identifierType?: string;
  schemeUri?: string;
  awardNumber?: string;
  awardUri?: string;
  awardTitle?: string;
};

/**
 * What a DataCite document says, whatever version of the kernel and whether it is XML or JSON: names of the properties
 * are those of kernel 4. One mapping makes a record of it, another makes it of a record.
 */
export type DataciteDocument = {
  /** The root, for problems of the whole. */
  place: Place;
  /** The first is the identifier itself, the others are alternate identifiers. */
  identifiers: { value: string; type?: string; place: Place }[];
  creators: Name[];
  contributors: Name[];
  titles: Title[];
  publisher?: Name;
  publicationYear?: Text;
  resourceTypeGeneral?: string;
  resourceType?: string;
  subjects: (Text & { scheme?: string; schemeUri?: string; valueUri?: string; code?: string })[];
  dates: (Text & { dateType?: string; information?: string })[];
  language?: Text;
  relatedIdentifiers: Related[];
  relatedItems: RelatedItem[];
  sizes: string[];
  formats: string[];
  version?: string;
  rights: (Text & { uri?: string; identifier?: string; scheme?: string; schemeUri?: string })[];
  descriptions: (Text & { descriptionType?: string })[];
  geoLocations: GeoLocation[];
  funding: FundingReference[];
  seriesName?: string;
  /** Landing page and files, which only the JSON of the registry tells. */
  url?: string;
  contentUrls: string[];
  /** When the registry's metadata changed. */
  updated?: string;
};

export function emptyDocument(place: Place): DataciteDocument {
  return {
    place,
    identifiers: [],
    creators: [],
    contributors: [],
    titles: [],
    subjects: [],
    dates: [],
    relatedIdentifiers: [],
    relatedItems: [],
    sizes: [],
    formats: [],
    rights: [],
    descriptions: [],
    geoLocations: [],
    funding: [],
    contentUrls: [],
  };
}

/** The place of what is written: it stands in no document yet. */
export const nowhere: Place = { path: '/' };

/**
 * DataCite's standard values for what is not known or not told (appendix 3 of the schema's documentation), such as
 * `:unav` or `:tba`.
 */
export function isUnknownValue(text: string): boolean {
  return /^\(?:(unac|unal|unap|unas|unav|unkn|none|null|tba|etal|at)\)?$/i.test(text.trim());
}
