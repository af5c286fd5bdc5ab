import { formatNumber } from './format.ts';

const number = (value: number) => formatNumber(value, 'en');
const counted = (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`;

/** The texts of the page that checks a document. */
export const validateTexts = {
  title: 'Check a metadata document',
  lead: 'Paste or upload a record, or a whole answer of OAI-PMH or CSW. It is read, held against the official schemas of its format and against the rules you choose; each finding says the line, the rule and the remedy. Nothing is stored.',
  navigation: 'Check a document',
  fromSources: 'Check a document before you publish it',
  document: 'Document',
  documentHint: (formats: string) => `In one of these formats: ${formats}.`,
  file: 'Or a file',
  fileHint: (megabytes: number) => `At most ${number(megabytes)} MB. The file counts where both are given.`,
  rules: 'Rules',
  submit: 'Check',
  none: 'Paste a document or choose a file.',
  tooLarge: (megabytes: number) => `The document is too large: at most ${number(megabytes)} MB are checked.`,
  tooSlow: 'Checking this document took too long. Try a part of it, or the command line.',
  busy: 'Too many documents are being checked. Try again in a minute.',
  report: 'Report',
  passed: 'No error was found.',
  failed: (errors: number) => `${counted(errors, 'error was', 'errors were')} found.`,
  also: (warnings: number, remarks: number) =>
    `${counted(warnings, 'warning', 'warnings')} and ${counted(remarks, 'remark', 'remarks')} besides.`,
  records: 'Records read',
  noRecord: 'No record was recognised in the document.',
  appliedRules: 'Rules applied',
  notRun: 'Not run',
  line: (line: number) => `Line ${line}`,
  /** Place of a finding, before its title. */
  at: (place: string) => `${place}: `,
  record: (index: number) => `Record ${index}`,
  remedy: 'Remedy',
  source: 'Asked by',
  left: (count: number) => `${counted(count, 'more finding is', 'more findings are')} not listed.`,
  machines: 'For machines',
  machinesText: 'The same report in JSON: send the document as the body of a POST.',
};
