import type { TemporalExtent, VerticalExtent } from '#catalogue/model';
import { daysOf } from '../days.ts';
import type { SearchDocument } from '../engine.ts';

/** Periods in days; an end that is absent, unknown or now is open, as is the far side of "before" and "after". */
export function periodsOf(extents: readonly TemporalExtent[]): SearchDocument['periods'] {
  return extents.flatMap(({ start, end }) => {
    const first = start?.date === undefined ? undefined : daysOf(start.date)?.first;
    const last = end?.date === undefined ? undefined : daysOf(end.date)?.last;
    if (first === undefined && last === undefined) return [];
    const period = {
      start: first === undefined || start?.indeterminate === 'before' ? Number.NEGATIVE_INFINITY : first,
      end: last === undefined || end?.indeterminate === 'after' ? Number.POSITIVE_INFINITY : last,
    };
    return period.start <= period.end ? [period] : [];
  });
}

/** Metres of the units that depths are given in; a decibar is close to a metre of sea water. */
const metres: Readonly<Record<string, number>> = {
  m: 1,
  metre: 1,
  metres: 1,
  meter: 1,
  meters: 1,
  mètre: 1,
  mètres: 1,
  dbar: 1,
  decibar: 1,
  decibars: 1,
  km: 1000,
  kilometre: 1000,
  kilometres: 1000,
  cm: 0.01,
  ft: 0.3048,
  foot: 0.3048,
  feet: 0.3048,
  fathom: 1.8288,
  fathoms: 1.8288,
};

/**
 * Depths in metres below the surface. Without a stated direction, values are depths when the datum says so or when they
 * are not all below zero: catalogues of the sea write depths as positive numbers. Other units than of length are passed over.
 */
export function depthsOf(extents: readonly VerticalExtent[]): SearchDocument['depths'] {
  return extents.flatMap((extent) => {
    const { minimum, maximum } = extent;
    const unit = extent.unit?.trim().split(/[#/:]/).at(-1)?.toLowerCase();
    const factor = unit ? metres[unit] : 1;
    if (factor === undefined || (minimum === undefined && maximum === undefined)) return [];
    const low = Math.min(minimum ?? maximum ?? 0, maximum ?? minimum ?? 0) * factor;
    const high = Math.max(minimum ?? maximum ?? 0, maximum ?? minimum ?? 0) * factor;
    const open = { low: minimum === undefined, high: maximum === undefined };
    const range = {
      minimum: open.low ? Number.NEGATIVE_INFINITY : low,
      maximum: open.high ? Number.POSITIVE_INFINITY : high,
    };
    return [pointsDown(extent, high) ? range : { minimum: -range.maximum, maximum: -range.minimum }];
  });
}

function pointsDown({ positive, datum, description }: VerticalExtent, highest: number): boolean {
  if (positive) return positive === 'down';
  const hint = [datum, ...Object.values(description ?? {})].join(' ');
  return /depth|profondeur|immersion/i.test(hint) || highest > 0;
}
