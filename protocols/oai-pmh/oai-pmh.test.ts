import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FormatName, formatOf } from '#catalogue/formats';
import { emptyRecord } from '#catalogue/model';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import { createOriginals } from '../originals/index.ts';
import { createOaiPmh } from './index.ts';
import {
  type Answer,
  all,
  baseUrl,
  errorCode,
  openRepository,
  sampleRecord,
  type TestRepository,
  texts,
} from './testing/repository.ts';

let repository: TestRepository;
let first: string;
let second: string;
let withdrawn: string;
const identifier = (id: string) => `oai:catalogue.example.org:${id}`;

beforeEach(async () => {
  repository = openRepository();
  first = await repository.put('a', sampleRecord('Temperature', { topicCategories: ['oceans', 'biota'] }));
  repository.wait(10);
  second = await repository.put('b', sampleRecord('Salinity', { type: 'series' }), 'somlit');
  repository.wait(10);
  withdrawn = await repository.put('c', sampleRecord('Currents', { topicCategories: ['oceans'] }));
  repository.wait(10);
  await repository.withdraw(withdrawn);
  repository.wait(10);
});
afterEach(() => repository.close());

/** Asks, and checks what must hold of every answer. */
async function ask(query: Record<string, string> | [string, string][]): Promise<Answer> {
  const answer = await repository.ask(query);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
  expect(answer.root.child('responseDate')?.text).toBe(repository.now());
  const request = answer.root.child('request');
  expect(request?.text).toBe(baseUrl);
  const echoed = Object.fromEntries(request?.attributes.map(({ name, value }) => [name, value]) ?? []);
  expect(echoed).toEqual(errorCode(answer) ? {} : Object.fromEntries(new URLSearchParams(query)));
  if (schemasFolder) expect(validateXml(answer.text, 'oai-pmh')).toEqual([]);
  return answer;
}

describe('Identify', () => {
  test('tells who we are', async () => {
    const { root } = await ask({ verb: 'Identify' });
    const told = (name: string) => texts(root, name);
    expect(told('repositoryName')).toEqual(['Catalogue <of> the sea']);
    expect(told('baseURL')).toEqual([baseUrl]);
    expect(told('protocolVersion')).toEqual(['2.0']);
    expect(told('adminEmail')).toEqual(['admin@catalogue.example.org']);
    expect(told('deletedRecord')).toEqual(['persistent']);
    expect(told('granularity')).toEqual(['YYYY-MM-DDThh:mm:ssZ']);
    expect(told('earliestDatestamp')).toEqual(['2026-03-01T12:00:00Z']);
    expect(told('compression')).toEqual(['gzip']);
    expect(told('repositoryIdentifier')).toEqual(['catalogue.example.org']);
    expect(all(root, 'description')).toHaveLength(1);
  });

  test('of an empty repository gives a valid earliest datestamp', async () => {
    repository.close();
    repository = openRepository();
    const { root } = await ask({ verb: 'Identify' });
    expect(texts(root, 'earliestDatestamp')).toEqual([repository.now()]);
  });

  test.each([
    { adminEmail: 'mailto:someone@example.org' },
    { adminEmail: 'root@localhost' },
    { repositoryIdentifier: 'localhost' },
    { publicBaseUrl: 'catalogue.example.org' },
  ])('is not started with %j', (wrong) => {
    const config = {
      publicBaseUrl: 'https://catalogue.example.org',
      repositoryIdentifier: 'catalogue.example.org',
      repositoryName: 'Catalogue',
      adminEmail: 'admin@catalogue.example.org',
      ...wrong,
    };
    const { records } = repository.stores;
    const sets = { list: async () => [], select: async () => null, of: async () => [] };
    expect(() =>
      createOaiPmh({
        records,
        originals: createOriginals(records),
        formats: [],
        sets,
        config,
        clock: Date.now,
      }),
    ).toThrow(Object.keys(wrong)[0] ?? '');
  });
});

