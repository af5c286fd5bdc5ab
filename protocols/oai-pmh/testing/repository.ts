import { formats } from '#catalogue/formats';
import { type CatalogueRecord, emptyRecord } from '#catalogue/model';
import { parseXml, type XmlElement } from '#catalogue/xml';
import { createStores } from '#db';
import { createLedger, type RecordChange } from '#ledger';
import { openTestDatabase } from '../../../db/testing/index.ts';
import { createOriginals, type DocumentValidator } from '../../originals/index.ts';
import { catalogueSets, createOaiPmh, type OaiPmhPorts } from '../index.ts';

export const repositoryIdentifier = 'catalogue.example.org';
export const baseUrl = 'https://catalogue.example.org/oai';

/** A record with what both mandatory formats need; the rest as told. */
export function sampleRecord(
  title: string,
  more: Partial<CatalogueRecord['resource']> = {},
): CatalogueRecord {
  const record = emptyRecord(more.type);
  record.metadataIdentifier = `upstream-${title}`;
  record.language = 'en';
  record.datestamp = '2024-05-06';
  Object.assign(
    record.resource,
    { titles: { en: title }, abstracts: { en: `About ${title} & <more>.` } },
    more,
  );
  record.resource.dates.push({ type: 'publication', date: '2021-03' });
  record.metadataContacts.push({
    role: 'pointOfContact',
    party: {
      organisation: { en: 'Institute of the Sea' },
      identifiers: [],
      organisationIdentifiers: [],
      emails: ['data@sea.example.org'],
      phones: [],
      facsimiles: [],
      addresses: [],
      online: [],
    },
  });
  return record;
}

/** An answer: what came over HTTP, and its parsed root. */
export type Answer = { status: number; headers: Headers; text: string; root: XmlElement };

/** A repository over a fresh database, with a clock that stands until it is moved. */
export function openRepository(more: Partial<OaiPmhPorts> = {}, isValid?: DocumentValidator) {
  const database = openTestDatabase();
  let now = Date.parse('2026-03-01T12:00:00Z');
  const clock = () => now;
  const stores = createStores(database, clock);
  const ledger = createLedger(stores.writer);
  const oai = createOaiPmh({
    records: stores.records,
    originals: createOriginals(stores.records, isValid),
    formats,
    sets: catalogueSets(async () => [
      { id: 'argo', name: 'Argo' },
      { id: 'somlit', name: 'Somlit & friends' },
    ]),
    config: {
      publicBaseUrl: 'https://catalogue.example.org/',
      repositoryIdentifier,
      repositoryName: 'Catalogue <of> the sea',
      adminEmail: 'admin@catalogue.example.org',
    },
    clock,
    ...more,
  });

  async function send(request: Request): Promise<Answer> {
    const response = await oai(request);
    const text = await response.text();
    const { root } = parseXml(new TextEncoder().encode(text || '<none/>'));
    if (!root) throw new Error(`The answer is not well-formed: ${text.slice(0, 500)}`);
    return { status: response.status, headers: response.headers, text, root };
  }

  return {
    oai,
    stores,
    ledger,
    send,
    /** Moves the clock on. */
    wait: (seconds: number) => {
      now += seconds * 1000;
    },
    now: () => `${new Date(now).toISOString().slice(0, 19)}Z`,
    /** Asks by GET; a list of pairs repeats arguments. */
    ask: (query: Record<string, string> | [string, string][]) =>
      send(new Request(`${baseUrl}?${new URLSearchParams(query)}`)),
    /** Puts one record, whose document is as long as told. @returns its public id */
    async put(upstreamIdentifier: string, record: CatalogueRecord, sourceId = 'argo'): Promise<string> {
      const [outcome] = await ledger.commit([putChange(upstreamIdentifier, record, sourceId)], {
        actor: 'system',
      });
      return outcome?.recordId ?? '';
    },
    async withdraw(recordId: string): Promise<void> {
      await ledger.commit([{ kind: 'withdraw', recordId, reason: 'gone at the source' }], {
        actor: 'system',
      });
    },
    close: () => database.close(),
  };
}

export type TestRepository = ReturnType<typeof openRepository>;

/** A change that puts a record; its document is the record as JSON, in a format that OAI-PMH never hands on. */
export function putChange(
  upstreamIdentifier: string,
  record: CatalogueRecord,
  sourceId: string,
): RecordChange {
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  const document = { bytes, format: 'schema.org' as const, mediaType: 'application/json' };
  return { kind: 'put', sourceId, upstreamIdentifier, document, record, problems: [] };
}

/** All elements of a local name below an element, in document order. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return [...element.elements()].flatMap((child) =>
    child.name === name ? [child, ...all(child, name)] : all(child, name),
  );
}

/** Texts of all elements of a local name. */
export const texts = (element: XmlElement, name: string): string[] =>
  all(element, name).map(({ text }) => text);

/** Code of the error that an answer tells. */
export const errorCode = ({ root }: Answer): string | undefined => root.child('error')?.attribute('code');
