import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { clientOf } from './client-address.ts';

/** Requests per client and minute: a harvester at full speed stays below, a runaway script does not. */
const perMinute = 6000;

/**
 * A limit per client address. Who asks too fast gets 429 with `Retry-After` in seconds.
 * @param points requests per minute
 */
export function createRateLimit(points = perMinute): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return async (context, next) => {
    try {
      await limiter.consume(clientOf(context.req.raw) ?? 'unknown');
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      return context.text(`Too many requests. Wait ${seconds} seconds.\n`, 429, {
        'retry-after': String(seconds),
      });
    }
    return next();
  };
}