describe('ListMetadataFormats', () => {
  const prefixes = ({ root }: Answer) => texts(root, 'metadataPrefix');
  // A format has its prefix as soon as it is written.
  const isWritten = (name: FormatName) => formatOf(name).write !== undefined;
  const known = [
    'oai_dc',
    'iso19139',
    ...(isWritten('iso19115-3') ? ['iso19115-3'] : []),
    'oai_datacite',
    'datacite',
  ];

  test('tells namespace and schema of each prefix', async () => {
    const answer = await ask({ verb: 'ListMetadataFormats' });
    expect(prefixes(answer)).toEqual(known);
    expect(texts(answer.root, 'metadataNamespace').filter((uri) => !uri.includes('/mdb/'))).toEqual([
      'http://www.openarchives.org/OAI/2.0/oai_dc/',
      'http://www.isotc211.org/2005/gmd',
      'http://datacite.org/schema/kernel-4',
      'http://datacite.org/schema/kernel-4',
    ]);
    for (const schema of texts(answer.root, 'schema')) expect(schema).toMatch(/^https?:\/\/\S+\.xsd$/);
  });

  test('of one record', async () => {
    const of = (id: string) => ask({ verb: 'ListMetadataFormats', identifier: identifier(id) });
    expect(prefixes(await of(first))).toEqual(known);
    expect(prefixes(await of(withdrawn))).toEqual(known);
    expect(errorCode(await of('unknown'))).toBe('idDoesNotExist');
  });
});

describe('ListSets', () => {
  test('gives sources, kinds and topics, parents first, each once', async () => {
    const { root } = await ask({ verb: 'ListSets' });
    const specs = texts(root, 'setSpec');
    expect(specs).toEqual(
      expect.arrayContaining(['source', 'source:argo', 'source:somlit', 'type:dataset', 'theme:oceans']),
    );
    expect(new Set(specs).size).toBe(specs.length);
    for (const spec of specs) {
      const parent = spec.split(':').slice(0, -1).join(':');
      if (parent) expect(specs.slice(0, specs.indexOf(spec))).toContain(parent);
    }
    expect(texts(root, 'setName')).toContain('Somlit & friends');
  });
});

describe('GetRecord', () => {
  test.each([
    ['oai_dc', 'dc', 'Temperature'],
    ['iso19139', 'MD_Metadata', 'Temperature'],
    ['oai_datacite', 'resource', 'Temperature'],
    ['datacite', 'resource', 'Temperature'],
  ])('in %s', async (metadataPrefix, rootName, title) => {
    const { root } = await ask({ verb: 'GetRecord', identifier: identifier(first), metadataPrefix });
    const [record] = all(root, 'record');
    expect(texts(root, 'identifier')[0]).toBe(identifier(first));
    expect(texts(root, 'datestamp')[0]).toBe('2026-03-01T12:00:00Z');
    expect(record?.child('header')?.attribute('status')).toBeUndefined();
    expect([...(record?.child('metadata')?.elements() ?? [])].map(({ name }) => name)).toEqual([rootName]);
    expect(record?.child('metadata')?.text).toContain(title);
  });

  test('tells the most specific sets of the record', async () => {
    const { root } = await ask({
      verb: 'GetRecord',
      identifier: identifier(first),
      metadataPrefix: 'oai_dc',
    });
    expect(texts(root, 'setSpec')).toEqual(['source:argo', 'type:dataset', 'theme:oceans', 'theme:biota']);
  });

  test('of a withdrawn record is a header without metadata', async () => {
    const { root } = await ask({
      verb: 'GetRecord',
      identifier: identifier(withdrawn),
      metadataPrefix: 'oai_dc',
    });
    const [record] = all(root, 'record');
    expect(record?.child('header')?.attribute('status')).toBe('deleted');
    expect(record?.child('metadata')).toBeUndefined();
    expect(texts(root, 'datestamp')).toEqual(['2026-03-01T12:00:30Z']);
  });

  test('of a record that was hidden is a withdrawal', async () => {
    await repository.ledger.commit([{ kind: 'visibility', recordId: first, visibility: 'private' }], {
      actor: 'system',
    });
    const answer = await ask({ verb: 'GetRecord', identifier: identifier(first), metadataPrefix: 'oai_dc' });
    expect(all(answer.root, 'header')[0]?.attribute('status')).toBe('deleted');
    expect(answer.text).not.toContain('Temperature');
  });

  test.each([
    [{ identifier: 'oai:catalogue.example.org:unknown' }, 'idDoesNotExist'],
    [{ identifier: 'oai:elsewhere.example.org:a' }, 'idDoesNotExist'],
    [{ identifier: 'invalid"id' }, 'idDoesNotExist'],
    [{ identifier: 'a<b>&\u0001\ufffe' }, 'idDoesNotExist'],
    [{ identifier: '' }, 'badArgument'],
    [{ metadataPrefix: 'marc21' }, 'cannotDisseminateFormat'],
    [{ metadataPrefix: 'toString' }, 'cannotDisseminateFormat'],
  ])('with %j is %s', async (wrong, code) => {
    const query = { verb: 'GetRecord', identifier: identifier(first), metadataPrefix: 'oai_dc', ...wrong };
    expect(errorCode(await ask(query))).toBe(code);
  });

  test('of a record that the format cannot express is an error, and lists leave it out', async () => {
    const id = await repository.put('nameless', emptyRecord());
    const answer = await ask({ verb: 'GetRecord', identifier: identifier(id), metadataPrefix: 'iso19139' });
    expect(errorCode(answer)).toBe('cannotDisseminateFormat');
    const list = await ask({ verb: 'ListRecords', metadataPrefix: 'iso19139' });
    expect(texts(list.root, 'identifier')).not.toContain(identifier(id));
    expect(texts(list.root, 'identifier')).toContain(identifier(second));
  });
});

