import type { FormatName } from '../formats/index.ts';
import type { ProblemSeverity } from '../model/index.ts';
import type { CheckLanguage } from './rule.ts';
import type { RuleSetName } from './rule-sets/index.ts';

/** One thing amiss in a document. */
export type CheckFinding = {
  severity: ProblemSeverity;
  /** Id of the rule, code of the reader's problem, or the schema: `xsd:iso19139`, `json-schema:stac-item`, `shacl:…`. */
  rule: string;
  /** What found it: reading the document, an official schema, or a rule set. */
  from: 'document' | 'schema' | 'rules';
  /** Which record of the document, from 0; absent where it concerns the document as a whole. */
  part?: number;
  /** 1-based, in the document as it was sent. A rule about something missing tells where it ought to be. */
  line?: number;
  /** XPath, JSON pointer or property path in the words of the format; a path of the model where the format has none. */
  path: string;
  /** What kind of finding it is, in the language of the report. */
  title: string;
  /** What exactly was found. `messageLanguage` is `en` where a validator or reader said it so. */
  message: string;
  messageLanguage: CheckLanguage;
  remedy: string;
  /** Clause of the standard that asks for it. */
  source?: string;
};

/** A check that ought to have been run and was not. */
export type CheckNotRun = { check: string; reason: string };

export type CheckReport = {
  language: CheckLanguage;
  /** Format of the (first) record; `null` where none was recognised. */
  format: FormatName | null;
  /** Rule sets that were applied. */
  rules: RuleSetName[];
  parts: { format: FormatName; identifier?: string; title?: string; line?: number }[];
  findings: CheckFinding[];
  /** Findings beyond those listed. */
  left: number;
  notRun: CheckNotRun[];
  counts: Record<ProblemSeverity, number>;
  /** Whether there is no finding of severity `error`. */
  passed: boolean;
};

/** Findings that a report lists: a catalogue of a thousand records need not tell each a thousand times. */
const mostListed = 1000;

/** Counts the findings and puts the gravest first, each group in the order of parts and lines. */
export function completeReport(report: Omit<CheckReport, 'left' | 'counts' | 'passed'>): CheckReport {
  const counts = { error: 0, warning: 0, info: 0 };
  // A validator may say the same of the same place twice.
  const distinct = [
    ...new Map(report.findings.map((finding) => [JSON.stringify(finding), finding])).values(),
  ];
  for (const { severity } of distinct) counts[severity] += 1;
  const order = ['error', 'warning', 'info'];
  const sorted = distinct.sort(
    (one, other) =>
      order.indexOf(one.severity) - order.indexOf(other.severity) ||
      (one.part ?? -1) - (other.part ?? -1) ||
      (one.line ?? 0) - (other.line ?? 0),
  );
  return {
    ...report,
    findings: sorted.slice(0, mostListed),
    left: Math.max(0, sorted.length - mostListed),
    counts,
    passed: counts.error === 0,
  };
}
