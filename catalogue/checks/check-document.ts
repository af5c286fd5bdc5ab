import { type DocumentPart, readPart, splitDocument } from '../formats/index.ts';
import { sniffDocument } from '../formats/recognise.ts';
import { localise, type Problem } from '../model/index.ts';
import { problemText } from '../problems/index.ts';
import type { RdfSyntax } from '../rdf/index.ts';
import type { Schemas } from '../validation/index.ts';
import { parseXml, type XmlElement } from '../xml/index.ts';
import { checkRecord, type RuleResult } from './check-record.ts';
import { checkSchemas } from './check-schemas.ts';
import { lineOfPointer, linesOfJson } from './json-lines.ts';
import { type CheckFinding, type CheckReport, completeReport } from './report.ts';
import type { CheckLanguage, Texts } from './rule.ts';
import type { RuleSetName } from './rule-sets/index.ts';
import { placeIn } from './where.ts';
import { lineOfXPath, linesOfParts, type PartLines } from './xml-lines.ts';

export type CheckOptions = {
  /** Media type that the sender says, without parameters; the document itself decides where it leaves no doubt. */
  mediaType?: string;
  /** Rule sets to apply; the baseline unless told. */
  sets?: readonly RuleSetName[];
  /** The schemas folder; without it every check that needs it is told as not run. */
  schemas?: Schemas;
  language?: CheckLanguage;
};

/** Records of one document that are looked at. */
const mostParts = 500;

const partsLeft = (count: number): Texts => ({
  en: `The document holds ${count} records; only the first ${mostParts} were looked at.`,
  fr: `Le document contient ${count} fiches ; seules les ${mostParts} premières ont été examinées.`,
});
const notRead: Texts = {
  en: 'The document is in a format that has a schema but is not read here as a metadata record.',
  fr: 'Le document est dans un format qui a un schéma mais n’est pas lu ici comme une fiche de métadonnées.',
};

/**
 * Checks a document in every way that we know: whether it is well-formed, what its reader can't understand, the official
 * schemas of its format, and rule sets on each record in it.
 * @param bytes the document as received; nothing in it is trusted, and nothing is fetched
 * @returns a report; never throws on bad input
 */
export async function checkDocument(bytes: Uint8Array, options: CheckOptions = {}): Promise<CheckReport> {
  const { mediaType, sets = ['halocline'], schemas, language = 'en' } = options;
  const context = mediaType ? { mediaType } : {};
  const syntax = sniffDocument(bytes, context);
  const { parts, problems } = await splitDocument(bytes, context);
  const findings: CheckFinding[] = [];
  const notRun: CheckReport['notRun'] = [];

  const validated =
    syntax !== 'html' && isWellFormed(problems)
      ? await checkSchemas(bytes, syntax, mediaType, schemas, language)
      : undefined;
  if (validated) {
    findings.push(...validated.findings);
    notRun.push(...validated.notRun);
  }
  for (const problem of problems) {
    // JSON with a schema of its own (CSL) is a document of some kind, if not one that we read.
    const known = syntax === 'json-ld' && problem.code === 'not-a-record' && validated?.known;
    if (known) notRun.push({ check: 'rules', reason: notRead[language] });
    else findings.push(fromProblem(problem, language));
  }
  if (parts.length > mostParts) notRun.push({ check: 'records', reason: partsLeft(parts.length)[language] });

  const looked = parts.slice(0, mostParts);
  const places = placesOf(bytes, syntax, looked);
  const report: CheckReport['parts'] = [];
  for (const [index, part] of looked.entries()) {
    const place = places(index);
    const reading = part.deleted ? { record: null, problems: [] } : await readPart(part, context);
    const more = looked.length > 1 ? { part: index } : {};
    const title = reading.record && localise(reading.record.resource.titles, language)?.text;
    const identifier = part.identifier ?? reading.record?.metadataIdentifier;
    report.push({
      format: part.format,
      ...(identifier ? { identifier } : {}),
      ...(title ? { title } : {}),
      ...(place.first === undefined ? {} : { line: place.first }),
    });
    for (const problem of reading.problems)
      findings.push({ ...fromProblem(problem, language, place), ...more });
    if (reading.record)
      for (const result of checkRecord(reading.record, sets))
        findings.push({ ...fromRule(result, part, language, place), ...more });
  }
  return completeReport({
    language,
    format: looked[0]?.format ?? null,
    rules: [...sets],
    parts: report,
    findings,
    notRun,
  });
}

