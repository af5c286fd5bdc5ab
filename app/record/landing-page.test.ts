import jsonld from 'jsonld';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { formats, writersOf } from '#catalogue/formats';
import { mooringDocument, salinityDocument } from '../testing/documents.ts';
import { elementsOf, jsonLdOf, metaOf, parseLinkHeader } from '../testing/page.ts';
import { openTestPortal, publicUrl, readDocument, type TestPortal } from '../testing/portal.ts';

let portal: TestPortal;
let id: string;
let page: string;
let html: string;
let response: Response;
let metadata: Record<string, unknown>;

beforeAll(async () => {
  portal = await openTestPortal();
  [id = ''] = await portal.commit(await readDocument('schema.org', salinityDocument(), 'iroise-1'));
  page = `${publicUrl}/records/${id}`;
  response = await portal.fetch(`/records/${id}?lang=en`);
  html = await response.text();
  metadata = JSON.parse(jsonLdOf(html)[0] ?? '{}');
});
afterAll(() => portal.close());

const links = (relation: string) =>
  parseLinkHeader(response.headers.get('link') ?? '').filter(({ rel }) => rel === relation);

test('the page answers without a fault', () => {
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(portal.reported).toEqual([]);
});

describe('what a person reads without JavaScript', () => {
  it.each([
    ['title', 'Salinity of the Iroise Sea, 2001 to 2019'],
    ['abstract', 'Salinity and temperature from CTD casts at 14 stations'],
    ['people', 'Le Goff'],
    ['variables', 'Practical salinity'],
    ['units', 'PSU'],
    ['licence', 'Creative Commons Attribution 4.0'],
    ['place', 'Iroise Sea'],
    ['time', '15 January 2001'],
    ['size of a file', '3.2\u00a0MB'],
    ['source', 'Example data centre'],
    ['funding', 'Agence nationale de la recherche'],
  ])('%s', (_, words) => {
    const [main] = elementsOf(html).filter(({ tag }) => tag === 'main');
    expect(main?.text).toContain(words);
  });
  it('a map of the area, drawn by the server', () => {
    const drawing = elementsOf(html).find(
      ({ tag, attributes }) => tag === 'rect' && attributes['class'] === 'chart-extent',
    );
    expect(Number(drawing?.attributes['x'])).toBeCloseTo(-5.6);
    expect(Number(drawing?.attributes['width'])).toBeCloseTo(1.1);
  });
  it('in French too', async () => {
    const french = await (await portal.fetch(`/records/${id}?lang=fr`)).text();
    expect(french).toContain('<html lang="fr"');
    expect(french).toContain('Obtenir les données');
    expect(french).toContain('<h1 class="mt-2');
    expect(french).toMatch(/<h1[^>]*lang="en"/);
  });
  it('no e-mail address that a simple harvester of addresses would find', () => {
    const shown = html.replace(/<script type="application\/ld\+json">.*?<\/script>/s, '');
    expect(shown).not.toContain('ada.roux@example.org');
    expect(elementsOf(html).find(({ tag }) => tag === 'main')?.text).toContain('ada.roux [at] example.org');
  });
});

