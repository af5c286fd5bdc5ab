import type { Licence } from '#catalogue/model';
import { makersOf, persistentUrl } from '#catalogue/model';
import type { StoredRecord } from '#ledger';
import type { TypedLink } from './link-header.ts';
import { formatsOf, pageUrl, schemaOrgOf, type Writing } from './written-formats.ts';

/** What Signposting tells of a record (https://signposting.org/FAIR/): the links of its page, by who they start from. */
export type Signposts = {
  page: string;
  citeAs: string;
  /** One per metadata format that can express the record. */
  documents: { href: string; type: string; profile?: string }[];
  /** Addresses of schema.org classes. */
  types: string[];
  /** ORCID, ROR… of those who made the resource. */
  authors: string[];
  licence?: string;
  /** Files that the page offers for download. */
  items: { href: string; type?: string }[];
  linkset: string;
};

const mostAuthors = 50;

/** Gathers the links of a record, all absolute. */
export function signpostsOf(stored: StoredRecord, services: Writing): Signposts {
  const { resource } = stored.record;
  const page = pageUrl(services.config.publicUrl, stored.id);
  const formats = formatsOf(stored, services);
  const licence = licenceAddress(resource.licences);
  const authors = makersOf(resource).flatMap(({ identifiers }) => {
    const uri = identifiers.find(({ scheme }) => scheme === 'orcid' || scheme === 'ror')?.uri;
    return uri ? [uri] : [];
  });
  return {
    page,
    citeAs: persistentUrl(resource) ?? page,
    documents: formats.map(({ suffix, mediaType, profile }) => ({
      href: `${page}.${suffix}`,
      type: mediaType,
      ...(profile ? { profile } : {}),
    })),
    types: ['https://schema.org/AboutPage', `https://schema.org/${classOf(stored, services)}`],
    authors: [...new Set(authors)].slice(0, mostAuthors),
    ...(licence ? { licence } : {}),
    items: stored.visibility === 'metadata-only' ? [] : itemsOf(stored),
    linkset: `${page}/linkset`,
  };
}

/** The links of the page itself, those that are few and matter most first. */
export function pageLinks(signposts: Signposts): TypedLink[] {
  const { citeAs, linkset, types, licence, documents, authors, items } = signposts;
  return [
    { rel: 'cite-as', href: citeAs },
    { rel: 'linkset', href: linkset, type: 'application/linkset+json' },
    ...types.map((href) => ({ rel: 'type', href })),
    ...(licence ? [{ rel: 'license', href: licence }] : []),
    ...documents.map((document) => ({ rel: 'describedby', ...document })),
    ...authors.map((href) => ({ rel: 'author', href })),
    ...items.map((item) => ({ rel: 'item', ...item })),
  ];
}

/** The class that the embedded metadata states, so that header and page agree. */
function classOf(stored: StoredRecord, services: Writing): string {
  const stated = schemaOrgOf(stored, services)?.['@type'];
  const type: unknown = Array.isArray(stated) ? stated[0] : stated;
  return typeof type === 'string' ? type : 'Dataset';
}

function itemsOf({ record }: StoredRecord): Signposts['items'] {
  const files = record.resource.distributions.filter(
    ({ kind, url }) => kind === 'download' && /^(https?|ftp):\/\//i.test(url) && URL.canParse(url),
  );
  const byAddress = new Map(files.map(({ url, mediaType }) => [new URL(url).href, mediaType]));
  return [...byAddress].map(([href, type]) => ({ href, ...(isMediaType(type) ? { type } : {}) }));
}

function isMediaType(text: string | undefined): text is string {
  return text !== undefined && /^[\w.+-]+\/[\w.+-]+$/.test(text);
}

/** Recognised licences that have an entry in the SPDX list, by the name that it has there. */
const spdxNames = new Map(
  [
    'etalab-2.0',
    'ODbL-1.0',
    'ODC-By-1.0',
    'PDDL-1.0',
    'OGL-UK-3.0',
    'OGL-Canada-2.0',
    'NLOD-2.0',
    'DL-DE-BY-2.0',
    'Apache-2.0',
    'MIT',
    'GPL-3.0-or-later',
  ].map((name) => [name.toLowerCase(), name]),
);

/** One licence as Creative Commons or SPDX name it; `undefined` where there is none or several. */
function licenceAddress(licences: readonly Licence[]): string | undefined {
  const addresses = new Set(
    licences.map(({ id, uri }) => {
      if (uri && /^https?:\/\/creativecommons\.org\//i.test(uri)) return uri;
      const name = id && spdxNames.get(id.toLowerCase());
      return name ? `https://spdx.org/licenses/${name}` : uri;
    }),
  );
  const [first] = addresses;
  return addresses.size === 1 && first && URL.canParse(first) ? first : undefined;
}
