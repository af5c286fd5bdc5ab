import type { Random } from './random.ts';

/** Spoils a document; what comes out need not be of its format any more. */
export type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const onText =
  (change: (text: string, random: Random) => string): Mutation =>
  (bytes, random) =>
    encode(change(decode(bytes), random));

/** A place in a text where something ends: between elements, members, statements. */
function joint(text: string, random: Random): number {
  const start = random.below(text.length + 1);
  const found = text.slice(start).search(/[>,;{}\n]/);
  return found === -1 ? text.length : start + found + 1;
}

/** A stretch between two joints, such as some elements or half of one. */
function stretch(text: string, random: Random): [from: number, to: number] {
  const from = joint(text, random);
  const to = joint(text.slice(0, from + 2000), random);
  return from < to ? [from, to] : [to, from];
}

/** One whole element of XML, by its tags. */
function element(text: string, random: Random): [from: number, to: number] | undefined {
  const opening = [...text.matchAll(/<([\w:.-]+)(?=[\s>])[^>]*[^/]>/g)];
  const chosen = opening[random.below(opening.length)];
  if (chosen?.index === undefined) return undefined;
  const closing = text.indexOf(`</${chosen[1]}>`, chosen.index);
  return closing === -1 ? undefined : [chosen.index, closing + (chosen[1]?.length ?? 0) + 3];
}

function insert(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at);
}

const controls = [
  '\u0000',
  '\u0001',
  '\u0008',
  '\u000b',
  '\u001f',
  '\u007f',
  '\ufffe',
  '\uffff',
  '\ud800',
] as const;
const namespaces = [
  'http://www.isotc211.org/2005/gmd',
  'http://www.isotc211.org/2005/gco',
  'http://www.opengis.net/gml/3.2',
  'http://www.opengis.net/gml',
  'http://datacite.org/schema/kernel-4',
  'http://purl.org/dc/elements/1.1/',
  'http://www.w3.org/ns/dcat#',
  'https://schema.org/',
  'urn:nobody:knows',
  '',
] as const;
const foreignValues = [
  'null',
  '[]',
  '{}',
  '0',
  '-1e999',
  '"\\u0000"',
  'true',
  '[[[[1]]]]',
  '{"@value":{}}',
] as const;

/** A billion laughs and a file from outside. */
const bombs = [
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]>',
  '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">',
] as const;

