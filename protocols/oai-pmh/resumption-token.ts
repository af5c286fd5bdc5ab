import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { OaiError } from './errors.ts';
import type { ListVerb, Selection } from './query.ts';

/** Days for which a token is good; a harvester that pauses longer begins anew. */
const lifetimeDays = 7;

/** Where a list stopped: all that is needed to go on, so that nothing is kept on the server. */
export type Position = {
  verb: ListVerb;
  selection: Selection;
  /** datestampRevision of the last record given. */
  afterRevision: number;
  /** Records given so far. */
  cursor: number;
  /** Size of the list as it was when it began. */
  completeListSize: number;
};

/** Written as a list, so that a token stays short. */
const payload = z.tuple([
  z.literal(1),
  z.enum(['ListIdentifiers', 'ListRecords']),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.int().nonnegative(),
  z.int().nonnegative(),
  z.int().nonnegative(),
  z.int().nonnegative(),
]);

/** Writes and reads resumption tokens. */
export type ResumptionTokens = {
  /** @returns the token and the moment at which it expires, in milliseconds since 1970 */
  write(position: Position): { token: string; expires: number };
  /** @throws OaiError `badResumptionToken` for junk, for a token of another verb and for an expired one */
  read(token: string, verb: string): Position;
};

/**
 * Makes the tokens of a repository. They outlive restarts as long as the key stays.
 * @param key signs the tokens; they carry no authority, so that a key derived from the repository identifier still
 * tells junk and truncated tokens
 * @param clock milliseconds since 1970
 */
export function createResumptionTokens(key: string, clock: () => number): ResumptionTokens {
  const sign = (text: string) =>
    createHmac('sha256', key).update(`oai-pmh resumption ${text}`).digest('base64url').slice(0, 22);
  return {
    write({ verb, selection, afterRevision, cursor, completeListSize }) {
      const expires = clock() + lifetimeDays * 86_400_000;
      const { metadataPrefix, set = '', from = '', until = '' } = selection;
      const parts: z.infer<typeof payload> = [
        1,
        verb,
        metadataPrefix,
        set,
        from,
        until,
        afterRevision,
        cursor,
        completeListSize,
        Math.floor(expires / 1000),
      ];
      const text = Buffer.from(JSON.stringify(parts)).toString('base64url');
      return { token: `${text}.${sign(text)}`, expires };
    },
    read(token, verb) {
      const refuse = (why: string) => new OaiError('badResumptionToken', `${why} Begin the list anew.`);
      const [text = '', signature = '', ...more] = token.split('.');
      if (more.length > 0 || !sameText(sign(text), signature))
        throw refuse('This is no resumption token of ours.');
      const parsed = payload.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      if (!parsed.success) throw refuse('The resumption token is of another version.');
      const [
        ,
        tokenVerb,
        metadataPrefix,
        set,
        from,
        until,
        afterRevision,
        cursor,
        completeListSize,
        expires,
      ] = parsed.data;
      if (tokenVerb !== verb) throw refuse(`The resumption token is one of ${tokenVerb}.`);
      if (expires * 1000 < clock()) throw refuse('The resumption token has expired.');
      const selection: Selection = {
        metadataPrefix,
        ...(set ? { set } : {}),
        ...(from ? { from } : {}),
        ...(until ? { until } : {}),
      };
      return { verb: tokenVerb, selection, afterRevision, cursor, completeListSize };
    },
  };
}

function sameText(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
