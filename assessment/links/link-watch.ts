import { setTimeout as rest } from 'node:timers/promises';
import type { LinkObservation } from '#catalogue/fair';
import { containsCredentials } from '#runtime/credentials';
import type { Robots } from '#runtime/robots';
import type { LinkChecker } from './link-checker.ts';
import type { DueLink, LinkCheckStore } from './ports.ts';
import { waitFor } from './schedule.ts';

/** What one server is asked at most in one go, how quickly, and how many servers at the same time. */
export type LinkBudget = {
  linksAtOnce: number;
  /** Milliseconds between two questions to a server; its Crawl-delay, if that is longer. */
  pauseMs: number;
  hostsAtOnce: number;
  /** Milliseconds that a server which says that it is busy is left alone. */
  restMs: number;
};

export const defaultBudget: LinkBudget = {
  linksAtOnce: 20,
  pauseMs: 1000,
  hostsAtOnce: 4,
  restMs: 12 * 3_600_000,
};

/** A longer Crawl-delay than this would keep others waiting: the server is asked one link in one go. */
const longestPause = 10_000;

export type LinkWatchPorts = {
  links: LinkChecker;
  store: LinkCheckStore;
  robots: Robots;
  budget?: LinkBudget;
  /** Milliseconds since 1970; `Date.now` unless told. */
  clock?: () => number;
};

export type LinkWatch = {
  /**
   * Asks addresses that are due, each server within its budget; every answer is stored at once.
   * @param options `until`: no question is begun after it, in milliseconds since 1970
   * @returns how many were asked, the sources whose records name them, and whether more are due
   * @throws the reason of `signal`
   */
  checkDue(options: { until: number; signal: AbortSignal }): Promise<{
    checked: number;
    sources: string[];
    more: boolean;
  }>;
};

/** Builds the watch over links; one per process, since it remembers who is to be left alone. */
export function createLinkWatch(ports: LinkWatchPorts): LinkWatch {
  const { links, store, robots, budget = defaultBudget, clock = Date.now } = ports;
  const resting = new Map<string, number>();

  /** Keeps that an address is not asked, as if it had been: it comes up again ever more seldom. */
  async function leave(url: string, reason: string): Promise<void> {
    const [previous] = await store.getMany([url]);
    const now = clock();
    const nextCheckAt = now + waitFor(true, previous !== undefined, previous);
    await store.save({
      url,
      checkedAt: now,
      nextCheckAt,
      failures: 0,
      observation: { outcome: 'refused', reason },
    });
  }

  /** @returns the pause after it, `null` when the server is to be left alone */
  async function ask({ url, look, allowPrivate }: DueLink, signal: AbortSignal): Promise<number | null> {
    // Whoever wrote a password into a record did not give it to us.
    if (containsCredentials(url)) {
      await leave(url, 'credentials');
      return 0;
    }
    if (!URL.canParse(url)) {
      await leave(url, 'address-invalid');
      return 0;
    }
    const { pathname, search } = new URL(url);
    const rules = await robots.rulesFor(url, { allowPrivate, signal });
    // A server that is down is asked all the same: that it is down is what we want to know.
    if (!rules.unreachable && !rules.allows(pathname + search)) {
      await leave(url, 'robots');
      return 0;
    }
    const checked = await links.check([{ url, look }], { ask: true, allowPrivate, signal });
    const observation = checked.get(url)?.observation;
    if (isBusy(observation)) return null;
    return Math.max(budget.pauseMs, (rules.delaySeconds ?? 0) * 1000);
  }

  async function askHost(host: string, until: number, signal: AbortSignal): Promise<string[]> {
    const asked: string[] = [];
    for (const link of await store.dueOf(host, clock(), budget.linksAtOnce)) {
      signal.throwIfAborted();
      if (clock() >= until) break;
      const pause = await ask(link, signal);
      asked.push(link.url);
      if (pause === null || pause > longestPause) {
        resting.set(host, clock() + (pause ?? budget.restMs));
        break;
      }
      if (pause > 0) await rest(pause, undefined, { signal });
    }
    return asked;
  }

  return {
    async checkDue({ until, signal }) {
      for (const [host, end] of resting) if (end <= clock()) resting.delete(host);
      const isAwake = (host: string) => !resting.has(host);
      const waiting = (await store.dueHosts(clock())).filter(isAwake);
      const asked: string[] = [];
      const lane = async () => {
        for (let host = waiting.shift(); host !== undefined; host = waiting.shift()) {
          if (clock() >= until) return;
          asked.push(...(await askHost(host, until, signal)));
        }
      };
      await Promise.all(Array.from({ length: budget.hostsAtOnce }, lane));
      const sources = asked.length > 0 ? await store.sourcesNaming(asked) : [];
      const more = (await store.dueHosts(clock())).some(isAwake);
      return { checked: asked.length, sources, more };
    },
  };
}

function isBusy(observation: LinkObservation | undefined): boolean {
  if (observation?.outcome === 'answered') return observation.status === 429 || observation.status === 503;
  return observation?.outcome === 'unreachable' && observation.reason === 'busy';
}
