import type { VerticalExtent } from '#catalogue/model';
import type { Locale } from '../../locales/index.ts';
import { depthText } from '../texts.ts';

/** A layer of the water column, in metres below the surface; what is above it is negative. */
export type Layer = { top: number; bottom: number; openTop: boolean; openBottom: boolean };
/** What a small drawing of depths needs; places are percentages of the height. */
export type DepthScale = {
  layers: { from: number; to: number; openBottom: boolean; openTop: boolean }[];
  surface: number;
  ticks: { at: number; metres: number }[];
  texts: string[];
};

const metres: Readonly<Record<string, number>> = {
  m: 1,
  metre: 1,
  metres: 1,
  meter: 1,
  meters: 1,
  mètre: 1,
  mètres: 1,
  '9001': 1,
  dbar: 1,
  decibar: 1,
  decibars: 1,
  km: 1000,
  cm: 0.01,
  ft: 0.3048,
  foot: 0.3048,
  feet: 0.3048,
};

/**
 * Lays vertical extents out below (and above) the surface of the sea.
 * @returns `undefined` when none tells a depth in a unit of length
 */
export function depthScaleOf(extents: readonly VerticalExtent[], locale: Locale): DepthScale | undefined {
  const layers = extents.map(layerOf).filter((layer) => layer !== undefined);
  if (layers.length === 0) return undefined;
  const deepest = Math.max(0, ...layers.map(({ bottom }) => bottom));
  const highest = Math.min(0, ...layers.map(({ top }) => top));
  const room = Math.max((deepest - highest) * 0.12, 1);
  const top = highest - (highest < 0 ? room : room * 0.6);
  const base = deepest + room;
  const place = (depth: number) => Math.round(((depth - top) / (base - top)) * 10000) / 100;
  return {
    layers: layers.map((layer) => ({
      from: layer.openTop ? 0 : place(layer.top),
      to: layer.openBottom ? 100 : place(layer.bottom),
      openTop: layer.openTop,
      openBottom: layer.openBottom,
    })),
    surface: place(0),
    ticks: ticksOf(highest, deepest).map((depth) => ({ at: place(depth), metres: depth })),
    texts: [...new Set(extents.map((extent) => depthText(extent, locale)).filter((it) => it !== undefined))],
  };
}

/**
 * Without a stated direction, values are depths when the datum says so or when they are not all below zero: catalogues of
 * the sea write depths as positive numbers. The search reads them in the same way.
 */
function layerOf({
  minimum,
  maximum,
  unit,
  positive,
  datum,
  description,
}: VerticalExtent): Layer | undefined {
  const factor = unit ? metres[unit.trim().split(/[#/:]/).at(-1)?.toLowerCase() ?? ''] : 1;
  if (factor === undefined || (minimum === undefined && maximum === undefined)) return undefined;
  const [one, other] = [(minimum ?? maximum ?? 0) * factor, (maximum ?? minimum ?? 0) * factor];
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  const said = [datum, ...Object.values(description ?? {})].join(' ');
  const down = positive ? positive === 'down' : high > 0 || /depth|profondeur|immersion/i.test(said);
  return down
    ? { top: low, bottom: high, openTop: minimum === undefined, openBottom: maximum === undefined }
    : { top: -high, bottom: -low, openTop: maximum === undefined, openBottom: minimum === undefined };
}

function ticksOf(highest: number, deepest: number): number[] {
  const span = Math.max(deepest - highest, 1);
  const power = 10 ** Math.floor(Math.log10(span));
  const step =
    [0.2, 0.5, 1, 2].map((factor) => factor * power).find((candidate) => span / candidate <= 4) ?? power;
  const ticks = [];
  for (let depth = Math.ceil(highest / step) * step; depth <= deepest + step * 0.01; depth += step)
    ticks.push(Math.round(depth * 100) / 100);
  return ticks;
}
