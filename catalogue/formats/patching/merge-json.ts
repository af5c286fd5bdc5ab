import { meaningOf } from '../losses/meaning.ts';
import { align, type Features } from './align.ts';
import type { Edit } from './edits.ts';
import { type JsonNode, jsonTree, plainOf } from './json-tree.ts';
import { Uncertain } from './uncertain.ts';

/**
 * As `mergeXml`, for documents in JSON: unknown members, order and indentation stay.
 * @throws Uncertain when a place can't be told
 */
export function mergeJson(original: string, before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  const unit = /\n([ \t]+)\S/.exec(original)?.[1] ?? '';
  merge(jsonTree(original), jsonTree(before), jsonTree(after));
  return edits;

  function merge(o: JsonNode, a: JsonNode, b: JsonNode): void {
    if (printOf(a) === printOf(b)) return;
    if (o.type === 'object' && a.type === 'object' && b.type === 'object') mergeMembers(o, a, b);
    else if (o.type === 'array' && a.type === 'array' && b.type === 'array') mergeItems(o, a, b);
    else {
      // One value stands for a list of it, in JSON-LD and by habit.
      const [there, old, wanted] = [o, a, b].map(onlyOne);
      if (there && old && wanted && (there !== o || old !== a || wanted !== b)) merge(there, old, wanted);
      else if (o.type !== a.type || (o.type === 'plain' && printOf(o) !== printOf(a))) mergeFormless(o, a, b);
      else edits.push({ from: o.start, to: o.end, text: spelt(b, indentOf(o.start)) });
    }
  }

  /** The document says it in another form, such as a bare text: then that very text is looked for. */
  function mergeFormless(o: JsonNode, a: JsonNode, b: JsonNode): void {
    const [old, wanted, there] = [a, b, o].map(leavesOf);
    if (!old || !wanted || !there || old.length !== wanted.length)
      throw new Uncertain('a value is said otherwise in the document');
    for (const [index, one] of old.entries()) {
      const other = wanted[index];
      if (!other || printOf(other) === printOf(one)) continue;
      const found = there.filter((leaf) => printOf(leaf) === printOf(one));
      const [only] = found;
      if (!only || found.length > 1) throw new Uncertain('a value stands elsewhere in the document');
      edits.push({ from: only.start, to: only.end, text: spelt(other, '') });
    }
  }

  function mergeMembers(
    o: Extract<JsonNode, { type: 'object' }>,
    a: Extract<JsonNode, { type: 'object' }>,
    b: Extract<JsonNode, { type: 'object' }>,
  ): void {
    const of = (node: Extract<JsonNode, { type: 'object' }>, key: string) =>
      node.members.find((member) => member.key === key);
    for (const { key, value } of a.members) {
      const there = of(o, key);
      const wanted = of(b, key);
      if (wanted && printOf(wanted.value) === printOf(value)) continue;
      if (!there) throw new Uncertain(`there is no ${key}`);
      if (wanted) merge(there.value, value, wanted.value);
      else
        removeFrom(
          o.members.map(({ start, value: { end } }) => ({ start, end })),
          o.members.indexOf(there),
          o,
        );
    }
    const added = b.members.filter(({ key }) => !of(a, key));
    if (added.some(({ key }) => of(o, key))) throw new Uncertain('what is to be added is there already');
    add(
      o,
      o.members.at(-1)?.value.end,
      added.map(
        ({ key, value }) =>
          (indent) =>
            `${JSON.stringify(key)}: ${spelt(value, indent)}`,
      ),
    );
  }

  function mergeItems(
    o: Extract<JsonNode, { type: 'array' }>,
    a: Extract<JsonNode, { type: 'array' }>,
    b: Extract<JsonNode, { type: 'array' }>,
  ): void {
    const there = align(a.items.map(featuresOf), o.items.map(featuresOf));
    const kept = align(a.items.map(featuresOf), b.items.map(featuresOf));
    for (const [from, item] of a.items.entries()) {
      const at = there[from];
      const place = at === undefined ? undefined : o.items[at];
      const to = kept[from];
      const wanted = to === undefined ? undefined : b.items[to];
      if (wanted && printOf(wanted) === printOf(item)) continue;
      if (!place || at === undefined) throw new Uncertain('an item of a list stands elsewhere');
      if (wanted) merge(place, item, wanted);
      else removeFrom(o.items, at, o);
    }
    const known = new Set(kept);
    add(
      o,
      o.items.at(-1)?.end,
      b.items.filter((_, at) => !known.has(at)).map((item) => (indent) => spelt(item, indent)),
    );
  }

  function removeFrom(
    parts: readonly { start: number; end: number }[],
    index: number,
    parent: JsonNode,
  ): void {
    const part = parts[index];
    if (!part) return;
    const previous = parts[index - 1];
    const next = parts[index + 1];
    if (edits.some(({ from, to, text }) => text === '' && from >= parent.start && to <= parent.end))
      throw new Uncertain('several parts of a list go');
    if (previous) edits.push({ from: previous.end, to: part.end, text: '' });
    else edits.push({ from: part.start, to: next ? next.start : part.end, text: '' });
  }

  function add(
    parent: JsonNode,
    after: number | undefined,
    parts: readonly ((indent: string) => string)[],
  ): void {
    if (parts.length === 0) return;
    const indent = indentOf(parent.start) + unit;
    const isSpread = unit !== '' && original.slice(parent.start, parent.end).includes('\n');
    const blank = isSpread ? `\n${indent}` : '';
    const text = parts.map((part) => `${blank}${part(isSpread ? indent : '')}`).join(isSpread ? ',' : ', ');
    if (after === undefined) edits.push({ from: parent.start + 1, to: parent.start + 1, text });
    else edits.push({ from: after, to: after, text: `,${isSpread ? '' : ' '}${text}` });
  }

  function indentOf(offset: number): string {
    const line = original.slice(original.lastIndexOf('\n', offset - 1) + 1, offset);
    return /^[ \t]*/.exec(line)?.[0] ?? '';
  }

  function spelt(node: JsonNode, indent: string): string {
    return JSON.stringify(plainOf(node), null, unit).replaceAll('\n', `\n${indent}`);
  }
}

/** The single item of a list, or what is no list. */
function onlyOne(node: JsonNode): JsonNode | undefined {
  if (node.type !== 'array') return node;
  return node.items.length === 1 ? node.items[0] : undefined;
}

function printOf(node: JsonNode): string {
  return JSON.stringify(node, (key, value: unknown) =>
    key === 'start' || key === 'end' ? undefined : value,
  );
}

function featuresOf(node: JsonNode): Features {
  return { kind: node.type, print: printOf(node), texts: new Set(textsOf(node)) };
}

type Leaf = Extract<JsonNode, { type: 'plain' }>;

function leavesOf(node: JsonNode): Leaf[] {
  if (node.type === 'array') return node.items.flatMap(leavesOf);
  return node.type === 'object' ? node.members.flatMap(({ value }) => leavesOf(value)) : [node];
}

function textsOf(node: JsonNode): string[] {
  return leavesOf(node).flatMap(({ value }) => (value === null || value === '' ? [] : [meaningOf(value)]));
}
