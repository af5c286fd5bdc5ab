import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { AuthDatabase } from '#accounts';
import type { Database } from './database.ts';
import { account, rateLimit, session, user, verification } from './schema/index.ts';

/** The authentication library's own tables, through its adapter. */
export function createAuthDatabase({ query }: Database): AuthDatabase {
  return drizzleAdapter(query, {
    provider: 'sqlite',
    schema: { account, rateLimit, session, user, verification },
  });
}
