import { DomainError } from '#runtime/errors';
import { OaiError } from './errors.ts';

/** Characters of a form that are read; the longest true request (a resumption token) has a few hundred. */
const longestForm = 16_384;

/** Arguments in the order in which they came; repeated ones stand twice. */
export type Arguments = readonly (readonly [name: string, value: string])[];

/**
 * Reads the arguments of a request: of the address for GET, of address and form for POST (OAI-PMH 2.0, section 3.1.1).
 * @throws DomainError `too-large` for a form beyond 16 KiB
 * @throws OaiError `badVerb` for a POST that is not form-encoded
 */
export async function readArguments(request: Request): Promise<Arguments> {
  const given = [...new URL(request.url).searchParams];
  if (request.method !== 'POST') return given;
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    throw new OaiError(
      'badVerb',
      'A POST must be form-encoded: Content-Type application/x-www-form-urlencoded.',
    );
  }
  return [...given, ...new URLSearchParams(await readForm(request))];
}

async function readForm(request: Request): Promise<string> {
  let form = '';
  if (!request.body) return form;
  const decoder = new TextDecoder();
  for await (const chunk of request.body) {
    form += decoder.decode(chunk, { stream: true });
    if (form.length > longestForm) {
      throw new DomainError('too-large', `The form is longer than ${longestForm} characters.`);
    }
  }
  return form + decoder.decode();
}
