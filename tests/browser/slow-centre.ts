import { setTimeout as sleep } from 'node:timers/promises';
import { cswCapabilities, cswPage, isoDocument, type SampleRecord, sampleRecords } from '#harvesters/testing';
import { startLocalServer } from '#runtime/fetching/testing';

/** A data centre that the test changes while it is harvested: it speaks CSW, ten records a page, and takes its time. */
export type SlowCentre = {
  url: string;
  records: SampleRecord[];
  /** Milliseconds that each page takes. */
  delayMs: number;
  close(): Promise<void>;
};

/** @param count records; the seventh has a date that is none */
export async function openSlowCentre(count: number): Promise<SlowCentre> {
  const centre: SlowCentre = { url: '', records: sampleRecords(count), delayMs: 0, close: async () => {} };
  const pageSize = 10;
  const server = await startLocalServer(async (request, response) => {
    response.setHeader('content-type', 'application/xml');
    if (request.method === 'GET') return void response.end(cswCapabilities(`${server.url}/csw`));
    await sleep(centre.delayMs);
    const start = Number(/startPosition="(\d+)"/.exec(request.text)?.[1] ?? 1);
    const shown = centre.records.slice(start - 1, start - 1 + pageSize);
    const next = start + shown.length > centre.records.length ? 0 : start + shown.length;
    const documents = shown.map((record) => {
      const text = isoDocument(record);
      return record.identifier === 'record-0007' ? text.replace('2020-05-01', 'unknown') : text;
    });
    response.end(cswPage(documents, { matched: centre.records.length, next }));
  });
  centre.url = `${server.url}/csw`;
  centre.close = () => server.close();
  return centre;
}
