import { Link, useSearchParams } from 'react-router';
import { RunProblemItem } from '../sources/run-problem-item.tsx';
import type { ProblemsView, RuleView } from './present-problems.ts';
import { useDeskMessages } from './texts.ts';

/** The problems of a run by rule, with examples; or all of one rule, page by page. */
export function ProblemRules({ problems: { met, kept, rules, chosen } }: { problems: ProblemsView }) {
  const { harvestPages: texts } = useDeskMessages();
  const href = useHref();
  if (kept === 0) return <p className="mt-3">{texts.noProblems}</p>;
  if (chosen) {
    const { code, title, from, total, shown } = chosen;
    return (
      <>
        <p className="mt-3">
          <Link to={href({})}>{texts.allRules}</Link>
        </p>
        <h3 className="mt-2 text-xl">{title}</h3>
        <p className="text-soft tabular-nums">{texts.shown(from + 1, from + shown.length, total)}</p>
        <ul className="mt-2 divide-y divide-line">
          {shown.map((problem, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be alike in everything.
            <RunProblemItem key={place} problem={problem} />
          ))}
        </ul>
        <p className="mt-3 flex gap-5">
          {from > 0 && <Link to={href({ rule: code })}>{texts.first}</Link>}
          {from + shown.length < total && (
            <Link to={href({ rule: code, from: String(from + shown.length) })}>{texts.nextPage}</Link>
          )}
        </p>
      </>
    );
  }
  return (
    <>
      {kept < met && <p className="mt-3 text-soft">{texts.problemsKept(kept, met)}</p>}
      <ul className="mt-3 border-t border-line">
        {rules.map((rule) => (
          <Rule key={`${rule.severity} ${rule.code}`} rule={rule} href={href({ rule: rule.code })} />
        ))}
      </ul>
    </>
  );
}

/** Addresses of this page with other problems in view; the choice of changes stays. */
function useHref() {
  const [asked] = useSearchParams();
  return (problems: { rule?: string; from?: string }) => {
    const parameters = new URLSearchParams(asked);
    for (const name of ['rule', 'from']) parameters.delete(name);
    for (const [name, value] of Object.entries(problems)) if (value) parameters.set(name, value);
    return `?${parameters}#problems`;
  };
}

function Rule({ rule, href }: { rule: RuleView; href: string }) {
  const { harvestPages: texts, recordPage } = useDeskMessages();
  const { code, severity, title, problems, documents, examples } = rule;
  return (
    <li className="border-b border-line py-2">
      <details className="group">
        <summary className="grid min-h-11 cursor-pointer items-center gap-x-6 sm:grid-cols-[7rem_1fr_auto]">
          <span className="text-sm">
            <span aria-hidden="true" className="mr-2 inline-block text-soft group-open:rotate-90">
              ▸
            </span>
            {recordPage.severities[severity]}
          </span>
          <span className="font-medium">{title}</span>
          <span className="text-soft tabular-nums">
            {texts.occurrences(problems)}, {texts.inDocuments(documents)}
          </span>
        </summary>
        <ul className="divide-y divide-line pl-4">
          {examples.map((problem, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be alike in everything.
            <RunProblemItem key={place} problem={problem} />
          ))}
        </ul>
        {examples.length < problems && (
          <p className="py-2 pl-4">
            <Link to={href} aria-label={texts.allOfRuleNamed(problems, title)}>
              {texts.allOfRule(problems)}
            </Link>{' '}
            <code className="text-sm text-soft">{code}</code>
          </p>
        )}
      </details>
    </li>
  );
}
