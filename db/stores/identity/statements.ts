import type { Database } from '../../database.ts';

export type LinkRow = {
  leftId: string;
  rightId: string;
  verdict: 'same' | 'perhaps';
  score: number;
  reasons: string;
};
export type PairRow = { leftId: string; rightId: string };

/** Lists of ids and keys are handed over as one JSON array: a statement for a page, not for a record. */
const listed = '(SELECT value FROM json_each(?))';

export type IdentityStatements = ReturnType<typeof identityStatements>;

/** The prepared statements of the clusters. */
export function identityStatements({ connection }: Database) {
  const all = <Row>(text: string) => {
    const statement = connection.prepare<unknown[], Row>(text);
    return (...given: unknown[]): Row[] => statement.all(...given);
  };
  const run = (text: string) => {
    const statement = connection.prepare(text);
    return (...given: unknown[]): void => void statement.run(...given);
  };
  return {
    state: all<{ through: number; version: number; precedence: string }>(
      'SELECT through_revision AS "through", version, precedence FROM identity_state',
    ),
    saveState: run(
      `INSERT INTO identity_state (one, through_revision, version, precedence) VALUES (1, ?, ?, ?)
       ON CONFLICT (one) DO UPDATE SET through_revision = excluded.through_revision, version = excluded.version,
         precedence = excluded.precedence`,
    ),
    changedAfter: all<{ revision: number; recordId: string; kind: string }>(
      'SELECT revision, record_id AS recordId, kind FROM revisions WHERE revision > ? ORDER BY revision LIMIT ?',
    ),
    keysOf: all<{ key: string; recordId: string }>(
      `SELECT key, record_id AS recordId FROM identity_keys WHERE record_id IN ${listed}`,
    ),
    forgetKeys: run(`DELETE FROM identity_keys WHERE record_id IN ${listed}`),
    addKeys: run(
      `INSERT OR IGNORE INTO identity_keys (key, record_id)
       SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)`,
    ),
    countKeys: all<{ key: string; number: number }>(
      `SELECT key, count(*) AS number FROM identity_keys WHERE key IN ${listed} GROUP BY key`,
    ),
    holders: all<{ recordId: string }>(
      `SELECT DISTINCT record_id AS recordId FROM identity_keys WHERE key IN ${listed}`,
    ),
    candidates: all<{ one: string; other: string }>(
      `WITH own AS (SELECT key, record_id FROM identity_keys WHERE record_id IN ${listed}),
         narrow AS (SELECT key FROM identity_keys WHERE key IN (SELECT key FROM own) GROUP BY key HAVING count(*) <= ?)
       SELECT DISTINCT own.record_id AS one, beside.record_id AS other
       FROM own JOIN narrow ON narrow.key = own.key JOIN identity_keys AS beside ON beside.key = own.key
       WHERE beside.record_id <> own.record_id`,
    ),
    profilesOf: all<{ recordId: string; profile: string; sourceId: string }>(
      `SELECT record_id AS recordId, profile, source_id AS sourceId
       FROM identity_profiles JOIN records ON records.id = record_id WHERE record_id IN ${listed}`,
    ),
    saveProfile: run(
      `INSERT INTO identity_profiles (record_id, profile) VALUES (?, ?)
       ON CONFLICT (record_id) DO UPDATE SET profile = excluded.profile`,
    ),
    forgetProfiles: run(`DELETE FROM identity_profiles WHERE record_id IN ${listed}`),
    linksOf: all<LinkRow>(
      `SELECT left_id AS leftId, right_id AS rightId, verdict, score, reasons FROM identity_links WHERE left_id IN ${listed}
       UNION SELECT left_id, right_id, verdict, score, reasons FROM identity_links WHERE right_id IN ${listed}`,
    ),
    forgetLinks: run(`DELETE FROM identity_links WHERE left_id IN ${listed} OR right_id IN ${listed}`),
    saveLink: run(
      'INSERT OR REPLACE INTO identity_links (left_id, right_id, verdict, score, reasons) VALUES (?, ?, ?, ?, ?)',
    ),
    pairsOf: all<PairRow & { kind: 'join' | 'split' }>(
      `SELECT left_id AS leftId, right_id AS rightId, kind FROM identity_decision_pairs WHERE left_id IN ${listed}
       UNION SELECT left_id, right_id, kind FROM identity_decision_pairs WHERE right_id IN ${listed}`,
    ),
    membersBeside: all<{ recordId: string; clusterId: string; canonical: 0 | 1 }>(
      `SELECT record_id AS recordId, cluster_id AS clusterId, canonical FROM cluster_members
       WHERE cluster_id IN (SELECT cluster_id FROM cluster_members WHERE record_id IN ${listed})`,
    ),
    forgetMembers: run(`DELETE FROM cluster_members WHERE record_id IN ${listed}`),
    saveMember: run('INSERT INTO cluster_members (record_id, cluster_id, canonical) VALUES (?, ?, ?)'),
    clusterNames: all<{ clusterId: string }>(
      'SELECT DISTINCT cluster_id AS clusterId FROM cluster_members WHERE cluster_id > ? ORDER BY cluster_id LIMIT ?',
    ),
    candidatesForCanonical: all<{
      id: string;
      visibility: string;
      precedence: number | null;
      format: string;
      createdAt: string;
      arrival: number;
    }>(
      `SELECT records.id, visibility, precedence, format, records.created_at AS createdAt,
         records.rowid AS arrival
       FROM records LEFT JOIN sources ON sources.id = source_id WHERE records.id IN ${listed} AND deleted = 0`,
    ),
    precedences: all<{ id: string; precedence: number }>(
      'SELECT id, precedence FROM sources WHERE precedence IS NOT NULL ORDER BY id',
    ),
    lastRevision: all<{ revision: number; at: string }>(
      'SELECT revision, at FROM revisions ORDER BY revision DESC LIMIT 1',
    ),
    derive: run(
      `INSERT INTO revisions (revision, record_id, kind, change, at, actor, reason) VALUES (?, ?, 'derived', 'derived', ?, ?, ?)`,
    ),
    stampRevision: run('UPDATE records SET revision = ? WHERE id = ?'),
  };
}
