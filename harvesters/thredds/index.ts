import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import type { HarvestProtocol } from '../protocol.ts';
import { askCatalog, catalogOf, referencesOf } from './catalog.ts';
import { walkCatalogs } from './walk.ts';

/**
 * THREDDS: a catalogue and those that it refers to on the same server. Each dataset is described by the ISO 19139 that the
 * server makes of it, else by the header of its file with what the catalogue says. Options `iso` (`no`: not asked for) and
 * `header` (`no`: neither NcML nor DAS are asked for).
 */
export const thredds: HarvestProtocol = {
  name: 'thredds',
  async describe(source, context) {
    const address = catalogOf(source);
    const answer = await askCatalog(source, context, address);
    if (answer === 'unchanged')
      throw new DomainError('upstream', `${redactUrl(address)} did not send its content.`);
    const { root } = answer;
    const name = root.attribute('name');
    const { own, foreign } = referencesOf(root, address);
    return {
      ...(name ? { title: name } : {}),
      facts: [`${own.length + foreign} catalogues are referred to`],
    };
  },
  pages: walkCatalogs,
};
