import { createHash } from 'node:crypto';
import { readPart } from '#catalogue/formats';
import { withHeader } from '#catalogue/formats/thredds';
import { parseXml } from '#catalogue/xml';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import {
  conditionOf,
  hollowDocument,
  memorable,
  unchangedIn,
  unreachable,
  validatorOf,
  withUserOf,
} from '../asking/index.ts';
import { sniffRecord } from '../envelope/index.ts';
import type { RememberedFile } from '../ports.ts';
import { type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestedDocument, HarvestSource, RunProblem } from '../types.ts';

type Described = { document: HarvestedDocument; problem?: RunProblem };

/** One way to hear more of a dataset: `made` gives the document of an answer, `undefined` where it tells nothing. */
type Way = { address: string; accept: string; made: (bytes: Uint8Array) => HarvestedDocument | undefined };

/**
 * The fullest description that the server gives of a dataset: its ISO 19139 record; else what the catalogue says, with the
 * header of the file (NcML, or the DAS of OPeNDAP); else what the catalogue says alone. It keeps the identifier of the
 * catalogue, which is the one that the server is asked by.
 * @param document the dataset as the catalogue lists it, with the catalogue's address
 */
export async function describeDataset(
  source: HarvestSource,
  context: ListingContext,
  document: HarvestedDocument,
): Promise<Described> {
  let failure: DomainError | undefined;
  const ways = await waysOf(source, document);
  const known =
    ways.length > 0 ? await context.files?.remembered(ways.map(({ address }) => address)) : undefined;
  for (const way of ways) {
    try {
      const found = await go(source, context, way, known?.get(way.address), listedAs(document));
      if (!found) continue;
      if (!failure) return { document: found };
      return { document: found, problem: { ...unreachable(failure, found.identifier), severity: 'warning' } };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      failure ??= error;
    }
  }
  if (!failure) return { document };
  const { identifier, url = '' } = document;
  const problem = unreachable(failure, identifier);
  // Without an identifier nobody can tell what is held of it.
  return { problem, document: identifier ? { ...document, provisional: true } : hollowDocument(url) };
}

/** What the catalogue says of a dataset goes into its description: an answer is remembered with it. */
function listedAs({ bytes }: HarvestedDocument): string {
  return createHash('sha256').update(bytes).digest('base64');
}

/**
 * @param known the answer as it is remembered; it is asked for on condition where the catalogue says the same still
 * @throws DomainError when the server can't be reached, or fails: another time it may answer
 */
async function go(
  source: HarvestSource,
  context: ListingContext,
  { address, accept, made }: Way,
  known: RememberedFile | undefined,
  listed: string,
): Promise<HarvestedDocument | undefined> {
  const held = known?.leads === listed && known.gave.length === 1 ? known : undefined;
  const response = await context.fetcher.fetch(withUserOf(source, address), {
    ...requestFor(source, context),
    accept,
    limits: { retries: 1 },
    ...(held ? { known: conditionOf(held.validator) } : {}),
  });
  const { status, bytes, url } = response;
  if (held && status === 304) return unchangedIn(held).documents[0];
  if (status >= 500)
    throw new DomainError('upstream', `${redactUrl(address)} is answered with status ${status}.`);
  const document = status >= 400 ? undefined : made(bytes);
  const validator = url === address ? validatorOf(response) : undefined;
  return (
    document && memorable({ documents: [document], problems: [] }, address, validator, listed).documents[0]
  );
}

/** The ways that the services of the dataset offer on the server itself, the best first. */
async function waysOf(source: HarvestSource, document: HarvestedDocument): Promise<Way[]> {
  const { bytes, url = '', identifier } = document;
  const { record } = await readPart({ format: 'thredds', bytes }, { baseUrl: url });
  if (!record) return [];
  const own = (address: string | undefined) =>
    address !== undefined && URL.canParse(address) && new URL(address).host === new URL(url).host
      ? [new URL(address)]
      : [];
  const linkage = (service: string) =>
    own(record.metadataLinkages.find(({ name }) => name?.['en'] === service)?.url).map((address) => {
      // With these the services add what the catalogue says.
      address.searchParams.set('catalog', url);
      if (identifier !== undefined) address.searchParams.set('dataset', identifier);
      return address.href;
    });
  const opendap = record.resource.distributions.find(({ protocolAsGiven = '' }) =>
    /^(opendap|dods)$/.test(protocolAsGiven),
  );
  const xml = 'application/xml, text/xml';
  const headed = (answer: Uint8Array) => {
    const whole = withHeader(bytes, answer);
    return whole && { ...document, bytes: whole };
  };
  const iso = linkage('ISO').map(
    (address): Way => ({
      address,
      accept: xml,
      made: (answer) => isoDocument(document, answer, address),
    }),
  );
  const ncml = linkage('NCML').map((address): Way => ({ address, accept: xml, made: headed }));
  const das = own(opendap?.url).map((address): Way => {
    address.pathname = `${address.pathname.replace(/\.html$/, '')}.das`;
    return { address: address.href, accept: 'text/plain', made: headed };
  });
  return [
    ...(source.options['iso'] === 'no' ? [] : iso),
    ...(source.options['header'] === 'no' ? [] : [...ncml, ...das]),
  ];
}

/** A record that describes nothing is as good as none. */
function isoDocument(
  document: HarvestedDocument,
  bytes: Uint8Array,
  url: string,
): HarvestedDocument | undefined {
  const { format } = sniffRecord(bytes);
  if (format !== 'iso19139' || !parseXml(bytes).root?.child('identificationInfo')) return undefined;
  return { ...document, format, bytes, url };
}
