/** Parameters by which servers number the records of a list, from 0. */
const names = ['offset', 'startindex', 'startIndex'];

/** Name of the parameter that says where a page of a numbered list begins; `offset` where the address tells none. */
export function offsetName(address: string): string {
  const { searchParams } = new URL(address);
  return names.find((known) => searchParams.has(known)) ?? 'offset';
}

/** Where the page at an address begins, counted from 0. @returns `undefined` where the address does not tell */
export function offsetOf(address: string): number | undefined {
  const told = new URL(address).searchParams.get(offsetName(address));
  return told !== null && /^\d+$/.test(told) ? Number(told) : undefined;
}

/** The address of the page that begins at another record. */
export function atOffset(address: string, offset: number): string {
  const url = new URL(address);
  url.searchParams.set(offsetName(address), String(offset));
  return url.href;
}
