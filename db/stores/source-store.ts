import { asc, eq } from 'drizzle-orm';
import type { HarvestSource, SourceStore } from '#harvesters';
import type { Database } from '../database.ts';
import { sources } from '../schema/index.ts';

/** Builds the store of harvest sources. */
export function createSourceStore({ query }: Database): SourceStore {
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
    async save(source) {
      const row = {
        ...source,
        homepage: source.homepage ?? null,
        contactEmail: source.contactEmail ?? null,
        location: source.location ?? null,
        schedule: source.schedule ?? null,
        policy: source.policy ?? null,
        rules: source.rules ?? null,
        ownerId: source.ownerId ?? null,
        theme: source.theme ?? null,
        precedence: source.precedence ?? null,
        closed: source.closed ?? null,
      };
      query.insert(sources).values(row).onConflictDoUpdate({ target: sources.id, set: row }).run();
    },
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
    ...(ownerId === null ? {} : { ownerId }),
    ...(theme === null ? {} : { theme }),
    ...(precedence === null ? {} : { precedence }),
    ...(closed === null ? {} : { closed }),
  };
}
