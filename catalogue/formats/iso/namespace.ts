/**
 * The usual prefix of an ISO namespace whatever its version or host: `http://www.isotc211.org/2005/gmd` is `gmd`;
 * `http://standards.iso.org/iso/19115/-3/mdb/1.0`, `…/mdb/2.0` and `https://schemas.isotc211.org/19115/-1/mdb/1.3` are
 * `mdb`; both GML namespaces are `gml`. Other namespaces have none.
 */
export function familyOf(uri: string): string | undefined {
  if (uri === last.uri) return last.family;
  const family = families.get(uri) ?? learn(uri);
  last = { uri, family: family || undefined };
  return last.family;
}

/** Neighbours are mostly of one namespace. */
let last: { uri: string; family: string | undefined } = { uri: '', family: undefined };

function learn(uri: string): string {
  const family = usualPrefix(uri);
  // Documents choose their namespaces: without a bound a hostile source could fill the memory.
  if (families.size < 5000) families.set(uri, family ?? '');
  return family ?? '';
}

const families = new Map<string, string>();

function usualPrefix(uri: string): string | undefined {
  if (/^http:\/\/www\.opengis\.net\/gml(\/3\.[0-9.]+)?$/.test(uri)) return 'gml';
  // Two profiles whose own properties are read: Marine Community Profile and SeaDataNet.
  if (uri === 'http://schemas.aodn.org.au/mcp-2.0' || uri === 'http://bluenet3.antcrc.utas.edu.au/mcp')
    return 'mcp';
  if (uri === 'http://www.seadatanet.org') return 'sdn';
  return /^https?:\/\/(?:www\.isotc211\.org|schemas\.isotc211\.org|standards\.iso\.org|schemas\.opengis\.net)\/.*?\/([a-z]{3})(?:\/\d+(?:\.\d+)*)?(?:\/\d{4}-\d\d-\d\d)?$/.exec(
    uri,
  )?.[1];
}
