/** Raised whenever the tables or the analysis of text change: an index of another version is made anew. */
export const schemaVersion = 2;

/**
 * The index file. A record keeps its document number for ever; `state` 0 is removed (the row stays, so that an older
 * state cannot come back), 1 for staff only, 2 public; `copy` 1 where another record stands for it.
 * `facets` are 32-bit (facet << 24 | value number); `extents` are 64-bit floats: boxes, periods and depths, each list
 * after its length. `changes` tells other processes which documents to read again; `generation` that all of them.
 */
export const schema = `
  CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL,
    generation TEXT NOT NULL,
    revision INTEGER NOT NULL,
    forgotten INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE documents (
    document INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    state INTEGER NOT NULL,
    copy INTEGER NOT NULL,
    title_en TEXT NOT NULL,
    title_fr TEXT NOT NULL,
    title_words REAL NOT NULL,
    sort_date REAL NOT NULL,
    modified REAL NOT NULL,
    facets BLOB NOT NULL,
    extents BLOB NOT NULL
  ) STRICT;
  CREATE TABLE facet_values (
    facet INTEGER NOT NULL,
    number INTEGER NOT NULL,
    folded TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (facet, number),
    UNIQUE (facet, folded)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE identifiers (
    identifier TEXT NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (identifier, document)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX identifiers_by_document ON identifiers (document);
  CREATE TABLE vocabulary (number INTEGER PRIMARY KEY AUTOINCREMENT, word TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE changes (sequence INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL) STRICT;
  CREATE VIRTUAL TABLE texts USING fts5(
    title, abstract, keyword, party, variable, identifier,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '~'"
  );
`;

/** What a process must read again; older changes are forgotten, and a reader that missed them reads everything. */
export const changesKept = 50_000;
