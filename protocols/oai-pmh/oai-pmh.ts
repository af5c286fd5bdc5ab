import type { MetadataFormat } from '#catalogue/formats';
import type { RecordReader } from '#ledger';
import type { Originals } from '../originals/index.ts';
import { checkConfiguration, type OaiPmhConfiguration } from './configuration.ts';
import { utcDatestamp } from './datestamp.ts';
import { createDisseminator } from './disseminate.ts';
import { answer, type Envelope, errorAnswer } from './envelope.ts';
import { inProtocolWords, OaiError, Overload, retryAfterSeconds } from './errors.ts';
import { answerList } from './list.ts';
import { defaultPageLimits, type PageLimits } from './page.ts';
import { disseminablePrefixes } from './prefixes.ts';
import { type Query, readQuery } from './query.ts';
import type { Repository } from './repository.ts';
import { readArguments } from './request.ts';
import { createResumptionTokens } from './resumption-token.ts';
import type { Sets } from './sets.ts';
import { answerVerb } from './verbs.ts';

/** Lists that are written at once; a harvester beyond is asked to wait, so that people's pages stay quick. */
const concurrentLists = 8;

export type OaiPmhPorts = {
  records: RecordReader;
  /** What the house can write; those with a metadata prefix are disseminated. */
  formats: readonly MetadataFormat[];
  sets: Sets;
  config: OaiPmhConfiguration;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Documents that may be handed on as they came. */
  originals: Originals;
  /** Bounds of a page, where the usual ones do not suit. */
  limits?: Partial<PageLimits>;
};

/**
 * An OAI-PMH 2.0 data provider over the revision log.
 * @returns a function that answers GET and POST at `<publicBaseUrl>/oai`; it throws only what is a fault of ours
 * @throws DomainError `invalid` for a wrong configuration
 */
export function createOaiPmh(ports: OaiPmhPorts): (request: Request) => Promise<Response> {
  const { records, sets, clock } = ports;
  const config = checkConfiguration(ports.config);
  const repository: Repository = {
    records,
    sets,
    clock,
    limits: { ...defaultPageLimits, ...ports.limits },
    config,
    baseUrl: `${config.publicBaseUrl}/oai`,
    identifierPrefix: `oai:${config.repositoryIdentifier}:`,
    prefixes: disseminablePrefixes(ports.formats),
    disseminate: createDisseminator(ports.originals, config.publicBaseUrl, config.repositoryName),
    tokens: createResumptionTokens(config.tokenSecret ?? config.repositoryIdentifier, clock),
  };
  const content = withBoundedLists(repository);

  return async (request) => {
    if (!['GET', 'HEAD', 'POST'].includes(request.method)) {
      const headers = { allow: 'GET, HEAD, POST', 'content-type': 'text/plain; charset=utf-8' };
      return new Response('OAI-PMH is asked by GET or POST.\n', { status: 405, headers });
    }
    // Taken before anything is read: a harvester that goes on from this date misses nothing committed meanwhile.
    const envelope: Envelope = { baseUrl: repository.baseUrl, responseDate: utcDatestamp(clock()) };
    try {
      const given = await readArguments(request);
      return xml(request, answer(envelope, given, await content(readQuery(given))));
    } catch (cause) {
      const error = inProtocolWords(cause);
      if (error instanceof OaiError) return xml(request, errorAnswer(envelope, error));
      const headers = new Headers({ 'content-type': 'text/plain; charset=utf-8' });
      if (error.retryAfterSeconds !== undefined) headers.set('retry-after', String(error.retryAfterSeconds));
      return new Response(`${error.message}\n`, { status: error.status, headers });
    }
  };
}

function withBoundedLists(repository: Repository): (query: Query) => Promise<string> {
  let underWay = 0;
  return async (query) => {
    if (!('selection' in query) && !('resumptionToken' in query)) return answerVerb(repository, query);
    if (underWay >= concurrentLists) throw new Overload(retryAfterSeconds);
    underWay++;
    try {
      return await answerList(repository, query);
    } finally {
      underWay--;
    }
  };
}

function xml(request: Request, text: string): Response {
  return new Response(request.method === 'HEAD' ? null : text, {
    headers: { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
