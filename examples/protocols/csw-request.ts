import { type Question, withoutCase } from './http.ts';

const OPERATIONS = ['GetCapabilities', 'DescribeRecord', 'GetRecords', 'GetRecordById'] as const;

export type CswRequest = {
  readonly operation: (typeof OPERATIONS)[number];
  readonly resultType: 'hits' | 'results';
  readonly startPosition: number;
  readonly maxRecords: number;
  readonly elementSet: 'brief' | 'summary' | 'full';
  readonly outputSchema: string | undefined;
  readonly identifiers: readonly string[];
  /** Bounds of dct:modified, both included. */
  readonly modified: { readonly since?: string; readonly until?: string };
};

/** A fault in the words of OWS 1.0: its code, and the parameter it lies in. */
export class OwsException extends Error {
  constructor(
    readonly code: string,
    readonly locator: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * A request of CSW 2.0.2, from keyword-value pairs or posted XML.
 * @throws OwsException naming the parameter that is wrong
 */
export function readCswRequest(question: Question): CswRequest {
  const posted = question.method === 'POST' && question.body.trimStart().startsWith('<');
  const form = question.method === 'POST' ? new URLSearchParams(question.body) : question.parameters;
  const given = posted ? readXml(question.body) : withoutCase(form);
  const operation = OPERATIONS.find((name) => name.toLowerCase() === given.get('request')?.toLowerCase());
  if (operation === undefined) {
    throw new OwsException(
      given.has('request') ? 'OperationNotSupported' : 'MissingParameterValue',
      'request',
      `The request is to be one of ${OPERATIONS.join(', ')}.`,
    );
  }
  if ((given.get('service') ?? 'CSW') !== 'CSW') {
    throw new OwsException('InvalidParameterValue', 'service', 'This is a CSW.');
  }
  const identifiers = (given.get('id') ?? '').split(',').filter((id) => id !== '');
  if (operation === 'GetRecordById' && identifiers.length === 0) {
    throw new OwsException('MissingParameterValue', 'id', 'GetRecordById needs the id of a record.');
  }
  const elementSet = given.get('elementsetname') ?? 'summary';
  if (elementSet !== 'brief' && elementSet !== 'summary' && elementSet !== 'full') {
    throw new OwsException(
      'InvalidParameterValue',
      'ElementSetName',
      `No element set is called ${elementSet}.`,
    );
  }
  return {
    operation,
    resultType: given.get('resulttype') === 'results' ? 'results' : 'hits',
    startPosition: wholeNumber(given, 'startposition', 1),
    maxRecords: wholeNumber(given, 'maxrecords', 10),
    elementSet,
    outputSchema: given.get('outputschema'),
    identifiers,
    modified: modifiedRange(given.get('constraint') ?? ''),
  };
}

function wholeNumber(given: Map<string, string>, name: string, otherwise: number): number {
  const value = given.get(name);
  if (value === undefined) return otherwise;
  if (/^\d+$/.test(value) && Number(value) >= (name === 'startposition' ? 1 : 0)) return Number(value);
  throw new OwsException('InvalidParameterValue', name, `"${value}" is not a number that ${name} may have.`);
}

/** The few things that a posted request says, under the names of its keyword-value twin. */
function readXml(body: string): Map<string, string> {
  const text = body.replaceAll(/<\?.*?\?>|<!--[\s\S]*?-->/g, '');
  const root = /<(?:[\w-]+:)?(\w+)([^>]*)>/.exec(text);
  if (root === null) throw new OwsException('NoApplicableCode', 'body', 'The posted text is not XML.');
  const given = new Map([['request', root[1] ?? '']]);
  for (const [, name = '', value = ''] of (root[2] ?? '').matchAll(/\s(\w+)\s*=\s*["']([^"']*)["']/g)) {
    given.set(name.toLowerCase(), value);
  }
  const elementSet = /<(?:[\w-]+:)?ElementSetName[^>]*>\s*(\w+)/.exec(text)?.[1];
  if (elementSet !== undefined) given.set('elementsetname', elementSet);
  const identifiers = [...text.matchAll(/<(?:[\w-]+:)?Id>\s*([^<]*?)\s*</g)].map(([, id]) => id);
  if (identifiers.length > 0) given.set('id', identifiers.join(','));
  const constraint = /<(?:[\w-]+:)?Constraint\b[\s\S]*?<\/(?:[\w-]+:)?Constraint>/.exec(text)?.[0];
  if (constraint !== undefined) given.set('constraint', constraint);
  return given;
}

/** Bounds of dct:modified in a filter or in CQL text; an empty constraint asks for everything. */
function modifiedRange(constraint: string): { since?: string; until?: string } {
  const words = constraint.replaceAll(/<\/?(?:[\w-]+:)?(?:Constraint|Filter|And)\b[^>]*>/g, '').trim();
  if (words === '') return {};
  const since = boundOf(words, 'PropertyIsGreaterThanOrEqualTo', '>=');
  const until = boundOf(words, 'PropertyIsLessThanOrEqualTo', '<=');
  if (since === undefined && until === undefined) {
    throw new OwsException(
      'OperationNotSupported',
      'Constraint',
      'This catalogue can be filtered by a range of dct:modified only.',
    );
  }
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}

function boundOf(words: string, operator: string, sign: string): string | undefined {
  const asXml = new RegExp(
    `<(?:[\\w-]+:)?${operator}>\\s*<(?:[\\w-]+:)?PropertyName>\\s*(?:[\\w-]+:)?[Mm]odified\\s*<[^>]*>\\s*<(?:[\\w-]+:)?Literal>\\s*([^<\\s]+)`,
  );
  const asText = new RegExp(`(?:\\w+:)?[Mm]odified\\s*${sign}\\s*'?([0-9TZ:.+-]+)`);
  return (asXml.exec(words) ?? asText.exec(words))?.[1];
}
