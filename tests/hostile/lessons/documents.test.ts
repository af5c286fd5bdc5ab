import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarvestRun, RunProblem } from '#harvesters';
import type { StoredRecord } from '#ledger';
import {
  isoDocument,
  oaiEnvelope,
  oaiFormats,
  oaiIdentify,
  openTestHarvest,
  type TestHarvest,
} from '../../../harvesters/testing/index.ts';
import { type LocalServer, startLocalServer } from '../../../runtime/fetching/testing/index.ts';

/** The last line of the lessons: what documents really hold. All of these stand in one page, and each costs only itself. */
const sample = (identifier: string) => isoDocument({ identifier, title: `About ${identifier}` });
const box = (west: string, east: string, south: string, north: string) => {
  const bound = (name: string, value: string) =>
    `<gmd:${name}><gco:Decimal>${value}</gco:Decimal></gmd:${name}>`;
  return `<gmd:extent><gmd:EX_Extent><gmd:geographicElement><gmd:EX_GeographicBoundingBox>${bound('westBoundLongitude', west)}${bound('eastBoundLongitude', east)}${bound('southBoundLatitude', south)}${bound('northBoundLatitude', north)}</gmd:EX_GeographicBoundingBox></gmd:geographicElement></gmd:EX_Extent></gmd:extent>`;
};
const withBox = (identifier: string, ...bounds: Parameters<typeof box>) =>
  sample(identifier).replace('</gmd:MD_DataIdentification>', `${box(...bounds)}</gmd:MD_DataIdentification>`);
const withDate = (identifier: string, date: string) => sample(identifier).replace('2020-05-01', date);
const withAbstract = (identifier: string, abstract: string) =>
  sample(identifier).replace(`Measurements: About ${identifier}.`, abstract);

type Case = {
  lesson: string;
  document: (identifier: string) => string | Buffer;
  /** Codes of the problems that the record has. */
  codes: string[];
  /** What the public record then says. */
  says: (stored: StoredRecord) => unknown;
  expected: unknown;
};
const dates = ({ record }: StoredRecord) => record.resource.dates.map(({ date }) => date);
const boxes = ({ record }: StoredRecord) =>
  record.resource.spatialExtents.flatMap((extent) => ('box' in extent ? [extent.box] : []));
const abstract = ({ record }: StoredRecord) => Object.values(record.resource.abstracts)[0];

const cases: Record<string, Case> = {
  'no-such-day': {
    lesson: 'the date 2010-02-30 is no date',
    document: (identifier) => withDate(identifier, '2010-02-30'),
    codes: ['date-impossible', 'date-missing'],
    says: dates,
    expected: [],
  },
  zone: {
    lesson: 'the date 2009-06-12ZZ',
    document: (identifier) => withDate(identifier, '2009-06-12ZZ'),
    codes: ['date-format'],
    says: dates,
    expected: ['2009-06-12'],
  },
  unknown: {
    lesson: 'the date "unknown"',
    document: (identifier) => withDate(identifier, 'unknown'),
    codes: ['date-unreadable', 'date-missing'],
    says: dates,
    expected: [],
  },
  empty: {
    lesson: 'an empty date',
    document: (identifier) => withDate(identifier, ''),
    codes: ['date-empty', 'date-missing'],
    says: dates,
    expected: [],
  },
  comma: {
    lesson: 'decimals with commas',
    document: (identifier) => withBox(identifier, '-10,5', '0,5', '40,25', '50,75'),
    codes: Array.from({ length: 4 }, () => 'number-with-comma'),
    says: boxes,
    expected: [{ west: -10.5, east: 0.5, south: 40.25, north: 50.75 }],
  },
  exchanged: {
    lesson: 'west and east exchanged',
    document: (identifier) => withBox(identifier, '10', '-10', '40', '50'),
    codes: ['box-west-east'],
    says: boxes,
    expected: [],
  },
  ninetyfive: {
    lesson: 'latitude 95',
    document: (identifier) => withBox(identifier, '-10', '0', '40', '95'),
    codes: ['box-latitude'],
    says: boxes,
    expected: [],
  },
  antimeridian: {
    lesson: 'a box across the antimeridian',
    document: (identifier) => withBox(identifier, '170', '-170', '-20', '0'),
    codes: ['box-west-east'],
    says: boxes,
    expected: [{ west: 170, east: -170, south: -20, north: 0 }],
  },
  latin: {
    lesson: 'Latin-1 that is sent as UTF-8',
    document: (identifier) => Buffer.from(withAbstract(identifier, 'Température de la mer'), 'latin1'),
    codes: ['encoding-wrong'],
    says: abstract,
    expected: 'Température de la mer',
  },
  html: {
    lesson: 'HTML in the abstract',
    document: (identifier) => withAbstract(identifier, '&lt;p&gt;Sea &lt;b&gt;level&lt;/b&gt;&lt;/p&gt;'),
    codes: ['html-in-text'],
    says: abstract,
    expected: '<p>Sea <b>level</b></p>',
  },
  several: {
    lesson: 'several fileIdentifiers',
    document: (identifier) =>
      sample(identifier).replace(
        '<gmd:language>',
        '<gmd:fileIdentifier><gco:CharacterString>another</gco:CharacterString></gmd:fileIdentifier><gmd:language>',
      ),
    codes: ['element-repeated'],
    says: ({ record }) => record.metadataIdentifier,
    expected: 'several',
  },
  credentials: {
    lesson: 'credentials in addresses',
    document: (identifier) =>
      withAbstract(identifier, 'See https://me:hunter2@data.example.org/a?token=s3cret'),
    codes: [],
    says: abstract,
    expected: 'See https://***@data.example.org/a?token=***',
  },
};

