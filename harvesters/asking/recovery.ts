import type { RunProblem } from '../types.ts';

/** Single records lost in a row after which it is the source that fails, not a record. */
const mostLost = 10;

/** Part of a list: what came, and how much there is in all where that is told. */
export type ListPart<Item> = { records: Item[]; matched: number | undefined };
export type Recovered<Item> = ListPart<Item> & { problems: RunProblem[] };

/** How a list of numbered records is asked, and what its failures mean. */
export type NumberedList<Item> = {
  /** Asks for `size` records from `position`, which counts from `first`. */
  get: (position: number, size: number) => Promise<ListPart<Item>>;
  first: 0 | 1;
  isMendable: (error: unknown) => boolean;
  /** The problem of a record that can't be had, not even alone. */
  lost: (position: number, error: unknown) => RunProblem;
};

/**
 * Fetches a page that failed as a whole in halves, down to single records, so that the one which breaks it costs only
 * itself.
 * @throws the last failure when so many single ones are lost in a row that nothing seems to work
 */
export async function recover<Item>(
  list: NumberedList<Item>,
  position: number,
  size: number,
): Promise<Recovered<Item>> {
  const recovered: Recovered<Item> = { records: [], problems: [], matched: undefined };
  let lost = 0;
  const halve = async (start: number, length: number): Promise<void> => {
    const half = Math.ceil(length / 2);
    await take(start, half);
    await take(start + half, length - half);
  };
  const take = async (start: number, length: number): Promise<void> => {
    if (length === 0) return;
    if (recovered.matched !== undefined && start >= recovered.matched + list.first) return;
    try {
      const page = await list.get(start, length);
      recovered.records.push(...page.records);
      recovered.matched = page.matched ?? recovered.matched;
      lost = 0;
      // A server that caps its pages still owes the rest of the half.
      if (page.records.length > 0 && page.records.length < length)
        await take(start + page.records.length, length - page.records.length);
    } catch (error) {
      if (!list.isMendable(error)) throw error;
      if (length > 1) return halve(start, length);
      lost += 1;
      if (lost >= mostLost) throw error;
      recovered.problems.push(list.lost(start, error));
    }
  };
  if (size > 1) await halve(position, size);
  else await take(position, size);
  return recovered;
}
