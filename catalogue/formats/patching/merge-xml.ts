import { escapeAttribute, escapeText } from '../../xml/index.ts';
import { align } from './align.ts';
import type { Edit } from './edits.ts';
import type { SchemaOrder } from './schema-order.ts';
import { type SourceElement, sourceTree } from './source-tree.ts';
import { Uncertain } from './uncertain.ts';
import { featuresOf, isId, leafText } from './xml-features.ts';
import { fragment } from './xml-fragment.ts';

/**
 * Carries the difference between two documents of our writer over to the document that a source wrote: each changed element
 * is looked up there by what it says, and only it is changed.
 * @param original text of the source's document
 * @param before what we write of the record as it was read from it
 * @param after what we write of the record as it is to be
 * @param order of the schema, for what has no place there yet
 * @throws Uncertain when a place can't be told
 */
export function mergeXml(original: string, before: string, after: string, order: SchemaOrder): Edit[] {
  const [source, old, wanted] = [original, before, after].map(sourceTree);
  if (!source || !old || !wanted) throw new Uncertain('the document can’t be located in its text');
  const edits: Edit[] = [];
  const ids = idsOf(source);
  mergeElement(source, old, wanted);
  return edits;

  function mergeElement(o: SourceElement, a: SourceElement, b: SourceElement): void {
    if (featuresOf(a).print === featuresOf(b).print) return;
    mergeAttributes(o, a, b);
    if (a.children.length + b.children.length === 0) {
      // A code may stand in its attribute alone.
      const isSaid = o.children.length > 0 || o.text.trim() !== '' || featuresOf(o).texts.size === 0;
      if (leafText(a) !== leafText(b) && isSaid) mergeText(o, a, b);
      return;
    }
    mergeChildren(o, a, b);
  }

  function mergeText(o: SourceElement, a: SourceElement, b: SourceElement): void {
    if (o.children.length > 0) throw new Uncertain(`${o.name} holds elements, not a text`);
    if (o.contentStart === o.end) throw new Uncertain(`${o.name} is empty`);
    // White space at the ends of a text belongs to the document, not to what it says.
    const content = original.slice(o.contentStart, o.contentEnd);
    const lead = a.text === '' || content.trim() === '' ? 0 : content.length - content.trimStart().length;
    const tail = content.trim() === '' ? 0 : content.length - content.trimEnd().length;
    edits.push({ from: o.contentStart + lead, to: o.contentEnd - tail, text: escapeText(b.text) });
  }

  function mergeAttributes(o: SourceElement, a: SourceElement, b: SourceElement): void {
    for (const attribute of b.attributes) {
      const { name, namespace, value } = attribute;
      const same = (one: { name: string; namespace: string }) =>
        one.name === name && one.namespace === namespace;
      const told = a.attributes.find(same)?.value;
      if (told === value || isId(attribute)) continue;
      const there = o.attributes.find(same);
      if (!there) throw new Uncertain(`${o.name} has no ${name}`);
      const tag = original.slice(o.start, o.contentStart);
      const written = new RegExp(
        `\\s${there.prefix ? `${there.prefix}:` : ''}${name}\\s*=\\s*("[^"]*"|'[^']*')`,
      ).exec(tag);
      if (!written?.[1]) throw new Uncertain(`${name} is not found in its tag`);
      const to = o.start + written.index + written[0].length;
      edits.push({ from: to - written[1].length, to, text: `"${escapeAttribute(value)}"` });
    }
    const gone = a.attributes.filter(
      (one) =>
        !isId(one) &&
        !b.attributes.some(({ name, namespace }) => name === one.name && namespace === one.namespace),
    );
    // A type or a reason for absence goes with what it was told of.
    if (gone.some(({ name }) => o.attributes.some((one) => one.name === name)))
      throw new Uncertain(`${o.name} loses an attribute`);
  }

  function mergeChildren(o: SourceElement, a: SourceElement, b: SourceElement): void {
    const [inSource, inOld, inWanted] = [o, a, b].map(({ children }) => children.map(featuresOf));
    const there = align(inOld ?? [], inSource ?? []);
    const kept = align(inOld ?? [], inWanted ?? []);
    const oldOf = new Map(kept.flatMap((to, from) => (to === undefined ? [] : [[to, from] as const])));
    const counterpart = (from: number | undefined) => {
      const at = from === undefined ? undefined : there[from];
      return at === undefined ? undefined : o.children[at];
    };
    const additions = new Map<number, SourceElement | undefined>();
    for (const [from, child] of a.children.entries()) {
      const to = kept[from];
      const changed = to === undefined ? undefined : b.children[to];
      if (changed && featuresOf(changed).print === featuresOf(child).print) continue;
      const place = counterpart(from);
      if (changed && place) mergeElement(place, child, changed);
      else if (changed) additions.set(to ?? -1, mergeFormless(o, child, changed));
      else if (place) remove(place);
      else throw new Uncertain(`what is to be removed from ${o.name} stands elsewhere`);
    }
    let last: SourceElement | undefined;
    for (const [to, child] of b.children.entries()) {
      const place = counterpart(oldOf.get(to));
      if (place) last = place;
      const added = oldOf.has(to) ? additions.get(to) : child;
      if (!added) continue;
      const next = b.children
        .flatMap((_, at) => (at > to ? [counterpart(oldOf.get(at))] : []))
        .find((one) => one);
      insert(o, added, { after: last, next });
    }
  }

  /**
   * The source says it in another form, such as an anchor, or in another place: then its very text is looked for.
   * @returns what is new beside it, where nothing else has changed
   */
  function mergeFormless(o: SourceElement, a: SourceElement, b: SourceElement): SourceElement | undefined {
    const added = additionsTo(a, b);
    if (added) return added;
    const texts = (element: SourceElement): SourceElement[] =>
      element.children.length === 0 ? [element] : element.children.flatMap(texts);
    const [old, wanted] = [texts(a), texts(b)];
    if (old.length !== wanted.length) throw new Uncertain(`${a.name} is said otherwise in ${o.name}`);
    for (const [index, one] of old.entries()) {
      const other = wanted[index];
      if (!other || featuresOf(other).print === featuresOf(one).print) continue;
      const found = texts(o).filter((leaf) => leafText(leaf) === leafText(one));
      const [only] = found;
      if (!only || found.length > 1 || leafText(other) === '')
        throw new Uncertain(`${a.name} stands elsewhere in ${o.name}`);
      mergeText(only, one, other);
    }
    return undefined;
  }

  function remove({ start, end }: SourceElement): void {
    const from = start - (/\s*$/.exec(original.slice(0, start))?.[0].length ?? 0);
    edits.push({ from, to: end, text: '' });
  }

  /** @param beside its neighbours in our own document, as far as the source has them */
  function insert(
    o: SourceElement,
    child: SourceElement,
    beside: { after: SourceElement | undefined; next: SourceElement | undefined },
  ): void {
    const { after, next } = inOrder(o, child) ?? beside;
    const neighbour = after ?? next ?? o.children[0];
    const before = neighbour ? blankBefore(neighbour.start) : `${blankBefore(o.start)}  `;
    const text = fragment(child, { scope: o.scope, ids, before: /\n/.test(before) ? before : '' });
    if (after) edits.push({ from: after.end, to: after.end, text: before + text });
    else if (next) edits.push({ from: next.start, to: next.start, text: text + before });
    else if (o.children.length > 0 || o.contentStart === o.end)
      // Nothing beside it is known to us: its place in the order can't be told.
      throw new Uncertain(`the place of ${child.name} in ${o.name} is not known`);
    else edits.push({ from: o.contentStart, to: o.contentStart, text: before + text });
  }

  /** The neighbours that the schema gives it; elements that it does not know stand where they are. */
  function inOrder(
    o: SourceElement,
    { name }: SourceElement,
  ): { after: SourceElement | undefined; next: SourceElement | undefined } | undefined {
    const names = order.get(o.name);
    const mine = names?.indexOf(name) ?? -1;
    if (!names || mine === -1) return undefined;
    const ranks = o.children.map((sibling) => ({ sibling, rank: names.indexOf(sibling.name) }));
    const after = ranks.findLast(({ rank }) => rank !== -1 && rank <= mine)?.sibling;
    const next = ranks.find(({ rank }) => rank > mine)?.sibling;
    return after || next ? { after, next } : undefined;
  }

  function blankBefore(offset: number): string {
    return /\s*$/.exec(original.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  }
}

/** What an element says beyond another that it holds whole; `undefined` when it does not hold it. */
function additionsTo(a: SourceElement, b: SourceElement): SourceElement | undefined {
  if (a.children.length === 0 || a.attributes.length + b.attributes.length > 0) return undefined;
  const places = align(a.children.map(featuresOf), b.children.map(featuresOf));
  const deeper: SourceElement[] = [];
  for (const [from, child] of a.children.entries()) {
    const other = b.children[places[from] ?? -1];
    if (!other) return undefined;
    if (featuresOf(other).print === featuresOf(child).print) continue;
    const added = additionsTo(child, other);
    if (!added) return undefined;
    deeper.push(added);
  }
  const known = new Set(places);
  return { ...b, children: [...deeper, ...b.children.filter((_, at) => !known.has(at))] };
}

function idsOf(element: SourceElement, found = new Set<string>()): Set<string> {
  for (const { name, value } of element.attributes) if (name === 'id') found.add(value);
  for (const child of element.children) idsOf(child, found);
  return found;
}
