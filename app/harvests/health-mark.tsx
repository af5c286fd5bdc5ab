import type { Health } from './health.ts';
import { useDeskMessages } from './texts.ts';

const tones: Record<Health, string> = {
  well: 'bg-good-wash text-good',
  running: 'bg-shoal text-ink',
  held: 'bg-warn-wash text-warn',
  paused: 'bg-warn-wash text-warn',
  late: 'bg-warn-wash text-warn',
  failed: 'bg-bad-wash text-bad',
  never: 'bg-shallow text-soft',
  unsent: 'bg-shallow text-soft',
  archived: 'bg-shallow text-soft',
  off: 'bg-shallow text-soft',
};

/** How a source fares, in a word. */
export function HealthMark({ health }: { health: Health }) {
  const { harvestPages } = useDeskMessages();
  return (
    <span className={`inline-block rounded-sm px-2 py-0.5 text-sm font-medium ${tones[health]}`}>
      {harvestPages.healths[health]}
    </span>
  );
}