describe('embedded metadata (science-on-schema.org)', () => {
  it('stands in exactly one JSON-LD block', () => {
    expect(jsonLdOf(html)).toHaveLength(1);
    expect(metadata['@type']).toBe('Dataset');
  });
  it('can be expanded without network access', async () => {
    const expanded = await jsonld.expand(metadata, {
      documentLoader: async (url) => {
        throw new Error(`asked for ${url}`);
      },
    });
    expect(expanded[0]?.['https://schema.org/name']).toBeDefined();
  });
  it.each([
    ['name', 'Salinity of the Iroise Sea, 2001 to 2019'],
    ['url', () => page],
    ['description', expect.stringMatching(/^[\s\S]{50,5000}$/)],
    ['identifier', expect.objectContaining({ '@type': 'PropertyValue', value: 'doi:10.17882/99901' })],
    ['datePublished', '2020-03-05'],
    ['dateModified', expect.stringMatching(/^2021-06-01/)],
    ['license', expect.stringContaining('creativecommons.org/licenses/by/4.0')],
    ['conditionsOfAccess', 'http://purl.org/coar/access_right/c_abf2'],
    ['isAccessibleForFree', true],
    ['version', '2.1'],
    ['temporalCoverage', '2001-01-15/2019-12-20'],
    ['includedInDataCatalog', expect.objectContaining({ '@type': 'DataCatalog', name: 'Halocline' })],
  ])('tells %s', (key, expected) => {
    const wanted = typeof expected === 'function' ? expected() : expected;
    expect([metadata[key]].flat()).toContainEqual(wanted);
  });
  it('names creators by their ORCID', () => {
    const creators = JSON.stringify(metadata['creator']);
    expect(creators).toContain('"@id":"https://orcid.org/0000-0002-1825-0097"');
    expect(creators).toContain('"@id":"https://orcid.org/0000-0001-5109-3700"');
  });
  it('gives the box as south west north east', () => {
    expect(JSON.stringify(metadata['spatialCoverage'])).toContain('47.8 -5.6 48.7 -4.5');
  });
  it('names variables by their vocabulary, with units', () => {
    const variables = JSON.stringify(metadata['variableMeasured']);
    expect(variables).toContain('http://vocab.nerc.ac.uk/collection/P01/current/PSLTZZ01/');
    expect(variables).toContain('PSU');
  });
  it('tells keywords as terms of a set', () => {
    expect(JSON.stringify(metadata['keywords'])).toMatch(/DefinedTerm.*P02/);
  });
  it('tells files with media type and size', () => {
    const files = JSON.stringify(metadata['distribution']);
    expect(files).toContain('application/x-netcdf');
    expect(files).toContain('3200000');
  });
  it('tells the grant', () => {
    expect(JSON.stringify(metadata['funding'])).toContain('ANR-10-0001');
  });
  it('tells each metadata format at its address', () => {
    for (const { suffix } of writtenFormats().filter(({ name }) => name !== 'schema.org'))
      expect(JSON.stringify(metadata['subjectOf'])).toContain(`${page}.${suffix}`);
  });
  it('cannot break out of its block', async () => {
    const title = 'A </script><script>alert(1)</script><!-- title';
    const [hostile] = await portal.commit(
      await readDocument('schema.org', salinityDocument(title), 'hostile'),
    );
    const answer = await (await portal.fetch(`/records/${hostile}`)).text();
    expect(answer).not.toContain('<script>alert(1)');
    expect(jsonLdOf(answer).map((text) => JSON.parse(text).name)).toEqual([title]);
  });
});

function writtenFormats() {
  return writersOf(formats);
}

describe('metadata in the head, for what reads no JSON-LD', () => {
  it.each([
    ['DC.title', ['Salinity of the Iroise Sea, 2001 to 2019']],
    ['DC.creator', ['Ada Roux', 'Yann Le Goff']],
    ['DC.publisher', ['Ifremer']],
    ['DC.date', ['2020-03-05']],
    ['DC.type', ['Dataset']],
    ['DC.rights', ['https://creativecommons.org/licenses/by/4.0/']],
    ['og:title', ['Salinity of the Iroise Sea, 2001 to 2019']],
    ['og:type', ['article']],
  ])('%s', (name, expected) => expect(metaOf(html, name)).toEqual(expected));
  it('DC.identifier is the DOI and the page', () => {
    expect(metaOf(html, 'DC.identifier')).toEqual(['https://doi.org/10.17882/99901', page]);
  });
  it('og:url and the canonical link are the address without a language', () => {
    expect(metaOf(html, 'og:url')).toEqual([page]);
    expect(headLinks('canonical')).toEqual([page]);
  });
  it('the same typed links as in the header', () => {
    for (const relation of ['describedby', 'cite-as', 'license', 'item', 'type', 'author', 'linkset']) {
      const inHeader = links(relation).map(({ href }) => decodeURI(href));
      const inHead = headLinks(relation).map((href) => decodeURI(href));
      expect(inHead.map((href) => href.replaceAll(',', '%2C').replaceAll(';', '%3B'))).toEqual(inHeader);
      expect(inHead.length).toBeGreaterThan(0);
    }
  });
});

