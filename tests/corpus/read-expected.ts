import type { Reading } from './compare.ts';
import { type CorpusReading, readCorpusDocument } from './corpus.ts';
import type { Expectation } from './expectation.ts';

/**
 * Reads the record that an expectation speaks of.
 * @throws Error when there is no such record: what the readers said instead
 */
export async function readExpected(corpus: string, expectation: Expectation): Promise<Reading> {
  const { readings, problems } = await readCorpusDocument(corpus, expectation.file);
  const found = readings.find((reading) => reading.record !== null && isMeant(expectation.record, reading));
  if (!found?.record) {
    const told = [...problems, ...readings.flatMap((reading) => reading.problems)];
    const why = told.map(({ code, message }) => `${code}: ${message}`).slice(0, 5);
    throw new Error(`${expectation.file} gave no such record, among ${readings.length}. ${why.join(' ')}`);
  }
  const { part, record } = found;
  const header = expectation.file.startsWith('oai-pmh/') ? part.datestamp : undefined;
  return { record, problems: found.problems, ...(header ? { headerDatestamp: header } : {}) };
}

/** By identifier or URI; the first record where an expectation names none. */
function isMeant(wanted: string | undefined, { part, record }: CorpusReading): boolean {
  if (wanted === undefined) return true;
  const names = record?.resource.identifiers.flatMap(({ code, uri }) => [code, uri]) ?? [];
  return [part.identifier, record?.metadataIdentifier, record?.dataSetUri, ...names].includes(wanted);
}
