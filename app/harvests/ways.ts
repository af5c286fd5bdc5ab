/** How sources come that are no service of the web: each has a form of its own instead of an address that is tried. */
export const ways = ['archive', 'spreadsheet', 'push'] as const;

export type Way = (typeof ways)[number];

/** @returns `undefined` for a protocol whose address is tried */
export function wayOf(protocol: string | null): Way | undefined {
  return ways.find((way) => way === protocol);
}
