import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { projectRoot } from '#runtime/root';

const run = promisify(execFile);

/** Peers that share one Python, and what they need at versions that work together. */
type Requirements = { requirements: readonly string[]; probe: string };

const catalogues: Requirements = {
  requirements: [
    'pycsw==2.6.2',
    'OWSLib==0.28.1',
    'sickle==0.7.0',
    'SQLAlchemy==1.4.54',
    'Shapely==1.8.5.post1',
    'lxml==6.1.3',
    'pyproj==3.7.2',
    'requests==2.34.2',
    'setuptools<81',
  ],
  probe: 'import pycsw.server, owslib.csw, sickle',
};

/** Apart from the others: it wants newer versions of what they share. */
const apis: Requirements = {
  requirements: [
    'pygeoapi==0.21.0',
    'Flask==3.1.3',
    'tinydb==4.9.0',
    'pygeofilter==0.4.0',
    'shapely==2.2.0',
    'SQLAlchemy==2.1.9',
    'rasterio==1.4.4',
    'pyproj==3.7.2',
    'requests==2.34.2',
  ],
  probe: 'import pygeoapi.api, pygeoapi.provider.tinydb_',
};

/** Longest installation, in seconds. */
const patience = 400;

type Peers = Promise<{ python: string } | null>;
const installed = new Map<Requirements, Peers>();

/**
 * Installs real software of others (pycsw, OWSLib, sickle) into `.cache/peers`, once.
 * @returns the Python that has them, or `null` where there is no Python 3 or the packages can't be had: the suite then
 * skips and says so
 * @throws Error in CI (`CI=true`), where a skipped suite is a failure
 */
export function peers(): Peers {
  return once(catalogues);
}

/** The same for pygeoapi. */
export function pygeoapi(): Peers {
  return once(apis);
}

function once(set: Requirements): Peers {
  const begun = installed.get(set) ?? install(set);
  installed.set(set, begun);
  return begun;
}

async function install({ requirements, probe }: Requirements): Peers {
  const version = createHash('sha256').update(requirements.join()).digest('hex').slice(0, 12);
  const folder = join(projectRoot(), '.cache', 'peers', version);
  const python = join(folder, 'bin', 'python');
  const ready = join(folder, 'ready');
  if (existsSync(ready)) return { python };
  const lock = `${folder}.lock`;
  await mkdir(join(folder, '..'), { recursive: true });
  if (!(await takeLock(lock, ready))) return { python };
  try {
    await rm(folder, { recursive: true, force: true });
    await run('python3', ['-m', 'venv', folder]);
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...requirements], {
      timeout: patience * 1000,
      maxBuffer: 64 * 1024 * 1024,
    });
    await run(python, ['-c', probe]);
    await writeFile(ready, requirements.join('\n'));
    return { python };
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('\n').at(-1) ?? '') : String(cause);
    if (process.env['CI'] === 'true') throw new Error(`CI needs the Python peers: ${why}`, { cause });
    process.stderr.write(`skipped: the Python peers can't be installed: ${why}\n`);
    return null;
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** Two test processes may begin together: one installs. @returns false when the other one has finished meanwhile */
async function takeLock(lock: string, ready: string): Promise<boolean> {
  for (let waited = 0; ; waited++) {
    try {
      await mkdir(lock);
      return true;
    } catch {
      if (existsSync(ready)) return false;
      // A process that was killed leaves its lock behind.
      if (waited > patience) await rm(lock, { recursive: true, force: true });
      await setTimeout(1000);
    }
  }
}
