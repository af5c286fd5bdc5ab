import { isDeepStrictEqual } from 'node:util';
import { asc, eq } from 'drizzle-orm';
import type { HarvestSource, SourceStore } from '#harvesters';
import type { Database } from '../database.ts';
import { sources } from '../schema/index.ts';

/** Builds the store of harvest sources. */
export function createSourceStore({ query, connection }: Database): SourceStore {
  const all = () => query.select().from(sources).orderBy(asc(sources.id)).all().map(toSource);
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
    async save({ themes = [], ...source }) {
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
          if (known && !isDeepStrictEqual(known.theme, row.theme)) tellOfThemes(connection, source.id);
        })
        .immediate();
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
