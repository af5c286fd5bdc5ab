import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const text = z.string().nullable();
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const date = z.object({ type: text, date: z.string() });
const period = z.object({ start: text, end: text });
const party = z.object({
  name: text.optional(),
  organisation: text.optional(),
  /** Name or organisation: the document does not tell which. */
  agent: z.string().optional(),
  role: text.optional(),
  email: text.optional(),
});
export type ExpectedParty = z.infer<typeof party>;

const lists = {
  dates: z.array(date).optional(),
  boxes: z.array(box).optional(),
  periods: z.array(period).optional(),
  keywords: z.array(z.string()).optional(),
  parties: z.array(party).optional(),
  online: z.array(z.string()).optional(),
};

/** What a right reader gives for one document; the conventions stand in expectations/README.md. */
const expectation = z.strictObject({
  file: z.string(),
  format: z.string(),
  note: z.string(),
  record: z.string().optional(),
  identifier: text.optional(),
  type: text.optional(),
  language: text.optional(),
  titles: z.record(z.string(), z.string()).optional(),
  abstract: z.object({ language: z.string(), length: z.number(), sha256: z.string() }).nullish(),
  datestamp: text.optional(),
  ...lists,
  also: z
    .strictObject({
      identifier: z.array(z.string()).optional(),
      type: z.array(z.string()).optional(),
      language: z.array(z.string()).optional(),
      ...lists,
    })
    .optional(),
});
export type Expectation = z.infer<typeof expectation>;

const folder = join(fileURLToPath(import.meta.url), '..', 'expectations');

/** Every expectation, by the file that it stands in. */
export function loadExpectations(): { source: string; expectation: Expectation }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((source) =>
      z
        .array(expectation)
        .parse(JSON.parse(readFileSync(join(folder, source), 'utf8')))
        .map((parsed) => ({ source, expectation: parsed })),
    );
}
