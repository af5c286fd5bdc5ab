import { seamOf, stepBack } from '../asking/index.ts';
import type { HarvestedDocument } from '../types.ts';
import { isHole, type Reached } from './reach.ts';
import type { Standing } from './standing.ts';

/** A page with the position that it begins at, and how it fits to the one before. */
type Fitted = {
  page: Reached;
  start: number;
  documents: HarvestedDocument[];
  seam: ReturnType<typeof seamOf>;
};

/** The next page that fits to the one before, further back where the list moved. */
export async function fitted(
  at: Standing,
  ask: (start: number) => Promise<Pick<Fitted, 'page' | 'start' | 'documents'>>,
): Promise<Fitted> {
  for (let start = at.position - (at.tail.length > 0 ? 1 : 0), tries = 1; ; tries += 1) {
    const asked = await ask(start);
    const { page, documents } = asked;
    const identifiers = documents.map(({ identifier }) => identifier);
    const seam = seamOf(identifiers, at.tail);
    const last = identifiers.at(-1);
    // A catalogue that rounds positions to pages of its own gives the one before again: from there on it is asked as ever.
    if (
      seam === 'moved' &&
      tries === 1 &&
      documents.length > 1 &&
      last !== undefined &&
      at.tail.includes(last)
    ) {
      Object.assign(at, { isUnstable: true, tail: [] });
      start = at.position;
      continue;
    }
    if (seam !== 'apart' || start === 1 || isHole(page, start)) return { ...asked, seam };
    const step = stepBack(start - 1, documents.length, { tries, ...at });
    if (step === undefined) {
      Object.assign(at, { isUnstable: true });
      return { ...asked, seam };
    }
    at.back += 1;
    at.again += step;
    start -= step;
  }
}
