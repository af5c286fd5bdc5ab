import { redactUrl } from '#runtime/fetching';
import type { HarvestProtocol } from '../protocol.ts';
import { listPackages } from './listing.ts';
import { actionOf, searchPackages } from './search.ts';

/**
 * The API of CKAN, version 3: `package_search` in pages. Options: `fq` (a filter of Solr, e.g.
 * `organization:ifremer`), `q`, `pageSize` (100 unless told), `incremental` (`yes`: only what was changed since the last
 * run is asked for; what was deleted then shows in a full run alone).
 */
export const ckan: HarvestProtocol = {
  name: 'ckan',
  async describe(source, context) {
    const { matched } = await searchPackages(source, context, { start: 0, rows: 1 });
    return {
      facts: [
        `Datasets at ${redactUrl(actionOf(source, 'package_search').href)}`,
        ...(matched === undefined ? [] : [`${matched} datasets`]),
      ],
    };
  },
  pages: listPackages,
};
