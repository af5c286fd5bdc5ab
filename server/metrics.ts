import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { healthOf } from './health.ts';
import type { House } from './house.ts';

/** Prometheus metrics of the web process, all named `halocline_…`. */
export function createMetrics(house: Pick<House, 'stores' | 'search'>) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'halocline_' });
  const requests = new Counter({
    name: 'halocline_http_requests_total',
    help: 'Answers by first segment of the path and status',
    labelNames: ['area', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'halocline_http_request_seconds',
    help: 'Time to answer by first segment of the path',
    labelNames: ['area'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  new Gauge({
    name: 'halocline_index_lag_revisions',
    help: 'Revisions that the search index has still to follow',
    registers: [registry],
    async collect() {
      this.set((await healthOf(house)).indexLag);
    },
  });
  new Gauge({
    name: 'halocline_records',
    help: 'Live public records by source',
    labelNames: ['source'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const [source, count] of Object.entries(await house.stores.records.countBySource('public')))
        this.set({ source }, count);
    },
  });

  return {
    /** Starts the clock of a request; call the result with its path and status. */
    began() {
      const started = process.hrtime.bigint();
      return (path: string, status: number) => {
        const area = areas.has(path.split('/')[1] ?? '') ? `/${path.split('/')[1]}` : 'other';
        requests.inc({ area, status: String(status) });
        seconds.observe({ area }, Number(process.hrtime.bigint() - started) / 1e9);
      };
    },
    async answer(_request: Request): Promise<Response> {
      return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
    },
  };
}

/** Only known first segments become labels, so that a scanner can't fill the memory. */
const areas = new Set([
  '',
  'search',
  'records',
  'sources',
  'themes',
  'oai',
  'api',
  'about',
  'validate',
  'account',
  'admin',
  'health',
  'metrics',
  'assets',
  'sitemap.xml',
  'robots.txt',
]);
