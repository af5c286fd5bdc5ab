import { type Assessor, createAssessor } from '#assessment';
import { createLinkChecker } from '#assessment/links';
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
