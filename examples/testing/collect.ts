import type { ExampleCentre } from '../index.ts';

/** What one example centre serves, read by means that have nothing in common with the product's harvesters. */
export type Collected = {
  /** How many requests it took. */
  readonly pages: number;
  /** The documents, in the order served; files of a folder by their path below it. */
  readonly documents: readonly {
    readonly name: string;
    readonly body: Uint8Array;
    readonly contentType: string;
  }[];
  /** Identifiers of records reported as deleted. */
  readonly deleted: readonly string[];
};

/** Everything that a centre serves, following its pages. */
export async function collect(centre: ExampleCentre): Promise<Collected> {
  switch (centre.protocol) {
    case 'csw':
      return await collectCsw(centre.url, centre.options['outputSchema'] ?? '');
    case 'oai-pmh':
      return await collectOaiPmh(centre.url, centre.options['metadataPrefix'] ?? '');
    case 'dcat':
      return await collectDcat(centre.url);
    case 'folder':
      return await collectFolder(centre.url, centre.url);
  }
}

/** The ISO records of a CSW in one output schema, by GET. */
export async function collectCsw(url: string, outputSchema: string): Promise<Collected> {
  const documents: Collected['documents'][number][] = [];
  let next = 1;
  let pages = 0;
  while (next > 0) {
    const parameters = new URLSearchParams({
      service: 'CSW',
      version: '2.0.2',
      request: 'GetRecords',
      typeNames: 'csw:Record',
      resultType: 'results',
      elementSetName: 'full',
      outputSchema,
      startPosition: String(next),
      maxRecords: '1000',
    });
    const page = await (await fetch(`${url}?${parameters}`)).text();
    pages += 1;
    for (const [document] of page.matchAll(/<(gmd|mdb):MD_Metadata[\s\S]*?<\/\1:MD_Metadata>/g)) {
      documents.push(xml(`record ${documents.length + 1}`, document));
    }
    next = Number(/nextRecord="(\d+)"/.exec(page)?.[1]);
  }
  return { pages, documents, deleted: [] };
}

/** The records of a repository in one format. */
export async function collectOaiPmh(url: string, metadataPrefix: string): Promise<Collected> {
  const documents: Collected['documents'][number][] = [];
  const deleted: string[] = [];
  let parameters: string | undefined = `verb=ListRecords&metadataPrefix=${metadataPrefix}`;
  let pages = 0;
  while (parameters !== undefined) {
    const page: string = await (await fetch(`${url}?${parameters}`)).text();
    pages += 1;
    for (const [, record = ''] of page.matchAll(/<record>([\s\S]*?)<\/record>/g)) {
      const identifier = /<identifier>(.*?)</.exec(record)?.[1] ?? '';
      const metadata = /<metadata>\s*([\s\S]*?)\s*<\/metadata>/.exec(record)?.[1];
      if (record.includes('status="deleted"')) deleted.push(identifier);
      if (metadata !== undefined) documents.push(xml(identifier, metadata));
    }
    const token = /<resumptionToken [^>]*[^/]>(.+?)</.exec(page)?.[1];
    parameters = token === undefined ? undefined : `verb=ListRecords&resumptionToken=${token}`;
  }
  return { pages, documents, deleted };
}

async function collectDcat(url: string): Promise<Collected> {
  const documents: Collected['documents'][number][] = [];
  let next: string | undefined = url;
  while (next !== undefined) {
    const response: Response = await fetch(next);
    const text: string = await response.text();
    const contentType = response.headers.get('content-type') ?? '';
    documents.push({ name: next, body: Buffer.from(text), contentType });
    next = /hydra:next <([^>]+)>/.exec(text)?.[1];
  }
  return { pages: documents.length, documents, deleted: [] };
}

async function collectFolder(root: string, folder: string): Promise<Collected> {
  const listing = await (await fetch(folder)).text();
  const documents: Collected['documents'][number][] = [];
  let pages = 1;
  for (const [, link = ''] of listing.matchAll(/<a href="([^"?][^"]*)"/g)) {
    const address = new URL(link, folder).href;
    if (!address.startsWith(folder) || address === folder) continue;
    if (address.endsWith('/')) {
      const inside = await collectFolder(root, address);
      documents.push(...inside.documents);
      pages += inside.pages;
    } else {
      const response = await fetch(address);
      const contentType = response.headers.get('content-type') ?? '';
      const body = new Uint8Array(await response.arrayBuffer());
      documents.push({ name: address.slice(root.length), body, contentType });
    }
  }
  return { pages, documents, deleted: [] };
}

function xml(name: string, document: string): Collected['documents'][number] {
  return { name, body: Buffer.from(document), contentType: 'application/xml' };
}

/** The document as text, whatever bytes it holds. */
export function textOf(document: Collected['documents'][number] | undefined): string {
  return document === undefined ? '' : Buffer.from(document.body).toString('utf8');
}
