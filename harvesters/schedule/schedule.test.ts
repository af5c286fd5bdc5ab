import { describe, expect, test } from 'vitest';
import { cronOf, nextMoment, type Schedule, scheduleOf } from './index.ts';

const pairs: [string | undefined, Schedule][] = [
  [undefined, { kind: 'by-hand' }],
  ['30 3 * * *', { kind: 'daily', hour: 3, minute: 30 }],
  ['0 22 * * 1', { kind: 'weekly', weekday: 1, hour: 22, minute: 0 }],
  ['5 0 28 * *', { kind: 'monthly', day: 28, hour: 0, minute: 5 }],
  ['0 */6 * * *', { kind: 'cron', expression: '0 */6 * * *' }],
];

describe('schedules and their cron expressions', () => {
  test.each(pairs)('%s', (expression, schedule) => {
    expect(scheduleOf(expression)).toEqual(schedule);
    expect(cronOf(schedule)).toBe(expression);
  });

  test.each([
    ['7 is Sunday too', '0 3 * * 7', { kind: 'weekly', weekday: 0, hour: 3, minute: 0 }],
    ['more spaces', ' 0  3 * * * ', { kind: 'daily', hour: 3, minute: 0 }],
    ['a day that February lacks', '0 3 31 * *', { kind: 'cron', expression: '0 3 31 * *' }],
    ['a day of month or of week', '0 3 1 * 1', { kind: 'cron', expression: '0 3 1 * 1' }],
    ['an hour that is none', '0 24 * * *', { kind: 'cron', expression: '0 24 * * *' }],
    ['one month of the year', '0 3 1 2 *', { kind: 'cron', expression: '0 3 1 2 *' }],
  ] as const)('%s', (_what, expression, schedule) => {
    expect(scheduleOf(expression)).toEqual(schedule);
  });

  test('the next moment follows the given one, in UTC', () => {
    expect(nextMoment('0 3 * * *', new Date('2026-11-25T03:00:00Z'))?.toISOString()).toBe(
      '2026-11-26T03:00:00.000Z',
    );
    expect(nextMoment('whenever', new Date())).toBeNull();
  });
});
