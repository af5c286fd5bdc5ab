import type { SearchRequest } from '../query.ts';
import type { Snapshot } from './snapshot.ts';

/** Negative when the first document comes before the second. */
export type Compare = (left: number, right: number) => number;

/**
 * The order of a request; documents that it does not tell apart come by date, then by number, so that pages never
 * overlap.
 * @param scores by document number; without them, relevance is the order by date
 */
export function orderOf(request: SearchRequest, snapshot: Snapshot, scores?: Float32Array): Compare {
  const { sortDates } = snapshot;
  const titles = snapshot.titles[request.language];
  const direction = (request.descending ?? request.sort !== 'title') ? -1 : 1;
  const byDate: Compare = (left, right) => (sortDates[left] ?? 0) - (sortDates[right] ?? 0);
  const byNumber: Compare = (left, right) => left - right;
  switch (request.sort) {
    case 'title':
      return (left, right) => {
        const [first, second] = [titles[left] ?? '', titles[right] ?? ''];
        if (first !== second) return (first < second ? -1 : 1) * direction;
        return -byDate(left, right) || byNumber(left, right);
      };
    case 'relevance':
      if (scores)
        return (left, right) =>
          ((scores[left] ?? 0) - (scores[right] ?? 0)) * direction ||
          -byDate(left, right) ||
          byNumber(left, right);
      return (left, right) => byDate(left, right) * direction || byNumber(left, right);
    case 'date':
      return (left, right) => byDate(left, right) * direction || byNumber(left, right);
  }
}

/** The first of some documents in an order; the others are not sorted. */
export function firstOf(documents: ArrayLike<number>, count: number, compare: Compare): number[] {
  if (count <= 0) return [];
  // A heap whose top is the last of the best so far.
  const heap: number[] = [];
  for (let index = 0; index < documents.length; index += 1) {
    const document = documents[index] ?? 0;
    if (heap.length < count) {
      heap.push(document);
      rise(heap, compare);
    } else if (compare(document, heap[0] ?? document) < 0) {
      heap[0] = document;
      sink(heap, compare);
    }
  }
  return heap.sort(compare);
}

function rise(heap: number[], compare: Compare): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (compare(heap[at] ?? 0, heap[parent] ?? 0) <= 0) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: number[], compare: Compare): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const right = left + 1;
    let last = at;
    if (left < heap.length && compare(heap[left] ?? 0, heap[last] ?? 0) > 0) last = left;
    if (right < heap.length && compare(heap[right] ?? 0, heap[last] ?? 0) > 0) last = right;
    if (last === at) return;
    swap(heap, at, last);
    at = last;
  }
}

function swap(heap: number[], left: number, right: number): void {
  const kept = heap[left] ?? 0;
  heap[left] = heap[right] ?? 0;
  heap[right] = kept;
}
