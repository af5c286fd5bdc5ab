import { thereAmong } from '../asking/index.ts';
import { EnvelopePage, sniffRecord } from '../envelope/index.ts';
import { type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';
import type { Dialect } from './question.ts';

/**
 * Asks for records one by one (GetRecordById, OGC 07-006r1, 10.9; 12-176r7, 7.4).
 * @returns the identifiers of those that the catalogue gives; whatever else it answers is no sign of the record
 */
export function stillThere(
  source: HarvestSource,
  context: ListingContext,
  { address, version, outputSchema }: Dialect,
  identifiers: readonly string[],
): Promise<ReadonlySet<string>> {
  return thereAmong(identifiers, async (id) => {
    const question = new URL(address);
    const parameters = { service: 'CSW', version, request: 'GetRecordById', id, outputSchema };
    for (const [name, value] of Object.entries(parameters)) question.searchParams.set(name, value);
    question.searchParams.set('ElementSetName', 'full');
    const { bytes } = await context.fetcher.fetch(question.href, {
      ...requestFor(source, context),
      accept: 'application/xml, text/xml',
      limits: { retries: 1 },
    });
    return givenIn(bytes).includes(id);
  });
}

/** Identifiers of the records in an answer: 2.0.2 wraps them, 3.0.0 gives the record alone. */
function givenIn(bytes: Uint8Array): (string | undefined)[] {
  const page = new EnvelopePage(bytes);
  if (page.root?.name !== 'GetRecordByIdResponse') return [sniffRecord(bytes).identifier];
  return [...page.children(page.root)].map((record) => sniffRecord(page.cut(record)).identifier);
}
