import { expect, test } from 'vitest';
import { linkHeader } from './link-header.ts';

test('links are joined by commas in one header', () => {
  expect(
    linkHeader([
      { rel: 'cite-as', href: 'https://doi.org/10.17882/1' },
      { rel: 'describedby', href: 'https://c.org/records/a.xml', type: 'application/xml', profile: 'urn:x' },
    ]),
  ).toBe(
    '<https://doi.org/10.17882/1>; rel="cite-as", ' +
      '<https://c.org/records/a.xml>; rel="describedby"; type="application/xml"; profile="urn:x"',
  );
});

test('what could break the header apart is encoded', () => {
  expect(linkHeader([{ rel: 'item', href: 'https://c.org/a,b;c d/é?q="<1>"\r\nX: y' }])).toBe(
    '<https://c.org/a%2Cb%3Bc%20d/%C3%A9?q=%22%3C1%3E%22X:%20y>; rel="item"',
  );
  expect(linkHeader([{ rel: 'item', href: 'https://c.org/', type: 'a"; rel="evil\r\n' }])).toBe(
    '<https://c.org/>; rel="item"; type="a; rel=evil"',
  );
});

test('what is no address is left out', () => {
  expect(linkHeader([{ rel: 'item', href: '/data/ctd.nc' }])).toBe('');
});

test('the header stays within what servers accept', () => {
  const many = Array.from({ length: 500 }, (_, n) => ({ rel: 'item', href: `https://c.org/${n}` }));
  expect(linkHeader(many).length).toBeLessThanOrEqual(6000);
  expect(linkHeader(many).length).toBeGreaterThan(5000);
});
