import type { RefusedPage, SourceDay } from '../report/index.ts';
import type { HarvestRun, HarvestSource } from '../types.ts';

export const digestFrequencies = ['never', 'daily', 'weekly'] as const;
export type DigestFrequency = (typeof digestFrequencies)[number];

export const digestLanguages = ['en', 'fr'] as const;
export type DigestLanguage = (typeof digestLanguages)[number];

/** How a source wants its digest; what is absent follows the configuration and the source itself. */
export type DigestSettings = {
  frequency?: DigestFrequency;
  /** E-mail addresses beside or in place of the contact of the source. */
  recipients?: string[];
  language?: DigestLanguage;
};

/** Days that a digest tells of, UTC: `from` is the first, `until` the first that is not. `YYYY-MM-DD`. */
export type DigestPeriod = { from: string; until: string };

/** What there is to say of a source for a period. */
export type Digest = {
  source: HarvestSource;
  period: DigestPeriod;
  /** How it stood at the end, and before the beginning where that is known. */
  now: SourceDay;
  before?: SourceDay;
  /** Harvests of the period, and sums of what they changed. */
  runs: number;
  changed: Record<'created' | 'updated' | 'withdrawn', number>;
  /** Runs that did not end well, or wait for a person. */
  amiss: HarvestRun[];
  /** Rules that more or fewer problems break than before. */
  rules: { code: string; before: number; now: number }[];
  /** Documents refused in the period, the first few. */
  refused: { total: number; shown: RefusedPage['refused'] };
};
