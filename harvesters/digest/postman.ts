import { createHash } from 'node:crypto';
import { DomainError } from '#runtime/errors';
import type { MailPort } from '#runtime/mail';
import type { SourceStore } from '../ports.ts';
import type { HarvestSource } from '../types.ts';
import { type GatherPorts, gatherDigest, isWorthALetter } from './gather.ts';
import { type Letterhead, type WrittenDigest, writeDigest } from './letter.ts';
import { lastPeriod } from './period.ts';
import type { DigestStore } from './ports.ts';
import type { DigestFrequency, DigestLanguage, DigestPeriod, DigestSettings } from './types.ts';

export type PostmanPorts = GatherPorts & {
  sources: Pick<SourceStore, 'get' | 'list'>;
  store: DigestStore;
  mail: MailPort;
  head: Letterhead;
  /** Of sources that say nothing themselves. */
  frequency: DigestFrequency;
  /** E-mail address of the account that looks after a source. */
  emailOf(accountId: string): Promise<string | undefined>;
  /** Milliseconds since 1970; `Date.now` unless told. */
  clock?: () => number;
};

/** A digest that is due. */
export type DueDigest = { sourceId: string; period: DigestPeriod };

export type Preview = WrittenDigest & {
  period: DigestPeriod;
  recipients: string[];
  language: DigestLanguage;
  /** Whether it would be sent: only when there is something to say, and somebody to say it to. */
  worth: boolean;
};

export type Postman = {
  /** The last whole period of every source that wants digests, whether it was sent or not. */
  due(): Promise<DueDigest[]>;
  /**
   * Sends the digest of a period to each of its recipients, unless they have it; nothing where there is nothing to say.
   * @returns to how many it was sent
   * @throws DomainError `not-found`; `unavailable` when the mail server took some of them not: to be tried again
   */
  send(due: DueDigest): Promise<number>;
  /** What a digest of the last whole period says, and to whom. @throws DomainError `not-found` */
  preview(sourceId: string, language?: DigestLanguage): Promise<Preview | null>;
  settings(sourceId: string): Promise<DigestSettings>;
  /** Changes how a source wants its digest. @throws DomainError `not-found` */
  change(sourceId: string, settings: DigestSettings): Promise<void>;
};

/** Builds what sends digests. */
export function createPostman(ports: PostmanPorts): Postman {
  const { sources, store, mail, head } = ports;
  const clock = ports.clock ?? Date.now;
  const at = () => `${new Date(clock()).toISOString().slice(0, 19)}Z`;

  async function sourceOf(id: string): Promise<HarvestSource> {
    const source = await sources.get(id);
    if (!source) throw new DomainError('not-found', `There is no source "${id}".`);
    return source;
  }

  /** Those that the source names; else its contact and whoever looks after it. */
  async function recipientsOf(source: HarvestSource, { recipients }: DigestSettings): Promise<string[]> {
    if (recipients && recipients.length > 0) return [...new Set(recipients)];
    const owner = source.ownerId === undefined ? undefined : await ports.emailOf(source.ownerId);
    return [...new Set([source.contactEmail, owner].filter((address) => address !== undefined))];
  }

  async function write(source: HarvestSource, period: DigestPeriod, language?: DigestLanguage) {
    const settings = await store.settings(source.id);
    const digest = await gatherDigest(source, period, ports);
    if (!digest) return null;
    const spoken = language ?? settings.language ?? languageOf(source);
    const recipients = await recipientsOf(source, settings);
    const worth = isWorthALetter(digest) && recipients.length > 0;
    return { ...writeDigest(digest, spoken, head), period, recipients, language: spoken, worth };
  }

  async function frequencyOf(source: HarvestSource): Promise<DigestFrequency> {
    return (await store.settings(source.id)).frequency ?? ports.frequency;
  }

  return {
    async due() {
      const found: DueDigest[] = [];
      for (const source of await sources.list()) {
        const frequency = await frequencyOf(source);
        if (frequency !== 'never' && source.enabled)
          found.push({ sourceId: source.id, period: lastPeriod(frequency, clock()) });
      }
      return found;
    },
    async send({ sourceId, period }) {
      const source = await sourceOf(sourceId);
      const written = await write(source, period);
      if (!written?.worth) return 0;
      const { subject, text, html, recipients } = written;
      let sent = 0;
      let failure: unknown;
      for (const to of recipients) {
        const letter = { sourceId, period: `${period.from}/${period.until}`, recipient: to };
        if (!(await store.take(letter, at()))) continue;
        try {
          await mail.send({ to, subject, text, html, automatic: automaticOf(letter, head) });
        } catch (error) {
          failure = error;
          await store.settle(letter, false, at());
          continue;
        }
        await store.settle(letter, true, at());
        sent += 1;
      }
      if (failure !== undefined) throw failure;
      return sent;
    },
    async preview(sourceId, language) {
      const source = await sourceOf(sourceId);
      const frequency = await frequencyOf(source);
      return write(source, lastPeriod(frequency === 'never' ? 'weekly' : frequency, clock()), language);
    },
    settings: (sourceId) => store.settings(sourceId),
    async change(sourceId, settings) {
      await sourceOf(sourceId);
      await store.saveSettings(sourceId, settings);
    },
  };
}

/** A centre that names itself in French only reads French. */
function languageOf({ names }: HarvestSource): DigestLanguage {
  return names['fr'] !== undefined && names['en'] === undefined ? 'fr' : 'en';
}

/** A letter that was sent twice after all has the same name, by which programs of mail show one. */
function automaticOf(letter: { sourceId: string; period: string; recipient: string }, head: Letterhead) {
  const name = createHash('sha256').update(JSON.stringify(letter)).digest('hex').slice(0, 32);
  return {
    messageId: `<digest.${name}@${new URL(head.publicUrl).hostname}>`,
    unsubscribe: `${head.contact}?subject=${encodeURIComponent(`No digest of ${letter.sourceId}`)}`,
  };
}
