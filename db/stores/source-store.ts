import { isDeepStrictEqual } from 'node:util';
import { asc, desc, eq } from 'drizzle-orm';
import type { HarvestSource, RulesVersion, SourceRules, SourceStore } from '#harvesters';
import type { Database } from '../database.ts';
import { rulesVersions, sources } from '../schema/index.ts';
import { type Clock, utcSeconds } from './clock.ts';

const noRules: SourceRules = { rules: [] };

/** Builds the store of harvest sources. */
export function createSourceStore({ query, connection }: Database, clock: Clock): SourceStore {
  const all = () => query.select().from(sources).orderBy(asc(sources.id)).all().map(toSource);
  /** Versions of the rules of a source, the newest first; all unless told. */
  const versionsOf = (sourceId: string, limit = -1) =>
    query
      .select()
      .from(rulesVersions)
      .where(eq(rulesVersions.sourceId, sourceId))
      .orderBy(desc(rulesVersions.version))
      .limit(limit)
      .all();
  return {
    async list() {
      return all().filter(({ closed }) => closed?.as !== 'removed');
    },
    async listRemoved() {
      return all().filter(({ closed }) => closed?.as === 'removed');
    },
    async get(id) {
      const row = query.select().from(sources).where(eq(sources.id, id)).get();
      return row ? toSource(row) : null;
    },
    async belongings() {
      const { id, ownerId, theme } = sources;
      return query.select({ id, ownerId, theme }).from(sources).all().map(belongingsOf);
    },
    async save({ themes = [], ...source }, { actor, undoes } = { actor: 'system' }) {
      const row = {
        ...source,
        homepage: source.homepage ?? null,
        contactEmail: source.contactEmail ?? null,
        location: source.location ?? null,
        schedule: source.schedule ?? null,
        policy: source.policy ?? null,
        rules: source.rules ?? null,
        ownerId: source.ownerId ?? null,
        theme: themes.length === 0 ? null : themes.join('\n'),
        precedence: source.precedence ?? null,
        closed: source.closed ?? null,
      };
      connection
        .transaction(() => {
          const known = query.select().from(sources).where(eq(sources.id, source.id)).get();
          query.insert(sources).values(row).onConflictDoUpdate({ target: sources.id, set: row }).run();
          if (!isDeepStrictEqual(known?.rules ?? noRules, row.rules ?? noRules)) {
            const [last] = versionsOf(source.id, 1);
            query
              .insert(rulesVersions)
              .values({
                sourceId: source.id,
                version: (last?.version ?? 0) + 1,
                rules: row.rules ?? noRules,
                at: utcSeconds(clock()),
                actor,
                undoes: undoes ?? null,
              })
              .run();
          }
          if (known && !isDeepStrictEqual(known.theme, row.theme)) tellOfThemes(connection, source.id);
        })
        .immediate();
    },
    async rulesVersions(sourceId) {
      return versionsOf(sourceId).map(
        ({ sourceId: _of, undoes, ...version }): RulesVersion => ({
          ...version,
          ...(undoes === null ? {} : { undoes }),
        }),
      );
    },
  };
}

/** The records of a source belong to other themes now: a row of the log for each has the index read them again. */
function tellOfThemes(connection: Database['connection'], sourceId: string): void {
  const last = connection.prepare('SELECT max(at) AS at FROM revisions').get();
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  const told = typeof last === 'object' && last !== null && 'at' in last ? last.at : null;
  const at = typeof told === 'string' && told > now ? told : now;
  connection
    .prepare(
      `INSERT INTO revisions (record_id, kind, change, at, actor, reason)
        SELECT id, 'derived', 'derived', ?, 'system', 'The themes of its source changed.'
        FROM records WHERE source_id = ? AND deleted = 0 ORDER BY id`,
    )
    .run(at, sourceId);
  connection
    .prepare(
      `UPDATE records SET revision = (SELECT max(revision) FROM revisions WHERE record_id = records.id)
        WHERE source_id = ? AND deleted = 0`,
    )
    .run(sourceId);
}

function belongingsOf(row: Pick<typeof sources.$inferSelect, 'id' | 'ownerId' | 'theme'>) {
  return {
    id: row.id,
    ...(row.ownerId === null ? {} : { ownerId: row.ownerId }),
    ...(row.theme === null ? {} : { themes: row.theme.split('\n') }),
  };
}

function toSource({
  homepage,
  contactEmail,
  location,
  schedule,
  policy,
  rules,
  ownerId,
  theme,
  precedence,
  closed,
  ...row
}: typeof sources.$inferSelect): HarvestSource {
  return {
    ...row,
    ...(homepage === null ? {} : { homepage }),
    ...(contactEmail === null ? {} : { contactEmail }),
    ...(location === null ? {} : { location }),
    ...(schedule === null ? {} : { schedule }),
    ...(policy === null ? {} : { policy }),
    ...(rules === null ? {} : { rules }),
    ...belongingsOf({ id: row.id, ownerId, theme }),
    ...(precedence === null ? {} : { precedence }),
    ...(closed === null ? {} : { closed }),
  };
}
