import type { LinkObservation } from '#catalogue/fair';
import type { Fetcher, FetchLimits } from '#runtime/fetching';
import { type Answer, askLink } from './ask-link.ts';
import type { LinkCheck, LinkCheckStore } from './ports.ts';
import { shortestAge, waitFor } from './schedule.ts';

/** After this many failures to reach a host in a row, its other addresses are taken to be unreachable for an hour. */
const failuresOfHost = 2;
const hostPause = 3_600_000;

/** Failures that are the host's, not the address's. */
const ofHost = /^(timeout|connection|host-unknown)$/;

/** An address to be asked; `look` for its first bytes too. */
export type LinkQuestion = { url: string; look: boolean };

export type CheckOptions = {
  /** `false` asks nobody: only what is remembered counts. */
  ask: boolean;
  allowPrivate: boolean;
  signal: AbortSignal;
};

export type CheckedLink = { observation: LinkObservation; nextCheckAt?: number };

export type LinkChecker = {
  /**
   * What stands at addresses: as remembered where that is not older than planned (and half a day at least), else as asked now.
   * @returns one entry for each address
   * @throws the reason of `signal`
   */
  check(questions: readonly LinkQuestion[], options: CheckOptions): Promise<Map<string, CheckedLink>>;
};

/** Builds the link checker; one per process, since it remembers which hosts are down. */
export function createLinkChecker(
  fetcher: Fetcher,
  store: LinkCheckStore,
  { clock = Date.now, limits = {} }: { clock?: () => number; limits?: Partial<FetchLimits> } = {},
): LinkChecker {
  const down = new Map<string, { failures: number; until: number; reason: string }>();

  async function ask({ url, look }: LinkQuestion, options: CheckOptions): Promise<Answer> {
    const host = hostOf(url);
    const known = down.get(host);
    if (known && known.failures >= failuresOfHost && known.until > clock())
      return { outcome: 'unreachable', reason: known.reason };
    const answer = await askLink(fetcher, url, { ...options, look, limits });
    if (answer.outcome === 'answered') down.delete(host);
    else if (answer.outcome === 'unreachable' && ofHost.test(answer.reason))
      down.set(host, {
        failures: (known?.failures ?? 0) + 1,
        until: clock() + hostPause,
        reason: answer.reason,
      });
    return answer;
  }

  async function checkOne(
    question: LinkQuestion,
    previous: LinkCheck | undefined,
    options: CheckOptions,
  ): Promise<CheckedLink> {
    const { url } = question;
    if (previous && isFresh(previous, clock())) return previous;
    if (!options.ask) return previous ?? { observation: { outcome: 'not-checked' } };
    const observation = await ask(question, options);
    const good = isGood(observation);
    const same = previous !== undefined && kindOf(previous.observation) === kindOf(observation);
    const checkedAt = clock();
    const check: LinkCheck = {
      url,
      checkedAt,
      nextCheckAt: checkedAt + waitFor(good, same, previous),
      failures: good ? 0 : (previous?.failures ?? 0) + 1,
      observation,
    };
    await store.save(check);
    return check;
  }

  return {
    async check(questions, options) {
      const unique = new Map(questions.map((question) => [question.url, question]));
      const known = new Map((await store.getMany([...unique.keys()])).map((check) => [check.url, check]));
      const hosts = new Map<string, LinkQuestion[]>();
      for (const question of unique.values()) {
        const host = hostOf(question.url);
        hosts.set(host, [...(hosts.get(host) ?? []), question]);
      }
      const checked = new Map<string, CheckedLink>();
      // One host after another's turn would wait for the slowest; within a host one question at a time is polite.
      await Promise.all(
        [...hosts.values()].map(async (questionsOfHost) => {
          for (const question of questionsOfHost)
            checked.set(question.url, await checkOne(question, known.get(question.url), options));
        }),
      );
      return checked;
    },
  };
}

function isFresh({ checkedAt, nextCheckAt }: LinkCheck, now: number): boolean {
  return now < Math.max(nextCheckAt, checkedAt + shortestAge);
}

function isGood(observation: Answer): boolean {
  return observation.outcome === 'answered' && observation.status < 400;
}

function kindOf(observation: Answer): string {
  return observation.outcome === 'answered'
    ? `${observation.status} ${observation.mediaType} ${observation.content ?? ''}`
    : observation.outcome;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
