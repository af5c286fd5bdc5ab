import { type Assessor, createAssessor } from '#assessment';
import { createLinkChecker, createLinkWatch, type LinkWatch } from '#assessment/links';
import { createRobots } from '#runtime/robots';
import type { House } from './house.ts';
import { createPages } from './pages.ts';

/**
 * The assessor of a process: it asks our own pages within the process, as a stranger would be answered, and foreign links
 * through the guarded client. The pages are loaded when the first record is assessed.
 */
export function assessorOf(house: House): Assessor {
  let pages: ReturnType<typeof createPages> | undefined;
  return createAssessor({
    publicUrl: house.config.publicUrl,
    async ask(request) {
      pages ??= createPages(house);
      return (await pages)(request);
    },
    links: createLinkChecker(house.fetcher, house.stores.linkChecks),
    formats: house.formats,
    checkLinks: house.config.checkLinks,
    records: house.stores.records,
    store: house.stores.assessments,
    allowPrivate: async (sourceId) =>
      (await house.stores.sources.get(sourceId))?.allowPrivateAddresses ?? false,
  });
}

/** The watch over the links of all records, for the worker. */
export function linkWatchOf({ fetcher, stores }: Pick<House, 'fetcher' | 'stores'>): LinkWatch {
  return createLinkWatch({
    links: createLinkChecker(fetcher, stores.linkChecks),
    store: stores.linkChecks,
    robots: createRobots(fetcher),
  });
}
