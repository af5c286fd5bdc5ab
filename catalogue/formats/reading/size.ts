import { words } from '../../model/index.ts';
import type { Place, Report } from './report.ts';

const units: Readonly<Record<string, number>> = words({
  '': 1,
  b: 1,
  byte: 1,
  bytes: 1,
  kb: 1e3,
  kib: 1024,
  mb: 1e6,
  mib: 1024 ** 2,
  gb: 1e9,
  gib: 1024 ** 3,
  tb: 1e12,
  tib: 1024 ** 4,
});

/**
 * Bytes of a size as documents write it: `12345`, `12,345 B`, `1.2 MB` (decimal units as SI has them).
 * @returns `undefined` (and a problem) where the text is none
 */
export function readByteSize(text: string, report: Report, place: Place): number | undefined {
  const parts = /^(\d{1,3}(?:,\d{3})+|\d+(?:\.\d*)?)(?:e\+?(\d+))?\s*([a-z]*)$/i.exec(text.trim());
  const factor = units[(parts?.[3] ?? '?').toLowerCase()];
  const size = Number(parts?.[1]?.replaceAll(',', '')) * 10 ** Number(parts?.[2] ?? 0);
  if (factor === undefined || !Number.isFinite(size)) {
    report.warning(
      'size-unreadable',
      place,
      `"${text.trim()}" is not a size.`,
      'Write bytes, or a number with its unit.',
    );
    return undefined;
  }
  return Math.round(size * factor);
}
