import {
  type CatalogueRecord,
  type Distribution,
  normaliseProtocol,
  parseIdentifier,
  words,
} from '../../model/index.ts';
import { addRights, isAddress, oneLine, type Report } from '../reading/index.ts';
import type { JsonNode } from './node.ts';

type Resource = CatalogueRecord['resource'];

/** What a link of these relations is read as; all others are ways to the data. */
export type LinkMeaning =
  /** Leads through the catalogue, not to the resource. */
  | { is: 'navigation' }
  | { is: 'licence' }
  | { is: 'identifier' }
  | { is: 'graphic' }
  /** The record itself in another form. */
  | { is: 'metadata' }
  | { is: 'related'; relation: string }
  | { is: 'distribution'; function?: string; kind?: Distribution['kind'] };

const navigation: LinkMeaning = { is: 'navigation' };

/** Relations that STAC and OGC API Records share (IANA registers most). */
const meanings: Readonly<Record<string, LinkMeaning>> = words({
  root: navigation,
  parent: navigation,
  collection: navigation,
  child: navigation,
  item: navigation,
  next: navigation,
  prev: navigation,
  first: navigation,
  last: navigation,
  queryables: navigation,
  self: { is: 'metadata' },
  alternate: { is: 'metadata' },
  license: { is: 'licence' },
  'cite-as': { is: 'identifier' },
  preview: { is: 'graphic' },
  icon: { is: 'graphic' },
  thumbnail: { is: 'graphic' },
  enclosure: { is: 'distribution', function: 'download' },
  data: { is: 'distribution', function: 'download' },
  archives: { is: 'distribution', function: 'download' },
  download: { is: 'distribution', function: 'download' },
  search: { is: 'distribution', function: 'search' },
  order: { is: 'distribution', function: 'order' },
  service: { is: 'distribution', kind: 'service' },
  items: { is: 'distribution', kind: 'service' },
  about: { is: 'distribution', kind: 'landing-page' },
  describedby: { is: 'distribution', function: 'information' },
  help: { is: 'distribution', function: 'information' },
  documentation: { is: 'distribution', function: 'information' },
  derived_from: { is: 'related', relation: 'isDerivedFrom' },
  'predecessor-version': { is: 'related', relation: 'revisionOf' },
  'successor-version': { is: 'related', relation: 'isReplacedBy' },
  'latest-version': { is: 'related', relation: 'hasVersion' },
});

/**
 * Sorts the links of a record into licences, identifiers, graphics, related resources and ways to the data.
 * @param base address that relative ones are resolved against
 * @param own what relations mean in this format alone
 */
