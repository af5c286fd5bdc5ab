import { expect, it } from 'vitest';
import { AnswerFailure } from './ask-json.ts';
import { isMendable, readShrinking } from './index.ts';

const all = Array.from({ length: 40 }, (_, index) => index);

/** A list by cursor, of which pages longer than so many fail that hold one record. */
function listOf(bad: number, bearable: number) {
  const asked: string[] = [];
  const read = async (address: string) => {
    const { searchParams } = new URL(address);
    const [from, size] = [Number(searchParams.get('cursor')), Number(searchParams.get('limit') ?? 10)];
    asked.push(`${from}+${size}`);
    const shown = all.slice(from, from + size);
    if (shown.includes(bad) && size > bearable) throw new AnswerFailure('status', 'Out of memory.', 500);
    const next = new URL(address);
    next.searchParams.set('cursor', String(from + size));
    return {
      documents: shown.map((number) => ({
        identifier: String(number),
        mediaType: 'application/json',
        bytes: new Uint8Array(),
      })),
      problems: [],
      next: from + size < all.length ? next.href : undefined,
    };
  };
  return { asked, read };
}

async function whole(start: string, { read }: ReturnType<typeof listOf>): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for (let next: string | undefined = start; next !== undefined; ) {
    const page = await readShrinking(next, { parameter: 'limit', usual: 10 }, isMendable, read);
    found.push(...page.documents.map(({ identifier }) => identifier));
    next = page.next;
  }
  return found;
}

it.each([
  [
    'an address that tells the size',
    'https://e.org/list?cursor=0&limit=16',
    ['0+16', '16+16', '16+8', '16+4', '20+16', '36+16'],
  ],
  [
    'one that tells none',
    'https://e.org/list?cursor=0',
    ['0+10', '10+10', '10+5', '15+10', '15+5', '20+10', '30+10'],
  ],
])('a page that fails as a whole is asked for in smaller ones, from %s', async (_name, start, asked) => {
  const list = listOf(17, start.includes('limit') ? 4 : 5);
  expect(await whole(start, list)).toEqual(all.map(String));
  expect(list.asked).toEqual(asked);
});

it('a record that breaks even a page of its own ends the list, and so does what no size mends', async () => {
  await expect(whole('https://e.org/list?cursor=0', listOf(17, 0))).rejects.toThrow('Out of memory.');
  const refused = async () => {
    throw new AnswerFailure('status', 'Who are you?', 401);
  };
  await expect(
    readShrinking('https://e.org/', { parameter: 'limit', usual: 10 }, isMendable, refused),
  ).rejects.toThrow('Who are you?');
});
