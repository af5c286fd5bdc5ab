import { redactUrl } from '#runtime/fetching';
import { followPages, waterOf } from '../asking/index.ts';
import type { HarvestProtocol } from '../protocol.ts';
import { questionOf, selectionOf, selections } from './question.ts';
import { doisThere, readDois } from './read-dois.ts';

/**
 * The REST API of DataCite: the DOIs of a repository or a prefix, by cursor. The address is that of the API, and may
 * hold what is asked for. Options: `client-id`, `prefix`, `provider-id`, `query`, `resource-type-id` (one of them is
 * needed), `pageSize` (100 unless told), `incremental` (`yes`: only what was updated since the last run is asked for;
 * what was hidden meanwhile then shows in a full run alone).
 */
export const datacite: HarvestProtocol = {
  name: 'datacite',
  async describe(source, context) {
    const { url, isSelected } = selectionOf(source);
    const { total } = await readDois(source, context, url.href);
    return {
      facts: [
        `DOIs at ${redactUrl(url.href)}`,
        ...(total === undefined ? [] : [`${total} DOIs`]),
        ...(isSelected ? [] : [`To be chosen by one of the options ${selections.join(', ')}`]),
      ],
    };
  },
  async *pages(source, context) {
    const { address, since } = questionOf(source, context);
    const {
      begun,
      inPages,
      unstable: _,
      ...end
    } = yield* followPages(address, context, (page) => readDois(source, context, page));
    return {
      complete: since === undefined,
      ...end,
      highWater: waterOf(source, begun),
      ...(inPages ? { stillThere: (dois) => doisThere(source, context, address, dois) } : {}),
    };
  },
};
