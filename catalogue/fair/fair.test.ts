import { describe, expect, it, test } from 'vitest';
import { emptyRecord } from '../model/index.ts';
import { assess, metrics, verdictOf } from './assess.ts';
import { evidenceCodes, evidenceText } from './evidence-texts.ts';
import type { Subject } from './metric.ts';
import { principles } from './principles.ts';
import { type LinkObservation, nothingServed } from './served.ts';
import { answered, embedded, file, goodServed, goodSubject, servedPage } from './testing/subject.ts';

function judge(id: string, subject: Subject) {
  const metric = metrics.find((candidate) => candidate.id === id);
  if (!metric) throw new Error(`There is no test ${id}.`);
  const { score, evidence } = metric.judge(subject);
  return { score, codes: evidence.map(({ code }) => code), verdicts: evidence.map((it) => it.verdict) };
}

const altered = (change: (subject: Subject) => void): Subject => {
  const subject = goodSubject();
  change(subject);
  return subject;
};
const without = (...names: string[]) =>
  altered(({ served }) => {
    const kept = Object.entries(embedded()).filter(([name]) => !names.includes(name));
    served.page = servedPage({ embedded: Object.fromEntries(kept) });
  });
const fileGives = (observation: LinkObservation) =>
  altered(({ served }) => {
    served.links = [{ url: file, observation }];
  });
const identifierGives = (observation: LinkObservation) =>
  altered(({ served }) => {
    served.identifier = { url: 'https://doi.org/10.17882/1', observation };
  });

describe('a record that tells everything, served as it should be', () => {
  const assessment = assess(goodSubject());
  it.each(metrics.map(({ id, maximum }) => [id, maximum] as const))('%s: all %d points', (id, maximum) => {
    expect(judge(id, goodSubject()).score).toBe(maximum);
  });
  it('has every principle at 1', () => {
    expect(Object.keys(assessment.principles)).toEqual(principles.map(({ id }) => id));
    expect(assessment).toMatchObject({ score: 1, unknown: 0 });
    expect(assessment.tests.map(verdictOf).every((verdict) => verdict === 'passed')).toBe(true);
  });
});

describe('a record that nobody has looked at', () => {
  it.each(metrics.map(({ id }) => [id] as const))('%s passes nothing on what is claimed alone', (id) => {
    const subject = { record: goodSubject().record, served: nothingServed };
    const { verdicts } = judge(id, subject);
    const claimed = ['FsF-F1-02D', 'FsF-R1-01MD'].includes(id);
    expect(verdicts.includes('unknown')).toBe(true);
    expect(verdicts.filter((verdict) => verdict === 'passed').length > 0).toBe(claimed);
  });
  it('has most of its score unknown', () => {
    const { score, unknown } = assess({ record: goodSubject().record, served: nothingServed });
    expect(score).toBeLessThan(0.1);
    expect(score + unknown).toBeCloseTo(1, 2);
  });
});

test('an empty record fails every test that asks for data or description', () => {
  const subject: Subject = {
    record: emptyRecord(),
    served: { ...goodServed(), page: servedPage({ embedded: null }), documents: [], links: [] },
  };
  const failed = assess(subject).tests.filter((result) => verdictOf(result) === 'failed');
  expect(failed.map(({ metric }) => metric)).toEqual([
    'FsF-F1-01D',
    'FsF-F1-02D',
    'FsF-F2-01M',
    'FsF-F3-01M',
    'FsF-A1-01M',
    'FsF-A1-03D',
    'HAL-A1.2-01D',
    'FsF-I1-02M',
    'FsF-I3-01M',
    'FsF-R1-01MD',
    'FsF-R1.1-01M',
    'FsF-R1.2-01M',
    'FsF-R1.3-01M',
    'FsF-R1.3-02D',
  ]);
});

