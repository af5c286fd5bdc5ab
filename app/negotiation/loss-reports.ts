import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Writer } from '#catalogue/formats';
import { type LossReport, lossReport } from '#catalogue/formats/losses';
import type { StoredRecord } from '#ledger';
import type { PortalServices } from '../services.ts';
import { pageUrl, type Writing, writtenFormats } from './written-formats.ts';

/** What reports take of the services. */
export type Reporting = Writing & Pick<PortalServices, 'originals'>;

/** As in catalogue/formats; `original`: the document is that of the source, so that nothing is left out of it. */
export type Fidelity = Omit<LossReport, 'basis'> & { basis: LossReport['basis'] | 'original' };

/** Reports are found by writing and reading again: that is done once per revision. */
const reports = new LRUCache<string, LossReport>({ max: 4000 });

/** What a writer leaves out of a record, in its present revision. */
export async function lossesIn(stored: StoredRecord, writer: Writer, services: Reporting): Promise<Fidelity> {
  if (await services.originals.of(stored, writer.name))
    return { writer: writer.name, expressible: true, basis: 'original', losses: [] };
  const { publicUrl, name } = services.config;
  const key = [publicUrl, writer.name, stored.id, stored.revision].join(' ');
  const known = reports.get(key);
  if (known) return known;
  const report = await lossReport(stored.record, writer, {
    id: stored.id,
    pageUrl: pageUrl(publicUrl, stored.id),
    datestamp: stored.datestamp,
    catalogue: { name, url: publicUrl },
  });
  reports.set(key, report);
  return report;
}

/**
 * What each way to write a record leaves out of it, in the order of preference. Others are answered between one writer and
 * the next. A fault of a writer or reader takes its report away and is logged.
 */
export async function allLosses(
  stored: StoredRecord,
  services: Reporting,
): Promise<{ writer: Writer; report: Fidelity }[]> {
  const found: { writer: Writer; report: Fidelity }[] = [];
  for (const writer of writtenFormats(services.formats)) {
    try {
      found.push({ writer, report: await lossesIn(stored, writer, services) });
    } catch (error) {
      services.report(
        error,
        new Request(`${pageUrl(services.config.publicUrl, stored.id)}.${writer.suffix}`),
      );
    }
    await setImmediate();
  }
  return found;
}
