import type { CheckFinding, CheckReport } from '#catalogue/checks';
import { useMessages } from '../locales/locale-context.tsx';
import type { SetChoice } from './check-form.tsx';

const tones = {
  error: 'bg-bad-wash text-bad',
  warning: 'bg-warn-wash text-warn',
  info: 'bg-shallow text-ink',
} as const;
const severities = ['error', 'warning', 'info'] as const;

/** What was found: the sum first, then what was not looked at, then every finding by severity. */
export function ReportView({ report, sets }: { report: CheckReport; sets: readonly SetChoice[] }) {
  const { validatePage: texts, recordPage } = useMessages();
  const { counts, findings, notRun, passed, left } = report;
  return (
    <section aria-labelledby="report" className="mt-12">
      <h2 id="report" className="section-title scroll-mt-4">
        {texts.report}
      </h2>
      <p className="mt-3 text-lg" role="status">
        <strong>{passed ? texts.passed : texts.failed(counts.error)}</strong>{' '}
        {counts.warning + counts.info > 0 && texts.also(counts.warning, counts.info)}
      </p>
      <Facts report={report} sets={sets} />
      {notRun.length > 0 && (
        <section aria-labelledby="not-run" className="mt-4">
          <h3 id="not-run" className="font-sans text-base font-medium">
            {texts.notRun}
          </h3>
          <ul className="max-w-[80ch]">
            {notRun.map(({ check, reason }) => (
              <li key={`${check} ${reason}`} className="break-words">
                <code>{check}</code> {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      {severities.map((severity) => {
        const group = findings.filter((finding) => finding.severity === severity);
        if (group.length === 0) return null;
        return (
          <section key={severity} aria-labelledby={`findings-${severity}`} className="mt-6">
            <h3 id={`findings-${severity}`} className={`tag font-sans text-base ${tones[severity]}`}>
              {recordPage.severities[severity]} {counts[severity]}
            </h3>
            <ul className="mt-1 divide-y divide-line">
              {group.map((finding) => (
                <li key={keyOf(finding)} className="py-3">
                  <Finding finding={finding} several={report.parts.length > 1} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {left > 0 && <p className="mt-3 text-soft">{texts.left(left)}</p>}
    </section>
  );
}

const keyOf = ({ rule, part, line, path, message }: CheckFinding) =>
  [rule, part, line, path, message].join(' ');

function Facts({
  report: { parts, rules, language },
  sets,
}: {
  report: CheckReport;
  sets: readonly SetChoice[];
}) {
  const { validatePage: texts } = useMessages();
  const shown = parts.slice(0, 20).map((part, index) => ({ ...part, number: index + 1 }));
  const applied = sets.filter(({ name }) => rules.some((rule) => rule === name)).map(({ title }) => title);
  return (
    <dl className="mt-3">
      <dt className="lettered">{texts.records}</dt>
      {parts.length === 0 && <dd>{texts.noRecord}</dd>}
      {shown.map(({ number, format, identifier, title, line }) => (
        <dd key={number} className="break-words">
          {[format, identifier, title, line && texts.line(line)].filter(Boolean).join(' · ')}
        </dd>
      ))}
      {parts.length > shown.length && <dd>… {parts.length}</dd>}
      {applied.length > 0 && (
        <>
          <dt className="lettered mt-2">{texts.appliedRules}</dt>
          <dd lang={language}>{applied.join(', ')}</dd>
        </>
      )}
    </dl>
  );
}

function Finding({ finding, several }: { finding: CheckFinding; several: boolean }) {
  const { validatePage: texts } = useMessages();
  const { title, message, messageLanguage, remedy, rule, part, line, path, source } = finding;
  const place = [
    several && part !== undefined ? texts.record(part + 1) : '',
    line === undefined ? '' : texts.line(line),
  ].filter(Boolean);
  return (
    <div className="max-w-[80ch] break-words">
      <h4 className="font-sans text-base font-medium">
        {place.length > 0 && <span className="tabular-nums">{texts.at(place.join(', '))}</span>}
        {title}
      </h4>
      <p lang={messageLanguage}>{message}</p>
      <p className="text-[0.9375rem]">
        <span className="lettered">{texts.remedy}</span> {remedy}
      </p>
      <p className="text-sm text-soft">
        <code className="break-all">{path}</code>
      </p>
      <p className="text-sm text-soft">
        <code>{rule}</code>
        {source && ` · ${texts.source} ${source}`}
      </p>
    </div>
  );
}
