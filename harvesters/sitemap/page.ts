import { decodeDocument } from '#catalogue/xml';
import { DomainError } from '#runtime/errors';
import {
  AnswerFailure,
  conditionOf,
  hollowDocument,
  lostDocument,
  memorable,
  unchangedIn,
  unreachable,
  validatorOf,
  withUserOf,
} from '../asking/index.ts';
import type { RememberedFile } from '../ports.ts';
import { type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestedDocument, HarvestSource, RunProblem } from '../types.ts';
import { datasetsIn, embeddedIn } from './embedded.ts';

type Found = { documents: HarvestedDocument[]; problems: RunProblem[]; bytes: number };

/**
 * What a page says of datasets. A page that can't be had costs its own datasets alone, and these stay.
 * @param listed addresses of all pages: what has a page of its own is taken from there
 * @param known the page as it is remembered; it is asked for on condition that it changed
 */
export async function pageAt(
  source: HarvestSource,
  context: ListingContext,
  address: string,
  listed: ReadonlySet<string>,
  known: RememberedFile | undefined,
): Promise<Found> {
  try {
    const response = await get(source, context, address, known);
    if (known && response.status === 304) return { ...unchangedIn(known), bytes: 0 };
    const { bytes, mediaType, url } = response;
    const isJson = /json/.test(mediaType);
    const { scripts, linked } = isJson
      ? { scripts: [decodeDocument(bytes).text], linked: undefined }
      : embeddedIn(bytes);
    let isAlone = url === address;
    if (scripts.length === 0 && linked !== undefined && URL.canParse(linked, url)) {
      const description = new URL(linked, url);
      if (description.host === new URL(address).host) {
        isAlone = false;
        scripts.push(decodeDocument((await get(source, context, description.href)).bytes).text);
      }
    }
    const documents: HarvestedDocument[] = [];
    const problems: RunProblem[] = [];
    for (const script of scripts) {
      const found = await datasetsIn(script, address, listed, context.log);
      documents.push(...found.documents);
      problems.push(...found.problems);
      isAlone &&= found.isAlone;
    }
    // What could not be read may be what we hold of this page.
    if (problems.length > 0) documents.push(hollowDocument(address));
    // The tag of a page tells nothing of other pages that decide what it gives.
    const validator = isAlone ? validatorOf(response) : undefined;
    return { ...memorable({ documents, problems }, address, validator), bytes: bytes.length };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { documents: [lostDocument(address, error)], problems: [unreachable(error)], bytes: 0 };
  }
}

async function get(source: HarvestSource, context: ListingContext, address: string, known?: RememberedFile) {
  const response = await context.fetcher.fetch(withUserOf(source, address), {
    ...requestFor(source, context),
    accept: 'text/html, application/ld+json;q=0.9, */*;q=0.1',
    limits: { retries: 1 },
    ...(known ? { known: conditionOf(known.validator) } : {}),
  });
  if (response.status < 400) return response;
  const { status } = response;
  throw new AnswerFailure(
    'status',
    `${new URL(address).pathname} is answered with status ${status}.`,
    status,
  );
}
