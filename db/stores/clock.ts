/** Milliseconds since 1970, as `Date.now`; tests give their own. */
export type Clock = () => number;

/** @returns UTC with seconds, `YYYY-MM-DDThh:mm:ssZ` */
export function utcSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
