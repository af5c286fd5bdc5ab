import { bibtexOf, cslItem, endnoteOf, risOf } from '../citations/index.ts';
import type { CatalogueRecord } from '../model/index.ts';
import { plainTextOf, richTextOf, type Sheet, workbookOf } from './documents.ts';

/** A document that people take along: a reference for their manager of citations, or the metadata to read. */
export type RecordExport = {
  name: 'bibtex' | 'ris' | 'endnote' | 'csl-json' | 'text' | 'rtf' | 'xlsx';
  kind: 'citation' | 'metadata';
  title: string;
  mediaType: string;
  /** Suffix of `/records/{id}.{suffix}`. */
  suffix: string;
  /**
   * @param about `language` (`en` or `fr`) of texts where a format holds only one; `labels` of the fields in that language
   * @returns `null` for a record without title
   */
  write(
    record: CatalogueRecord,
    about: { id: string; pageUrl: string; language: string; labels: Readonly<Record<string, string>> },
  ): Promise<string | Uint8Array | null>;
};

type About = Parameters<RecordExport['write']>[1];

const written =
  (write: (sheet: Sheet) => string | Uint8Array | Promise<Uint8Array>) =>
  async (record: CatalogueRecord, about: About) => {
    const item = cslItem(record, about);
    return item && write({ record, item, ...about });
  };

/** Every export, references first. */
export const recordExports: readonly RecordExport[] = [
  {
    name: 'bibtex',
    kind: 'citation',
    title: 'BibTeX',
    mediaType: 'application/x-bibtex',
    suffix: 'bib',
    write: written(({ item }) => bibtexOf(item)),
  },
  {
    name: 'ris',
    kind: 'citation',
    title: 'RIS',
    mediaType: 'application/x-research-info-systems',
    suffix: 'ris',
    write: written(({ item }) => risOf(item)),
  },
  {
    name: 'endnote',
    kind: 'citation',
    title: 'EndNote',
    mediaType: 'application/x-endnote-refer',
    suffix: 'enw',
    write: written(({ item }) => endnoteOf(item)),
  },
  {
    name: 'csl-json',
    kind: 'citation',
    title: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    suffix: 'csl.json',
    write: written(({ item }) => `${JSON.stringify(item, null, 2)}\n`),
  },
  {
    name: 'text',
    kind: 'metadata',
    title: 'Text',
    mediaType: 'text/plain',
    suffix: 'txt',
    write: written(plainTextOf),
  },
  {
    name: 'rtf',
    kind: 'metadata',
    title: 'RTF',
    mediaType: 'application/rtf',
    suffix: 'rtf',
    write: written(richTextOf),
  },
  {
    name: 'xlsx',
    kind: 'metadata',
    title: 'Excel (XLSX)',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    suffix: 'xlsx',
    write: written(workbookOf),
  },
];
