import { DomainError } from '#runtime/errors';
import type { HarvestProtocol } from '../protocol.ts';
import { load } from './load.ts';
import { pages } from './pages.ts';
import { readPage } from './read-page.ts';

/**
 * DCAT documents in any RDF syntax: an address or a file, followed through its pages (hydra:next and its older name
 * hydra:nextPage). No options.
 */
export const dcat: HarvestProtocol = {
  name: 'dcat',
  async describe(source, context) {
    const loaded = await load(source, context, source.url);
    if (loaded === 'unmodified') throw new DomainError('upstream', 'The catalogue did not send its content.');
    const { documents, next } = await readPage(source, loaded);
    return {
      facts: [`${documents.length} resources ${next ? 'on the first page' : 'in one document'}`],
    };
  },
  pages,
};
