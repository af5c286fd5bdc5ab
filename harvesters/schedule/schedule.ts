/** When a source is harvested, as a person says it. Times are UTC; `weekday` counts from Sunday (0). */
export type Schedule =
  | { kind: 'by-hand' }
  | { kind: 'daily'; hour: number; minute: number }
  | { kind: 'weekly'; weekday: number; hour: number; minute: number }
  | { kind: 'monthly'; day: number; hour: number; minute: number }
  | { kind: 'cron'; expression: string };

/** The last day that every month has. */
const lastCommonDay = 28;
const simple = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|[0-7])$/;

/** The cron expression of a schedule; `undefined` for a source that is harvested by hand. */
export function cronOf(schedule: Schedule): string | undefined {
  switch (schedule.kind) {
    case 'by-hand':
      return undefined;
    case 'daily':
      return `${schedule.minute} ${schedule.hour} * * *`;
    case 'weekly':
      return `${schedule.minute} ${schedule.hour} * * ${schedule.weekday}`;
    case 'monthly':
      return `${schedule.minute} ${schedule.hour} ${schedule.day} * *`;
    case 'cron':
      return schedule.expression;
  }
}

/** What a cron expression says, as plainly as it can be said; whatever is no day, week or month stays as it is. */
export function scheduleOf(expression: string | undefined): Schedule {
  if (expression === undefined) return { kind: 'by-hand' };
  const cron: Schedule = { kind: 'cron', expression };
  const parts = simple.exec(expression.trim().replace(/\s+/g, ' '));
  if (!parts) return cron;
  const [, minutes = '', hours = '', days = '', weekdays = ''] = parts;
  const [minute, hour] = [Number(minutes), Number(hours)];
  if (minute > 59 || hour > 23) return cron;
  if (days === '*') {
    if (weekdays === '*') return { kind: 'daily', hour, minute };
    return { kind: 'weekly', weekday: Number(weekdays) % 7, hour, minute };
  }
  const day = Number(days);
  // A day that some months lack, or a day of the month or of the week: better said by the expression itself.
  if (weekdays !== '*' || day < 1 || day > lastCommonDay) return cron;
  return { kind: 'monthly', day, hour, minute };
}
