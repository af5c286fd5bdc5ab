import { expect, test } from 'vitest';
import { withOwnIds } from './own-ids.ts';

test('ids and what refers to them get the id of the record', () => {
  const text =
    '<a><l id="locale-fr"/><t locale="#locale-fr">id="x" &lt;b id="y"&gt; #locale-fr</t><p gml:id="id1" frame="#ISO-8601"/><q xlink:href="#id1"/></a>';
  expect(withOwnIds(text, '7x_k')).toBe(
    '<a><l id="locale-fr-7x_k"/><t locale="#locale-fr-7x_k">id="x" &lt;b id="y"&gt; #locale-fr</t><p gml:id="id1-7x_k" frame="#ISO-8601"/><q xlink:href="#id1-7x_k"/></a>',
  );
});

test('other attributes and documents without ids stay as they are', () => {
  const text = '<a uuid="1" grid="2" data-id="3"><b href="#top"/></a>';
  expect(withOwnIds(text, 'r')).toBe(text);
});
