import type { Identifier } from '../model/index.ts';
import { foldWords } from './fold.ts';

/**
 * What an identifier is worth when two records have it: a DOI names one resource in the world, a UUID, URN, ARK, Handle or
 * address one thing in the world (a resource or its metadata), a local code one thing in somebody's house.
 */
export type IdentifierKey = { reach: 'doi' | 'global' | 'local'; key: string };

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Words that stand where an identifier should. */
const placeholders = new Set(
  (
    'unknown inconnu none null nil undefined na n a nan todo tbd tba test example exemple default defaut identifier ' +
    'identifiant id uuid guid doi dataset data metadata record series service code title name xxx no identifier ' +
    'not available not applicable missing empty sans objet non renseigne'
  ).split(' '),
);

/** The name of a DOI in one spelling: lower case, unescaped, without resolver, query and stray punctuation at its end. */
function doiName(code: string): string | undefined {
  const name = /10\.\d{4,9}(?:\.\d+)*\/\S+/i.exec(unescaped(code))?.[0];
  // What follows `#` tells snapshots of one DOI apart, so it stays.
  return name
    ?.toLowerCase()
    .replace(/\?[^#]*/, '')
    .replace(/[.,;)/\]}>"']+$/, '');
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The keys by which an identifier is compared; none for what identifies nothing (`1`, `unknown`, a nil UUID, a bare host).
 * @param identifier as the model has it, recognised by `parseIdentifier`
 */
export function identifierKeys({ code, scheme, uri }: Identifier): IdentifierKey[] {
  const keys = new Map<string, IdentifierKey>();
  const add = (reach: IdentifierKey['reach'], key: string | undefined) => {
    if (key !== undefined) keys.set(key, { reach, key });
  };
  if (scheme === 'doi') {
    const name = doiName(uri ?? code);
    add('doi', name && `doi:${name}`);
    return [...keys.values()];
  }
  const uuids = new Set(code.toLowerCase().match(uuid) ?? []);
  const [only] = uuids;
  // An address or a URN that ends in one UUID is about that.
  if (
    uuids.size === 1 &&
    only &&
    /[1-9a-f]/.test(only.replaceAll('-', '')) &&
    !/^(.)\1*$/.test(only.replaceAll('-', ''))
  )
    add('global', `uuid:${only}`);
  if (keys.size > 0 || scheme === 'uuid') return [...keys.values()];
  if (scheme === 'urn' || scheme === 'ark' || scheme === 'handle')
    add(
      'global',
      `${scheme}:${code.toLowerCase().replace(/^(urn|hdl|info:hdl\/|https?:\/\/hdl\.handle\.net\/)[:/]?/, '')}`,
    );
  else if (uri !== undefined) add('global', addressKey(uri));
  else add('local', localKey(code));
  return [...keys.values()];
}

/** An address without what its writers differ in; `undefined` where it names a site and no page of it. */
function addressKey(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, search, hash } = new URL(address);
  const path = pathname.replace(/\/+$/, '');
  if (path.length < 2 && search.length < 4 && hash.length < 3) return undefined;
  return `uri:${hostname.replace(/^www\./, '')}${path}${search}${hash}`.slice(0, 500);
}

/** Short numbers, single letters and placeholders are in every house. */
function localKey(code: string): string | undefined {
  const folded = foldWords(code);
  const bare = folded.replaceAll(' ', '');
  if (bare.length < 4 || /^\d{1,6}$/.test(bare) || /^(.)\1*$/.test(bare)) return undefined;
  if (folded.split(' ').every((word) => placeholders.has(word) || /^\d{1,3}$/.test(word))) return undefined;
  return `local:${folded.slice(0, 200)}`;
}