describe('a request that breaks the rules', () => {
  const cases: [string, [string, string][]][] = [
    ['badVerb', []],
    ['badVerb', [['verb', '']]],
    ['badVerb', [['verb', 'identify']]],
    ['badVerb', [['verb', 'constructor']]],
    ['badVerb', [['metadataPrefix', 'oai_dc']]],
    [
      'badVerb',
      [
        ['verb', 'Identify'],
        ['verb', 'Identify'],
      ],
    ],
    [
      'badArgument',
      [
        ['verb', 'Identify'],
        ['metadataPrefix', 'oai_dc'],
      ],
    ],
    [
      'badArgument',
      [
        ['verb', 'ListSets'],
        ['set', 'type'],
      ],
    ],
    ['badArgument', [['verb', 'GetRecord']]],
    [
      'badArgument',
      [
        ['verb', 'GetRecord'],
        ['identifier', 'x'],
      ],
    ],
    [
      'badArgument',
      [
        ['verb', 'GetRecord'],
        ['metadataPrefix', 'oai_dc'],
      ],
    ],
    ['badArgument', [['verb', 'ListRecords']]],
    [
      'badArgument',
      [
        ['verb', 'ListIdentifiers'],
        ['set', 'type:dataset'],
      ],
    ],
    [
      'badArgument',
      [
        ['verb', 'ListRecords'],
        ['metadataPrefix', 'oai_dc'],
        ['metadataPrefix', 'oai_dc'],
      ],
    ],
    [
      'badArgument',
      [
        ['verb', 'ListRecords'],
        ['metadataPrefix', 'oai_dc'],
        ['junk', '1'],
      ],
    ],
    [
      'badArgument',
      [
        ['verb', 'ListRecords'],
        ['metadataPrefix', 'oai_dc'],
        ['resumptionToken', 'x'],
      ],
    ],
    [
      'badArgument',
      [
        ['verb', 'ListRecords'],
        ['resumptionToken', 'x'],
        ['from', '2020-01-01'],
      ],
    ],
    [
      'badResumptionToken',
      [
        ['verb', 'ListRecords'],
        ['resumptionToken', 'junk'],
      ],
    ],
    [
      'badResumptionToken',
      [
        ['verb', 'ListRecords'],
        ['resumptionToken', 'a.b'],
      ],
    ],
    [
      'badResumptionToken',
      [
        ['verb', 'ListRecords'],
        ['resumptionToken', '.'],
      ],
    ],
    [
      'badResumptionToken',
      [
        ['verb', 'ListSets'],
        ['resumptionToken', 'junk'],
      ],
    ],
    [
      'cannotDisseminateFormat',
      [
        ['verb', 'ListRecords'],
        ['metadataPrefix', 'really_wrong_verb'],
      ],
    ],
    [
      'noRecordsMatch',
      [
        ['verb', 'ListRecords'],
        ['metadataPrefix', 'oai_dc'],
        ['set', 'really_wrong_set'],
      ],
    ],
    [
      'noRecordsMatch',
      [
        ['verb', 'ListRecords'],
        ['metadataPrefix', 'oai_dc'],
        ['set', 'source:unknown'],
      ],
    ],
    [
      'noRecordsMatch',
      [
        ['verb', 'ListRecords'],
        ['metadataPrefix', 'oai_dc'],
        ['set', 'type:map'],
      ],
    ],
    [
      'badArgument',
      [
        ['verb', 'ListRecords'],
        ['metadataPrefix', 'oai_dc'],
        ['set', 'a set'],
      ],
    ],
  ];
  test.each(cases)('%s: %j', async (code, query) => {
    expect(errorCode(await ask(query))).toBe(code);
  });

  const list = { verb: 'ListIdentifiers', metadataPrefix: 'oai_dc' };
  test.each([
    [{ from: 'junk' }, 'badArgument'],
    [{ until: 'junk' }, 'badArgument'],
    [{ from: '2026-13-01' }, 'badArgument'],
    [{ from: '2026-02-31' }, 'badArgument'],
    [{ until: '2026-02-29' }, 'badArgument'],
    [{ from: '2026-03-01T24:00:00Z' }, 'badArgument'],
    [{ from: '2026-03-01T12:60:00Z' }, 'badArgument'],
    [{ from: '2026-03-01T12:00Z' }, 'badArgument'],
    [{ from: '2026-03-01T12:00:00' }, 'badArgument'],
    [{ from: '2026-03-01T12:00:00.000Z' }, 'badArgument'],
    [{ from: '2026-03-01T12:00:00+01:00' }, 'badArgument'],
    [{ from: '2026' }, 'badArgument'],
    [{ from: '2026-03' }, 'badArgument'],
    [{ from: '20260301' }, 'badArgument'],
    [{ from: '2026-03-01', until: '2026-03-01T12:00:00Z' }, 'badArgument'],
    [{ from: '2026-03-02', until: '2026-03-01' }, 'badArgument'],
    [{ until: '2026-02-28' }, 'noRecordsMatch'],
    [{ until: '0001-01-01' }, 'noRecordsMatch'],
    [{ from: '2030-01-01' }, 'noRecordsMatch'],
  ])('a range of %j is %s', async (range, code) => {
    expect(errorCode(await ask({ ...list, ...range }))).toBe(code);
  });
});

