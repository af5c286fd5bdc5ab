import type { RunWish } from '../types.ts';

/** Reason of a run's signal when somebody asked for its end. */
export class WishAbortion extends Error {
  override readonly name = 'WishAbortion';

  constructor(readonly wish: RunWish) {
    super(wish === 'pause' ? 'The run is paused.' : 'The run is cancelled.');
  }
}

/** Reason of a run's signal when it lived too long. */
export class DeadlineAbortion extends Error {
  override readonly name = 'DeadlineAbortion';

  constructor(deadlineMs: number) {
    super(
      `The run was stopped after ${Math.round(deadlineMs / 60_000)} minutes. The next one goes on from there.`,
    );
  }
}
