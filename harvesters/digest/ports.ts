import type { DigestSettings } from './types.ts';

/** One letter: a period of a source to one person. */
export type DigestLetter = { sourceId: string; period: string; recipient: string };

/** What digests remember, implemented by db/. */
export type DigestStore = {
  /** Empty for a source that has none of its own. */
  settings(sourceId: string): Promise<DigestSettings>;
  saveSettings(sourceId: string, settings: DigestSettings): Promise<void>;
  /**
   * Takes a letter on before it is sent. A process that dies while it sends leaves it taken: it is then not sent again, for
   * nobody can tell whether it arrived, and the next one tells what still stands.
   * @returns `false` when it was sent, or is being sent, already
   */
  take(letter: DigestLetter, at: string): Promise<boolean>;
  /** Notes that a letter was sent, or that it was not and may be tried again. */
  settle(letter: DigestLetter, sent: boolean, at: string): Promise<void>;
};
