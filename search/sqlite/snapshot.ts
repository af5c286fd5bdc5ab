import type { Database } from 'better-sqlite3';
import { fold } from '../analysis/index.ts';
import { type FacetName, facetNames, type SearchRequest } from '../query.ts';
import { type DocumentColumns, readExtents, readFacetCodes } from './document-row.ts';
import { DocumentSet } from './document-set.ts';
import { Rows } from './rows.ts';
import { Vocabulary } from './vocabulary.ts';

type StoredRow = DocumentColumns & { document: number; id: string; facets: Buffer };
type StateRow = { generation: string; revision: number; forgotten: number; sequence: number };

/** Of remembered sets of facet values. */
const setBytes = 32 * 1024 * 1024;

/** Spellings of a facet's values by their number, as given and folded, and the numbers by folded spelling. */
export type FacetValues = { spellings: string[]; folded: string[]; numbers: Map<string, number> };

/**
 * What is held in memory of the index, in step with the file: who is visible, columns to sort and filter by, facets.
 * Document numbers are dense; a removed document keeps its number.
 */
export class Snapshot {
  revision = 0;
  /** Numbers are below it. */
  size = 0;
  ids: string[] = [];
  staff = DocumentSet.empty(0);
  public = DocumentSet.empty(0);
  /** Documents that another one stands for, whoever may see them. */
  copies = DocumentSet.empty(0);
  titles: { en: string[]; fr: string[] } = { en: [], fr: [] };
  titleWords: number[] = [];
  sortDates: number[] = [];
  modified: number[] = [];
  boxes = new Rows(4, (length) => new Float64Array(length));
  periods = new Rows(2, (length) => new Float64Array(length));
  depths = new Rows(2, (length) => new Float64Array(length));
  facets = facetTable(() => new Rows(1, (length) => new Uint32Array(length)));
  values = facetTable<FacetValues>(() => ({ spellings: [], folded: [], numbers: new Map() }));
  vocabulary = new Vocabulary();
  private valueSets = new Map<string, DocumentSet>();
  private generation = '';
  private sequence = 0;
  private dataVersion = -1;

  /**
   * Brings the snapshot up to the state that the connection's transaction sees.
   * @param stale the connection itself has written since
   * @returns whether anything changed
   */
  follow(connection: Database, stale: boolean): boolean {
    const version = Number(connection.pragma('data_version', { simple: true }));
    if (!stale && version === this.dataVersion) return false;
    const state = connection
      .prepare<[], StateRow>(
        `SELECT generation, revision, forgotten,
                coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'changes'), 0) AS sequence FROM state`,
      )
      .get();
    if (!state) throw new Error('The search index has no state');
    const known = state.generation === this.generation && this.sequence >= state.forgotten;
    const changed = !known || state.sequence !== this.sequence || state.revision !== this.revision;
    if (!known) this.clear();
    if (changed) this.valueSets.clear();
    this.readFacetValues(connection);
    const rows = known
      ? connection.prepare<[number], StoredRow>(
          'SELECT * FROM documents WHERE document IN (SELECT document FROM changes WHERE sequence > ?)',
        )
      : connection.prepare<[number], StoredRow>('SELECT * FROM documents WHERE ? IS NOT NULL');
    this.reserve(
      1 +
        (connection.prepare<[], number>('SELECT coalesce(max(document), -1) FROM documents').pluck().get() ??
          -1),
    );
    if (state.sequence !== this.sequence || !known)
      for (const row of rows.iterate(this.sequence)) this.place(row);
    this.generation = state.generation;
    this.sequence = state.sequence;
    this.revision = state.revision;
    this.dataVersion = version;
    return changed;
  }

  /** Everything that a request may find. */
  within({ reader, copies }: Pick<SearchRequest, 'reader' | 'copies'>): DocumentSet {
    return copies ? this[reader] : this[reader].andNot(this.copies);
  }

  /** Number of a facet's value, whatever its case and accents; `undefined` when no record has it. */
  valueNumber(facet: FacetName, value: string): number | undefined {
    return this.values[facet].numbers.get(fold(value));
  }

  /** Documents that have a value of a facet; remembered until the index changes. */
  documentsWith(facet: FacetName, value: string): DocumentSet {
    const number = this.valueNumber(facet, value);
    if (number === undefined) return DocumentSet.empty(this.size);
    const key = `${facet} ${number}`;
    const known = this.valueSets.get(key);
    if (known) return known;
    const found = DocumentSet.empty(this.size);
    const { owners, columns, length } = this.facets[facet];
    const numbers = columns[0];
    for (let row = 0; row < length; row += 1) {
      if (numbers?.[row] === number) found.add(owners[row] ?? -1);
    }
    if (this.valueSets.size * found.bits.byteLength > setBytes) this.valueSets.clear();
    this.valueSets.set(key, found);
    return found;
  }

  /** Bytes of the typed arrays and sets. */
  get bytes(): number {
    const rows = [this.boxes, this.periods, this.depths, ...Object.values(this.facets)];
    return rows.reduce((sum, { bytes }) => sum + bytes, 0) + 3 * this.staff.bits.byteLength;
  }

  private clear(): void {
    Object.assign(this, new Snapshot());
  }

  private reserve(size: number): void {
    if (size > this.staff.bits.length * 32 || this.size === 0) {
      const room = Math.ceil(size * 1.2) + 32;
      this.staff = this.staff.grown(room);
      this.public = this.public.grown(room);
      this.copies = this.copies.grown(room);
    }
    this.size = this.staff.size;
  }

  private readFacetValues(connection: Database): void {
    const read = connection.prepare<[number, number], { number: number; folded: string; value: string }>(
      'SELECT number, folded, value FROM facet_values WHERE facet = ? AND number >= ? ORDER BY number',
    );
    facetNames.forEach((name, facet) => {
      const { spellings, folded, numbers } = this.values[name];
      for (const row of read.iterate(facet, spellings.length)) {
        spellings[row.number] = row.value;
        folded[row.number] = row.folded;
        numbers.set(row.folded, row.number);
      }
    });
  }

  private place(row: StoredRow): void {
    const { document } = row;
    const { boxes, periods, depths } = readExtents(row.extents);
    this.ids[document] = row.id;
    this.titles.en[document] = row.title_en;
    this.titles.fr[document] = row.title_fr === row.title_en ? row.title_en : row.title_fr;
    this.titleWords[document] = row.title_words;
    this.sortDates[document] = row.sort_date;
    this.modified[document] = row.modified;
    this.boxes.set(document, boxes);
    this.periods.set(document, periods);
    this.depths.set(document, depths);
    const codes = readFacetCodes(row.facets);
    let at = 0;
    facetNames.forEach((name, facet) => {
      const from = at;
      while (at < codes.length && (codes[at] ?? 0) >>> 24 === facet) at += 1;
      this.facets[name].set(
        document,
        codes.subarray(from, at).map((code) => code & 0xffffff),
      );
    });
    if (row.copy === 1 && row.state > 0) this.copies.add(document);
    else this.copies.delete(document);
    for (const [set, least] of [
      [this.staff, 1],
      [this.public, 2],
    ] as const) {
      if (row.state >= least) set.add(document);
      else set.delete(document);
    }
  }
}

function facetTable<Value>(make: () => Value): Record<FacetName, Value> {
  return {
    type: make(),
    source: make(),
    organisation: make(),
    network: make(),
    project: make(),
    theme: make(),
    keyword: make(),
    variable: make(),
    platform: make(),
    licence: make(),
    year: make(),
    access: make(),
  };
}
