import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DigestFrequency, DigestLanguage } from '#harvesters/digest';

/** How a source wants its digest by mail; what is null follows the configuration. */
export const digestSettings = sqliteTable('digest_settings', {
  sourceId: text('source_id').primaryKey(),
  frequency: text().$type<DigestFrequency>(),
  recipients: text({ mode: 'json' }).$type<string[]>(),
  language: text().$type<DigestLanguage>(),
});

/** Digests that were sent, or are being sent: each period of a source once to each person. */
export const digestLetters = sqliteTable(
  'digest_letters',
  {
    sourceId: text('source_id').notNull(),
    period: text().notNull(),
    recipient: text().notNull(),
    state: text().$type<'sending' | 'sent'>().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.period, table.recipient] })],
);
