import type { JsonObject } from '../json/index.ts';

/** What the first bytes of an answer look like, whatever its headers say. */
export const servedContents = [
  'html',
  'login',
  'xml',
  'json',
  'text',
  'netcdf',
  'hdf5',
  'zip',
  'gzip',
  'pdf',
  'tiff',
  'image',
  'binary',
] as const;
export type ServedContent = (typeof servedContents)[number];

/** What came of asking an address. Only `answered` says anything of what stands there. */
export type LinkObservation =
  | {
      outcome: 'answered';
      status: number;
      /** Without parameters, in lower case; '' when the server did not say. */
      mediaType: string;
      /** Address that answered, after redirects. */
      finalUrl: string;
      /** Where permanent redirects (301, 308) lead, if the first of them is one; a passing one ends the search. */
      movedTo?: string;
      /** Bytes of the whole, where the server told them. */
      size?: number;
      /** Absent where only the headers were asked for. */
      content?: ServedContent;
      /** Of an HTML page. */
      title?: string;
    }
  /** `unreachable`: the network or the server gave no answer; `refused`: we don't ask such addresses. */
  | { outcome: 'unreachable' | 'refused'; reason: string }
  | { outcome: 'not-checked' };

export type ObservedLink = { url: string; observation: LinkObservation };

/** The page of the record as our portal serves it. */
export type ServedPage = {
  url: string;
  status: number;
  mediaType: string;
  /** How the world reaches it; `local`: only this machine does, which tells nothing of the public service. */
  transport: 'https' | 'http' | 'local';
  /** The JSON-LD block of the HTML, parsed; `null` where there is none or it is no JSON object. */
  embedded: JsonObject | null;
  /** Typed links of the `Link` header. */
  signposts: { rel: string; href: string; type?: string }[];
  /** Whether robots are told not to keep the page. */
  noIndex: boolean;
  /** The address that the page itself calls canonical. */
  canonical?: string;
};

/** A metadata document at its own address. */
export type ServedDocument = {
  url: string;
  /** Name of its format (`iso19139`, `dcat`…). */
  format: string;
  status: number;
  /** Media type that the server said, and the one that the link to it promised. */
  mediaType: string;
  promised: string;
  /** Whether it was read back: `unread` where no reader of that format is at hand. */
  reading: 'read' | 'unreadable' | 'unread';
  /** Whether title and identifier of what was read are those of the record; absent unless `read`. */
  agrees?: boolean;
  /** Whether what was read tells how the data came about. */
  lineage?: boolean;
  /** Namespaces of known vocabularies that it uses. */
  namespaces: string[];
};

/** The page's own address asked with an `Accept` header. */
export type Negotiated = { accept: string; status: number; mediaType: string };

/**
 * What was really observed of one record. `null` and `not-checked` mean that nobody has looked yet: that is never taken
 * for a success.
 */
export type ServedEvidence = {
  page: ServedPage | null;
  documents: ServedDocument[] | null;
  negotiated: Negotiated[] | null;
  /** Status of `/records/{id}/original`. */
  original: number | null;
  /** What came of resolving the persistent identifier; absent for a record that has none. */
  identifier?: ObservedLink;
  /** One for each distribution of the record that has an address. */
  links: ObservedLink[];
  /** What came of asking for the licence's address; absent where it has none. */
  licence?: ObservedLink;
};

/** Evidence of a record that nobody has looked at. */
export const nothingServed: ServedEvidence = {
  page: null,
  documents: null,
  negotiated: null,
  original: null,
  links: [],
};
