/** A fault in the words of OAI-PMH 2.0, 3.6. */
export class OaiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What a list was asked for. It is the whole of a resumption token, so that no token ever expires. */
export type Selection = {
  readonly metadataPrefix: string;
  readonly from?: string;
  readonly until?: string;
  readonly set?: string;
  readonly cursor: number;
};

/**
 * What the arguments of a list ask for, or the token that stands for them.
 * @param checkPrefix throws when the format is not one of the repository
 */
export function selectionOf(
  given: URLSearchParams,
  checkPrefix: (metadataPrefix: string) => void,
): Selection {
  const token = given.get('resumptionToken');
  if (token !== null) {
    if (given.size > 2) throw new OaiError('badArgument', 'A resumption token stands alone.');
    return selectionOfToken(token);
  }
  const metadataPrefix = given.get('metadataPrefix');
  if (metadataPrefix === null) throw new OaiError('badArgument', 'The argument metadataPrefix is missing.');
  checkPrefix(metadataPrefix);
  const from = bound(given.get('from'), 'T00:00:00Z');
  const until = bound(given.get('until'), 'T23:59:59Z');
  const set = given.get('set');
  if (from !== undefined && until !== undefined && from > until) {
    throw new OaiError('badArgument', 'The argument from is later than until.');
  }
  return {
    metadataPrefix,
    cursor: 0,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(set !== null && { set }),
  };
}

/** A day counts from its first second to its last (OAI-PMH 2.0, 2.7.1). */
function bound(value: string | null, time: string): string | undefined {
  if (value === null) return undefined;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return `${value}${time}`;
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return value;
  throw new OaiError('badArgument', `"${value}" is not a date of the granularity that Identify names.`);
}

/** The token that asks for the same list from its cursor on. */
export function tokenOf({ metadataPrefix, from = '', until = '', set = '', cursor }: Selection): string {
  return Buffer.from([metadataPrefix, from, until, set, cursor].join('|')).toString('base64url');
}

function selectionOfToken(token: string): Selection {
  const text = Buffer.from(token, 'base64url').toString();
  const [metadataPrefix = '', from, until, set, cursor, ...rest] = text.split('|');
  if (!cursor || !/^\d+$/.test(cursor) || rest.length > 0) {
    throw new OaiError('badResumptionToken', 'The resumption token is not one of this repository.');
  }
  return {
    metadataPrefix,
    cursor: Number(cursor),
    ...(from && { from }),
    ...(until && { until }),
    ...(set && { set }),
  };
}
