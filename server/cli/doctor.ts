import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '#runtime/config';
import { projectRoot } from '#runtime/root';
import type { House } from '../house.ts';
import type { Output } from '../progress.ts';
import { installedSchemas, schemasFolderOf } from '../schemas-folder.ts';
import { withHouse } from './with-house.ts';

/** One finding; `remedy` says what to do when it is not well. */
type Finding = { well: boolean; what: string; remedy?: string };

/** Below this much free disk a harvest may fail half-way, in bytes. */
const leastFreeSpace = 500 * 1024 * 1024;

/** `halocline doctor`: checks and says what to do; exit code 1 when something is amiss. It changes nothing. */
export async function doctor(output: Output): Promise<void> {
  const findings: Finding[] = [node(), pages(), dataFolder(), diskSpace(), schemas()];
  if (findings.every(({ well }) => well))
    await withHouse(async (house) => findings.push(...(await inside(house))));
  for (const { well, what, remedy } of findings)
    output.line(`${well ? 'ok ' : '!! '} ${what}${!well && remedy ? `\n     ${remedy}` : ''}`);
  if (findings.some(({ well }) => !well)) process.exitCode = 1;
}

function node(): Finding {
  return { well: true, what: `Node ${process.versions.node}` };
}

function pages(): Finding {
  const built = existsSync(join(projectRoot(), 'build', 'app', 'server', 'index.js'));
  return {
    well: built,
    what: built ? 'the pages are built' : 'the pages are not built',
    remedy: 'npm start builds them.',
  };
}

function dataFolder(): Finding {
  const { dataFolder: folder } = readConfiguration(process.env);
  if (!existsSync(folder))
    return { well: true, what: `data folder ${folder} will be made at the first start` };
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
    return { well: true, what: `data folder ${folder} can be written` };
  } catch {
    return {
      well: false,
      what: `data folder ${folder} can't be written`,
      remedy: 'Give it to the user that runs Halocline, or set HALOCLINE_DATA.',
    };
  }
}

function diskSpace(): Finding {
  const { dataFolder: folder } = readConfiguration(process.env);
  const place = existsSync(folder) ? folder : projectRoot();
  const { bavail, bsize } = statfsSync(place);
  const free = bavail * bsize;
  return {
    well: free > leastFreeSpace,
    what: `${Math.round(free / 1e6)} MB free where the data are`,
    remedy: 'Free some space, or move the data folder (HALOCLINE_DATA).',
  };
}

/** Schemas are not needed to run; a folder that was named and holds none is a mistake. */
function schemas(): Finding {
  const config = readConfiguration(process.env);
  const folder = schemasFolderOf(config);
  if (installedSchemas(folder)) return { well: true, what: `schemas for validation in ${folder}` };
  return {
    well: config.schemasFolder === undefined,
    what:
      config.schemasFolder === undefined
        ? 'no schemas: XSD, JSON schema and SHACL checks are not run ("halocline schemas install" adds them)'
        : `HALOCLINE_SCHEMAS names ${folder}, which holds no schemas`,
    remedy: '"halocline schemas install" fills the folder.',
  };
}

async function inside({ stores, search }: House): Promise<Finding[]> {
  const revision = await stores.records.latestRevision();
  const indexed = await search.indexedThrough();
  const interrupted: string[] = [];
  for (const source of await stores.sources.list()) {
    const [last] = await stores.runs.listBySource(source.id, 1);
    if (last && ['failed', 'held', 'interrupted'].includes(last.state))
      interrupted.push(`${source.id} (${last.state})`);
  }
  const failed = await stores.jobs.list('failed', 20);
  return [
    {
      well: indexed === revision,
      what:
        indexed === revision
          ? `the search index follows the log (revision ${revision})`
          : `the search index is at revision ${indexed}, the log at ${revision}`,
      remedy: 'The worker catches up within seconds when it runs; "halocline reindex" rebuilds the index.',
    },
    {
      well: interrupted.length === 0,
      what:
        interrupted.length === 0
          ? 'the last run of every source ended well'
          : `last runs that did not end well: ${interrupted.join(', ')}`,
      remedy: 'See the page of the source for the reason, then harvest it again.',
    },
    {
      well: failed.length === 0,
      what:
        failed.length === 0
          ? 'no job has failed for good'
          : `${failed.length} jobs failed for good, the newest: ${failed[0]?.kind}: ${failed[0]?.lastError}`,
      remedy: 'Mend the cause in the log of the worker.',
    },
  ];
}
