import { isJsonObject, type JsonObject, type JsonValue } from '#catalogue/json';
import { runProblem } from '../run-problem.ts';
import type { HarvestedDocument, RunProblem } from '../types.ts';

/** One member of a page in JSON as a document of its own, or why it is none. */
export type JsonMember = { document: HarvestedDocument; problem?: RunProblem };

/**
 * @param member of a page; what is no object becomes an empty document with its problem
 * @param about tells identifier, address and format of an object
 * @param page address of the page, for what has none of its own
 */
export function memberDocument(
  member: JsonValue,
  about: (
    value: JsonObject,
  ) => Pick<HarvestedDocument, 'identifier' | 'format' | 'url' | 'deleted' | 'datestamp'>,
  page: string,
): JsonMember {
  const mediaType = 'application/json';
  if (isJsonObject(member))
    return {
      document: { mediaType, bytes: new TextEncoder().encode(JSON.stringify(member)), ...about(member) },
    };
  return {
    document: { mediaType, bytes: new Uint8Array(), url: page },
    problem: runProblem(
      'error',
      'not-a-record',
      `A member of the list is no object: ${JSON.stringify(member).slice(0, 100)}`,
      'List records alone.',
    ),
  };
}
