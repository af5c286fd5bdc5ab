import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';

import { readHere } from '../index.ts';
import { openTestHarvest } from '../testing/index.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
});

/** Has no identifier, so that whoever takes the file has to read it. */
const document = (title: string) =>
  `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></oai_dc:dc>`;

/** A folder of this machine, of which is counted what is read. */
async function open() {
  const folder = await mkdtemp(join(tmpdir(), 'records-'));
  let read = 0;
  const harvest = openTestHarvest({
    ports: {
      read: async (part, context) => {
        read += 1;
        return readHere(part, context);
      },
    },
  });
  closing.push(harvest, { close: () => rm(folder, { recursive: true }) });
  await harvest.source({ protocol: 'folder', url: folder });
  return {
    harvest,
    folder,
    write: async (name: string, title: string, at = new Date('2024-05-01T00:00:00Z')) => {
      await writeFile(join(folder, name), document(title));
      await utimes(join(folder, name), at, at);
    },
    run: async (options: { full?: boolean } = {}) => {
      read = 0;
      const { counts } = await harvest.harvester.harvest('test', options);
      const { listed, created, updated, unchanged, withdrawn, renamed = 0 } = counts;
      return { read, listed, created, updated, unchanged, withdrawn, renamed };
    },
  };
}

const nothing = { read: 0, created: 0, updated: 0, withdrawn: 0, renamed: 0 };

it('files of a local folder are read again when their size or date changed, or everything is asked for', async () => {
  const { harvest, folder, write, run } = await open();
  for (const name of ['a.xml', 'b.xml', 'c.xml']) await write(name, `Plume ${name}`);
  expect(await run()).toEqual({ ...nothing, read: 3, listed: 3, created: 3, unchanged: 0 });
  expect(await run()).toEqual({ ...nothing, listed: 3, unchanged: 3 });
  expect(await run({ full: true })).toEqual({ ...nothing, read: 3, listed: 3, unchanged: 3 });
  expect(await run()).toEqual({ ...nothing, listed: 3, unchanged: 3 });

  await write('a.xml', 'Plume A.xml', new Date('2024-05-02T00:00:00Z'));
  await rm(join(folder, 'b.xml'));
  expect(await run()).toEqual({ ...nothing, read: 1, listed: 2, updated: 1, unchanged: 1, withdrawn: 1 });
  expect(await harvest.live()).toEqual(['a.xml', 'c.xml']);

  // As long as before, and given its date: only the file system knows.
  await write('a.xml', 'Plume B.xml', new Date('2024-05-02T00:00:00Z'));
  expect(await run()).toEqual({ ...nothing, read: 1, listed: 2, updated: 1, unchanged: 1 });

  await rename(join(folder, 'c.xml'), join(folder, 'd.xml'));
  const renamed = await run();
  expect(renamed).toMatchObject({ read: 1, listed: 2, unchanged: 1 });
  expect(await harvest.live()).toEqual(['a.xml', 'd.xml']);
  expect(await run()).toEqual({ ...nothing, listed: 2, unchanged: 2 });
});

it('a file that was changed a moment ago is read again, since it may change once more within its date', async () => {
  const { write, run } = await open();
  await write('a.xml', 'Plume', new Date());
  expect(await run()).toMatchObject({ read: 1, created: 1 });
  expect(await run()).toMatchObject({ read: 1, unchanged: 1 });
});

it('files that are imported by hand are read each time, and not remembered', async () => {
  const { harvest, folder, write } = await open();
  await write('a.xml', 'Plume');
  for (const _time of [1, 2]) await harvest.harvester.importDocuments(folder);
  expect(await harvest.stores.sourceFiles.get('import', [join(folder, 'a.xml')])).toEqual([]);
  expect(await harvest.live('import')).toEqual(['a.xml']);
});
