import { describe, expect, test } from 'vitest';
import { parseXml } from '../xml/index.ts';
import { lineOfPointer, linesOfJson } from './json-lines.ts';
import { lineOfXPath, linesOfParts } from './xml-lines.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const root = (text: string) => {
  const parsed = parseXml(bytes(text)).root;
  if (!parsed) throw new Error('not well-formed');
  return parsed;
};

describe('the line of an XPath', () => {
  const record = root('<m:a xmlns:m="urn:m">\n<m:b>\n<m:C>\n<m:d/></m:C></m:b></m:a>');
  test.each([
    ['/x:a/x:b/*/x:d', 4],
    ['/x:a/x:b/x:C/x:missing/x:d', 3],
    ['/x:a/x:b[1]/@id', 2],
    ['/x:a', 1],
    ['/x:a/x:nowhere', 1],
  ])('%s is %i', (xpath, line) => expect(lineOfXPath(record, xpath)).toBe(line));
});

describe('the lines of records cut out of an answer', () => {
  test('are those of the answer, also where tags were written on fewer lines', () => {
    const answer = root(
      '<list>\n<r xmlns="urn:r"\n   id="1">\n<t>one</t></r>\n<gone/>\n<r xmlns="urn:r">\n<t\n>two</t><u/>\n</r></list>',
    );
    const parts = [
      '<r xmlns="urn:r" id="1">\n<t>one</t></r>',
      '',
      '<r xmlns="urn:r">\n<t>two</t><u/>\n</r>',
      '<s/>',
    ].map((text) => ({ bytes: bytes(text) }));
    const [first, deleted, second, other] = linesOfParts(answer, parts);
    expect([first?.first, first?.lineOf(2)]).toEqual([2, 4]);
    expect([deleted, other]).toEqual([undefined, undefined]);
    expect([second?.first, second?.lineOf(2), second?.lineOf(9)]).toEqual([6, 7, undefined]);
  });
});

describe('the lines of JSON', () => {
  const lines = linesOfJson(
    bytes('{\n "a": [1,\n  {"b/c": "x\\"y,}",\n   "d": null}],\n "e~": {}, "f":\n true}'),
  );
  test.each([
    ['/', 1],
    ['/a', 2],
    ['/a/0', 2],
    ['/a/1', 3],
    ['/a/1/b~1c', 3],
    ['/a/1/d', 4],
    ['/e~0', 5],
    ['/f', 6],
    ['/a/1/missing/deeper', 3],
    ['/g', 1],
  ])('%s is %i', (pointer, line) => expect(lineOfPointer(lines, pointer)).toBe(line));
});
