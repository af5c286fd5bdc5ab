import { createPostman, type Postman } from '#harvesters/digest';
import type { House } from './house.ts';

/** What sends the digests of sources. */
export function postmanOf({ config, stores, mail }: Pick<House, 'config' | 'stores' | 'mail'>): Postman {
  return createPostman({
    sources: stores.sources,
    runs: stores.runs,
    reports: stores.reports,
    store: stores.digests,
    mail,
    head: { publicUrl: config.publicUrl, name: config.name, contact: config.contact },
    frequency: config.digest,
    emailOf: async (accountId) => (await stores.accounts.getAccount(accountId))?.email,
  });
}
