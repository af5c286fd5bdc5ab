import { Cron } from 'croner';

/**
 * When a schedule comes next.
 * @param expression cron, UTC
 * @returns `null` when the expression is not understood, or never comes
 */
export function nextMoment(expression: string, after: Date): Date | null {
  try {
    const cron = new Cron(expression, { timezone: 'UTC', paused: true });
    const next = cron.nextRun(after);
    cron.stop();
    return next;
  } catch {
    return null;
  }
}
