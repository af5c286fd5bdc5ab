import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSchemas, type Schemas } from '#catalogue/validation';
import type { Configuration } from '#runtime/config';

/** Where schemas are looked for: HALOCLINE_SCHEMAS, else `schemas` in the data folder. */
export function schemasFolderOf({ schemasFolder, dataFolder }: Configuration): string {
  return schemasFolder ?? join(dataFolder, 'schemas');
}

/** The schemas that are installed; `undefined` where there are none, which every report then says. */
export function installedSchemas(folder: string): Schemas | undefined {
  return existsSync(join(folder, 'catalog.xml')) ? openSchemas(folder) : undefined;
}
