import { redactUrl } from '#runtime/fetching';
import type { HarvestProtocol } from '../protocol.ts';
import { listDatasets, serverOf } from './datasets.ts';
import { infoPages } from './info.ts';

/**
 * An ERDDAP: the datasets that it lists, then what it says of each (`info/{datasetID}/index.json`), one request at a
 * time, as its makers ask. No options.
 */
export const erddap: HarvestProtocol = {
  name: 'erddap',
  async describe(source, context) {
    const datasets = await listDatasets(source, context);
    return { facts: [`ERDDAP at ${redactUrl(serverOf(source))}`, `${datasets.length} datasets`] };
  },
  pages: infoPages,
};
