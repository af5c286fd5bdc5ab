import { afterEach, expect, it } from 'vitest';
import { startLocalServer } from '#runtime/fetching/testing';
import { dcatCatalogue, openTestHarvest, sampleRecords, sendHtml } from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

it.each([
  ['a page that names its RDF', '<link rel="stylesheet alternate" type="text/TURTLE" href="data.ttl">', 3],
  [
    'a page that names one in another place, and the feed of its news',
    '<link rel=alternate type="application/rss+xml" href="/feed"><link rel="alternate" type="application/ld+json" href="/gone"><link rel="alternate" type="text/turtle" href="/cat/data.ttl">',
    3,
  ],
])('%s stands for that', async (_name, head, count) => {
  const server = await startLocalServer((request, response) => {
    if (request.url === '/cat/page')
      return sendHtml(response, `<html><head>${head}</head><body>Hi</body></html>`);
    if (request.url !== '/cat/data.ttl') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/turtle' });
    response.end(dcatCatalogue(sampleRecords(3)));
  });
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'dcat', url: `${server.url}/cat/page` });
  expect((await harvest.harvester.harvest('test')).counts).toMatchObject({ created: count, problems: 0 });
  expect(server.requests[0]?.headers.accept).toMatch(/^text\/turtle, /);
});

it('a page that names none, or only itself, ends the run in words', async () => {
  const server = await startLocalServer((request, response) => {
    const link = request.url === '/loop' ? '<link rel="alternate" type="text/turtle" href="/loop">' : '';
    sendHtml(response, `<html><head>${link}</head><body>Hi</body></html>`);
  });
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  for (const path of ['/none', '/loop']) {
    await harvest.source({ protocol: 'dcat', url: server.url + path });
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'failed', message: expect.stringMatching(/gives no DCAT/) });
  }
});
