import { readBound } from './datestamp.ts';
import { OaiError } from './errors.ts';
import type { Arguments } from './request.ts';

export type ListVerb = 'ListIdentifiers' | 'ListRecords';

/** What a list is asked for; bounds are inclusive, `YYYY-MM-DDThh:mm:ssZ`. */
export type Selection = { metadataPrefix: string; set?: string; from?: string; until?: string };

/** A request that keeps the rules of its verb. */
export type Query =
  | { verb: 'Identify' }
  | { verb: 'ListMetadataFormats'; identifier?: string }
  | { verb: 'ListSets' }
  | { verb: 'GetRecord'; identifier: string; metadataPrefix: string }
  | { verb: ListVerb; selection: Selection }
  | { verb: ListVerb; resumptionToken: string };

type Verb = Query['verb'];
type Rule = { required: readonly string[]; optional: readonly string[]; resumable: boolean };

/** Arguments of each verb (OAI-PMH 2.0, section 4). */
const rules: Record<Verb, Rule> = {
  Identify: { required: [], optional: [], resumable: false },
  ListMetadataFormats: { required: [], optional: ['identifier'], resumable: false },
  ListSets: { required: [], optional: [], resumable: true },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [], resumable: false },
  ListIdentifiers: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], resumable: true },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], resumable: true },
};

const isVerb = (word: string): word is Verb => Object.hasOwn(rules, word);

/**
 * Makes a query of the arguments of a request.
 * @throws OaiError `badVerb`, `badArgument`
 */
export function readQuery(given: Arguments): Query {
  const verb = readVerb(given);
  const rule = rules[verb];
  const values = new Map<string, string>();
  for (const [name, value] of given) {
    if (name === 'verb') continue;
    const known =
      rule.required.includes(name) ||
      rule.optional.includes(name) ||
      (rule.resumable && name === 'resumptionToken');
    if (!known) throw new OaiError('badArgument', `${verb} takes no argument "${name}".`);
    if (values.has(name)) throw new OaiError('badArgument', `The argument "${name}" is repeated.`);
    if (value === '') throw new OaiError('badArgument', `The argument "${name}" is empty.`);
    values.set(name, value);
  }
  const resumptionToken = values.get('resumptionToken');
  if (resumptionToken !== undefined) {
    if (values.size > 1) {
      throw new OaiError(
        'badArgument',
        'resumptionToken is an exclusive argument: it carries the other ones.',
      );
    }
    if (verb === 'ListIdentifiers' || verb === 'ListRecords') return { verb, resumptionToken };
    throw new OaiError(
      'badResumptionToken',
      `${verb} gives everything at once and takes no resumption token.`,
    );
  }
  return typed(verb, values);
}

function readVerb(given: Arguments): Verb {
  const [verb, another] = given.filter(([name]) => name === 'verb').map(([, value]) => value);
  if (verb === undefined)
    throw new OaiError(
      'badVerb',
      `The argument "verb" is missing; it is one of ${Object.keys(rules).join(', ')}.`,
    );
  if (another !== undefined) throw new OaiError('badVerb', 'The argument "verb" is repeated.');
  if (!isVerb(verb))
    throw new OaiError(
      'badVerb',
      `"${verb}" is no verb of OAI-PMH; they are ${Object.keys(rules).join(', ')}.`,
    );
  return verb;
}

function typed(verb: Verb, values: ReadonlyMap<string, string>): Query {
  const required = (name: string): string => {
    const value = values.get(name);
    if (value === undefined) throw new OaiError('badArgument', `${verb} needs the argument "${name}".`);
    return value;
  };
  const identifier = values.get('identifier');
  switch (verb) {
    case 'Identify':
      return { verb };
    case 'ListSets':
      return { verb };
    case 'ListMetadataFormats':
      return { verb, ...(identifier === undefined ? {} : { identifier }) };
    case 'GetRecord':
      return { verb, identifier: required('identifier'), metadataPrefix: required('metadataPrefix') };
    default:
      return {
        verb,
        selection: { metadataPrefix: required('metadataPrefix'), ...readSet(values), ...readRange(values) },
      };
  }
}

/** setSpec of OAI-PMH.xsd: unreserved characters of URIs in parts divided by colons. */
const setSpec = /^[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*$/;

function readSet(values: ReadonlyMap<string, string>): { set?: string } {
  const set = values.get('set');
  if (set === undefined) return {};
  if (!setSpec.test(set))
    throw new OaiError('badArgument', `"${set}" is no setSpec; ListSets tells those that there are.`);
  return { set };
}

function readRange(values: ReadonlyMap<string, string>): { from?: string; until?: string } {
  const [first, last] = [values.get('from'), values.get('until')];
  const from = first === undefined ? undefined : readBound(first, 'from');
  const until = last === undefined ? undefined : readBound(last, 'until');
  if (from && until) {
    if (from.granularity !== until.granularity) {
      throw new OaiError('badArgument', '"from" and "until" must have the same granularity.');
    }
    if (from.moment > until.moment) throw new OaiError('badArgument', '"from" is later than "until".');
  }
  return { ...(from ? { from: from.moment } : {}), ...(until ? { until: until.moment } : {}) };
}
