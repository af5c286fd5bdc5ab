import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formats, writersOf } from '#catalogue/formats';
import { messagesIn } from '../../locales/index.ts';
import { salinityDocument } from '../../testing/documents.ts';
import { openTestPortal, publicUrl, readDocument, type TestPortal } from '../../testing/portal.ts';
import { lossRows } from './present-formats.ts';

let portal: TestPortal;
let id: string;
beforeAll(async () => {
  portal = await openTestPortal();
  [id = ''] = await portal.commit(await readDocument('schema.org', salinityDocument(), 'iroise-1'));
});
afterAll(() => portal.close());

describe('rows of losses', () => {
  it('gathers the items of a list, and says where a thing is found', () => {
    expect(
      lossRows(
        [
          { path: 'resource.keywords[0].thesaurus', value: 'GEMET', kind: 'dropped' },
          { path: 'resource.keywords[3].thesaurus', value: 'P02', kind: 'dropped' },
          { path: 'resource.platforms', value: 'Thalassa', kind: 'merged', note: 'resource.keywords.label' },
          { path: 'resource.titles.fr', value: 'Sel', kind: 'changed', note: 'language: und' },
          { path: 'datestamp', value: '2020', kind: 'changed', note: '2026' },
          { path: '', value: '', kind: 'dropped', note: 'a code' },
        ],
        messagesIn('en'),
      ),
    ).toEqual([
      { label: 'Keywords', within: 'thesaurus', kind: 'dropped', count: 2, value: 'GEMET' },
      { label: 'Platforms', kind: 'merged', count: 1, value: 'Thalassa', instead: 'is found in “Keywords”' },
      {
        label: 'Title',
        within: 'fr',
        kind: 'changed',
        count: 1,
        value: 'Sel',
        instead: 'without its language',
      },
      { label: 'Date of the metadata', kind: 'changed', count: 1, value: '2020', instead: 'becomes “2026”' },
      { label: 'In general', kind: 'dropped', count: 1, value: '', instead: 'a code' },
    ]);
  });
});

describe('the page of formats', () => {
  it('lists every format that can say the record, without scripts, in both languages', async () => {
    const english = await (await portal.fetch(`/records/${id}/formats?lang=en`)).text();
    for (const { suffix, title } of writersOf(formats)) {
      expect(english).toContain(`/records/${id}.${suffix}"`);
      expect(english).toContain(title.replace('&', '&amp;'));
    }
    expect(english).toMatch(/leaves out \d+ things?/);
    expect(await (await portal.fetch(`/records/${id}/formats?lang=fr`)).text()).toMatch(/omet \d+ éléments?/);
    expect(portal.reported).toEqual([]);
  });

  it('is led to by the record’s page', async () => {
    expect(await (await portal.fetch(`/records/${id}`)).text()).toContain(`href="/records/${id}/formats"`);
  });

  it('is not there for a record that is not', async () => {
    expect((await portal.fetch('/records/nobody/formats')).status).toBe(404);
  });
});

describe('losses for programs', () => {
  it('gives the reports of all writers', async () => {
    const answer = await portal.fetch(`/api/records/${id}/losses`);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const { record, page, reports } = await answer.json();
    expect([record, page]).toEqual([id, `${publicUrl}/records/${id}`]);
    expect(reports.map(({ writer }: { writer: string }) => writer)).toEqual(
      writersOf(formats).map(({ name }) => name),
    );
  });

  it('gives the report of one', async () => {
    const { writer, expressible, basis, losses, url } = await (
      await portal.fetch(`/api/records/${id}/losses/oai_dc`)
    ).json();
    expect({ writer, expressible, basis, url }).toEqual({
      writer: 'oai_dc',
      expressible: true,
      basis: 'read-back',
      url: `${publicUrl}/records/${id}.dc.xml`,
    });
    expect(losses.length).toBeGreaterThan(0);
    for (const loss of losses)
      expect(loss).toMatchObject({ path: expect.any(String), kind: expect.any(String) });
  });

  it.each([
    ['nobody/losses', 404],
    ['nobody/losses/oai_dc', 404],
  ])('says in JSON that there is no %s', async (path, status) => {
    const answer = await portal.fetch(`/api/records/${path}`);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('says which writers there are where it does not know one', async () => {
    const answer = await portal.fetch(`/api/records/${id}/losses/papyrus`);
    expect(answer.status).toBe(404);
    expect((await answer.json()).detail).toContain('iso19139');
  });
});
