import { thereAmong } from '../asking/index.ts';
import type { ListingContext } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';
import { ask } from './ask.ts';

/**
 * Asks a repository for records one by one (OAI-PMH 2.0, 4.1).
 * @returns the identifiers of those that it gives, and that are not deleted
 */
export function recordsThere(
  source: HarvestSource,
  context: ListingContext,
  metadataPrefix: string,
  identifiers: readonly string[],
): Promise<ReadonlySet<string>> {
  return thereAmong(identifiers, async (identifier) => {
    const { page, content } = await ask(source, context, 'GetRecord', { identifier, metadataPrefix });
    const record = content && page.child(content, 'record');
    const header = record && page.child(record, 'header');
    const named = header && page.child(header, 'identifier');
    return (
      named !== undefined && page.text(named) === identifier && header?.attributes['status'] !== 'deleted'
    );
  });
}
