import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#accounts';
import { salinityDocument } from '../testing/documents.ts';
import { elementsOf } from '../testing/page.ts';
import { openTestPortal, publicUrl, readDocument, type TestPortal } from '../testing/portal.ts';

let portal: TestPortal;
/** Records: two about the oceans, of two sources, and one about the climate. */
let ids: string[];
beforeAll(async () => {
  portal = await openTestPortal();
  const centre = await portal.stores.sources.get('centre');
  if (!centre) throw new Error('The source is not there.');
  await portal.stores.sources.save({ ...centre, id: 'ice', names: { en: 'Ice' }, themes: ['Sea ice'] });
  const record = async (
    name: string,
    topic: 'oceans' | 'climatologyMeteorologyAtmosphere',
    source: string,
  ) => {
    const document = await readDocument('schema.org', salinityDocument('Salinity'), name);
    document.record.resource.titles = { en: name };
    document.record.resource.topicCategories = [topic];
    document.record.resource.spatialExtents = [
      { box: { west: -6, south: 47, east: -4, north: 49 }, inclusive: true },
    ];
    return { ...document, sourceId: source };
  };
  ids = await portal.commit(
    await record('Waves of Brittany', 'oceans', 'centre'),
    await record('Floes', 'oceans', 'ice'),
    await record('Storms', 'climatologyMeteorologyAtmosphere', 'ice'),
  );
});
afterAll(() => portal.close());

const page = async (path: string) => {
  const response = await portal.fetch(path);
  const text = await response.text();
  return { status: response.status, text, elements: elementsOf(text) };
};
const curator = (theme: string): Actor => ({
  kind: 'person',
  id: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  sessionId: 's',
  grants: [{ role: 'curator', scope: { kind: 'theme', id: theme } }],
});
const words = {
  titles: { en: 'The open sea', fr: 'La haute mer' },
  descriptions: { en: 'Waves and <b>floes</b>.', fr: 'Vagues et glaces.' },
};

describe('a theme is a portal of its own', () => {
  it('has the words that people give it, in each language', async () => {
    await portal.services.themeDesk.change(curator('oceans'), 'oceans', words);
    const [english, french] = [await page('/themes/oceans?lang=en'), await page('/themes/oceans?lang=fr')];
    expect(english.text).toContain('<title>The open sea · Halocline</title>');
    expect(english.text).toContain('Waves and &lt;b&gt;floes&lt;/b&gt;.');
    expect(french.text).toContain('<title>La haute mer · Halocline</title>');
    const description = french.elements.find(({ attributes }) => attributes['name'] === 'description');
    expect(description?.attributes['content']).toBe('Vagues et glaces.');
    expect((await page('/themes?lang=fr')).text).toContain('La haute mer');
    // Texts in other languages stay, and an empty one gives way to the name.
    await portal.services.themeDesk.change(curator('oceans'), 'oceans', {
      ...words,
      titles: { en: '', fr: 'La haute mer' },
      descriptions: { en: '', fr: '' },
    });
    expect((await page('/themes/oceans?lang=fr')).text).toContain('<title>La haute mer · Halocline</title>');
    await portal.services.themeDesk.change(curator('oceans'), 'oceans', words);
  });

  it('lists its sources: those of its records and those that are meant for it', async () => {
    const links = (text: Awaited<ReturnType<typeof page>>) =>
      text.elements
        .map(({ attributes }) => attributes['href'] ?? '')
        .filter((href) => /^\/sources\/\w+$/.test(href));
    expect(new Set(links(await page('/themes/oceans')))).toEqual(
      new Set(['/sources/ice', '/sources/centre']),
    );
    // Nothing is indexed under the theme yet: the source stands there all the same, and the page says so.
    const empty = await page('/themes/sea-ice?lang=fr');
    expect(empty.status).toBe(200);
    expect(links(empty)).toEqual(['/sources/ice']);
    expect(empty.text).toContain('Pas encore de fiche.');
    expect((await page('/themes/nothing')).status).toBe(404);
  });

  it('searches within itself alone: results, facets, map and addresses', async () => {
    const all = await page('/themes/oceans/search?lang=en');
    expect(all.text).toContain('Waves of Brittany');
    expect(all.text).toContain('Floes');
    expect(all.text).not.toContain('Storms');
    const values = all.elements.filter(
      ({ tag, attributes }) => tag === 'input' && attributes['name'] === 'theme',
    );
    expect(values.map(({ attributes }) => attributes['value'])).not.toContain('oceans');
    expect(
      all.elements.find(({ attributes }) => attributes['id'] === 'search-form')?.attributes['action'],
    ).toBe('/themes/oceans/search');
    expect(all.text).toContain('The open sea');
    // Other values of the same facet narrow it, and never widen it.
    const both = await page('/themes/oceans/search?theme=climatologyMeteorologyAtmosphere&lang=en');
    expect(both.text).not.toContain('Storms');
    expect(both.elements.map(({ attributes }) => attributes['href'])).toContain('/themes/oceans/search');
    const narrowed = await page('/themes/oceans/search?source=ice&lang=en');
    expect(narrowed.text).not.toContain('Waves of Brittany');
    const folded = await portal.fetch('/themes/oceans/search?q=&west=1&south=2&east=3&north=4');
    expect([folded.status, folded.headers.get('location')]).toEqual([
      303,
      '/themes/oceans/search?bbox=1%2C2%2C3%2C4',
    ]);
    expect((await page('/themes/nothing/search')).status).toBe(404);
  });

  it('has a feed of its own', async () => {
    const entries = (text: string) =>
      [...text.matchAll(/<entry>.*?<id>([^<]*)<\/id>/gs)].map(([, id]) =>
        id?.replace(`${publicUrl}/records/`, ''),
      );
    const { text } = await page('/themes/oceans/feed.atom?lang=en');
    expect(text).toContain('<title>The open sea: changes of the records (Halocline)</title>');
    expect(entries(text)).toEqual([ids[1], ids[0]]);
    expect(text).toContain(`href="${publicUrl}/themes/oceans"`);
    // All of a source that is meant for it, also what is withdrawn.
    expect(entries((await page('/themes/sea-ice/feed.atom')).text)).toEqual([ids[2], ids[1]]);
    await portal.commit({ kind: 'withdraw', recordId: ids[2] ?? '', reason: 'Gone.' });
    expect(entries((await page('/themes/sea-ice/feed.atom')).text)).toEqual([ids[2], ids[1]]);
    expect((await page('/themes/oceans')).text).toContain('href="/themes/oceans/feed.atom"');
  });
});

describe('who gives a theme its words', () => {
  it('are its curators, and nobody else', async () => {
    const { themeDesk } = portal.services;
    const refusal = (actor: Actor) =>
      themeDesk.change(actor, 'oceans', words).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
    expect(await refusal(curator('sea-ice'))).toBe('forbidden');
    expect(await refusal({ kind: 'anonymous' })).toBe('unauthenticated');
    expect(await refusal(curator('oceans'))).toBe('done');
    expect(themeDesk.mayEdit(curator('sea-ice'), 'oceans')).toBe(false);
    const trail = await portal.stores.accounts.listAudit({ subject: 'theme:oceans', limit: 9 });
    expect(trail.map(({ action, actor }) => [action, actor])).toContainEqual(['theme.changed', 'ada']);
  });
});
