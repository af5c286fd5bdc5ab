import { describe, expect, it } from 'vitest';
import { Frontier, frontierStanding } from './frontier.ts';

const start = 'https://data.example.org/catalog.xml';
const bounds = { deepest: 2, most: 5 };
const at = (path: string) => `https://data.example.org${path}`;
const standingOf = (frontier: Frontier) =>
  frontierStanding.parse(JSON.parse(frontier.checkpoint({}).checkpoint ?? 'null'));

describe('what is still to be visited', () => {
  it('is each address once, breadth first, to a depth and a number', () => {
    const frontier = new Frontier(start, bounds);
    const [root = { address: '', depth: 0 }] = frontier.take(3);
    expect(root).toEqual({ address: start, depth: 0 });
    expect([start, at('/a'), at('/b'), at('/a')].map((address) => frontier.offer(address, root))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const [a = root, ...others] = frontier.take(1);
    expect(others).toEqual([]);
    expect(frontier.offer(at('/a/c'), a)).toBe(true);
    expect(frontier.take(9)).toEqual([
      { address: at('/b'), depth: 1 },
      { address: at('/a/c'), depth: 2 },
    ]);
    expect(frontier.offer(at('/too/deep'), { address: at('/a/c'), depth: 2 })).toBe(false);
    expect(frontier.offer(at('/fifth'), a)).toBe(true);
    expect(frontier.offer(at('/sixth'), a)).toBe(false);
  });

  it('is taken up again where it was left, with what was met', () => {
    const frontier = new Frontier(start, bounds);
    const [root = { address: '', depth: 0 }] = frontier.take(1);
    const elsewhere = 'https://other.example.org/x.json';
    const odd = 'https://data.example.org//odd';
    for (const address of [at('/a?b=c'), elsewhere, odd]) frontier.offer(address, root);
    const standing = standingOf(frontier);
    expect(standing.waiting).toEqual([
      ['/a?b=c', 1],
      [elsewhere, 1],
      [odd, 1],
    ]);
    const later = new Frontier(start, bounds, standing);
    later.offer(start, root);
    expect(later.take(9).map(({ address }) => address)).toEqual([at('/a?b=c'), elsewhere, odd]);
    expect(later.take(1)).toEqual([]);
  });

  it('begins anew for another start', () => {
    const standing = standingOf(new Frontier(start, bounds));
    expect(new Frontier(at('/other.xml'), bounds, standing).take(9)).toEqual([
      { address: at('/other.xml'), depth: 0 },
    ]);
  });

  it('is told often of a small walk, seldom of a large one, and never at a length beyond all bounds', () => {
    const frontier = new Frontier(start, { deepest: 2, most: 100_000 });
    const [root = { address: '', depth: 0 }] = frontier.take(1);
    expect(frontier.isDue).toBe(true);
    expect(frontier.checkpoint({ more: 1 }).checkpoint).toContain('"more":1');
    expect(frontier.isDue).toBe(false);
    for (let number = 1; number < 1000; number += 1) frontier.offer(at(`/${number}`), root);
    frontier.take(10);
    expect(frontier.isDue).toBe(false);
    frontier.take(1);
    expect(frontier.isDue).toBe(true);
    for (let number = 0; number < 100; number += 1)
      frontier.offer(at(`/${number}${'x'.repeat(50_000)}`), root);
    expect(frontier.checkpoint({})).toEqual({});
  });
});
