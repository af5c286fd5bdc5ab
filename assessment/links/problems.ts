import type { Problem, ProblemSeverity } from '#catalogue/model';
import { maskCredentials } from '#runtime/credentials';
import type { LinkCheck } from './ports.ts';

/** What may be amiss with a link that a record names, and how grave it is. */
export const linkProblemSeverity = {
  'link-broken': 'error',
  'link-server-error': 'warning',
  'link-timeout': 'warning',
  'link-unreachable': 'warning',
  'link-private': 'warning',
  'link-restricted': 'info',
  'link-moved': 'info',
} as const satisfies Record<string, ProblemSeverity>;
export type LinkProblemCode = keyof typeof linkProblemSeverity;

/** A server may be down for a night: only what fails at two checks in a row is told, which are half a day apart at least. */
const failuresToTell = 2;

/** What its centre has to mend of a link; `undefined` where it works, or where it is too soon to tell. */
export function linkProblemOf({
  failures,
  observation,
}: Pick<LinkCheck, 'failures' | 'observation'>): LinkProblemCode | undefined {
  const lasting = failures >= failuresToTell;
  if (observation.outcome !== 'answered') {
    const { outcome, reason } = observation;
    if (outcome === 'refused') return reason === 'address-refused' ? 'link-private' : undefined;
    if (!lasting) return undefined;
    if (reason === 'timeout') return 'link-timeout';
    return reason === 'connection' || reason === 'host-unknown' ? 'link-unreachable' : undefined;
  }
  const { status, movedTo } = observation;
  if (status === 404 || status === 410) return 'link-broken';
  if (status === 401 || status === 403) return 'link-restricted';
  // A service that is asked for nothing in particular may answer 400: it is there.
  if (status >= 500) return lasting ? 'link-server-error' : undefined;
  return status < 400 && movedTo !== undefined ? 'link-moved' : undefined;
}

/** The problem of a record that names this link; `null` where `linkProblemOf` finds none. */
export function linkProblem(check: LinkCheck, path: string): Problem | null {
  const url = maskCredentials(check.url);
  const { observation } = check;
  const since = `at ${check.failures} checks in a row`;
  const status = observation.outcome === 'answered' ? observation.status : 0;
  switch (linkProblemOf(check)) {
    case 'link-broken':
      return amiss('link-broken', path, `${url} leads nowhere (status ${status}).`, 'Correct it.');
    case 'link-server-error':
      return amiss(
        'link-server-error',
        path,
        `${url} gave an error (status ${status}) ${since}.`,
        'Mend the server.',
      );
    case 'link-timeout':
      return amiss('link-timeout', path, `${url} gave no answer in time ${since}.`, 'Mend the server.');
    case 'link-unreachable':
      return amiss(
        'link-unreachable',
        path,
        `The server of ${url} was not reached ${since}.`,
        'Check its name.',
      );
    case 'link-private':
      return amiss(
        'link-private',
        path,
        'The link leads to an address that is not public.',
        'Give a public one.',
      );
    case 'link-restricted':
      return amiss(
        'link-restricted',
        path,
        `${url} asks who comes (status ${status}).`,
        'Say so in the record.',
      );
    case 'link-moved': {
      const to = observation.outcome === 'answered' ? maskCredentials(observation.movedTo ?? '') : '';
      return amiss('link-moved', path, `${url} has moved for good to ${to}.`, 'Write the new address.');
    }
    case undefined:
      return null;
  }
}

function amiss(code: LinkProblemCode, path: string, message: string, hint: string): Problem {
  return { severity: linkProblemSeverity[code], code, path, message, hint };
}
