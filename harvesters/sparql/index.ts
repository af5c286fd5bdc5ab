import { pageSizeOf } from '../asking/index.ts';
import type { HarvestProtocol } from '../protocol.ts';
import { Endpoint } from './ask.ts';
import { listDatasets, totalOf } from './listing.ts';
import { listQuery } from './queries.ts';

/**
 * A SPARQL endpoint (SPARQL 1.1) that holds DCAT: its datasets, series and services by their addresses, in pages.
 * Options: `graph` (addresses of the graphs to ask), `pageSize` (100 unless told).
 */
export const sparql: HarvestProtocol = {
  name: 'sparql',
  async describe(source, context) {
    const endpoint = new Endpoint(source, context);
    const [first] = await endpoint.select(listQuery(source, '', 1));
    const total = await totalOf(endpoint, source);
    return {
      facts: [
        total === undefined ? 'It does not count its datasets' : `${total} datasets, series and services`,
        ...(first?.['dataset'] ? [`The first: ${first['dataset']}`] : []),
      ],
    };
  },
  pages: (source, context) => listDatasets(source, context, pageSizeOf(source)),
};
