import { createHarvestDesk, type HarvestDesk, protocols } from '#harvesters';
import type { House } from './house.ts';
import { previewHeld } from './preview-rules.ts';

/** Somebody waits for the page: a sample of a large source says enough. */
const previewBounds = { most: 2000, mostMs: 15_000 };

/** What staff do with sources and runs: the worker does what is ordered. */
export function harvestDeskOf({ stores, harvester, fetcher, log, accounts, read }: House): HarvestDesk {
  const { sources, runs, jobs, digests } = stores;
  return createHarvestDesk({
    sources,
    runs,
    jobs,
    digests,
    accounts: stores.accounts,
    harvester,
    protocols,
    fetcher,
    log,
    audit: accounts.audit,
    previewRules: (sourceId, rules) => previewHeld(stores, sourceId, rules, { ...previewBounds, read }),
  });
}
