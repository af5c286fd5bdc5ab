import { parseXml, type XmlElement } from '#catalogue/xml';
import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { addressOfSource, type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';
import { valuesOf } from './domains.ts';
import { type CswVersion, versions, wantedVersion } from './version.ts';
import { type Way, waysOf } from './ways.ts';

/** What a catalogue says of itself (OGC 07-006r1, 10.4; 12-176r7, 7.1), as far as a harvest depends on it. */
export type Capabilities = {
  version: CswVersion;
  title?: string;
  /** Where and how GetRecords is asked, best guess first. */
  ways: Way[];
  outputSchemas: string[];
  typeNames: string[];
  /** `FILTER`, `CQL_TEXT`; empty where it does not tell. */
  constraintLanguages: string[];
  /** Properties that may be asked for and sorted by, as it writes them; empty where it does not tell. */
  queryables: string[];
  /** Records that it gives at once unless told otherwise; often the most that it gives. */
  pageSize?: number;
};

/**
 * Negotiates the version (OGC 06-121r3, 7.3.2): by `AcceptVersions`, and where that is refused by `version`, as catalogues
 * older than it want.
 * @throws DomainError `upstream` when the address does not answer as a CSW, `invalid` when it does not speak the version
 * that the source asks for
 */
export async function getCapabilities(source: HarvestSource, context: ListingContext): Promise<Capabilities> {
  const wanted = wantedVersion(source);
  const questions: Record<string, string>[] = [
    { AcceptVersions: wanted ?? versions.join(',') },
    { version: wanted ?? versions[0] },
    {},
  ];
  let refusal: string | undefined;
  for (const question of questions) {
    const address = addressOf(source, question);
    const { root, refused, why } = await ask(source, context, address);
    if (root) return understood(source, root, wanted);
    refusal ??= `${redactUrl(address)} does not give CSW capabilities. ${why}`;
    if (!refused) break;
  }
  throw new DomainError('upstream', refusal ?? '');
}

function addressOf(source: HarvestSource, question: Record<string, string>): string {
  const address = addressOfSource(source);
  for (const given of [...address.searchParams.keys()])
    if (/^(service|version|acceptversions|request)$/i.test(given)) address.searchParams.delete(given);
  for (const [name, value] of Object.entries({ service: 'CSW', request: 'GetCapabilities', ...question }))
    address.searchParams.set(name, value);
  return address.href;
}

type Answer =
  | { root: XmlElement; refused?: never; why?: never }
  /** `refused`: it is a catalogue that does not like the question. */
  | { root?: never; refused: boolean; why: string };

async function ask(source: HarvestSource, context: ListingContext, address: string): Promise<Answer> {
  const { bytes, status } = await context.fetcher.fetch(address, {
    ...requestFor(source, context),
    accept: 'application/xml, text/xml',
  });
  const { root, problems } = parseXml(bytes);
  if (root?.name === 'Capabilities') return { root };
  const refused = root !== null && /ExceptionReport$/.test(root.name);
  if (root)
    return {
      refused,
      why: `The answer is a "${root.name}": ${root.text.replace(/\s+/g, ' ').trim().slice(0, 300)}`,
    };
  return {
    refused: status === 400 || status >= 500,
    why:
      status >= 400 ? `It answered with status ${status}.` : problems.map(({ message }) => message).join(' '),
  };
}

function understood(source: HarvestSource, root: XmlElement, wanted: CswVersion | undefined): Capabilities {
  const isThird = root.namespace === 'http://www.opengis.net/cat/csw/3.0';
  const version = isThird || root.attribute('version')?.startsWith('3.') ? '3.0.0' : '2.0.2';
  if (wanted !== undefined && wanted !== version)
    throw new DomainError('invalid', `version: the catalogue answers in ${version}, not in ${wanted}.`);
  const metadata = root.child('OperationsMetadata');
  const operation = metadata
    ?.elements()
    .find((found) => found.name === 'Operation' && found.attribute('name') === 'GetRecords');
  const title = root.child('ServiceIdentification')?.child('Title')?.text.trim();
  // What holds for every operation stands beside them.
  const values = (...names: string[]) => [
    ...new Set([operation, metadata].flatMap((from) => (from ? valuesOf(from, names) : []))),
  ];
  const pageSize = Number(values('maxrecorddefault')[0]);
  return {
    version,
    ...(title ? { title } : {}),
    ways: waysOf(source.url, operation),
    outputSchemas: values('outputschema'),
    typeNames: values('typename', 'typenames'),
    constraintLanguages: values('constraintlanguage').map((name) => name.toUpperCase()),
    queryables: values(...queryableLists),
    ...(Number.isInteger(pageSize) && pageSize > 0 ? { pageSize } : {}),
  };
}

const queryableLists = [
  'supportedisoqueryables',
  'supporteddublincorequeryables',
  'additionalqueryables',
  'corequeryables',
  'supportedqueryables',
];
