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
};
