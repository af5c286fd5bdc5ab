import { readPart } from '#catalogue/formats';
import { DomainError } from '#runtime/errors';
import { hollowDocument, unreachable, withUserOf } from '../asking/index.ts';
import { sniffRecord } from '../envelope/index.ts';
import { type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestedDocument, HarvestSource, RunProblem } from '../types.ts';

export type IsoFound = { document: HarvestedDocument; problem?: RunProblem };

/**
 * The ISO 19139 record that a server makes of a dataset; what the catalogue says of it where the server makes none. It
 * keeps the identifier of the catalogue, which is the one that the server is asked by.
 * @param document the dataset as the catalogue lists it, with the catalogue's address
 */
export async function isoDocumentOf(
  source: HarvestSource,
  context: ListingContext,
  document: HarvestedDocument,
): Promise<IsoFound> {
  const address = await addressOf(document);
  if (address === undefined) return { document };
  try {
    const { status, bytes } = await context.fetcher.fetch(withUserOf(source, address), {
      ...requestFor(source, context),
      accept: 'application/xml, text/xml',
      limits: { retries: 1 },
    });
    if (status >= 500) throw new DomainError('upstream', `${address} is answered with status ${status}.`);
    const { format } = sniffRecord(bytes);
    if (status >= 400 || format !== 'iso19139') return { document };
    return { document: { ...document, format, bytes, url: address } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { identifier, url = '' } = document;
    return { document: hollowDocument(url, identifier), problem: unreachable(error, identifier) };
  }
}

/** Address of the record: the service's own, with the catalogue and the dataset, which ncISO reads metadata from. */
async function addressOf({ bytes, url, identifier }: HarvestedDocument): Promise<string | undefined> {
  const { record } = await readPart({ format: 'thredds', bytes }, url === undefined ? {} : { baseUrl: url });
  const linkage = record?.metadataLinkages.find(({ name }) => name?.['en'] === 'ISO');
  if (!linkage || url === undefined || !URL.canParse(linkage.url)) return undefined;
  const address = new URL(linkage.url);
  if (address.host !== new URL(url).host) return undefined;
  address.searchParams.set('catalog', url);
  if (identifier !== undefined) address.searchParams.set('dataset', identifier);
  return address.href;
}
