import type { Negotiated, ServedDocument, ServedPage } from '#catalogue/fair';
import { type MetadataFormat, writersOf } from '#catalogue/formats';
import type { CatalogueRecord, Identifier, LanguageMap } from '#catalogue/model';
import { mediaTypeOf } from './served-page.ts';

/** Answers as the portal does; the address is a public one, absolute. */
export type AskPortal = (request: Request) => Promise<Response>;

/**
 * Asks for every metadata document that the page links to, and reads each back with the reader of its format.
 * @param formats what can be read here
 */
export async function readDocuments(
  page: ServedPage,
  record: CatalogueRecord,
  ask: AskPortal,
  formats: readonly MetadataFormat[],
): Promise<ServedDocument[]> {
  const documents: ServedDocument[] = [];
  for (const { rel, href, type } of page.signposts) {
    if (rel !== 'describedby' || !href.startsWith(`${page.url}.`)) continue;
    const suffix = href.slice(page.url.length + 1);
    const writer = writersOf(formats).find((candidate) => candidate.suffix === suffix);
    const response = await ask(new Request(href));
    const bytes = new Uint8Array(await response.arrayBuffer());
    const reader = formats.find(({ name }) => name === writer?.format)?.read;
    documents.push({
      url: href,
      format: writer?.format ?? suffix,
      status: response.status,
      mediaType: mediaTypeOf(response),
      promised: type ?? '',
      namespaces: provenanceIn(bytes),
      ...(response.ok && reader ? await readBack(bytes, record, reader) : { reading: 'unread' as const }),
    });
  }
  return documents;
}

/** Asks for the page itself in each media type that it says to have. */
export async function negotiate(page: ServedPage, ask: AskPortal): Promise<Negotiated[]> {
  const types = new Set(
    page.signposts.flatMap(({ rel, type }) => (rel === 'describedby' && type ? [type] : [])),
  );
  const answers: Negotiated[] = [];
  for (const accept of types) {
    const response = await ask(new Request(page.url, { headers: { accept } }));
    await response.arrayBuffer();
    answers.push({ accept, status: response.status, mediaType: mediaTypeOf(response) });
  }
  return answers;
}

async function readBack(
  bytes: Uint8Array,
  record: CatalogueRecord,
  read: NonNullable<MetadataFormat['read']>,
): Promise<Pick<ServedDocument, 'reading' | 'agrees' | 'lineage'>> {
  const { record: found } = await read(bytes);
  if (found === null) return { reading: 'unreadable' };
  const { lineage, methods } = found.resource;
  return {
    reading: 'read',
    agrees: agree(record, found),
    lineage: Boolean(methods ?? lineage?.statement ?? lineage?.sources[0] ?? lineage?.processSteps[0]),
  };
}

/** One title in common, and one identifier where the record has any. */
function agree(record: CatalogueRecord, found: CatalogueRecord): boolean {
  const titles = new Set(textsOf(record.resource.titles));
  const named = found.resource.identifiers.flatMap(namesOf);
  const ours = record.resource.identifiers.flatMap(namesOf);
  return (
    textsOf(found.resource.titles).some((title) => titles.has(title)) &&
    (ours.length === 0 || ours.some((name) => named.includes(name)))
  );
}

function textsOf(map: LanguageMap): string[] {
  return Object.values(map).map((text) => text.replace(/\s+/g, ' ').trim());
}

function namesOf({ code, uri }: Identifier): string[] {
  return [code, uri ?? code].map((name) =>
    name.toLowerCase().replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:|urn:uuid:)/, ''),
  );
}

/** Vocabularies of provenance that a document uses, not only declares. */
function provenanceIn(bytes: Uint8Array): string[] {
  const text = new TextDecoder().decode(bytes);
  return [
    ['prov', /\bprov:[a-z]|w3\.org\/ns\/prov#[a-z]/i] as const,
    ['pav', /\bpav:[a-z]|purl\.org\/pav\/[a-z]/i] as const,
  ].flatMap(([name, used]) => (used.test(text) ? [name] : []));
}
