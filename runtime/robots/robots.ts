import { LRUCache } from 'lru-cache';
import { type Fetcher, isFetchError } from '../fetching/index.ts';
import type { FetchRequest } from '../fetching/types.ts';
import { parseRobots, type RobotsRules } from './parse.ts';

/** What crawlers ask before they follow a link. */
export type Robots = {
  /**
   * The rules of a server for us.
   * @param address any address of the server
   * @throws the signal's reason when it was aborted
   */
  rulesFor(address: string, request?: Pick<FetchRequest, 'allowPrivate' | 'signal'>): Promise<RobotsRules>;
};

/** Rules are asked for again after a day at most (RFC 9309, 2.4); we look sooner. */
const keptMs = 3_600_000;

const everything: RobotsRules = { allows: () => true, sitemaps: [] };
const nothing: RobotsRules = { allows: () => false, sitemaps: [] };

/**
 * Keeps the robots.txt of servers.
 * @param robot our product token
 */
export function createRobots(fetcher: Fetcher, robot = 'Halocline'): Robots {
  const known = new LRUCache<string, Promise<RobotsRules>>({ max: 1000, ttl: keptMs });
  return {
    rulesFor(address, request = {}) {
      const { origin } = new URL(address);
      const held = known.get(origin);
      if (held) return held;
      const asked = ask(fetcher, robot, origin, request);
      known.set(origin, asked);
      asked.catch(() => known.delete(origin));
      return asked;
    },
  };
}

async function ask(
  fetcher: Fetcher,
  robot: string,
  origin: string,
  request: Pick<FetchRequest, 'allowPrivate' | 'signal'>,
): Promise<RobotsRules> {
  try {
    const limits = { maxBytes: 1024 * 1024, retries: 1, totalMs: 30_000 };
    const { status, bytes } = await fetcher.fetch(`${origin}/robots.txt`, { ...request, limits });
    // A server without rules allows everything, one in trouble nothing (RFC 9309, 2.3.1).
    if (status >= 500) return nothing;
    if (status >= 400) return everything;
    return parseRobots(Buffer.from(bytes).toString('utf8'), robot);
  } catch (error) {
    if (!isFetchError(error)) throw error;
    // Whoever can't be reached answers nothing else either; a file that is too large or is redirected away says nothing.
    return error.failure === 'connection' || error.failure === 'timeout'
      ? { ...nothing, unreachable: true }
      : everything;
  }
}