function headLinks(relation: string): string[] {
  return elementsOf(html)
    .filter(({ tag, attributes }) => tag === 'link' && attributes['rel'] === relation)
    .map(({ attributes }) => attributes['href'] ?? '');
}

describe('Signposting in the header of the page', () => {
  it('is one comma-joined line', () => {
    expect([...response.headers].filter(([name]) => name === 'link')).toHaveLength(1);
  });
  it('cite-as: the DOI', () => {
    expect(links('cite-as')).toEqual([{ rel: 'cite-as', href: 'https://doi.org/10.17882/99901' }]);
  });
  it('describedby: each metadata format, with type and profile', () => {
    expect(
      links('describedby')
        .map(({ href }) => href)
        .sort(),
    ).toEqual(
      writtenFormats()
        .map(({ suffix }) => `${page}.${suffix}`)
        .sort(),
    );
    for (const link of links('describedby')) {
      expect(link['type']).toMatch(/^(application\/([\w.-]+\+)?(xml|json)|text\/turtle)$/);
      expect(link['profile']).toMatch(/^https?:\/\//);
    }
  });
  it('type: the page and the resource', () => {
    expect(links('type').map(({ href }) => href)).toEqual([
      'https://schema.org/AboutPage',
      'https://schema.org/Dataset',
    ]);
  });
  it('author: each ORCID', () => {
    expect(links('author').map(({ href }) => href)).toEqual([
      'https://orcid.org/0000-0002-1825-0097',
      'https://orcid.org/0000-0001-5109-3700',
    ]);
  });
  it('license: one, as an address', () => {
    expect(links('license').map(({ href }) => href)).toEqual([
      'https://creativecommons.org/licenses/by/4.0/',
    ]);
  });
  it('item: each file with its type; commas and semicolons encoded', () => {
    expect(links('item')).toEqual([
      {
        rel: 'item',
        href: 'https://www.example.org/files/iroise%2C2019%3Bv2.nc',
        type: 'application/x-netcdf',
      },
      { rel: 'item', href: 'https://www.example.org/files/means.csv', type: 'text/csv' },
    ]);
  });
  it('linkset', () => {
    expect(links('linkset')).toEqual([
      { rel: 'linkset', href: `${page}/linkset`, type: 'application/linkset+json' },
    ]);
  });
});

describe('a record with flaws, in French', () => {
  let mooring: string;
  beforeAll(async () => {
    [mooring = ''] = await portal.commit(await readDocument('iso19139', mooringDocument, 'mooring-1'));
  });
  const main = async (language: string) => {
    const answer = await (await portal.fetch(`/records/${mooring}?lang=${language}`)).text();
    return { answer, text: elementsOf(answer).find(({ tag }) => tag === 'main')?.text ?? '' };
  };

  it('lets nothing of its abstract run', async () => {
    const { answer, text } = await main('fr');
    expect(text).toContain('Courants et turbidité');
    expect(elementsOf(answer).some(({ attributes }) => /javascript:/i.test(attributes['href'] ?? ''))).toBe(
      false,
    );
    expect(answer).not.toContain('<script>alert');
  });
  it('follows the language of the reader, and says where a text is in another', async () => {
    const { answer, text } = await main('en');
    expect(text).toContain('Mooring in the bay of Douarnenez');
    expect(text).toContain('Also in French');
    expect(answer).toMatch(/class="prose[^"]*" lang="fr"/);
  });
  it('leads to its parent in the catalogue', async () => {
    const { answer } = await main('en');
    expect(answer).toContain(`href="/records/${id}"`);
  });
  it('shows what was found amiss, with a remedy', async () => {
    const { text } = await main('en');
    expect(text).toContain('problems found');
    expect(text).toContain('2010-02-30');
    expect(text).toContain('Remedy');
  });
  it('draws the depths', async () => {
    const { answer } = await main('en');
    expect(answer).toContain('aria-label="Depths covered: 0 – 25 m"');
  });
});
