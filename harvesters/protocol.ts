import { DomainError } from '#runtime/errors';
import type { Fetcher } from '#runtime/fetching';
import type { Log } from '#runtime/log';
import type { ArchivePorts } from './archive/ports.ts';
import type { RememberedFile } from './ports.ts';
import type { HarvestPage, HarvestProtocolName, HarvestSource, ListingEnd } from './types.ts';

/** What a protocol is given for one listing. */
export type ListingContext = {
  fetcher: Fetcher;
  signal: AbortSignal;
  log: Log;
  /** `highWater` of the last successful run; absent at the first and when everything is to be listed. */
  since?: string;
  /** `checkpoint` of the last page that was stored before the run was interrupted: the listing goes on behind it. */
  resume?: string;
  /** Absent where no archive of this machine may be crawled. */
  archives?: ArchivePorts;
  /** What is remembered of the files of the source; absent where nothing is. */
  files?: {
    /** Those of the files, by address, of which everything is held: what is unchanged of them need not be fetched. */
    remembered(addresses: readonly string[]): Promise<ReadonlyMap<string, RememberedFile>>;
  };
};

/** What a source says of itself. */
export type SourceDescription = {
  title?: string;
  /** One line per finding: formats, sets, counts. */
  facts: string[];
};

/** One way to harvest. Every protocol passes the contract suite in `engine/contract.test.ts`. */
export type HarvestProtocol = {
  name: HarvestProtocolName;
  /**
   * Asks the source what it offers, without harvesting.
   * @throws DomainError `upstream` when it does not speak this protocol
   */
  describe(source: HarvestSource, context: ListingContext): Promise<SourceDescription>;
  /**
   * Lists the documents of a source page by page; memory holds a page, never a catalogue.
   * @throws DomainError `upstream` with a sentence when the listing breaks off
   */
  pages(source: HarvestSource, context: ListingContext): AsyncGenerator<HarvestPage, ListingEnd, void>;
};

/** Fetch options that every request of a source shares. */
export function requestFor(source: HarvestSource, context: ListingContext) {
  return { allowPrivate: source.allowPrivateAddresses, signal: context.signal };
}

/**
 * The address of a source that is asked over http(s).
 * @throws DomainError `invalid` when it is none
 */
export function addressOfSource(source: HarvestSource): URL {
  if (URL.canParse(source.url)) return new URL(source.url);
  throw new DomainError(
    'invalid',
    `url: "${source.url}" of the source "${source.id}" is no address. Give one with http:// or https://.`,
  );
}

/** The address to keep with a document: user and password belong to the source alone. */
export function withoutUser(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}