export function addLinks(
  record: CatalogueRecord,
  links: readonly JsonNode[],
  how: {
    language: string;
    report: Report;
    base?: string | undefined;
    own?: Readonly<Record<string, LinkMeaning>>;
  },
): void {
  const { resource } = record;
  for (const link of links) {
    const rel = link.text('rel') ?? 'related';
    const meaning = how.own?.[rel] ?? meanings[rel] ?? { is: 'distribution' };
    if (meaning.is === 'navigation') continue;
    const url = addressOf(link, how.report, how.base);
    if (url === undefined) continue;
    const type = link.text('type');
    const { title, description } = titleOf(link);
    const names = title === undefined ? {} : { [how.language]: title };
    switch (meaning.is) {
      case 'licence':
        if (!/^image\//.test(type ?? '')) addRights(resource, title ?? url, how.language, url);
        break;
      case 'identifier':
        addIdentifier(resource, url);
        break;
      case 'graphic':
        if (/^image\//.test(type ?? 'image/'))
          resource.graphics.push({ url, ...(title === undefined ? {} : { description: names }) });
        else
          addDistribution(resource, {
            ...distributionOf(link, url, { is: 'distribution', kind: 'view' }),
            names,
          });
        break;
      case 'metadata':
        record.metadataLinkages.push({ url, ...(title === undefined ? {} : { name: names }) });
        break;
      case 'related':
        resource.related.push(relatedTo(url, meaning.relation, names));
        break;
      case 'distribution':
        addDistribution(resource, {
          ...distributionOf(link, url, meaning, rel),
          names,
          ...(description === undefined ? {} : { descriptions: { [how.language]: description } }),
        });
    }
  }
}

/** An absolute address; a relative one that nothing completes is told and left out. */
export function addressOf(link: JsonNode, report: Report, base: string | undefined): string | undefined {
  const href = link.text('href');
  if (href === undefined) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  if (base !== undefined && URL.canParse(href, base)) return new URL(href, base).href;
  report.warning(
    'address-relative',
    link.placeOf('href'),
    `"${oneLine(href)}" is not a complete address, and nothing completes it.`,
    'Write addresses in full, or add a link "self".',
  );
  return undefined;
}

/** The AODN writes title and description of a link as JSON within its title. */
function titleOf(link: JsonNode): { title?: string; description?: string } {
  const written = link.text('title');
  const described = link.text('description');
  const own = described === undefined ? {} : { description: described };
  if (written === undefined) return own;
  const inner = /^\{"title":"((?:[^"\\]|\\.)*)","description":"((?:[^"\\]|\\.)*)"\}$/.exec(written);
  if (!inner) return { title: written, ...own };
  const text = (quoted: string | undefined) => (quoted ?? '').replace(/\\(["\\/])/g, '$1').trim();
  const [title, description] = [text(inner[1]), text(inner[2])];
  return { ...(title ? { title } : {}), ...(description ? { description } : {}) };
}

export function addIdentifier(resource: Resource, code: string, codeSpace?: string): void {
  const identifier = parseIdentifier(code, codeSpace);
  const key = (identifier.uri ?? identifier.code).toLowerCase();
  const known = resource.identifiers.some((one) => (one.uri ?? one.code).toLowerCase() === key);
  if (!known) resource.identifiers.push(identifier);
}

function distributionOf(
  link: JsonNode,
  url: string,
  meaning: Extract<LinkMeaning, { is: 'distribution' }>,
  rel?: string,
): Distribution {
  const type = link.text('type');
  const isMediaType = type !== undefined && /^[a-z]+\/[\w.+-]+/i.test(type);
  // Catalogues of the AODN write the protocol as the relation: `wms`, `IMOS:AGGREGATION--bodaac`.
  const protocol = rel !== undefined && (/:/.test(rel) || /^(wms|wmts|wfs|wcs)$/.test(rel)) ? rel : undefined;
  const read = normaliseProtocol(protocol, url, meaning.function);
  const length = link.number('length');
  const created = link.text('created');
  const updated = link.text('updated');
  const language = link.text('hreflang');
  return {
    url,
    names: {},
    descriptions: {},
    conformsTo: link.texts('profile').map(({ text }) => text),
    ...read,
    ...(meaning.kind !== undefined && (read.kind === 'other' || meaning.kind === 'landing-page')
      ? { kind: meaning.kind }
      : {}),
    ...(protocol === undefined ? {} : { protocolAsGiven: protocol }),
    ...(meaning.function === undefined ? {} : { function: meaning.function }),
    ...(isMediaType ? { mediaType: type } : {}),
    ...(length === undefined || length < 0 ? {} : { byteSize: length }),
    ...(created === undefined ? {} : { issued: created }),
    ...(updated === undefined ? {} : { modified: updated }),
    ...(language === undefined ? {} : { languages: [language] }),
  };
}

/** One address is one way to the data; the first telling counts. */
export function addDistribution(resource: Resource, distribution: Distribution): void {
  const known = resource.distributions.some(
    ({ url, names }) =>
      url === distribution.url && JSON.stringify(names) === JSON.stringify(distribution.names),
  );
  if (!known) resource.distributions.push(distribution);
}

function relatedTo(
  url: string,
  relation: string,
  titles: Record<string, string>,
): Resource['related'][number] {
  const { code, scheme, uri } = parseIdentifier(url);
  return {
    relation,
    titles,
    ...(scheme === 'other' ? {} : { identifier: code, identifierType: scheme }),
    ...(isAddress(url) ? { url: uri ?? url } : {}),
  };
}
