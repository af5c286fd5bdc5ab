import type { Database } from 'better-sqlite3';
import { fold, indexedText, indexedTexts, words } from '../analysis/index.ts';
import type { SearchDocument } from '../engine.ts';
import { facetNames } from '../query.ts';
import { type DocumentColumns, documentColumns, foldIdentifier } from './document-row.ts';
import { changesKept } from './schema.ts';

type Known = { document: number; revision: number };

/** The analysed text of a document, column by column, and its words. */
export type AnalysedDocument = { document: SearchDocument; columns: string[]; vocabulary: Set<string> };

/** Analyses the texts of a document; done before the transaction, so that nobody waits for it. */
export function analyse(document: SearchDocument): AnalysedDocument {
  const vocabulary = new Set<string>();
  const columns = [
    indexedTexts([document.titles, ...document.alternateTitles], vocabulary),
    indexedTexts([document.abstracts], vocabulary),
    indexedTexts(document.keywords, vocabulary),
    document.parties.map((party) => indexedText(party, 'und', vocabulary)).join(' '),
    indexedTexts(document.variables, vocabulary),
    document.identifiers.map((identifier) => indexedIdentifier(identifier, vocabulary)).join(' '),
  ];
  return { document, columns, vocabulary };
}

/** Identifiers have no endings: stems would only take room. */
function indexedIdentifier(identifier: string, vocabulary: Set<string>): string {
  const parts = words(identifier.slice(0, 2000)).map(({ folded }) => folded);
  for (const part of parts) vocabulary.add(part);
  return `${parts.join(' ')} ¦`;
}

/**
 * Writes documents and removals in the caller's transaction. What the index knows in a later revision stays.
 * @param throughRevision the log has been read this far: the index then says so, unless it is further already
 */
export function writeDocuments(
  connection: Database,
  put: readonly AnalysedDocument[],
  remove: readonly string[],
  throughRevision: number,
): void {
  const known = connection.prepare<[string], Known>('SELECT document, revision FROM documents WHERE id = ?');
  const forget = forgetting(connection);
  const changed = connection.prepare('INSERT INTO changes (document) VALUES (?)');
  const numberOf = facetNumbers(connection);
  const place = connection.prepare<[DocumentColumns & { id: string; revision: number; facets: Buffer }]>(
    `INSERT INTO documents (id, revision, state, copy, title_en, title_fr, title_words, sort_date, modified, facets, extents)
     VALUES (@id, @revision, @state, @copy, @title_en, @title_fr, @title_words, @sort_date, @modified, @facets, @extents)
     ON CONFLICT (id) DO UPDATE SET revision = @revision, state = @state, copy = @copy, title_en = @title_en, title_fr = @title_fr,
       title_words = @title_words, sort_date = @sort_date, modified = @modified, facets = @facets, extents = @extents`,
  );
  const text = connection.prepare(
    'INSERT INTO texts (rowid, title, abstract, keyword, party, variable, identifier) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const identify = connection.prepare('INSERT OR IGNORE INTO identifiers VALUES (?, ?)');
  const learn = connection.prepare('INSERT OR IGNORE INTO vocabulary (word) VALUES (?)');
  const learned = new Set<string>();
  for (const { document, columns, vocabulary } of put) {
    const before = known.get(document.id);
    if (before && before.revision > document.revision) continue;
    if (before) forget(before.document);
    const facets = facetCodes(document, numberOf);
    place.run({ ...documentColumns(document), id: document.id, revision: document.revision, facets });
    const number = before?.document ?? known.get(document.id)?.document;
    text.run(number, ...columns);
    for (const identifier of new Set([document.id, ...document.identifiers].map(foldIdentifier)))
      identify.run(identifier, number);
    changed.run(number);
    for (const word of vocabulary) learned.add(word);
  }
  for (const word of learned) learn.run(word);
  const empty = connection.prepare(
    "UPDATE documents SET revision = ?, state = 0, title_en = '', title_fr = '', facets = x'', extents = ? WHERE document = ?",
  );
  const nothing = Buffer.from(new Float64Array(3).buffer);
  for (const id of remove) {
    const before = known.get(id);
    if (!before || before.revision > throughRevision) continue;
    forget(before.document);
    empty.run(throughRevision, nothing, before.document);
    changed.run(before.document);
  }
  connection.prepare('UPDATE state SET revision = max(revision, ?)').run(throughRevision);
  forgetChanges(connection);
}

function forgetting(connection: Database): (document: number) => void {
  const text = connection.prepare('DELETE FROM texts WHERE rowid = ?');
  const identifiers = connection.prepare('DELETE FROM identifiers WHERE document = ?');
  return (document) => {
    text.run(document);
    identifiers.run(document);
  };
}

/** Gives each value of a facet a number; values that differ in case and accents only share one. */
function facetNumbers(connection: Database): (facet: number, value: string) => number {
  const find = connection
    .prepare<[number, string], number>('SELECT number FROM facet_values WHERE facet = ? AND folded = ?')
    .pluck();
  const add = connection
    .prepare<{ facet: number; folded: string; value: string }, number>(
      `INSERT INTO facet_values (facet, number, folded, value)
       SELECT @facet, coalesce(max(number) + 1, 0), @folded, @value FROM facet_values WHERE facet = @facet
       RETURNING number`,
    )
    .pluck();
  const seen = new Map<string, number>();
  return (facet, value) => {
    const folded = fold(value);
    const key = `${facet} ${folded}`;
    const number =
      seen.get(key) ?? find.get(facet, folded) ?? add.get({ facet, folded, value }) ?? Number.NaN;
    seen.set(key, number);
    return number;
  };
}

function facetCodes(document: SearchDocument, numberOf: (facet: number, value: string) => number): Buffer {
  const codes = facetNames.flatMap((name, facet) => [
    ...new Set((document.facets[name] ?? []).map((value) => facet * 2 ** 24 + numberOf(facet, value))),
  ]);
  return Buffer.from(new Uint32Array(codes).buffer);
}

function forgetChanges(connection: Database): void {
  connection
    .prepare(
      'UPDATE state SET forgotten = max(forgotten, (SELECT coalesce(max(sequence), 0) FROM changes) - ?)',
    )
    .run(changesKept);
  connection.prepare('DELETE FROM changes WHERE sequence <= (SELECT forgotten FROM state)').run();
}
