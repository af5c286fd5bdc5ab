/**
 * Our client alone, beside OWSLib and sickle (`peer.py`): fetches all records of a catalogue and cuts them out of their
 * pages, each with its hash, and keeps none. Prints records, seconds, CPU seconds.
 */
import { type HarvestProtocolName, protocols } from '#harvesters';
import { createFetcher } from '#runtime/fetching';
import { createLog } from '#runtime/log';
import { hashOnce } from '../../../harvesters/engine/hash.ts';

const [protocol = 'csw', url = ''] = process.argv.slice(2);
const name = Object.keys(protocols).find((one): one is HarvestProtocolName => one === protocol);
if (!name) throw new Error(`"${protocol}" is no protocol.`);
const source = {
  id: 'bench',
  names: {},
  descriptions: {},
  protocol: name,
  url,
  options: {},
  enabled: true,
  allowPrivateAddresses: true,
  createdAt: '2026-01-01T00:00:00Z',
};
const context = {
  fetcher: createFetcher({
    identity: { version: '0', url: 'https://example.org', contact: 'bench@example.org' },
  }),
  signal: new AbortController().signal,
  log: createLog('silent', 'bench'),
};

const began = performance.now();
const { user, system } = process.cpuUsage();
let records = 0;
for await (const page of protocols[name].pages(source, context))
  for (const document of page.documents) if (hashOnce(document)) records += 1;
const used = process.cpuUsage({ user, system });
process.stdout.write(`${records} ${(performance.now() - began) / 1000} ${(used.user + used.system) / 1e6}\n`);
