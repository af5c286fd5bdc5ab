import { stat } from 'node:fs/promises';
import { DomainError } from '#runtime/errors';
import { type HarvestProtocol, requestFor } from '../protocol.ts';
import { localPages } from './local.ts';
import { webPages } from './web.ts';

/**
 * A folder of files, one or more records each: a path of this machine, or the address of a web-accessible folder.
 * Option of local folders: `partial` (`yes`: what is not in it is not taken for gone).
 */
export const folder: HarvestProtocol = {
  name: 'folder',
  async describe(source, context) {
    if (!isWeb(source.url)) {
      if (!(await stat(source.url).catch(() => null)))
        throw new DomainError('not-found', `There is no file or folder "${source.url}".`);
      return { facts: ['A folder of this machine'] };
    }
    const response = await context.fetcher.fetch(source.url, requestFor(source, context));
    if (response.status >= 400)
      throw new DomainError('upstream', `The folder is answered with status ${response.status}.`);
    return { facts: [`Answered as ${response.mediaType || 'no media type'}`] };
  },
  async *pages(source, context) {
    return yield* isWeb(source.url) ? webPages(source, context) : localPages(source, context);
  },
};

function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
