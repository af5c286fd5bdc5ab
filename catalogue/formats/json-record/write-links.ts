import type { JsonObject } from '../../json/index.ts';
import { type CatalogueRecord, type Distribution, localise } from '../../model/index.ts';
import type { WriteContext } from '../format.ts';
import { utcOf } from './time.ts';

type Resource = CatalogueRecord['resource'];

/** The relation of a way to the data; IANA has none for a service that gives parts, or takes orders. */
const relationOf: Readonly<Record<Distribution['kind'], string>> = {
  download: 'enclosure',
  subset: 'service',
  view: 'preview',
  service: 'service',
  documentation: 'describedby',
  'landing-page': 'about',
  order: 'order',
  other: 'related',
};

const relatedBy: Readonly<Record<string, string>> = {
  revisionOf: 'predecessor-version',
  isReplacedBy: 'successor-version',
  hasVersion: 'latest-version',
};

/** The link of a way to the data. */
export function distributionLink(link: Distribution, language: string): JsonObject {
  const title = localise(link.names, language)?.text;
  const description = localise(link.descriptions, language)?.text;
  const created = link.issued === undefined ? undefined : utcOf(link.issued, 'start');
  const updated = link.modified === undefined ? undefined : utcOf(link.modified, 'start');
  const [hreflang] = link.languages ?? [];
  return {
    rel: relationOf[link.kind],
    href: hrefOf(link.url),
    // A viewer is told from a picture by its type alone.
    ...(link.mediaType === undefined
      ? link.kind === 'view'
        ? { type: 'text/html' }
        : {}
      : { type: link.mediaType }),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(hreflang === undefined ? {} : { hreflang }),
    ...(link.byteSize === undefined ? {} : { length: Math.round(link.byteSize) }),
    ...(link.conformsTo.length === 0 ? {} : { profile: link.conformsTo }),
    ...(created === undefined ? {} : { created }),
    ...(updated === undefined ? {} : { updated }),
  };
}

/** Links of a record besides those to the data: its page, how to cite it, its pictures and related resources. */
export function recordLinks(
  resource: Resource,
  context: WriteContext,
  language: string,
  how: { self: { suffix: string; type: string }; derivedFrom: string },
): JsonObject[] {
  const doi = resource.identifiers.find(({ scheme }) => scheme === 'doi')?.uri;
  const titled = (title: string | undefined) => (title === undefined ? {} : { title });
  return [
    { rel: 'self', href: `${context.pageUrl}.${how.self.suffix}`, type: how.self.type },
    { rel: 'alternate', href: context.pageUrl, type: 'text/html' },
    ...(doi === undefined ? [] : [{ rel: 'cite-as', href: doi }]),
    ...resource.graphics.map(({ url, description }) => ({
      rel: 'preview',
      href: hrefOf(url),
      type: pictureType(url),
      ...titled(localise(description ?? {}, language)?.text),
    })),
    ...resource.related.flatMap(({ relation, url, titles }) =>
      url === undefined
        ? []
        : [
            {
              rel: relation === 'isDerivedFrom' ? how.derivedFrom : (relatedBy[relation] ?? 'related'),
              href: hrefOf(url),
              ...titled(localise(titles, language)?.text),
            },
          ],
    ),
  ];
}

/** An address as a link may have it: blanks within, which records are full of, are percent-encoded. */
export function hrefOf(url: string): string {
  return url.trim().replace(/\s/g, (blank) => encodeURIComponent(blank));
}

/** Media type by the ending, PNG where it tells none: most thumbnails of catalogues are. */
export function pictureType(url: string): string {
  const ending = /\.(jpe?g|gif|webp|svg|tiff?)(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase();
  if (ending === undefined) return 'image/png';
  if (ending.startsWith('jp')) return 'image/jpeg';
  if (ending.startsWith('tif')) return 'image/tiff';
  return ending === 'svg' ? 'image/svg+xml' : `image/${ending}`;
}
