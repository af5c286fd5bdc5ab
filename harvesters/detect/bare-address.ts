import type { HarvestProtocolName } from '../types.ts';

/** What each protocol asks by itself, and so must not stand in the address of a source. */
const questions: Partial<Record<HarvestProtocolName, ReadonlySet<string>>> = {
  csw: new Set([
    'service',
    'request',
    'version',
    'acceptversions',
    'elementsetname',
    'typenames',
    'resulttype',
    'outputschema',
    'outputformat',
    'maxrecords',
    'startposition',
    'sections',
  ]),
  sparql: new Set(['query', 'format', 'default-graph-uri', 'output', 'timeout']),
  'oai-pmh': new Set(['verb', 'metadataprefix', 'identifier', 'from', 'until', 'set', 'resumptiontoken']),
};

/** The address of a service, without the question that people paste with it (`?verb=Identify`). */
export function bareAddress(address: string, protocol: HarvestProtocolName): string {
  const asked = questions[protocol];
  const url = new URL(address);
  url.hash = '';
  if (!asked) return url.href;
  for (const name of [...url.searchParams.keys()])
    if (asked.has(name.toLowerCase())) url.searchParams.delete(name);
  return url.href;
}
