import { setTimeout as sleep } from 'node:timers/promises';

/** How hard one host may be asked. */
export type HostBudget = {
  /** Requests at the same time. */
  concurrency: number;
  /** Between the starts of two requests, in milliseconds. */
  intervalMs: number;
};

type Host = { running: number; nextStart: number; pausedUntil: number; waiting: (() => void)[] };

/** Keeps the budget of every host that is being asked; hosts that nobody asks are forgotten. */
export class HostBudgets {
  readonly #hosts = new Map<string, Host>();

  /**
   * Waits for a turn at a host.
   * @returns gives the turn back; to be called exactly once
   * @throws the signal's reason when it is aborted while waiting
   */
  async acquire(name: string, budget: HostBudget, signal: AbortSignal | undefined): Promise<() => void> {
    const host = this.#hosts.get(name) ?? { running: 0, nextStart: 0, pausedUntil: 0, waiting: [] };
    this.#hosts.set(name, host);
    if (host.running >= budget.concurrency) await turn(host, signal);
    else host.running += 1;
    const release = () => this.#release(name, host);
    try {
      const start = Math.max(Date.now(), host.nextStart, host.pausedUntil);
      host.nextStart = start + budget.intervalMs;
      const wait = start - Date.now();
      if (wait > 0) await sleep(wait, undefined, signal ? { signal } : {});
      return release;
    } catch (error) {
      release();
      throw signal?.aborted ? signal.reason : error;
    }
  }

  /** Nobody asks the host before the time is over: it said that it is busy. */
  pause(name: string, milliseconds: number): void {
    const host = this.#hosts.get(name);
    if (host) host.pausedUntil = Math.max(host.pausedUntil, Date.now() + milliseconds);
  }

  #release(name: string, host: Host): void {
    const next = host.waiting.shift();
    if (next) next();
    else {
      host.running -= 1;
      if (host.running === 0 && Math.max(host.nextStart, host.pausedUntil) <= Date.now())
        this.#hosts.delete(name);
    }
  }
}

/** A released turn passes straight to the one who has waited longest. */
function turn(host: Host, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const mine = () => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    const leave = () => {
      host.waiting.splice(host.waiting.indexOf(mine), 1);
      reject(signal?.reason);
    };
    host.waiting.push(mine);
    signal?.addEventListener('abort', leave, { once: true });
  });
}
