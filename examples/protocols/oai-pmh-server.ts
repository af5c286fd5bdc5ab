import { element, elementWith, escapeXml, render, type XmlElement } from '../documents/xml.ts';
import { type Answer, answer, type Handler } from './http.ts';
import { OaiError, type Selection, selectionOf, tokenOf } from './oai-pmh-selection.ts';

/** An item of a repository in all the formats it has; a deleted one has none. */
export type OaiItem = {
  readonly identifier: string;
  /** A date-time in UTC, to the second. */
  readonly datestamp: string;
  readonly sets: readonly string[];
  readonly deleted?: boolean;
  readonly documents: Readonly<Record<string, XmlElement>>;
};

export type OaiRepository = {
  readonly name: string;
  readonly adminEmail: string;
  readonly earliestDatestamp: string;
  readonly pageSize: number;
  readonly formats: readonly {
    readonly prefix: string;
    readonly schema: string;
    readonly namespace: string;
  }[];
  readonly sets: readonly { readonly spec: string; readonly name: string }[];
  readonly items: readonly OaiItem[];
};

/** The format that every repository has (OAI-PMH 2.0, 2.5). */
export const OAI_DC_FORMAT = {
  prefix: 'oai_dc',
  schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
};

const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  Identify: [],
  ListMetadataFormats: ['identifier'],
  ListSets: ['resumptionToken'],
  ListIdentifiers: ['metadataPrefix', 'from', 'until', 'set', 'resumptionToken'],
  ListRecords: ['metadataPrefix', 'from', 'until', 'set', 'resumptionToken'],
  GetRecord: ['identifier', 'metadataPrefix'],
};

/**
 * An OAI-PMH 2.0 repository, to GET and POST alike, with persistent deletes and datestamps to the second.
 * @param baseUrl the repository's own address, that its answers repeat
 */
export function oaiPmhServer(repository: OaiRepository, baseUrl: string): Handler {
  const items = [...repository.items].sort(
    (a, b) => a.datestamp.localeCompare(b.datestamp) || a.identifier.localeCompare(b.identifier),
  );
  const sorted: OaiRepository = { ...repository, items };
  return ({ method, parameters, body }) => {
    const given = method === 'POST' ? new URLSearchParams(body) : parameters;
    try {
      const verb = checkedVerb(given);
      return page(baseUrl, given, answerTo(verb, given, sorted, baseUrl));
    } catch (error) {
      if (!(error instanceof OaiError)) throw error;
      const bare = error.code === 'badVerb' || error.code === 'badArgument';
      const fault = elementWith('error', { code: error.code }, error.message);
      return page(baseUrl, bare ? new URLSearchParams() : given, fault);
    }
  };
}

function checkedVerb(given: URLSearchParams): string {
  const verb = given.get('verb') ?? '';
  const allowed = ARGUMENTS[verb];
  if (allowed === undefined || given.getAll('verb').length > 1) {
    throw new OaiError('badVerb', `The verb "${verb}" is not one of OAI-PMH 2.0.`);
  }
  for (const name of given.keys()) {
    if (name !== 'verb' && (!allowed.includes(name) || given.getAll(name).length > 1)) {
      throw new OaiError('badArgument', `${verb} does not take the argument "${name}", or takes it once.`);
    }
  }
  return verb;
}

function answerTo(
  verb: string,
  given: URLSearchParams,
  repository: OaiRepository,
  baseUrl: string,
): XmlElement {
  switch (verb) {
    case 'Identify':
      return identify(repository, baseUrl);
    case 'ListMetadataFormats':
      return listMetadataFormats(repository, given.get('identifier'));
    case 'ListSets':
      return listSets(repository, given.get('resumptionToken'));
    case 'GetRecord':
      return getRecord(repository, given);
    default:
      return list(verb, repository, given);
  }
}

