import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { emptyRecord } from '../model/index.ts';
import { arbitraryRecord } from '../model/testing/arbitrary-record.ts';
import { metadataRows, recordExports } from './index.ts';

const labels = {
  titles: 'Title',
  keywords: 'Keyword',
  responsibilities: 'People',
  spatialExtents: 'Area',
  dates: 'Date',
};
const about = { id: 'r1', pageUrl: 'https://catalogue.example.org/records/r1', language: 'fr', labels };

function record() {
  const made = emptyRecord();
  made.resource.titles = { fr: 'Salinité – rade de {Brest}', en: '=HYPERLINK("x")' };
  made.resource.spatialExtents = [{ box: { west: -5, south: 48, east: -4, north: 48.5 }, inclusive: true }];
  made.resource.dates = [{ type: 'publication', date: '2020' }];
  made.resource.variables = [{ names: { fr: 'Salinité' }, shortName: 'PSAL', unit: '1e-3', minimum: 30 }];
  return made;
}

const written = async (name: string) => {
  const found = recordExports.find((one) => one.name === name);
  const document = await found?.write(record(), about);
  if (!document) throw new Error(`${name} wrote nothing`);
  return document;
};

it('rows say every field in words, texts in each language', () => {
  expect(metadataRows(record(), 'fr', labels)).toEqual([
    { field: 'type', value: 'Jeu de données' },
    { field: 'Title', value: 'Salinité – rade de {Brest}', language: 'fr' },
    { field: 'Title', value: '=HYPERLINK("x")', language: 'en' },
    { field: 'Date', value: 'Publication, 2020' },
    { field: 'Area', value: 'W -5, S 48, E -4, N 48.5' },
    { field: 'variables', value: 'Salinité, PSAL, unit: 1e-3, minimum: 30' },
  ]);
});

describe('documents to take along', () => {
  it('in text begin with the title and the citation', async () => {
    expect(
      String(await written('text'))
        .split('\n')
        .slice(0, 5),
    ).toEqual([
      'Salinité – rade de {Brest}',
      '==========================',
      '',
      'Citation: Salinité – rade de {Brest}. (2020). [Jeu de données]. https://catalogue.example.org/records/r1',
      'Page: https://catalogue.example.org/records/r1',
    ]);
  });

  it('in RTF are plain ASCII with balanced braces', async () => {
    const text = String(await written('rtf'));
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    expect(text).toContain('Salinit\\u233? \\u8211? rade de \\{Brest\\}');
    const braces = text.replace(/\\[\\{}]/g, '').replace(/[^{}]/g, '');
    let depth = 0;
    for (const brace of braces) depth += brace === '{' ? 1 : -1;
    expect(depth).toBe(0);
  });

  it('as a workbook hold texts as texts, and numbers as numbers', async () => {
    const bytes = Buffer.from(await written('xlsx'));
    const [metadata, variables] = await readXlsxFile(bytes);
    expect(metadata?.data).toContainEqual(['Title', '=HYPERLINK("x")', 'en']);
    expect(variables?.data[1]).toEqual(['Salinité', 'PSAL', null, '1e-3', null, 30, null]);
  });

  it('can be written of every record that has a title', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (any) => {
        for (const { write, name } of recordExports) {
          if (name === 'xlsx') continue;
          const document = await write(any, about);
          expect(document === null).toBe(Object.values(any.resource.titles).every((title) => !title));
        }
      }),
      { numRuns: 30 },
    );
  });
});
