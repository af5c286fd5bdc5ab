import type { CatalogueRecord } from '#catalogue/model';

/** A web address that a record names. */
export type RecordLink = {
  /** Where it stands in the record, such as `resource.distributions[2].url`. */
  path: string;
  url: string;
  /** Kind of the distribution; `identifier` for the address of the resource itself. */
  kind: string;
};

const resolving: ReadonlySet<string> = new Set(['doi', 'handle', 'ark']);

/**
 * The web addresses of a record that are worth checking: of its distributions, and of those identifiers of its resource that
 * promise to lead somewhere. The triggers of migration 0007 find the same after a change.
 */
export function linksOf({ resource }: CatalogueRecord): RecordLink[] {
  const files = resource.distributions.flatMap(({ url, kind }, index) =>
    url && /^https?:\/\//i.test(url) ? [{ path: `resource.distributions[${index}].url`, url, kind }] : [],
  );
  const names = resource.identifiers.flatMap(({ scheme, uri }, index) =>
    uri && resolving.has(scheme) && /^http/i.test(uri)
      ? [{ path: `resource.identifiers[${index}].uri`, url: uri, kind: 'identifier' }]
      : [],
  );
  return [...files, ...names];
}