describe('documents of one page, which begins with a byte order mark, each keep their own misfortune:', () => {
  let server: LocalServer;
  let harvest: TestHarvest;
  let run: HarvestRun;
  let problems: RunProblem[];

  beforeAll(async () => {
    const record = (name: string, document: Buffer | string) => [
      Buffer.from(
        `<record><header><identifier>${name}</identifier><datestamp>2024-01-01T00:00:00Z</datestamp></header><metadata>`,
      ),
      Buffer.from(document),
      Buffer.from('</metadata></record>'),
    ];
    const [head = '', tail = ''] = oaiEnvelope('<ListRecords>|</ListRecords>').split('|');
    const page = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from(head),
      ...Object.entries(cases).flatMap(([name, { document }]) => record(name, document(name))),
      Buffer.from(tail),
    ]);
    server = await startLocalServer((request, response) => {
      const path = request.url ?? '';
      if (path.includes('Identify')) response.end(oaiEnvelope(oaiIdentify('no')));
      else response.end(path.includes('ListMetadataFormats') ? oaiEnvelope(oaiFormats) : page);
    });
    harvest = openTestHarvest();
    await harvest.source({ protocol: 'oai-pmh', url: server.url });
    run = await harvest.harvester.harvest('test');
    problems = await harvest.problems(run);
  });
  afterAll(async () => {
    await harvest.close();
    await server.close();
  });

  it('all are stored', () => {
    const all = Object.keys(cases).length;
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: all, refused: 0 } });
  });

  it.each(Object.entries(cases).map(([name, { lesson, ...given }]) => [lesson, name, given] as const))(
    '%s',
    async (_lesson, name, { codes, says, expected }) => {
      const held = await harvest.stores.records.findByUpstreamIdentifier('test', name);
      expect(held?.problems.map(({ code }) => code)).toEqual(codes);
      const shown = await harvest.stores.records.get(held?.id ?? '', 'public');
      expect(shown && says(shown)).toEqual(expected);
      // What is no mere note is told in the run, with everything that whoever mends it needs.
      const told = problems.filter(({ identifier }) => identifier === name);
      expect(told.length).toBe(held?.problems.filter(({ severity }) => severity !== 'info').length);
      for (const problem of told) {
        expect(problem).toMatchObject({ line: expect.any(Number), recordId: held?.id });
        expect(problem.path).toMatch(/^\//);
        expect(problem.hint.length).toBeGreaterThan(10);
      }
    },
  );
});

it('files with a byte order mark are read, those with a DOCTYPE refused, without harm to others', async () => {
  const files: Record<string, Buffer> = {
    'doctype.xml': Buffer.from(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sample('doctype')}`),
    'marked.xml': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(sample('marked'))]),
    'wide.xml': Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${sample('wide')}`, 'utf16le'),
  };
  const server = await startLocalServer((request, response) => {
    const file = files[(request.url ?? '').slice(1)];
    response.writeHead(200, { 'content-type': file ? 'application/xml' : 'text/html' });
    response.end(
      file ??
        Object.keys(files)
          .map((name) => `<a href="${name}">${name}</a>`)
          .join(' '),
    );
  });
  const harvest = openTestHarvest();
  await harvest.source({ protocol: 'folder', url: server.url });
  const run = await harvest.harvester.harvest('test');
  expect(run).toMatchObject({ state: 'succeeded', counts: { created: 2, refused: 1 } });
  expect(await harvest.live()).toEqual(['marked', 'wide']);
  expect(await harvest.problems(run)).toMatchObject([
    { code: 'doctype-refused', identifier: 'doctype.xml', severity: 'error' },
  ]);
  await harvest.close();
  await server.close();
});
