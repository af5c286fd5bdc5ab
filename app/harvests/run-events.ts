import type { Actor } from '#accounts';
import type { HarvestRun } from '#harvesters';
import type { PortalServices } from '../services.ts';

/** What the page of a run is told while it goes on. */
export type RunEvent = Pick<HarvestRun, 'state' | 'phase' | 'counts' | 'message'> & {
  /** An order about it waits or is being carried out. */
  waits: boolean;
};

export type EventTiming = {
  /** Between two looks at the run. */
  lookMs: number;
  /** Between two signs of life, so that proxies keep the connection. */
  beatMs: number;
  /** A connection is ended after this; the browser asks again, and is authorised again. */
  lifeMs: number;
};

const usualTiming: EventTiming = { lookMs: 1000, beatMs: 15_000, lifeMs: 120_000 };

/**
 * Server-sent events of a run (WHATWG HTML, 9.2): `progress` whenever something changed, `end` when nothing will any more.
 * @throws DomainError `unauthenticated`, `forbidden`, `not-found` before anything is sent
 */
export async function runEvents(
  actor: Actor,
  runId: string,
  { harvests }: Pick<PortalServices, 'harvests'>,
  timing: EventTiming = usualTiming,
): Promise<Response> {
  let told = JSON.stringify(await look(actor, runId, harvests));
  let timer: NodeJS.Timeout | undefined;
  const encoder = new TextEncoder();
  const began = Date.now();
  let lastSign = began;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        controller.enqueue(encoder.encode(text));
        lastSign = Date.now();
      };
      const end = () => {
        timer = undefined;
        controller.close();
      };
      const again = () => {
        timer = setTimeout(() => {
          step().catch((error: unknown) => controller.error(error));
        }, timing.lookMs);
      };
      const step = async () => {
        const event = await look(actor, runId, harvests);
        const said = JSON.stringify(event);
        if (timer === undefined) return;
        if (said !== told) send(`event: progress\ndata: ${said}\n\n`);
        told = said;
        if (event.state !== 'running' && !event.waits) {
          send('event: end\ndata: {}\n\n');
          return end();
        }
        if (Date.now() - lastSign > timing.beatMs) send(':\n\n');
        if (Date.now() - began > timing.lifeMs) return end();
        again();
      };
      send(`retry: ${timing.lookMs * 2}\nevent: progress\ndata: ${told}\n\n`);
      again();
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      'X-Robots-Tag': 'noindex',
    },
  });
}

async function look(actor: Actor, runId: string, harvests: PortalServices['harvests']): Promise<RunEvent> {
  const { run, source } = await harvests.run(actor, runId);
  const orders = await harvests.orders(actor, source.id);
  const waits = orders.some(
    ({ order, state }) => state !== 'failed' && 'runId' in order && order.runId === runId,
  );
  const { state, phase, counts, message } = run;
  return { state, phase, counts, waits, ...(message ? { message } : {}) };
}