export const mutations = {
  truncated: (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  beheaded: (bytes, random) => bytes.slice(random.below(Math.min(bytes.length, 2000))),
  'bits flipped': (bytes, random) => {
    const copy = bytes.slice();
    for (let count = 1 + random.below(12); count > 0; count--) {
      const place = random.below(copy.length);
      copy[place] = (copy[place] ?? 0) ^ (1 << random.below(8));
    }
    return copy;
  },
  'bytes of chance': (bytes, random) => {
    const copy = bytes.slice();
    const from = random.below(copy.length);
    for (let place = from; place < Math.min(from + 1 + random.below(40), copy.length); place++)
      copy[place] = random.below(256);
    return copy;
  },
  'head of chance': (bytes, random) => {
    const copy = bytes.slice();
    for (let count = 0; count < 6; count++) copy[random.below(Math.min(copy.length, 64))] = random.below(256);
    return copy;
  },
  'part deleted': onText((text, random) => {
    const [from, to] = stretch(text, random);
    return text.slice(0, from) + text.slice(to);
  }),
  'part doubled': onText((text, random) => {
    const [from, to] = stretch(text, random);
    return insert(text, to, text.slice(from, to));
  }),
  'parts swapped': onText((text, random) => {
    const [from, middle] = stretch(text, random);
    const end = Math.max(middle, joint(text, random));
    return text.slice(0, from) + text.slice(middle, end) + text.slice(from, middle) + text.slice(end);
  }),
  'element deleted': onText((text, random) => {
    const [from, to] = element(text, random) ?? stretch(text, random);
    return text.slice(0, from) + text.slice(to);
  }),
  'element doubled': onText((text, random) => {
    const [from, to] = element(text, random) ?? stretch(text, random);
    return insert(text, to, text.slice(from, to).repeat(1 + random.below(20)));
  }),
  'element in another': onText((text, random) => {
    const [from, to] = element(text, random) ?? stretch(text, random);
    return insert(text, joint(text, random), text.slice(from, to));
  }),
  'another namespace': onText((text, random) => {
    const told = [...text.matchAll(/https?:\/\/[^"'<>\s]+/g)];
    const chosen = told[random.below(told.length)]?.[0];
    return chosen === undefined ? text : text.replaceAll(chosen, random.pick(namespaces));
  }),
  'another name': onText((text, random) => {
    const names = [...text.matchAll(/[<"]([A-Za-z][\w:.-]+)/g)];
    const one = names[random.below(names.length)]?.[1];
    const other = names[random.below(names.length)]?.[1];
    return one && other ? text.replaceAll(one, other) : text;
  }),
  'another value': onText((text, random) => {
    // Bounded repetitions: with a million blanks before it, others would take hours.
    const values = [...text.matchAll(/[:[,]\s{0,20}("[^"]{0,2000}"|[\d.]{1,40}|true|false|null)/g)];
    const chosen = values[random.below(values.length)];
    const value = chosen?.[1];
    if (chosen === undefined || value === undefined) return text;
    const end = chosen.index + chosen[0].length;
    return text.slice(0, end - value.length) + random.pick(foreignValues) + text.slice(end);
  }),
  'huge text': onText((text, random) => {
    const filler = random.pick(['a', 'word ', 'é', ' ', '\n', '0', '&amp;', '<b/>', '[', '"x",']);
    return insert(
      text,
      joint(text, random),
      filler.repeat(((1 + random.below(3)) * 1_000_000) / filler.length),
    );
  }),
  'nested deep': onText((text, random) => {
    const depth = 200 + random.below(60_000);
    const [open, close] = random.pick<readonly [string, string]>([
      ['<x>', '</x>'],
      ['{"a":', '}'],
      ['[', ']'],
      ['(', ')'],
    ]);
    return insert(text, joint(text, random), open.repeat(depth) + close.repeat(random.below(2) * depth));
  }),
  'control characters': onText((text, random) => {
    let spoilt = text;
    for (let count = 1 + random.below(5); count > 0; count--)
      spoilt = insert(spoilt, random.below(spoilt.length), random.pick(controls));
    return spoilt;
  }),
  'character references': onText((text, random) =>
    insert(
      text,
      joint(text, random),
      random.pick(['&#0;', '&#xD800;', '&#x110000;', '&nobody;', '&', '&#x', ']]>', '<![CDATA[']),
    ),
  ),
  'entity bomb': onText((text, random) => {
    const start = text.search(/<[A-Za-z]/);
    return insert(text, Math.max(start, 0), random.pick(bombs)).replace(
      />([^<]+)</,
      `>${random.pick(['&e;', '&f;'])}<`,
    );
  }),
  'UTF-16': (bytes, random) => {
    const text = Buffer.from(`${random.pick(['\ufeff', ''])}${decode(bytes)}`, 'utf16le');
    return new Uint8Array(random.below(2) === 0 ? text : text.subarray(0, text.length & ~1).swap16());
  },
  'Latin-1': (bytes) => new Uint8Array(Buffer.from(`${decode(bytes)}é`.replace(/e/g, 'é'), 'latin1')),
  'another encoding told': onText((text, random) => {
    const told = random.pick(['UTF-16', 'ISO-8859-1', 'windows-1252', 'EBCDIC', 'UTF-7', 'x-nobody']);
    return /encoding=/.test(text)
      ? text.replace(/encoding=["'][^"']*["']/, `encoding="${told}"`)
      : `<?xml version="1.0" encoding="${told}"?>${text.replace(/^<\?xml[^>]*>/, '')}`;
  }),
  'byte order mark': (bytes, random) =>
    new Uint8Array([
      ...random.pick([
        [0xef, 0xbb, 0xbf],
        [0xff, 0xfe],
        [0xfe, 0xff],
        [0xff, 0xfe, 0, 0],
      ]),
      ...bytes,
    ]),
  'twice over': (bytes) => new Uint8Array([...bytes, ...bytes]),
  'numbers grown': onText((text, random) => {
    const numbers = [...text.matchAll(/\d+/g)];
    const chosen = numbers[random.below(numbers.length)];
    if (chosen?.index === undefined) return text;
    const grown = random.pick(['9'.repeat(400), '-1', '1e309', '00', 'NaN', '٣', '0x1', '']);
    return text.slice(0, chosen.index) + grown + text.slice(chosen.index + chosen[0].length);
  }),
} satisfies Record<string, Mutation>;
export type MutationName = keyof typeof mutations;
