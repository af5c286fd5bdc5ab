import { element, metadataFormat } from './envelope.ts';
import { OaiError } from './errors.ts';
import { identify } from './identify.ts';
import { findPrefix } from './prefixes.ts';
import type { ListVerb, Query } from './query.ts';
import { findRecord, headerOnly, type Repository, wholeRecord, writeRecord } from './repository.ts';

/**
 * Answers the verbs that are not lists of records.
 * @returns the element named after the verb
 * @throws OaiError
 */
export function answerVerb(
  repository: Repository,
  query: Exclude<Query, { verb: ListVerb }>,
): Promise<string> {
  switch (query.verb) {
    case 'Identify':
      return identify(repository);
    case 'ListSets':
      return listSets(repository);
    case 'ListMetadataFormats':
      return listMetadataFormats(repository, query.identifier);
    case 'GetRecord':
      return getRecord(repository, query.identifier, query.metadataPrefix);
  }
}

async function listSets({ sets }: Repository): Promise<string> {
  const written = (await sets.list()).map(
    ({ spec, name }) => `<set>${element('setSpec', spec)}${element('setName', name)}</set>`,
  );
  return `<ListSets>${written.join('')}</ListSets>`;
}

async function listMetadataFormats(repository: Repository, identifier: string | undefined): Promise<string> {
  const prefixes = identifier === undefined ? repository.prefixes : await prefixesOf(repository, identifier);
  return `<ListMetadataFormats>${prefixes.map(metadataFormat).join('')}</ListMetadataFormats>`;
}

async function prefixesOf(repository: Repository, identifier: string) {
  const record = await findRecord(repository, identifier);
  const written = await Promise.all(
    repository.prefixes.map((prefix) => writeRecord(repository, prefix, record, headerOnly)),
  );
  const prefixes = repository.prefixes.filter((_prefix, index) => written[index] !== null);
  if (prefixes.length === 0) {
    throw new OaiError(
      'noMetadataFormats',
      `"${identifier}" can't be expressed in any format of this repository.`,
    );
  }
  return prefixes;
}

async function getRecord(
  repository: Repository,
  identifier: string,
  metadataPrefix: string,
): Promise<string> {
  const record = await findRecord(repository, identifier);
  const prefix = findPrefix(repository.prefixes, metadataPrefix);
  const written = await writeRecord(repository, prefix, record, wholeRecord);
  if (written === null) {
    throw new OaiError('cannotDisseminateFormat', `"${identifier}" can't be expressed in ${metadataPrefix}.`);
  }
  return `<GetRecord>${written}</GetRecord>`;
}
