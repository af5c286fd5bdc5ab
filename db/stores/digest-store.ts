import { and, eq } from 'drizzle-orm';
import type { DigestLetter, DigestStore } from '#harvesters/digest';
import type { Database } from '../database.ts';
import { digestLetters, digestSettings } from '../schema/index.ts';

/** Builds the store of what digests remember. */
export function createDigestStore({ query }: Database): DigestStore {
  const of = ({ sourceId, period, recipient }: DigestLetter) =>
    and(
      eq(digestLetters.sourceId, sourceId),
      eq(digestLetters.period, period),
      eq(digestLetters.recipient, recipient),
    );
  return {
    async settings(sourceId) {
      const row = query.select().from(digestSettings).where(eq(digestSettings.sourceId, sourceId)).get();
      return {
        ...(row?.frequency ? { frequency: row.frequency } : {}),
        ...(row?.recipients ? { recipients: row.recipients } : {}),
        ...(row?.language ? { language: row.language } : {}),
      };
    },
    async saveSettings(sourceId, { frequency, recipients, language }) {
      const row = {
        sourceId,
        frequency: frequency ?? null,
        recipients: recipients ?? null,
        language: language ?? null,
      };
      query
        .insert(digestSettings)
        .values(row)
        .onConflictDoUpdate({ target: digestSettings.sourceId, set: row })
        .run();
    },
    async take(letter, at) {
      const row = { ...letter, state: 'sending' as const, at };
      return query.insert(digestLetters).values(row).onConflictDoNothing().run().changes === 1;
    },
    async settle(letter, sent, at) {
      if (sent) query.update(digestLetters).set({ state: 'sent', at }).where(of(letter)).run();
      else query.delete(digestLetters).where(of(letter)).run();
    },
  };
}
