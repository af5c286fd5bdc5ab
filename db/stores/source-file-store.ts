import { and, eq, inArray, ne } from 'drizzle-orm';
import type { SourceFileStore } from '#harvesters';
import type { Database } from '../database.ts';
import { sourceFiles } from '../schema/index.ts';

/** Builds the store of the files of folders that need not be fetched again while they are unchanged. */
export function createSourceFileStore({ query }: Database): SourceFileStore {
  return {
    async get(sourceId, addresses) {
      const { address, validator, gave, leads } = sourceFiles;
      return query
        .select({ address, validator, gave, leads })
        .from(sourceFiles)
        .where(and(eq(sourceFiles.sourceId, sourceId), inArray(address, [...addresses])))
        .all()
        .map(({ leads: told, ...file }) => ({ ...file, ...(told === null ? {} : { leads: told }) }));
    },
    async keep(sourceId, runId, files) {
      query.transaction((within) => {
        for (const { address, validator, gave, leads = null } of files) {
          const row = { sourceId, address, validator, gave, leads, runId };
          within
            .insert(sourceFiles)
            .values(row)
            .onConflictDoUpdate({ target: [sourceFiles.sourceId, sourceFiles.address], set: row })
            .run();
        }
      });
    },
    async sweep(sourceId, runId) {
      query
        .delete(sourceFiles)
        .where(and(eq(sourceFiles.sourceId, sourceId), ne(sourceFiles.runId, runId)))
        .run();
    },
  };
}
