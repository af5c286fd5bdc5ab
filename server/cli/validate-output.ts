import type { CheckFinding, CheckLanguage, CheckReport } from '#catalogue/checks';

const words = {
  en: {
    colon: ':',
    severities: { error: 'error', warning: 'warning', info: 'remark' },
    line: 'line',
    record: 'record',
    remedy: 'Remedy',
    source: 'Source',
    notRun: 'not run',
    left: 'more findings are not listed.',
    summary: ({ error, warning, info }: CheckReport['counts']) =>
      `${error} errors, ${warning} warnings, ${info} remarks`,
    passed: 'No error.',
    nothing: 'No record was recognised.',
  },
  fr: {
    colon: ' :',
    severities: { error: 'erreur', warning: 'avertissement', info: 'remarque' },
    line: 'ligne',
    record: 'fiche',
    remedy: 'Remède',
    source: 'Source',
    notRun: 'non exécuté',
    left: 'autres constats ne sont pas énumérés.',
    summary: ({ error, warning, info }: CheckReport['counts']) =>
      `${error} erreurs, ${warning} avertissements, ${info} remarques`,
    passed: 'Aucune erreur.',
    nothing: 'Aucune fiche n’a été reconnue.',
  },
} as const satisfies Record<CheckLanguage, unknown>;

/** A report for people: what was read, each finding with its place and remedy, what was not run, the sum. */
export function textOf(report: CheckReport): string {
  const said = words[report.language];
  const parts = report.parts.map(
    ({ format, identifier = '', title = '' }, index) =>
      `${report.parts.length > 1 ? `${said.record} ${index + 1}${said.colon} ` : ''}${[format, identifier, title].filter(Boolean).join(' · ')}`,
  );
  const findings = report.findings.map((finding) => findingText(finding, report));
  const notRun = report.notRun.map(({ check, reason }) => `${said.notRun}${said.colon} ${check}. ${reason}`);
  return [
    ...(parts.length > 0 ? parts : [said.nothing]),
    '',
    ...findings,
    ...(report.left > 0 ? [`… ${report.left} ${said.left}`] : []),
    ...notRun,
    `${report.passed ? `${said.passed} ` : ''}${said.summary(report.counts)}.`,
  ].join('\n');
}

function findingText(finding: CheckFinding, { language, parts }: CheckReport): string {
  const said = words[language];
  const { severity, rule, part, line, path, title, message, remedy, source } = finding;
  const place = [
    ...(part !== undefined && parts.length > 1 ? [`${said.record} ${part + 1}`] : []),
    ...(line === undefined ? [] : [`${said.line} ${line}`]),
  ].join(', ');
  return [
    `${said.severities[severity]}${place ? ` (${place})` : ''}${said.colon} ${title} [${rule}]`,
    `    ${message}`,
    `    ${path}`,
    `    ${said.remedy}${said.colon} ${remedy}`,
    ...(source ? [`    ${said.source}${said.colon} ${source}`] : []),
    '',
  ].join('\n');
}

const columns = ['severity', 'rule', 'part', 'line', 'path', 'title', 'message', 'remedy', 'source'] as const;

/** Findings as CSV (RFC 4180), with a header; a leading `=`, `+`, `-` or `@` is quoted against spreadsheets. */
export function csvOf({ findings }: CheckReport): string {
  const rows = findings.map((finding) => columns.map((column) => cell(finding[column])));
  return [columns.join(','), ...rows.map((row) => row.join(','))].join('\r\n');
}

function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
