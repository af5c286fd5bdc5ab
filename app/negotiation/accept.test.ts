import { expect, test } from 'vitest';
import { preferredOffer } from './accept.ts';

const dublinCore = 'http://www.openarchives.org/OAI/2.0/oai_dc/';
const offers = [
  { type: 'text/html', name: 'page' },
  { type: 'application/ld+json', profile: 'https://schema.org/', name: 'schema.org' },
  { type: 'application/xml', profile: 'http://www.isotc211.org/2005/gmd', name: 'iso' },
  { type: 'application/xml', profile: dublinCore, name: 'dc' },
];

test.each([
  [null, 'page'],
  ['', 'page'],
  ['*/*', 'page'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'page'],
  ['application/ld+json', 'schema.org'],
  ['APPLICATION/XML, text/html;q=0.5', 'iso'],
  ['text/html;q=0.1, application/*;q=0.4', 'schema.org'],
  ['*/*, text/html;q=0', 'schema.org'],
  [`application/xml;profile="${dublinCore}"`, 'dc'],
  [`application/xml;q=0.4;profile=${dublinCore}, application/xml;q=0.2`, 'dc'],
  [`application/xml;profile="${dublinCore}";q=0, application/xml`, 'iso'],
  ['application/xml;profile="https://example.org/a,b;c"', undefined],
  ['text/turtle', undefined],
  ['text/html;q=nonsense', undefined],
  ['rubbish', undefined],
])('Accept: %s', (header, expected) => expect(preferredOffer(header, offers)?.name).toBe(expected));
