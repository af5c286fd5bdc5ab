import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CatalogueRecord, emptyRecord, type Resource } from '../../model/index.ts';
import { arbitraryRecord } from '../../model/testing/arbitrary-record.ts';
import { type WriterName, writerOf, writers } from '../index.ts';
import { compareRecords, type Loss } from './compare.ts';
import { lossReport } from './index.ts';
import { isList, isObject, isTold, languageMaps, meaningOf, membersOf, type Value } from './meaning.ts';

const context = { id: 'r1', pageUrl: 'https://example.org/records/r1', datestamp: '2026-01-02T03:04:05Z' };

const record = (resource: Partial<Resource>): CatalogueRecord => {
  const empty = emptyRecord();
  return { ...empty, language: 'en', resource: { ...empty.resource, titles: { en: 'Title' }, ...resource } };
};

describe('what is compared', () => {
  const compare = (sent: Partial<Resource>, got: Partial<Resource>) =>
    compareRecords(record(sent), record(got));

  it('says nothing of what means the same', () => {
    expect(
      compare(
        {
          abstracts: { en: 'Two\n lines' },
          keywords: [{ label: { en: 'a' } }, { label: { en: 'b' } }],
          dates: [{ type: 'creation', date: '2020-01-02T03:04:05+01:00' }],
          identifiers: [{ code: '10.17882/42182', scheme: 'doi', uri: 'https://doi.org/10.17882/42182' }],
          typeAsGiven: 'Dataset',
        },
        {
          abstracts: { en: 'Two lines' },
          keywords: [{ label: { en: 'b' } }, { label: { en: 'a' } }],
          dates: [{ type: 'creation', date: '2020-01-02T02:04:05Z' }],
          identifiers: [
            { code: 'https://doi.org/10.17882/42182', scheme: 'doi', uri: 'https://doi.org/10.17882/42182' },
          ],
        },
      ),
    ).toEqual([]);
  });

  it('tells what is not said, and in which item of a list', () => {
    const link = { names: {}, descriptions: {}, kind: 'download' as const, conformsTo: [] };
    expect(
      compare(
        {
          purpose: { en: 'To know' },
          distributions: [
            { ...link, url: 'https://example.org/a.nc', checksum: { algorithm: 'MD5', value: 'd41d8cd98f' } },
            { ...link, url: 'https://example.org/b.nc' },
          ],
        },
        {
          distributions: [
            { ...link, url: 'https://example.org/b.nc' },
            { ...link, url: 'https://example.org/a.nc' },
          ],
        },
      ),
    ).toEqual([
      { path: 'resource.distributions[0].checksum', value: 'MD5, d41d8cd98f', kind: 'dropped' },
      { path: 'resource.purpose', value: 'To know', kind: 'dropped' },
    ]);
  });

  it('tells what is said otherwise', () => {
    expect(
      compare(
        { titles: { en: 'Salt', fr: 'Sel' }, edition: '2.1' },
        { titles: { en: 'Salt', und: 'Sel' }, edition: '2' },
      ),
    ).toEqual([
      { path: 'resource.titles.fr', value: 'Sel', kind: 'changed', note: 'language: und' },
      { path: 'resource.edition', value: '2.1', kind: 'changed', note: '2' },
    ]);
  });

  it('tells where else it is said', () => {
    expect(
      compare(
        { platforms: [{ names: { en: 'Thalassa' } }] },
        { keywords: [{ label: { en: 'R/V Thalassa' } }] },
      ),
    ).toEqual([
      { path: 'resource.platforms', value: 'Thalassa', kind: 'merged', note: 'resource.keywords.label' },
    ]);
  });

  it('tells when authors changed their places', () => {
    const author = (person: string) => ({
      role: 'author',
      party: {
        person,
        identifiers: [],
        organisationIdentifiers: [],
        emails: [],
        phones: [],
        facsimiles: [],
        addresses: [],
        online: [],
      },
    });
    const [one, two] = [author('Conti, Anita'), author('Nansen, Fridtjof')];
    expect(compare({ responsibilities: [one, two] }, { responsibilities: [two, one] })).toMatchObject([
      { path: 'resource.responsibilities', kind: 'changed', note: 'order' },
    ]);
  });

  it('loses nothing of any record against itself', () => {
    fc.assert(
      fc.property(arbitraryRecord, (one) => {
        expect(compareRecords(one, structuredClone(one))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the report of a writer', () => {
  async function report(name: WriterName, sent: CatalogueRecord) {
    const writer = writerOf(name);
    if (!writer) throw new Error(`no writer ${name}`);
    return lossReport(sent, writer, context);
  }

  it('is empty where a format says everything', async () => {
    expect(await report('iso19139', record({ abstracts: { en: 'Words', fr: 'Des mots' } }))).toEqual({
      writer: 'iso19139',
      expressible: true,
      basis: 'read-back',
      losses: [],
    });
  });

  it('lists what Dublin Core leaves out', async () => {
    const { losses } = await report(
      'oai_dc',
      record({
        status: ['onGoing'],
        verticalExtents: [{ minimum: 0, maximum: 200, unit: 'm' }],
        maintenance: { frequency: 'daily', notes: [] },
      }),
    );
    expect(losses.map(({ path, kind }) => [path, kind])).toEqual(
      expect.arrayContaining([
        ['resource.status', 'dropped'],
        ['resource.verticalExtents', 'dropped'],
        ['resource.maintenance', 'dropped'],
      ]),
    );
  });

  it('says when a format can’t say the record', async () => {
    expect(await report('iso19139', record({ titles: {} }))).toEqual({
      writer: 'iso19139',
      expressible: false,
      basis: 'writer',
      losses: [],
    });
  });

  it('rests on the writer where nobody reads its documents', async () => {
    const writer = writerOf('schema.org');
    if (!writer) throw new Error('no schema.org');
    const { basis, losses } = await lossReport(
      record({ status: ['onGoing'] }),
      { ...writer, write: () => ({ text: 'not JSON', losses: ['resource.status', 'a thing nobody knows'] }) },
      context,
    );
    expect(basis).toBe('writer');
    expect(losses).toEqual([
      { path: 'resource.status', value: 'onGoing', kind: 'dropped' },
      { path: '', value: '', kind: 'dropped', note: 'a thing nobody knows' },
    ]);
  });
});

/** Every text, number or truth value of a record, with its place; `derived` also what follows from others. */
function said(
  value: Value,
  path = '',
  field = '',
  derived = false,
): { path: string; field: string; meaning: string }[] {
  if (!isTold(value) || value === null || value === undefined) return [];
  if (isList(value)) return value.flatMap((item, index) => said(item, `${path}[${index}]`, field, derived));
  if (isObject(value)) {
    const members = derived || languageMaps.has(field) ? Object.entries(value) : membersOf(value, path);
    return members.flatMap(([key, member]) =>
      said(member, path === '' ? key : `${path}.${key}`, key, derived),
    );
  }
  return [{ path, field: path.replace(/\[\d+\]/g, ''), meaning: meaningOf(value) }];
}

const covers = ({ path }: Loss, place: string) =>
  place === path || place.startsWith(`${path}.`) || place.startsWith(`${path}[`);

describe('nothing is lost in silence', () => {
  it.each(writers.map((writer) => [writer.name, writer] as const))('%s', async (_name, writer) => {
    const read = (await import('../index.ts')).formatOf(writer.format).read;
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (sent) => {
        const { expressible, basis, losses } = await lossReport(sent, writer, context);
        if (!expressible || basis === 'writer') return;
        const text = writer.write(sent, context)?.text ?? '';
        const again = await read?.(new TextEncoder().encode(text), {
          mediaType: writer.mediaType,
          baseUrl: context.pageUrl,
        });
        const kept = new Set(
          said(again?.record ?? null, '', '', true).map(({ field, meaning }) => `${field} ${meaning}`),
        );
        const silent = said(sent).filter(
          ({ path, field, meaning }) =>
            !kept.has(`${field} ${meaning}`) && !losses.some((loss) => covers(loss, path)),
        );
        expect(silent).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