function identify(repository: OaiRepository, baseUrl: string): XmlElement {
  return element(
    'Identify',
    element('repositoryName', repository.name),
    element('baseURL', baseUrl),
    element('protocolVersion', '2.0'),
    element('adminEmail', repository.adminEmail),
    element('earliestDatestamp', repository.earliestDatestamp),
    element('deletedRecord', 'persistent'),
    element('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
  );
}

function listMetadataFormats(repository: OaiRepository, identifier: string | null): XmlElement {
  const item = identifier === null ? undefined : itemOf(repository, identifier);
  const formats = repository.formats.filter(({ prefix }) => !item || prefix in item.documents);
  if (formats.length === 0) throw new OaiError('noMetadataFormats', 'The item has no metadata any more.');
  return element(
    'ListMetadataFormats',
    formats.map(({ prefix, schema, namespace }) =>
      element(
        'metadataFormat',
        element('metadataPrefix', prefix),
        element('schema', schema),
        element('metadataNamespace', namespace),
      ),
    ),
  );
}

function listSets(repository: OaiRepository, token: string | null): XmlElement {
  if (token !== null) throw new OaiError('badResumptionToken', 'The sets are listed on one page.');
  return element(
    'ListSets',
    repository.sets.map(({ spec, name }) =>
      element('set', element('setSpec', spec), element('setName', name)),
    ),
  );
}

function getRecord(repository: OaiRepository, given: URLSearchParams): XmlElement {
  const prefix = given.get('metadataPrefix');
  const identifier = given.get('identifier');
  if (prefix === null || identifier === null) {
    throw new OaiError('badArgument', 'GetRecord needs both identifier and metadataPrefix.');
  }
  checkPrefix(repository, prefix);
  const item = itemOf(repository, identifier);
  if (!item.deleted && !(prefix in item.documents)) {
    throw new OaiError('cannotDisseminateFormat', `The item is not kept as ${prefix}.`);
  }
  return element('GetRecord', record(item, prefix));
}

function itemOf(repository: OaiRepository, identifier: string): OaiItem {
  const item = repository.items.find((candidate) => candidate.identifier === identifier);
  if (item === undefined) throw new OaiError('idDoesNotExist', `No item is known as ${identifier}.`);
  return item;
}

function checkPrefix(repository: OaiRepository, wanted: string): void {
  if (!repository.formats.some(({ prefix }) => prefix === wanted)) {
    throw new OaiError('cannotDisseminateFormat', `The repository does not know the format ${wanted}.`);
  }
}

function list(verb: string, repository: OaiRepository, given: URLSearchParams): XmlElement {
  const selection = selectionOf(given, (prefix) => checkPrefix(repository, prefix));
  const found = repository.items.filter((item) => isSelected(item, selection));
  if (found.length === 0) throw new OaiError('noRecordsMatch', 'No item answers to these arguments.');
  const next = selection.cursor + repository.pageSize;
  const shown = found.slice(selection.cursor, next);
  const numbers = { completeListSize: String(found.length), cursor: String(selection.cursor) };
  const more = next < found.length;
  return element(
    verb,
    shown.map((item) => (verb === 'ListRecords' ? record(item, selection.metadataPrefix) : header(item))),
    more && elementWith('resumptionToken', numbers, tokenOf({ ...selection, cursor: next })),
    !more && selection.cursor > 0 && elementWith('resumptionToken', numbers),
  );
}

function isSelected(item: OaiItem, { metadataPrefix, from, until, set }: Selection): boolean {
  return (
    (item.deleted === true || metadataPrefix in item.documents) &&
    (from === undefined || item.datestamp >= from) &&
    (until === undefined || item.datestamp <= until) &&
    (set === undefined || item.sets.some((spec) => spec === set || spec.startsWith(`${set}:`)))
  );
}

function header(item: OaiItem): XmlElement {
  return elementWith(
    'header',
    item.deleted ? { status: 'deleted' } : {},
    element('identifier', item.identifier),
    element('datestamp', item.datestamp),
    item.sets.map((spec) => element('setSpec', spec)),
  );
}

function record(item: OaiItem, prefix: string): XmlElement {
  const document = item.documents[prefix];
  return element('record', header(item), !item.deleted && document && element('metadata', document));
}

function page(baseUrl: string, given: URLSearchParams, content: XmlElement): Answer {
  const request = elementWith('request', Object.fromEntries(given), baseUrl);
  const date = `${new Date().toISOString().slice(0, 19)}Z`;
  const opening = [
    'xmlns="http://www.openarchives.org/OAI/2.0/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    'xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"',
  ].join(' ');
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH ${opening}>
  <responseDate>${escapeXml(date)}</responseDate>
${render(request, 1)}
${render(content, 1)}
</OAI-PMH>
`;
  return answer('text/xml; charset=utf-8', body);
}
