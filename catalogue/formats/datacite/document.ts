import type { Place } from '../reading/index.ts';

/** A text of a DataCite document; `''` never occurs. */
export type Text = { text: string; language?: string; place: Place };

export type Name = Text & {
  /** `Personal`, `Organizational` or what the document writes. */
  nameType?: string;
  givenName?: string;
  familyName?: string;
  identifiers: { value: string; scheme?: string }[];
  affiliations: { name: string; identifier?: string; scheme?: string }[];
  /** contributorType. */
  contributorType?: string;
};

export type GeoLocation = {
  name?: Text;
  points: { longitude: number; latitude: number }[];
  boxes: { west: number; south: number; east: number; north: number }[];
  /** Rings of longitude and latitude. */
  polygons: number[][][];
  place: Place;
};

export type RelatedItem = {
  identifier?: string;
  identifierType?: string;
  relationType?: string;
  resourceType?: string;
  titles: Text[];
  place: Place;
};

/**
 * What a DataCite document says, whatever version of the kernel and whether it came as XML or JSON: names of the
 * properties are those of kernel 4. One mapping makes a record of it.
 */
export type DataciteDocument = {
  /** The root, for problems of the whole. */
  place: Place;
  identifiers: { value: string; type?: string; place: Place }[];
  creators: Name[];
  contributors: Name[];
  titles: (Text & { titleType?: string })[];
  publisher?: Name;
  publicationYear?: Text;
  resourceTypeGeneral?: string;
  resourceType?: string;
  subjects: (Text & { scheme?: string; schemeUri?: string; valueUri?: string })[];
  dates: (Text & { dateType?: string; information?: string })[];
  language?: Text;
  relatedItems: RelatedItem[];
  sizes: string[];
  formats: string[];
  version?: string;
  rights: (Text & { uri?: string; identifier?: string })[];
  descriptions: (Text & { descriptionType?: string })[];
  geoLocations: GeoLocation[];
  funding: {
    funder?: string;
    identifier?: string;
    identifierType?: string;
    awardNumber?: string;
    awardUri?: string;
    awardTitle?: string;
  }[];
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
