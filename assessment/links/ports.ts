import type { LinkObservation } from '#catalogue/fair';

/** What came of the last time that an address was asked, and when it is worth asking again. */
export type LinkCheck = {
  url: string;
  /** Milliseconds since 1970, as `nextCheckAt`. */
  checkedAt: number;
  nextCheckAt: number;
  /** How often in a row it gave no good answer. */
  failures: number;
  observation: Exclude<LinkObservation, { outcome: 'not-checked' }>;
};

/** Checks of foreign addresses, implemented by db/: one row an address, whichever records name it. */
export type LinkCheckStore = {
  /** Those that are known, in no order. */
  getMany(urls: readonly string[]): Promise<LinkCheck[]>;
  save(check: LinkCheck): Promise<void>;
  /** Servers with an address that live public records name and that is due; the one that waited longest first. */
  dueHosts(now: number): Promise<string[]>;
  /** Addresses of one server that are due, the one that waited longest first. */
  dueOf(host: string, now: number, limit: number): Promise<DueLink[]>;
  /** Ids of the sources whose live public records name one of these addresses. */
  sourcesNaming(urls: readonly string[]): Promise<string[]>;
  /** Forgets what was to be asked again before a moment, but is named by no record any more. @returns their number */
  forgetUnnamed(before: number): Promise<number>;
};

/** An address to be asked. */
export type DueLink = {
  url: string;
  /** Some record calls it a file, or its identifier: its first bytes are to be looked at. */
  look: boolean;
  /** A source whose servers may be private names it. */
  allowPrivate: boolean;
};
