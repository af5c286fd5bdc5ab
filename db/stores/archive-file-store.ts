import { createHash } from 'node:crypto';
import { and, asc, eq, gt, ne, notExists, sql } from 'drizzle-orm';
import type { ArchiveFile, ArchiveFileStore } from '#harvesters';
import type { Database } from '../database.ts';
import { archiveFiles, archiveVariables } from '../schema/index.ts';

type Facts = NonNullable<NonNullable<ArchiveFile['described']>['facts']>;

/** Builds the store of what is known of the files of archives. */
export function createArchiveFileStore({ query }: Database): ArchiveFileStore {
  const mine = (sourceId: string, walk: string) =>
    and(eq(archiveFiles.sourceId, sourceId), eq(archiveFiles.walk, walk));
  return {
    async note(sourceId, walk, files) {
      query.transaction((within) => {
        for (const { path, group, size, modifiedMs } of files) {
          const isSame = sql`${archiveFiles.size} = excluded.size and ${archiveFiles.modifiedMs} = excluded.modified_ms`;
          within
            .insert(archiveFiles)
            .values({ sourceId, path, group, size, modifiedMs, walk })
            .onConflictDoUpdate({
              target: [archiveFiles.sourceId, archiveFiles.path],
              set: {
                group,
                size,
                modifiedMs,
                walk,
                version: sql`case when ${isSame} then ${archiveFiles.version} end`,
              },
            })
            .run();
        }
      });
    },
    async sweep(sourceId, walk) {
      query.transaction((within) => {
        within
          .delete(archiveFiles)
          .where(and(eq(archiveFiles.sourceId, sourceId), ne(archiveFiles.walk, walk)))
          .run();
        const users = query
          .select({ one: sql`1` })
          .from(archiveFiles)
          .where(eq(archiveFiles.variables, archiveVariables.hash));
        within.delete(archiveVariables).where(notExists(users)).run();
      });
    },
    async groups(sourceId, walk, after, limit) {
      return query
        .selectDistinct({ group: archiveFiles.group })
        .from(archiveFiles)
        .where(and(mine(sourceId, walk), gt(archiveFiles.group, after)))
        .orderBy(asc(archiveFiles.group))
        .limit(limit)
        .all()
        .map(({ group }) => group);
    },
    async filesOf(sourceId, walk, group, version, after, limit) {
      const rows = query
        .select({ file: archiveFiles, variables: archiveVariables.variables })
        .from(archiveFiles)
        .leftJoin(archiveVariables, eq(archiveFiles.variables, archiveVariables.hash))
        .where(and(mine(sourceId, walk), eq(archiveFiles.group, group), gt(archiveFiles.path, after)))
        .orderBy(asc(archiveFiles.path))
        .limit(limit)
        .all();
      return rows.map(({ file, variables }): ArchiveFile => {
        const { path, size, modifiedMs, facts, problems } = file;
        const listed = { path, group, size, modifiedMs };
        if (file.version !== version) return listed;
        const header = facts && { ...facts.header, variables: variables ?? [] };
        const described = { ...(header ? { facts: { ...facts, header } } : {}), problems: problems ?? [] };
        return { ...listed, described };
      });
    },
    async keep(sourceId, version, files) {
      query.transaction((within) => {
        for (const { path, described } of files) {
          const { facts, problems } = described;
          const kept = facts && withoutVariables(facts);
          if (kept)
            within
              .insert(archiveVariables)
              .values({ hash: kept.hash, variables: kept.variables })
              .onConflictDoNothing()
              .run();
          within
            .update(archiveFiles)
            .set({ version, facts: kept?.facts ?? null, variables: kept?.hash ?? null, problems })
            .where(and(eq(archiveFiles.sourceId, sourceId), eq(archiveFiles.path, path)))
            .run();
        }
      });
    },
  };
}

function withoutVariables(facts: Facts) {
  const { variables, ...header } = facts.header;
  const hash = createHash('sha256').update(JSON.stringify(variables)).digest('hex');
  return { facts: { ...facts, header }, variables, hash };
}
