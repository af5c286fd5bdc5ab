import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { oaiEnvelope, oaiFormats, oaiIdentify } from '../../../harvesters/testing/index.ts';

/**
 * An OAI-PMH repository whose pages were written before anybody asks: it answers as fast as its disk, in a process of its
 * own. Argument: a folder of folders of ISO 19139 records, one for each page. Tells its address to its parent.
 */
const [folder = ''] = process.argv.slice(2);
const sets = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
let before = 0;
const total = sets.reduce((sum, name) => sum + readdirSync(join(folder, name)).length, 0);
for (const [index, name] of sets.entries()) {
  const records = readdirSync(join(folder, name))
    .sort()
    .map((file) => {
      const document = readFileSync(join(folder, name, file), 'utf8').replace(/^<\?xml[^>]*>\s*/, '');
      return `<record><header><identifier>oai:bench:${file}</identifier><datestamp>2024-01-01T00:00:00Z</datestamp></header><metadata>${document}</metadata></record>`;
    });
  const next = index + 1 < sets.length ? String(index + 1) : '';
  const token = `<resumptionToken completeListSize="${total}" cursor="${before}">${next}</resumptionToken>`;
  before += records.length;
  writeFileSync(
    join(folder, `${index}.page`),
    oaiEnvelope(`<ListRecords>${records.join('')}${token}</ListRecords>`),
  );
}

const server = createServer((request, response) => {
  const given = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const verb = given.get('verb');
  response.setHeader('content-type', 'text/xml');
  if (verb === 'Identify') response.end(oaiEnvelope(oaiIdentify('no')));
  else if (verb === 'ListMetadataFormats') response.end(oaiEnvelope(oaiFormats));
  else response.end(readFileSync(join(folder, `${Number(given.get('resumptionToken') ?? 0)}.page`)));
});
server.listen(0, '127.0.0.1', () =>
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
);
process.once('disconnect', () => process.exit());
