import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { context, tides } from '../json-record/testing/records.ts';
import { readSchemaOrg } from '../schema-org/read.ts';
import { writeCroissant } from './write.ts';

describe('writeCroissant', () => {
  it('writes a dataset with the files that can be checked', async () => {
    const written = writeCroissant(tides(), context) ?? expect.fail('nothing written');
    const document = JSON.parse(written.text);
    expect(document).toMatchObject({
      '@type': 'sc:Dataset',
      '@id': 'https://doi.org/10.5072/tides',
      conformsTo: 'http://mlcommons.org/croissant/1.1',
      name: 'Tides',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      url: 'https://portal.example.org/records/abc',
      creator: { '@type': 'Person', name: 'Roux, Ada' },
      datePublished: '2021-02-03',
      identifier: 'https://doi.org/10.5072/tides',
      distribution: [
        {
          '@type': 'cr:FileObject',
          '@id': 'https://e.org/tides.csv',
          name: 'Table',
          contentUrl: 'https://e.org/tides.csv',
          encodingFormat: 'text/csv',
          contentSize: '1024 B',
          sha256: 'ab12',
        },
      ],
    });
    expect(written.losses).toContain('resource.distributions: 1 without a checksum');
    const [expanded] = await jsonld.expand(document, {
      documentLoader: () => Promise.reject(new Error('no network')),
    });
    expect(Object.keys(expanded ?? {})).toContain('http://purl.org/dc/terms/conformsTo');
    const { record } = await readSchemaOrg(new TextEncoder().encode(written.text));
    expect(record?.resource.distributions[0]).toMatchObject({
      url: 'https://e.org/tides.csv',
      byteSize: 1024,
      checksum: { algorithm: 'sha256', value: 'ab12' },
    });
  });

  it('writes nothing that is no dataset, or lacks what is mandatory', () => {
    const service = tides();
    service.resource.type = 'service';
    const unlicensed = tides();
    unlicensed.resource.licences = [];
    const undated = tides();
    undated.resource.dates = [];
    expect([service, unlicensed, undated].map((record) => writeCroissant(record, context))).toEqual([
      null,
      null,
      null,
    ]);
  });
});
