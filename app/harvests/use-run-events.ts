import { useEffect, useState } from 'react';
import { useRevalidator } from 'react-router';
import type { RunEvent } from './run-events.ts';

/**
 * Follows a run by server-sent events while it goes on. The page's own data are loaded again when its state or what waits
 * for it changes: only then does more than the figures differ.
 * @returns what was told last; `undefined` until something was, and when nothing goes on
 */
export function useRunEvents(runId: string, goesOn: boolean): RunEvent | undefined {
  const [told, setTold] = useState<RunEvent>();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!goesOn) return;
    const events = new EventSource(`/api/runs/${encodeURIComponent(runId)}/events`);
    let stood = '';
    events.addEventListener('progress', ({ data }) => {
      const event: RunEvent = JSON.parse(data);
      setTold(event);
      const stands = `${event.state} ${event.waits}`;
      if (stood !== '' && stood !== stands) revalidate();
      stood = stands;
    });
    events.addEventListener('end', () => {
      events.close();
      revalidate();
    });
    return () => {
      events.close();
      setTold(undefined);
    };
  }, [runId, goesOn, revalidate]);
  return goesOn ? told : undefined;
}
