import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordAssessment } from '#assessment';
import { assess, nothingServed, rulesVersion } from '#catalogue/fair';
import { salinityDocument } from '../testing/documents.ts';
import { elementsOf } from '../testing/page.ts';
import { openTestPortal, readDocument, type TestPortal } from '../testing/portal.ts';
import { courseOf } from './present-fair.ts';

let portal: TestPortal;
let id: string;

beforeAll(async () => {
  portal = await openTestPortal();
  [id = ''] = await portal.commit(await readDocument('schema.org', salinityDocument(), 'iroise-1'));
});
afterAll(() => portal.close());

/** An assessment without any look at what is served, and then with points that somebody found. */
async function saveAssessment(at: string, more: Partial<RecordAssessment['assessment']> = {}): Promise<void> {
  const stored = await portal.stores.records.get(id, 'public');
  if (!stored) throw new Error('The record is not there.');
  await portal.stores.assessments.save({
    recordId: id,
    revision: stored.datestampRevision,
    assessedAt: at,
    checkAgainAt: '2026-02-01T00:00:00Z',
    rules: rulesVersion,
    assessment: { ...assess({ record: stored.record, served: nothingServed }), ...more },
  });
  await portal.stores.assessments.sumUp('centre', at.slice(0, 10));
}

async function part(path: string, section: string): Promise<string> {
  const html = await (await portal.fetch(path)).text();
  const found = elementsOf(html).find(
    ({ tag, attributes }) =>
      tag === 'section' && (attributes['id'] === section || attributes['aria-labelledby'] === section),
  );
  return (found?.text ?? '').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
}

const api = async (path: string) => {
  const response = await portal.fetch(path);
  return { status: response.status, body: await response.json() };
};

describe('before anybody has looked', () => {
  it('the pages say so', async () => {
    expect(await part(`/records/${id}?lang=en`, 'fair')).toContain('has not been assessed yet');
    expect(await part(`/records/${id}?lang=fr`, 'fair')).toContain('n’a pas encore été évaluée');
    expect(await part('/sources/centre?lang=en', 'fair')).toContain('No record of this centre');
  });
  it('the API says so', async () => {
    expect(await api(`/api/records/${id}/fair`)).toMatchObject({ status: 404, body: { title: 'Not found' } });
    expect((await api('/api/records/nobody/fair')).body.detail).toBe(
      'There is no record with this identifier.',
    );
    expect((await api('/api/sources/centre/fair')).status).toBe(404);
    expect((await api('/api/sources/nowhere/fair')).body.detail).toBe(
      'There is no source with this identifier.',
    );
  });
});

describe('once somebody has', () => {
  const etagOf = async (path: string) => (await portal.fetch(path)).headers.get('etag');
  const before: (string | null)[] = [];
  beforeAll(async () => {
    before.push(await etagOf(`/records/${id}?lang=en`), await etagOf(`/records/${id}.jsonld`));
    await saveAssessment('2026-01-01T00:00:00Z');
    await saveAssessment('2026-01-03T00:00:00Z', {
      score: 0.625,
      unknown: 0.125,
      principles: { F1: { score: 0.5, unknown: 0.5 }, 'R1.1': { score: 1, unknown: 0 } },
    });
  });

  it('the page of the record shows scores, verdicts, evidence and what to do', async () => {
    const words = await part(`/records/${id}?lang=en`, 'fair');
    for (const expected of [
      'FAIR score63%',
      'up to 75% when all is known',
      'A clear licence100%',
      '50%, 50% not known',
      'The identifier is persistent and resolves to the resource1 of 2Not known',
      'Passed: https://doi.org/10.17882/99901 is of a persistent scheme.',
      'Not checked yet: https://doi.org/10.17882/99901.',
      'Assessed on 3 January 2026',
    ])
      expect(words).toContain(expected);
  });
  it('in French too, without a word of English', async () => {
    const words = await part(`/records/${id}?lang=fr`, 'fair');
    for (const expected of [
      'Score FAIR63 %',
      'jusqu’à 75 % quand tout sera connu',
      'Une licence claire100 %',
      'Réussi : https://doi.org/10.17882/99901 relève d’un système pérenne.',
      'Pas encore vérifié : https://doi.org/10.17882/99901.',
      'Évaluée le 3 janvier 2026',
    ])
      expect(words).toContain(expected);
    expect(words).not.toMatch(/\b(the|Not known|Passed)\b/);
  });
  it('draws the course of the score, in words for who does not see it', async () => {
    const html = await (await portal.fetch(`/records/${id}?lang=en`)).text();
    const drawing = elementsOf(html).find(({ attributes }) =>
      attributes['aria-label']?.startsWith('Score over time'),
    );
    expect(drawing?.attributes['aria-label']).toMatch(
      /^Score over time: 1 January 2026 \d+%; 3 January 2026 63%$/,
    );
  });
  it('sets the points of a course by their time', () => {
    const course = courseOf(
      [
        { at: '2026-01-01', score: 0.2 },
        { at: '2026-01-02', score: 0.4 },
        { at: '2026-01-05', score: 1 },
      ],
      'en',
    );
    expect(course.map(({ at, text }) => [at, text])).toEqual([
      [0, '20%'],
      [25, '40%'],
      [100, '100%'],
    ]);
  });
  it('the page of the source sums up', async () => {
    const words = await part('/sources/centre?lang=fr', 'fair');
    expect(words).toContain('Moyennes sur une fiche évaluée');
    expect(words).toContain('À réparer d’abord');
  });
  it('the API tells the same, with both languages and the history', async () => {
    const { body } = await api(`/api/records/${id}/fair`);
    expect(body).toMatchObject({ record: id, score: 0.625, unknown: 0.125, rules: rulesVersion });
    expect(body.history.map(({ at }: { at: string }) => at)).toEqual([
      '2026-01-01T00:00:00Z',
      '2026-01-03T00:00:00Z',
    ]);
    expect(body.tests[1]).toMatchObject({
      id: 'FsF-F1-02D',
      principle: 'F1',
      verdict: 'unknown',
      score: 1,
      maximum: 2,
      evidence: [{ code: 'persistent', verdict: 'passed', points: 1 }, { code: 'not-checked' }],
    });
    expect(Object.keys(body.tests[1].evidence[0].text)).toEqual(['en', 'fr']);
    const source = await api('/api/sources/centre/fair');
    expect(source.body).toMatchObject({ source: 'centre', day: '2026-01-03', records: 1, score: 0.625 });
    expect(source.body.history).toHaveLength(2);
  });
  it('changes the entity tags of page and documents, but no datestamp', async () => {
    const after = [await etagOf(`/records/${id}?lang=en`), await etagOf(`/records/${id}.jsonld`)];
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    const revisions = await portal.stores.records.revisionsOf(id);
    expect(revisions).toHaveLength(1);
  });
  it('hands score and time to whoever writes documents', async () => {
    const seen: unknown[] = [];
    const services = {
      ...portal.services,
      formats: portal.services.formats.map((format) =>
        format.name === 'oai_dc' && format.write
          ? {
              ...format,
              write: (...[record, context]: Parameters<typeof format.write>) => {
                seen.push(context.assessment);
                return format.write?.(record, context) ?? null;
              },
            }
          : format,
      ),
      config: { ...portal.services.config, publicUrl: 'https://other.example.org' },
    };
    const { formatsOf } = await import('../negotiation/written-formats.ts');
    const stored = await portal.stores.records.get(id, 'public');
    if (stored) formatsOf(stored, services);
    expect(seen).toEqual([{ score: 0.625, at: '2026-01-03T00:00:00Z' }]);
  });
});
