import { z } from 'zod';
import { DomainError } from '#runtime/errors';
import type { FetchResponse } from '#runtime/fetching';
import { type FileFound, memorable, unchangedIn, validatorOf } from '../asking/index.ts';
import type { RememberedFile } from '../ports.ts';
import type { ListingContext } from '../protocol.ts';
import { runProblem } from '../run-problem.ts';
import type { HarvestSource } from '../types.ts';
import { mediaTypeOf } from './document.ts';
import { get, isHtml } from './get.ts';
import { linksOf } from './index-page.ts';

/** What a folder lists, each in the order of the addresses: subfolders, and files that may hold metadata. */
export type FolderLinks = { folders: string[]; files: string[] };
/** `found` tells the run of the index page itself; `links` are absent where it can't be had. */
export type Listed = { links?: FolderLinks; found: FileFound };

const leads = z.object({ folders: z.array(z.string()), files: z.array(z.string()) });

/**
 * Reads an index page that was fetched.
 * @param address that was asked for
 * @param page address of the folder, with its slash at the end
 * @param start address of the folder where the harvest began
 */
export function listed(response: FetchResponse, address: string, page: URL, start: URL): Listed {
  const { folders, files } = linksOf(Buffer.from(response.bytes).toString('utf8'), page, start);
  const hrefs = (urls: readonly URL[]) => urls.map(({ href }) => href).sort();
  const links = {
    folders: hrefs(folders),
    files: hrefs(files.filter(({ pathname }) => mediaTypeOf(pathname) !== undefined)),
  };
  const validator = response.url === address ? validatorOf(response) : undefined;
  return {
    links,
    found: memorable({ documents: [], problems: [] }, address, validator, JSON.stringify(links)),
  };
}

/** What an index page lists that is unchanged since. @returns `undefined` where that is not known */
export function remembered(file: RememberedFile): Listed | undefined {
  const { data } = leads.safeParse(file.leads === undefined ? undefined : JSON.parse(file.leads));
  return data && { links: data, found: unchangedIn(file) };
}

/** What a subfolder lists. One that can't be listed costs its own files, and leaves a gap. */
export async function listSubfolder(
  source: HarvestSource,
  context: ListingContext,
  folder: URL,
  start: URL,
): Promise<Listed> {
  try {
    const known = (await context.files?.remembered([folder.href]))?.get(folder.href);
    const held = known && remembered(known);
    const response = await get(source, context, folder.href, held && known);
    if (held && response.status === 304) return held;
    if (isHtml(response)) return listed(response, folder.href, folder, start);
    throw new DomainError('upstream', `${folder.pathname} is no index page.`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const hint = 'Check that the server shows an index of this folder.';
    return {
      found: {
        documents: [],
        problems: [runProblem('error', 'folder-unreadable', error.message, hint)],
      },
    };
  }
}
