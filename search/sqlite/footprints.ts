import type { Footprints } from '../engine.ts';
import { boxOf } from './document-row.ts';
import type { DocumentSet } from './document-set.ts';
import { type Compare, firstOf } from './order.ts';
import type { Snapshot } from './snapshot.ts';

const columns = 36;
const rows = 18;

/**
 * The boxes of the first documents that have any, and a grid of how many boxes touch each cell. Differences at the
 * corners of each box are summed up at the end, so that a box over the whole world costs no more than a point.
 * @param limit boxes wanted
 */
export function footprintsOf(
  documents: DocumentSet,
  limit: number,
  compare: Compare,
  { boxes, ids }: Snapshot,
): Footprints {
  const differences = new Int32Array((columns + 1) * (rows + 1));
  const change = (column: number, row: number, by: number) => {
    const cell = row * (columns + 1) + column;
    differences[cell] = (differences[cell] ?? 0) + by;
  };
  const located: number[] = [];
  for (const document of documents.toArray()) {
    const start = boxes.starts[document] ?? 0;
    const count = boxes.counts[document] ?? 0;
    if (count > 0) located.push(document);
    for (let row = start; row < start + count; row += 1) {
      const { west, south, east, north } = boxAt(boxes, row);
      const top = cellRow(north);
      const bottom = cellRow(south) + 1;
      const spans =
        west <= east
          ? [[west, east] as const]
          : ([
              [west, 180],
              [-180, east],
            ] as const);
      for (const [from, to] of spans) {
        const left = cellColumn(from);
        const right = cellColumn(to) + 1;
        change(left, top, 1);
        change(right, top, -1);
        change(left, bottom, -1);
        change(right, bottom, 1);
      }
    }
  }
  const shown: Footprints['boxes'] = [];
  for (const document of firstOf(located, limit, compare)) {
    const start = boxes.starts[document] ?? 0;
    for (let row = start; row < start + (boxes.counts[document] ?? 0) && shown.length < limit; row += 1)
      shown.push({ id: ids[document] ?? '', box: boxAt(boxes, row) });
  }
  return {
    total: documents.count(),
    located: located.length,
    boxes: shown,
    cells: { columns, rows, counts: summed(differences) },
  };
}

function boxAt(boxes: Snapshot['boxes'], row: number) {
  return boxOf(boxes.columns.map((column) => column[row] ?? 0));
}

function cellColumn(longitude: number): number {
  return Math.min(columns - 1, Math.floor(((longitude + 180) / 360) * columns));
}

function cellRow(latitude: number): number {
  return Math.min(rows - 1, Math.floor(((90 - latitude) / 180) * rows));
}

function summed(differences: Int32Array): Uint32Array {
  const counts = new Uint32Array(columns * rows);
  const above = new Int32Array(columns);
  for (let row = 0; row < rows; row += 1) {
    let running = 0;
    for (let column = 0; column < columns; column += 1) {
      running += differences[row * (columns + 1) + column] ?? 0;
      above[column] = (above[column] ?? 0) + running;
      counts[row * columns + column] = above[column] ?? 0;
    }
  }
  return counts;
}