describe('a list', () => {
  const identifiers = ({ root }: Answer) =>
    texts(root, 'identifier').filter((text) => text.startsWith('oai:'));
  const list = (more: Record<string, string>) =>
    ask({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', ...more });

  test('is in the order of the log, with deletions and without a token when it is complete', async () => {
    const answer = await list({});
    expect(identifiers(answer)).toEqual([first, second, withdrawn].map(identifier));
    expect(all(answer.root, 'header').map((header) => header.attribute('status'))).toEqual([
      undefined,
      undefined,
      'deleted',
    ]);
    expect(all(answer.root, 'resumptionToken')).toEqual([]);
  });

  test.each([
    ['2026-03-01T12:00:00Z', () => [first]],
    ['2026-03-01T12:00:10Z', () => [second]],
    ['2026-03-01T12:00:30Z', () => [withdrawn]],
    ['2026-03-01', () => [first, second, withdrawn]],
  ])('includes both ends: %s', async (moment, expected) => {
    expect(identifiers(await list({ from: moment, until: moment }))).toEqual(expected().map(identifier));
  });

  test('is empty where a record was before it changed', async () => {
    const moment = '2026-03-01T12:00:20Z';
    expect(errorCode(await list({ from: moment, until: moment }))).toBe('noRecordsMatch');
  });

  test.each([
    ['source', () => [first, second, withdrawn]],
    ['source:argo', () => [first, withdrawn]],
    ['source:somlit', () => [second]],
    ['type', () => [first, second, withdrawn]],
    ['type:series', () => [second]],
    ['theme', () => [first, withdrawn]],
    ['theme:oceans', () => [first, withdrawn]],
    ['theme:biota', () => [first]],
  ])('of the set %s', async (set, expected) => {
    expect(identifiers(await list({ set }))).toEqual(expected().map(identifier));
  });

  test('of a theme tells what was hidden', async () => {
    await repository.ledger.commit([{ kind: 'visibility', recordId: first, visibility: 'private' }], {
      actor: 'system',
    });
    const answer = await list({ set: 'theme:biota' });
    expect(identifiers(answer)).toEqual([identifier(first)]);
    expect(all(answer.root, 'header')[0]?.attribute('status')).toBe('deleted');
  });

  test('never shows what was never public', async () => {
    const record = sampleRecord('Secret');
    const bytes = new TextEncoder().encode('{}');
    const document = { bytes, format: 'schema.org' as const, mediaType: 'application/json' };
    await repository.ledger.commit(
      [
        {
          kind: 'put',
          sourceId: 'argo',
          upstreamIdentifier: 's',
          document,
          record,
          problems: [],
          visibility: 'private',
        },
      ],
      { actor: 'system' },
    );
    expect(identifiers(await list({}))).toHaveLength(3);
  });

  test('a withdrawn record that comes back is no longer deleted', async () => {
    await repository.put('c', sampleRecord('Currents', { topicCategories: ['oceans'] }));
    const answer = await list({ from: repository.now() });
    expect(identifiers(answer)).toEqual([identifier(withdrawn)]);
    expect(all(answer.root, 'header')[0]?.attribute('status')).toBeUndefined();
  });

  test('in iso19139 holds several records with identifiers of their own', async () => {
    const bilingual = {
      titles: { en: 'Tides', fr: 'Marées' },
      temporalExtents: [{ start: { date: '2001' } }],
    };
    await repository.put('d', sampleRecord('Tides', bilingual));
    await repository.put('e', sampleRecord('Waves', bilingual));
    const answer = await ask({ verb: 'ListRecords', metadataPrefix: 'iso19139' });
    expect(all(answer.root, 'MD_Metadata')).toHaveLength(4);
  });
});

describe('over HTTP', () => {
  const form = (body: string, type = 'application/x-www-form-urlencoded') =>
    new Request(baseUrl, { method: 'POST', headers: { 'content-type': type }, body });

  test('POST says the same as GET', async () => {
    const query = 'verb=ListRecords&metadataPrefix=oai_dc&set=source%3Aargo';
    const posted = await repository.send(form(query, 'application/x-www-form-urlencoded; charset=UTF-8'));
    expect(posted.text).toBe((await repository.ask(Object.fromEntries(new URLSearchParams(query)))).text);
    expect(all(posted.root, 'record')).toHaveLength(2);
  });

  test('a POST in another encoding is refused in the words of the protocol', async () => {
    expect(errorCode(await repository.send(form('{"verb":"Identify"}', 'application/json')))).toBe('badVerb');
  });

  test('a verb in both address and form is repeated', async () => {
    const request = new Request(`${baseUrl}?verb=Identify`, form('verb=Identify'));
    expect(errorCode(await repository.send(request))).toBe('badVerb');
  });

  test('an endless form is refused', async () => {
    expect((await repository.oai(form(`verb=${'x'.repeat(100_000)}`))).status).toBe(413);
  });

  test('other methods are refused', async () => {
    const response = await repository.oai(new Request(baseUrl, { method: 'DELETE' }));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  test('HEAD has the headers of GET and no body', async () => {
    const response = await repository.oai(new Request(`${baseUrl}?verb=Identify`, { method: 'HEAD' }));
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('too many lists at once are asked to wait, and the others are answered', async () => {
    const list = () => repository.oai(new Request(`${baseUrl}?verb=ListRecords&metadataPrefix=oai_dc`));
    const responses = await Promise.all(Array.from({ length: 20 }, list));
    const refused = responses.filter(({ status }) => status === 503);
    expect(responses.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers } of refused) expect(headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await list()).status).toBe(200);
  });

  test('a fault of ours is thrown for the server to answer and log', async () => {
    repository.close();
    await expect(
      repository.oai(new Request(`${baseUrl}?verb=ListRecords&metadataPrefix=oai_dc`)),
    ).rejects.toThrow();
    repository = openRepository();
  });
});

test.runIf(schemasFolder)('the validator of these tests refuses a wrong answer', async () => {
  const { text } = await repository.ask({ verb: 'Identify' });
  expect(validateXml(text.replace('>2.0<', '>1.1<'), 'oai-pmh')).not.toEqual([]);
  expect(validateXml(text.replace('<granularity>', '<granularities>'), 'oai-pmh')).not.toEqual([]);
});