const isWellFormed = (problems: readonly Problem[]) =>
  !problems.some(({ code }) =>
    ['not-well-formed', 'doctype-refused', 'document-too-large', 'nested-too-deep'].includes(code),
  );

/** How the lines of a part become lines of the document. */
type Place = {
  first: number | undefined;
  /** Line in the document of a line in the part; `undefined` where that is not known. */
  lineOf: (line: number) => number | undefined;
  /** Line of an XPath or JSON pointer in the document. */
  lineAt: (path: string) => number | undefined;
  /** Name of the root element as the document writes it: `gmi:MI_Metadata` where paths say `gmd:MD_Metadata`. */
  root?: string;
};

const nowhere: Place = { first: undefined, lineOf: () => undefined, lineAt: () => undefined };

function placesOf(
  bytes: Uint8Array,
  syntax: RdfSyntax | 'html',
  parts: readonly DocumentPart[],
): (index: number) => Place {
  const [only] = parts;
  const whole = parts.length === 1 && only?.bytes === bytes;
  if (syntax === 'json-ld' && whole) {
    const lines = linesOfJson(bytes);
    const lineAt = (path: string) => (path.startsWith('/') ? lineOfPointer(lines, path) : undefined);
    return () => ({ first: 1, lineOf: (line) => line, lineAt });
  }
  if (syntax !== 'rdf-xml') return () => nowhere;
  const { root } = parseXml(bytes);
  if (!root || only?.format === 'dcat')
    return () => (whole ? { ...nowhere, lineOf: (line) => line } : nowhere);
  const at = (element: XmlElement, lines?: PartLines) => (path: string) => {
    if (!path.startsWith('/')) return undefined;
    const line = lineOfXPath(element, path);
    return lines ? lines.lineOf(line) : line;
  };
  if (whole)
    return () => ({ first: root.line, lineOf: (line) => line, lineAt: at(root), root: qualified(root) });
  const lines = linesOfParts(root, parts);
  return (index) => {
    const found = lines[index];
    const part = found && parseXml(parts[index]?.bytes ?? new Uint8Array()).root;
    if (!found || !part) return nowhere;
    return { first: found.first, lineOf: found.lineOf, lineAt: at(part, found), root: qualified(part) };
  };
}

const qualified = ({ prefix, name }: XmlElement) => (prefix ? `${prefix}:${name}` : name);

function fromProblem(problem: Problem, language: CheckLanguage, place?: Place): CheckFinding {
  const { severity, code, path, message, hint } = problem;
  const text = problemText(code, language);
  const line =
    problem.line === undefined ? place?.lineAt(path) : place ? place.lineOf(problem.line) : problem.line;
  return {
    severity,
    rule: code,
    from: 'document',
    path,
    title: text?.title ?? code,
    message,
    messageLanguage: 'en',
    remedy: language === 'en' ? hint : (text?.remedy ?? hint),
    ...(line === undefined ? {} : { line }),
  };
}

function fromRule(
  { rule, severity, path: modelPath, message }: RuleResult,
  part: DocumentPart,
  language: CheckLanguage,
  place: Place,
): CheckFinding {
  const told = placeIn(part.format, modelPath);
  const line = told === modelPath ? undefined : place.lineAt(told);
  const path = place.root ? told.replace(/^\/(gmd|gmi|mdb):M[DI]_Metadata/, `/${place.root}`) : told;
  return {
    severity,
    rule: rule.id,
    from: 'rules',
    path,
    title: rule.title[language],
    message: message[language],
    messageLanguage: language,
    remedy: rule.remedy[language],
    source: rule.source,
    ...(line === undefined ? {} : { line }),
  };
}
