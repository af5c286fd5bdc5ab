import { utcDatestamp } from './datestamp.ts';
import { OaiError } from './errors.ts';
import { countList, type ListPage, readPage, type Walk } from './page.ts';
import { findPrefix } from './prefixes.ts';
import type { ListVerb, Query } from './query.ts';
import { headerOnly, type Repository, wholeRecord, writeRecord } from './repository.ts';
import type { Position } from './resumption-token.ts';

/**
 * Answers ListIdentifiers and ListRecords, one page at a time.
 * @returns the element named after the verb
 * @throws OaiError
 */
export async function answerList(
  repository: Repository,
  query: Extract<Query, { verb: ListVerb }>,
): Promise<string> {
  const { verb } = query;
  const position: Position =
    'resumptionToken' in query
      ? repository.tokens.read(query.resumptionToken, verb)
      : { verb, selection: query.selection, afterRevision: 0, cursor: 0, completeListSize: 0 };
  const walk = await walkOf(repository, position);
  const page = await readPage(walk, position.afterRevision);
  if (page.entries.length === 0) throw new OaiError('noRecordsMatch', 'No record matches these arguments.');
  const token = await resumptionToken(repository, walk, position, page);
  return `<${verb}>${page.entries.join('\n')}${token}</${verb}>`;
}

async function walkOf(repository: Repository, { verb, selection }: Position): Promise<Walk> {
  const prefix = findPrefix(repository.prefixes, selection.metadataPrefix);
  const set = selection.set === undefined ? {} : await repository.sets.select(selection.set);
  if (set === null) {
    throw new OaiError(
      'noRecordsMatch',
      `There is no set "${selection.set}"; ListSets tells those that there are.`,
    );
  }
  const form = verb === 'ListRecords' ? wholeRecord : headerOnly;
  return {
    records: repository.records,
    selection,
    set,
    limits: repository.limits,
    writeEntry: (record) => writeRecord(repository, prefix, record, form),
  };
}

/** Nothing after a list that is complete at once, an empty token after the last page (OAI-PMH 2.0, section 3.5). */
async function resumptionToken(
  { tokens }: Repository,
  walk: Walk,
  position: Position,
  { entries, lastRevision, more }: ListPage,
): Promise<string> {
  const given = position.cursor + entries.length;
  const counts = (size: number) => `completeListSize="${size}" cursor="${position.cursor}"`;
  if (!more) return position.cursor > 0 ? `<resumptionToken ${counts(given)}/>` : '';
  const told = position.cursor === 0 ? await countList(walk) : position.completeListSize;
  // Records that changed since the list began come again behind it, so that it can grow.
  const completeListSize = Math.max(told, given + 1);
  const { token, expires } = tokens.write({
    ...position,
    afterRevision: lastRevision,
    cursor: given,
    completeListSize,
  });
  return `<resumptionToken expirationDate="${utcDatestamp(expires)}" ${counts(completeListSize)}>${token}</resumptionToken>`;
}
