import type { RunState as State } from '#harvesters';
import { useMessages } from '../locales/locale-context.tsx';

const tones: Record<State, string> = {
  running: 'bg-shoal text-ink',
  succeeded: 'bg-good-wash text-good',
  held: 'bg-warn-wash text-warn',
  failed: 'bg-bad-wash text-bad',
  cancelled: 'bg-shallow text-soft',
  interrupted: 'bg-warn-wash text-warn',
  paused: 'bg-shallow text-soft',
  'rolled-back': 'bg-shallow text-soft',
};

/** How a harvest ended, in a word. */
export function RunState({ state }: { state: State }) {
  const { sourcesPage } = useMessages();
  return (
    <span className={`inline-block rounded-sm px-2 py-0.5 text-sm font-medium ${tones[state]}`}>
      {sourcesPage.states[state]}
    </span>
  );
}