test('nothing is asked of the data of a ship', () => {
  const asked = assess({ record: emptyRecord('platform'), served: nothingServed }).tests;
  const left = metrics.filter(({ id }) => !asked.some(({ metric }) => metric === id)).map(({ id }) => id);
  expect(left).toEqual(['FsF-F3-01M', 'FsF-A1-03D', 'HAL-A1.2-01D', 'FsF-R1-01MD', 'FsF-R1.3-02D']);
});

test.each([
  ['FsF-F1-01D', without('identifier', '@id'), 0, ['identifier-not-served']],
  [
    'FsF-F1-01D',
    altered(({ record }) => {
      record.resource.identifiers = [{ code: 'cast 1', scheme: 'other' }];
    }),
    0,
    ['identifier-none'],
  ],
  ['FsF-F1-02D', identifierGives({ outcome: 'not-checked' }), 1, ['persistent', 'not-checked']],
  [
    'FsF-F1-02D',
    identifierGives({ outcome: 'unreachable', reason: 'timeout' }),
    1,
    ['persistent', 'unreachable'],
  ],
  [
    'FsF-F1-02D',
    identifierGives(answered('https://doi.org/10.17882/1', { status: 404 })),
    1,
    ['persistent', 'identifier-broken'],
  ],
  [
    'FsF-F1-02D',
    identifierGives(answered('https://doi.org/10.17882/1', { status: 503 })),
    1,
    ['persistent', 'busy'],
  ],
  [
    'FsF-F1-02D',
    identifierGives(answered('https://bank.example/', { title: 'Buy cheap watches' })),
    1,
    ['persistent', 'identifier-elsewhere'],
  ],
  [
    'FsF-F1-02D',
    identifierGives(answered('https://app.example/', { title: 'Loading' })),
    1.5,
    ['persistent', 'identifier-unclear'],
  ],
  ['FsF-F1-02D', identifierGives(answered(servedPage().url)), 2, ['persistent', 'identifier-resolves']],
  [
    'FsF-F2-01M',
    without('creator', 'description', 'keywords'),
    1.75,
    ['core-missing', 'description-short', 'keywords-none', 'documents-agree'],
  ],
  ['FsF-F3-01M', fileGives(answered(file, { status: 404 })), 1, ['data-link-served', 'data-broken']],
  [
    'FsF-F3-01M',
    fileGives(answered(file, { mediaType: 'application/x-netcdf', content: 'html' })),
    1,
    ['data-link-served', 'data-page-instead'],
  ],
  [
    'FsF-F3-01M',
    fileGives({ outcome: 'refused', reason: 'address-refused' }),
    1,
    ['data-link-served', 'refused'],
  ],
  [
    'FsF-F4-01M',
    altered(({ served }) => {
      served.page = servedPage({ embedded: null, noIndex: true });
    }),
    1,
    ['embedded-none', 'documents', 'not-indexable'],
  ],
  ['FsF-A1-01M', without('conditionsOfAccess'), 0, ['access-not-said']],
  ['FsF-A1-01M', fileGives(answered(file, { status: 401 })), 1, ['access-said', 'open-but-guarded']],
  [
    'FsF-A1-02M',
    altered(({ served }) => {
      served.page = servedPage({ transport: 'http' });
    }),
    0.5,
    ['page-http'],
  ],
  [
    'FsF-A1-02M',
    altered(({ served }) => {
      served.page = servedPage({ transport: 'local' });
    }),
    0,
    ['page-local'],
  ],
  ['FsF-A1-03D', fileGives(answered('http://data.example.org/cast.nc')), 0, ['data-none-answers']],
  [
    'FsF-A1-03D',
    fileGives(answered('http://data.example.org/cast.nc', { mediaType: 'application/x-netcdf' })),
    0.5,
    ['data-http'],
  ],
  ['FsF-A1-03D', fileGives(answered(file, { status: 500 })), 0, ['busy']],
  ['HAL-A1.2-01D', fileGives(answered(file, { content: 'login' })), 0, ['login-disguised']],
  ['HAL-A1.2-01D', fileGives(answered(file, { status: 403 })), 1, ['login-told']],
  [
    'HAL-A2-01M',
    altered(({ served }) => {
      served.original = 404;
      served.page = servedPage({ signposts: [] });
    }),
    0,
    ['original-missing', 'cite-as-none'],
  ],
  [
    'FsF-I1-01M',
    altered(({ served }) => {
      served.negotiated = [{ accept: 'text/turtle', status: 200, mediaType: 'text/html' }];
    }),
    1,
    ['rdf-embedded', 'rdf-negotiated'],
  ],
  [
    'FsF-I1-02M',
    altered(({ record, served }) => {
      served.page = servedPage({ embedded: { '@type': 'Dataset' } });
      record.resource.keywords = Array.from({ length: 7 }, () => ({ label: { en: 'sea' } }));
    }),
    0.25,
    ['vocabularies-none', 'terms-linked'],
  ],
  ['FsF-I3-01M', without('creator', 'isBasedOn'), 0, ['parties-not-linked', 'related-none']],
  [
    'FsF-R1-01MD',
    fileGives(answered(file, { mediaType: 'text/csv', content: 'text', size: 1000 })),
    3,
    ['type-said', 'files-described', 'file-unlike', 'variables'],
  ],
  [
    'FsF-R1-01MD',
    fileGives(answered(file, { mediaType: 'application/octet-stream', content: 'hdf5', size: 9000 })),
    3.5,
    ['type-said', 'files-described', 'file-size-unlike', 'variables'],
  ],
  ['FsF-R1.1-01M', without('license'), 0, ['licence-none']],
  [
    'FsF-R1.1-01M',
    altered(({ served }) => {
      served.page = servedPage({ embedded: { license: 'ask us' } });
      delete served.licence;
    }),
    1,
    ['licence-said', 'licence-not-standard', 'licence-no-address'],
  ],
  [
    'FsF-R1.2-01M',
    altered(({ record, served }) => {
      delete record.resource.lineage;
      served.documents = [];
    }),
    1,
    ['provenance-who-when', 'lineage-none', 'prov-none'],
  ],
  [
    'FsF-R1.3-01M',
    altered(({ served }) => {
      served.documents = (served.documents ?? []).filter(({ format }) => format === 'dcat');
    }),
    0.5,
    ['generic-standard'],
  ],
  [
    'FsF-R1.3-02D',
    altered(({ record, served }) => {
      for (const distribution of record.resource.distributions)
        distribution.mediaType = 'application/x-matlab-data';
      served.links = [
        {
          url: file,
          observation: answered(file, { mediaType: 'application/x-matlab-data', content: 'binary' }),
        },
      ];
    }),
    0,
    ['format-not-open'],
  ],
  ['FsF-R1.3-02D', fileGives({ outcome: 'unreachable', reason: 'connection' }), 0, ['format-not-seen']],
] as const)('%s %#: %d of its points', (id, subject, score, codes) => {
  const result = judge(id, subject);
  expect(result.codes).toEqual(codes);
  expect(result.score).toBe(score);
});

describe('texts', () => {
  const values = { url: 'https://a.example/', reason: 'timeout' };
  it('say the same values in both languages', () => {
    for (const code of evidenceCodes) {
      const holes = (['en', 'fr'] as const).map(
        (language) => evidenceText({ code, values: {} }, language).split('–').length,
      );
      expect([code, holes[0]]).toEqual([code, holes[1]]);
    }
  });
  it('put the reason of a failure in the reader’s words', () => {
    expect(evidenceText({ code: 'unreachable', values }, 'en')).toBe(
      'https://a.example/ could not be reached: no answer came in time.',
    );
    expect(evidenceText({ code: 'unreachable', values: { ...values, more: 2 } }, 'fr')).toBe(
      'https://a.example/ est injoignable\u00a0: aucune réponse n’est venue à temps. 2 autres liens font de même.',
    );
  });
  it('leave a code of another version as it is', () => {
    expect(evidenceText({ code: 'of-tomorrow', values: {} }, 'en')).toBe('of-tomorrow');
  });
});
