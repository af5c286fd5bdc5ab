import { DomainError } from '#runtime/errors';
import { redactUrl } from '#runtime/fetching';
import { type EnvelopeElement, EnvelopePage } from '../envelope/index.ts';
import { addressOfSource, type ListingContext, requestFor } from '../protocol.ts';
import type { HarvestSource } from '../types.ts';

export type OaiArguments = Readonly<Record<string, string>>;

/** An answer of a repository: its content element, or the errors that it told (OAI-PMH 2.0, 3.6). */
export type OaiAnswer = {
  page: EnvelopePage;
  responseDate: string | undefined;
  /** Identify, ListRecords…; absent where there are errors. */
  content: EnvelopeElement | undefined;
  errors: { code: string; message: string }[];
};

/**
 * Asks a repository one question.
 * @param verb a verb of OAI-PMH 2.0
 * @throws DomainError `upstream` when what comes back is not OAI-PMH; errors of the protocol are returned
 */
export async function ask(
  source: HarvestSource,
  context: ListingContext,
  verb: string,
  given: OaiArguments = {},
): Promise<OaiAnswer> {
  const first = await askOnce(source, context, verb, given);
  const answer = first.page.whole ? first : await askOnce(source, context, verb, given);
  if (!answer.page.whole)
    throw new DomainError('upstream', `The answer to ${verb} was cut off twice: its end is missing.`);
  return answer;
}

/** Address of a question; what the source's own address carries (`?mode=oaipmh`) stays. */
export function addressOf(source: HarvestSource, verb: string, given: OaiArguments): string {
  const url = addressOfSource(source);
  url.searchParams.set('verb', verb);
  for (const [name, value] of Object.entries(given)) url.searchParams.set(name, value);
  return url.href;
}

async function askOnce(
  source: HarvestSource,
  context: ListingContext,
  verb: string,
  given: OaiArguments,
): Promise<OaiAnswer> {
  const address = addressOf(source, verb, given);
  const response = await context.fetcher.fetch(address, {
    ...requestFor(source, context),
    accept: 'text/xml, application/xml',
  });
  const page = new EnvelopePage(response.bytes);
  const { root } = page;
  // Some repositories tell their errors with status 4xx, so the body is looked at whatever the status.
  if (root?.name !== 'OAI-PMH') {
    const why =
      response.status >= 400
        ? `It answered with status ${response.status}.`
        : (page.problem?.message ?? `The answer is a "${root?.name}".`);
    throw new DomainError('upstream', `${redactUrl(address)} is not answered in OAI-PMH. ${why}`);
  }
  const children = [...page.children(root)];
  const date = children.find(({ name }) => name === 'responseDate');
  return {
    page,
    responseDate: date && page.text(date),
    content: children.find(({ name }) => name === verb),
    errors: children
      .filter(({ name }) => name === 'error')
      .map((error) => ({ code: error.attributes['code'] ?? 'unknown', message: page.text(error) })),
  };
}

/** The error of a repository as one of ours. */
export function repositoryError(verb: string, answer: OaiAnswer): DomainError {
  const told = answer.errors
    .map(({ code, message }) => `${code}${message ? ` (${message})` : ''}`)
    .join(', ');
  return new DomainError(
    'upstream',
    told
      ? `The repository refuses ${verb}: ${told}.`
      : `The repository's answer to ${verb} holds neither a ${verb} nor an error.`,
  );
}
