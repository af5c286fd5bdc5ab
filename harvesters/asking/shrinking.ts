import type { LinkedPage } from './follow-pages.ts';

/**
 * Reads a page of a list that has no numbers, and where it fails as a whole asks for fewer and fewer records of it: the
 * list goes on from what came, at its usual size. A record that breaks even a page of its own can't be passed.
 * @param size name of the parameter that says how many records are asked for, and how many where the address tells none
 * @throws the failure of the smallest page
 */
export async function readShrinking(
  address: string,
  size: { parameter: string; usual: number },
  isMendable: (error: unknown) => boolean,
  read: (address: string) => Promise<LinkedPage>,
): Promise<LinkedPage> {
  const { parameter, usual } = size;
  const told = new URL(address).searchParams.get(parameter);
  const resized = (from: string, wanted: string | null) => {
    const url = new URL(from);
    if (wanted === null) url.searchParams.delete(parameter);
    else url.searchParams.set(parameter, wanted);
    return url.href;
  };
  let records = Number(told ?? usual);
  try {
    return await read(address);
  } catch (error) {
    if (!isMendable(error) || !(records > 1)) throw error;
  }
  for (;;) {
    records = Math.ceil(records / 2);
    try {
      const page = await read(resized(address, String(records)));
      return page.next === undefined ? page : { ...page, next: resized(page.next, told) };
    } catch (error) {
      if (!isMendable(error) || records === 1) throw error;
    }
  }
}
