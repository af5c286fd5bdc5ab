import { describe, expect, it } from 'vitest';
import { corpusDocuments, corpusFolders, readCorpusDocument } from '#tests/corpus/corpus.ts';
import { shared } from '#tests/shared.ts';
import { schemasFolder, validateXml } from '#tests/xsd.ts';
import { type CatalogueRecord, catalogueRecord, localise } from '../model/index.ts';
import { formatOf } from './index.ts';

const corpus = shared('corpus');
const context = { id: 'r1', pageUrl: 'https://example.org/records/r1', datestamp: '2026-01-01T00:00:00Z' };
const dialects = ['iso19139', 'iso19115-3'] as const;

/** Why a record is not written: what ISO demands and the document does not tell. */
const whyRefused = 'nothing tells which resource it is: no title, abstract or identifier of anything';

const isEmpty = ({
  metadataIdentifier,
  resource: { titles, alternateTitles, abstracts, identifiers },
}: CatalogueRecord) =>
  !metadataIdentifier &&
  !localise(titles) &&
  !localise(abstracts) &&
  alternateTitles.length + identifiers.length === 0;

describe.runIf(corpus).each(corpusFolders)('the documents of %s', (folder) => {
  const documents = corpusDocuments(corpus ?? '').filter((document) => document.folder === folder);

  it('are each a record of the model or a listed problem, and what is written of them is valid', {
    timeout: 600_000,
  }, async () => {
    const silent: string[] = [];
    const invalid: string[] = [];
    const refused = new Set<string>();
    const untitled = new Set<string>();
    const unabstracted = new Set<string>();
    const unexplained: string[] = [];
    let records = 0;
    for (const { path } of documents) {
      const { readings, problems } = await readCorpusDocument(corpus ?? '', path);
      if (readings.length === 0 && problems.length === 0) silent.push(path);
      for (const { part, record, problems: told } of readings) {
        if (record === null) {
          if (!part.deleted && !told.some(({ severity }) => severity === 'error')) silent.push(path);
          continue;
        }
        records += 1;
        if (part.format.startsWith('iso')) {
          expect(catalogueRecord.safeParse(record).error, path).toBeUndefined();
          for (const problem of told) expect(problem.path, `${path} ${problem.code}`).toMatch(/^\//);
        }
        for (const name of dialects) {
          const written = formatOf(name).write?.(record, context);
          if (!written) {
            if (isEmpty(record)) refused.add(path);
            else unexplained.push(`${path} as ${name}`);
            continue;
          }
          if (!localise(record.resource.titles)) untitled.add(path);
          if (!localise(record.resource.abstracts)) unabstracted.add(path);
          const [fault] = schemasFolder ? validateXml(written.text, name) : [];
          if (fault) invalid.push(`${path} as ${name}: ${fault}`);
        }
      }
    }
    process.stdout.write(
      `${folder}: ${records} records; documents with records not written (${whyRefused}): ${refused.size}; ` +
        `written with a title said to be missing: ${untitled.size}, with an abstract said to be missing: ${unabstracted.size}\n`,
    );
    expect(silent).toEqual([]);
    expect(invalid).toEqual([]);
    expect(unexplained).toEqual([]);
  });
});
