import { afterEach, describe, expect, it } from 'vitest';
import { cswPage, isoDocument, openTestHarvest, startCsw } from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

/** An ISO document with a box one degree wide whose west is its number. */
function placed(number: number): string {
  const identifier = `at-${String(number).padStart(3, '0')}`;
  const side = (name: string, degrees: number) =>
    `<gmd:${name}><gco:Decimal>${degrees}</gco:Decimal></gmd:${name}>`;
  const box = `<gmd:extent><gmd:EX_Extent><gmd:geographicElement><gmd:EX_GeographicBoundingBox>${side('westBoundLongitude', number)}${side('eastBoundLongitude', number + 1)}${side('southBoundLatitude', 45)}${side('northBoundLatitude', 46)}</gmd:EX_GeographicBoundingBox></gmd:geographicElement></gmd:EX_Extent></gmd:extent>`;
  return isoDocument({ identifier, title: `At ${number}` }).replace(
    '</gmd:MD_DataIdentification>',
    `${box}</gmd:MD_DataIdentification>`,
  );
}

type Kind = 'understands areas' | 'pays no heed to them' | 'refuses to be asked for them';

/** A CSW with a record at each of these degrees east. */
async function open(
  kind: Kind,
  numbers: () => number[],
  policy = { mostGone: 1, mostChanged: 1, graceDays: 30 },
) {
  const server = await startCsw(({ start, size, text }) => {
    if (kind === 'refuses to be asked for them' && /BBOX/.test(text))
      return '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows"><ows:Exception exceptionCode="NoApplicableCode"/></ows:ExceptionReport>';
    const corners = /lowerCorner>(\S+) \S+<\/gml:lowerCorner><gml:upperCorner>(\S+) /.exec(text);
    const [west, east] = corners && kind === 'understands areas' ? corners.slice(1).map(Number) : [];
    const all = numbers().filter((number) => number <= (east ?? 180) && number + 1 >= (west ?? 0));
    return cswPage(all.slice(start - 1, start - 1 + size).map(placed), { matched: all.length, next: 0 });
  });
  const harvest = openTestHarvest();
  closing.push(server, harvest);
  const source = { protocol: 'csw', url: `${server.url}/csw`, policy } as const;
  await harvest.source(source);
  return {
    harvest,
    server,
    want: (options: Record<string, string>) => harvest.source({ ...source, options }),
  };
}

const upTo = (count: number) => Array.from({ length: count }, (_, number) => number);
const bbox = '10,40,19.5,50';

describe.each(['understands areas', 'pays no heed to them', 'refuses to be asked for them'] as const)(
  'of a source that %s',
  (kind) => {
    it('the records of an area are taken, and what changes with the area is said', async () => {
      let numbers = upTo(40);
      const { harvest, server, want } = await open(kind, () => numbers);
      const { harvester } = harvest;
      expect((await harvester.harvest('test')).counts).toMatchObject({ created: 40 });

      await want({ bbox });
      const dry = await harvester.harvest('test', { dryRun: true });
      expect(dry.counts).toMatchObject({ created: 0, updated: 0, unchanged: 11, withdrawn: 29 });
      expect(await harvest.problems(dry)).toMatchObject([
        {
          code: 'selection-changed',
          severity: 'info',
          message: expect.stringMatching(/\(bbox\).* 29 records are withdrawn/),
        },
      ]);
      const [first] = await harvest.stores.runs.staged(dry.id, 0, 1);
      expect(first).toMatchObject({
        kind: 'withdraw',
        reason: 'Outside of the area that is wanted of the source (bbox).',
      });

      // Nothing is missing by mistake, so there is no grace.
      const run = await harvester.harvest('test');
      expect(run.counts).toMatchObject({ unchanged: 11, withdrawn: 29 });
      expect(await harvest.live()).toEqual(
        numbers.slice(9, 20).map((number) => `at-0${number}`.replace('at-09', 'at-009')),
      );
      expect(server.requests.some(({ body }) => body.includes('BBOX'))).toBe(true);

      numbers = numbers.filter((number) => number !== 15);
      const same = await harvester.harvest('test');
      expect(same.counts).toMatchObject({ unchanged: 10, withdrawn: 0 });
      expect((await harvest.problems(same)).map(({ code }) => code)).toEqual(['withdrawal-in-grace']);

      await want({});
      const all = await harvester.harvest('test');
      expect(all.counts).toMatchObject({ created: 0, updated: 29, unchanged: 10, withdrawn: 0 });
      expect((await harvest.live()).length).toBe(40);
    });
  },
);

it('a run that is held tells that what is wanted was changed', async () => {
  const { harvest, want } = await open('understands areas', () => upTo(40), {
    mostGone: 0.1,
    mostChanged: 1,
    graceDays: 0,
  });
  await harvest.harvester.harvest('test');
  await want({ bbox });
  expect(await harvest.harvester.harvest('test')).toMatchObject({
    state: 'held',
    message:
      '29 of 40 records would be withdrawn at once. Nothing was stored; check the source, then confirm. What is wanted of the source was changed since the last harvest (bbox).',
  });
});

it('what is wanted and not understood ends the run by the name of the option', async () => {
  const { harvest, want } = await open('understands areas', () => upTo(2));
  await want({ bbox: '10,20' });
  expect(await harvest.harvester.harvest('test')).toMatchObject({
    state: 'failed',
    message: expect.stringMatching(/^bbox: must be/),
  });
});

it('with another filter of its own, a source is not said to have lost records', async () => {
  const { harvest, want } = await open('understands areas', () => numbers);
  let numbers = upTo(4);
  await harvest.harvester.harvest('test');
  numbers = [1];
  await want({ filter: "dc:title like '%1%'" });
  const run = await harvest.harvester.harvest('test', { dryRun: true });
  const [first] = await harvest.stores.runs.staged(run.id, 0, 1);
  expect(first).toMatchObject({
    reason: 'Not found any more after what is wanted of the source was changed (filter).',
  });
});
