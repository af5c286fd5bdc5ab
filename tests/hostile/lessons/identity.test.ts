import { afterEach, expect, it } from 'vitest';
import { createIdentity } from '#ledger/identity';
import {
  cswPage,
  isoDocument,
  openTestHarvest,
  startCsw,
  startOai,
} from '../../../harvesters/testing/index.ts';

/** What went wrong with names: copies. More of it stands in harvesters/engine/renames.test.ts and catalogue/identity. */
const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

const topics = [
  'Tides',
  'Seals',
  'Plankton',
  'Corals',
  'Currents',
  'Swell',
  'Oxygen',
  'Moorings',
  'Eels',
  'Ice',
];
/** A record with a DOI, whatever the source calls it. */
const described = (topic: string, identifier: string) =>
  isoDocument({
    identifier,
    title: `${topic} of the Gulf of Gascogne, survey of ${topic.toLowerCase()}`,
  }).replace(
    '</gmd:CI_Citation>',
    `<gmd:identifier><gmd:MD_Identifier><gmd:code><gco:CharacterString>https://doi.org/10.5072/${topic}</gco:CharacterString></gmd:code></gmd:MD_Identifier></gmd:identifier></gmd:CI_Citation>`,
  );

it('a source that calls all its records otherwise every time shows no second copy of one, however often', async () => {
  let round = 0;
  const server = await startCsw(() =>
    cswPage(
      topics.map((topic) => described(topic, `${topic}-${round}`)),
      { matched: topics.length, next: 0 },
    ),
  );
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  await harvest.source({ protocol: 'csw', url: `${server.url}/csw` });
  const ids = async () =>
    (await harvest.stores.writer.listLive('test', '', 100)).map(({ recordId }) => recordId).sort();
  await harvest.harvester.harvest('test');
  const first = await ids();
  expect(first.length).toBe(10);
  for (round = 1; round <= 5; round += 1) {
    await createIdentity(harvest.stores.identity, harvest.stores.records).catchUp();
    const run = await harvest.harvester.harvest('test');
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 0, renamed: 10, withdrawn: 0 } });
    expect(await ids()).toEqual(first);
  }
});

it('the same resources from two sources are said to be in both, each once', async () => {
  const record = (topic: string) =>
    `<record><header><identifier>oai:x:${topic}</identifier><datestamp>2024-01-01T00:00:00Z</datestamp></header><metadata>${described(topic, `urn:${topic}`)}</metadata></record>`;
  const producer = await startOai(() => `<ListRecords>${topics.map(record).join('')}</ListRecords>`);
  const copies = topics.slice(4).map((topic) => described(topic, `copy-${topic}`));
  const portal = await startCsw(() => cswPage(copies, { matched: copies.length, next: 0 }));
  const harvest = openTestHarvest();
  closing.push(producer, portal, harvest);
  await harvest.source({ id: 'producer', protocol: 'oai-pmh', url: producer.url });
  await harvest.source({ id: 'portal', protocol: 'csw', url: `${portal.url}/csw` });
  for (const id of ['producer', 'portal']) await harvest.harvester.harvest(id);
  await createIdentity(harvest.stores.identity, harvest.stores.records).catchUp();
  expect(await harvest.stores.identity.countClusters()).toEqual({ clusters: 6, records: 12 });
});
