import { eq } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { settings } from '../schema/index.ts';

/** What is decided once and then frozen, such as the repository identifier of OAI-PMH. */
export type SettingsStore = {
  get(key: string): Promise<string | null>;
  /** Keeps a value if there is none yet. @returns the value that holds */
  freeze(key: string, value: string): Promise<string>;
};

export function createSettingsStore({ query }: Database): SettingsStore {
  const read = (key: string) => query.select().from(settings).where(eq(settings.key, key)).get()?.value;
  return {
    async get(key) {
      return read(key) ?? null;
    },
    async freeze(key, value) {
      query.insert(settings).values({ key, value }).onConflictDoNothing().run();
      return read(key) ?? value;
    },
  };
}
