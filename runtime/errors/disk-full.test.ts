import { expect, test } from 'vitest';
import { isDiskFull } from './index.ts';

test('a full disk is told from other faults, also where it is the cause of another error', () => {
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  expect(isDiskFull(full)).toBe(true);
  expect(isDiskFull(new Error('Failed query', { cause: full }))).toBe(true);
  expect(isDiskFull(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))).toBe(true);
  for (const other of [new Error('x'), { code: 'SQLITE_BUSY' }, 'SQLITE_FULL', null, undefined])
    expect(isDiskFull(other)).toBe(false);
  const round: { cause?: unknown } = {};
  round.cause = round;
  expect(isDiskFull(round)).toBe(false);
});
