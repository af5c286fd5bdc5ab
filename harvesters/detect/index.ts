import { DomainError, isDomainError } from '#runtime/errors';
import type { Fetcher } from '#runtime/fetching';
import type { Log } from '#runtime/log';
import type { HarvestProtocol } from '../protocol.ts';
import { type HarvestProtocolName, type HarvestSource, harvestProtocols } from '../types.ts';
import { bareAddress } from './bare-address.ts';

/** What came of asking an address in one protocol. */
export type Finding = {
  protocol: HarvestProtocolName;
  /** The address without the question that was pasted with it. */
  url: string;
} & (
  | { speaks: true; title?: string; facts: string[]; vague: boolean }
  | { speaks: false /** Why not, in a sentence. */; reason: string }
);

export type DetectionPorts = {
  protocols: Readonly<Record<HarvestProtocolName, HarvestProtocol>>;
  fetcher: Fetcher;
  log: Log;
  /** Milliseconds that a person waits for all of it; 25,000 unless told. */
  patienceMs?: number;
};

const usualPatienceMs = 25_000;
/** Archives lie on this machine, and who sends is not asked: no address of the web speaks these. */
const notOfTheWeb: readonly HarvestProtocolName[] = ['archive', 'push'];
/** Protocols that are asked at the same time; the client bounds what one host gets besides. */
const askedAtOnce = 6;

/**
 * Asks an address in every protocol, as a harvest would ask it first.
 * @param allowPrivate whether addresses of private networks may be asked
 * @returns one finding per protocol of the web: those that the address speaks first, the surest at the head
 * @throws DomainError `invalid` (field `url`) when the address is none of the web
 */
export async function detectProtocols(
  address: string,
  allowPrivate: boolean,
  ports: DetectionPorts,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const given = withScheme(address.trim());
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new DomainError('invalid', 'url: must be an address that begins with http:// or https://.', {
      field: 'url',
    });
  const patience = AbortSignal.timeout(ports.patienceMs ?? usualPatienceMs);
  const waiting = harvestProtocols.filter((name) => !notOfTheWeb.includes(name));
  const findings: Finding[] = [];
  const ask = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift())
      findings.push(await askIn(name, bareAddress(given, name), allowPrivate, ports, patience, signal));
  };
  await Promise.all(Array.from({ length: askedAtOnce }, ask));
  return findings.sort((one, other) => rankOf(one) - rankOf(other));
}

async function askIn(
  protocol: HarvestProtocolName,
  url: string,
  allowPrivateAddresses: boolean,
  { protocols, fetcher, log, patienceMs = usualPatienceMs }: DetectionPorts,
  patience: AbortSignal,
  signal?: AbortSignal,
): Promise<Finding> {
  const source: HarvestSource = {
    id: 'detection',
    names: {},
    descriptions: {},
    protocol,
    url,
    options: {},
    enabled: true,
    allowPrivateAddresses,
    createdAt: '1970-01-01T00:00:00Z',
  };
  const context = {
    fetcher: impatient(fetcher),
    log,
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  };
  try {
    const { title, facts } = await protocols[protocol].describe(source, context);
    return { protocol, url, speaks: true, ...(title ? { title } : {}), facts, vague: isVague(protocol) };
  } catch (error) {
    signal?.throwIfAborted();
    if (patience.aborted)
      return { protocol, url, speaks: false, reason: `No answer within ${patienceMs / 1000} s.` };
    if (!isDomainError(error)) log.warn({ err: error, protocol }, 'a protocol could not be tried');
    return {
      protocol,
      url,
      speaks: false,
      reason: isDomainError(error) ? error.message : 'The answer could not be understood.',
    };
  }
}

/** A person waits: a server that is in trouble is told at once instead of asked again. */
function impatient(fetcher: Fetcher): Fetcher {
  return {
    fetch: (url, request = {}) =>
      fetcher.fetch(url, { ...request, limits: { ...request.limits, retries: 0 } }),
    close: () => fetcher.close(),
  };
}

function withScheme(address: string): string {
  return /^[\w.-]+\.[a-z]{2,}([/:?]|$)/i.test(address) ? `https://${address}` : address;
}

/** Whatever answers may be a folder, any page may hold RDF, and any site has a sitemap: those are no proof. */
function isVague(protocol: HarvestProtocolName): boolean {
  return protocol === 'folder' || protocol === 'dcat' || protocol === 'sitemap';
}

function rankOf({ protocol, speaks }: Finding): number {
  const sureness = protocol === 'folder' ? 2 : isVague(protocol) ? 1 : 0;
  return (speaks ? 0 : 1000) + sureness * 100 + harvestProtocols.indexOf(protocol);
}
