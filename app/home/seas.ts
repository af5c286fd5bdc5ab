import type { BoundingBox } from '#catalogue/model';

/** Seas to start from, each by a box around it (limits after IHO S-23, rounded to half degrees). */
export const seas = [
  { name: 'mediterranean', box: { west: -6, south: 30, east: 36.5, north: 46 } },
  { name: 'biscay', box: { west: -10, south: 43, east: -1, north: 48.5 } },
  { name: 'channel', box: { west: -6, south: 48, east: 2.5, north: 51.5 } },
  { name: 'northSea', box: { west: -4.5, south: 50.5, east: 9.5, north: 61 } },
  { name: 'northAtlantic', box: { west: -80, south: 0, east: 0, north: 66 } },
  { name: 'southAtlantic', box: { west: -70, south: -60, east: 20, north: 0 } },
  { name: 'indian', box: { west: 20, south: -60, east: 120, north: 30 } },
  { name: 'pacific', box: { west: 140, south: -60, east: -70, north: 62 } },
  { name: 'southern', box: { west: -180, south: -90, east: 180, north: -45 } },
] as const satisfies readonly { name: string; box: BoundingBox }[];

export type SeaName = (typeof seas)[number]['name'];
