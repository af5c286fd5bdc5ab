import { useMessages } from '../../locales/locale-context.tsx';
import type { ProblemEntry, ProblemGroup } from '../present/log.ts';
import { ProblemWords } from '../problem-words.tsx';

const tones = {
  error: 'bg-bad-wash text-bad',
  warning: 'bg-warn-wash text-warn',
  info: 'bg-shallow text-ink',
} as const;

/** What was found amiss in the source's document, for those who maintain it. */
export function ProblemList({ groups }: { groups: readonly ProblemGroup[] }) {
  const { recordPage } = useMessages();
  if (groups.length === 0) return <p>{recordPage.noProblems}</p>;
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p className="prose text-soft">{recordPage.problemsLead}</p>
      <details className="mt-3">
        <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <span className="text-link underline">{recordPage.problemsCount(total)}</span>
          {groups.map(({ severity, count }) => (
            <span key={severity} className={`tag ${tones[severity]}`}>
              {recordPage.severities[severity]} {count}
            </span>
          ))}
        </summary>
        {groups.map(({ severity, problems }) => (
          <div key={severity} className="mt-3">
            <h3 className={`tag text-base font-sans ${tones[severity]}`}>
              {recordPage.severities[severity]}
            </h3>
            <ul className="mt-1 divide-y divide-line">
              {problems.map((problem) => (
                <li key={`${problem.code} ${problem.message}`} className="py-2.5">
                  <Entry problem={problem} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </details>
    </>
  );
}

function Entry({ problem }: { problem: ProblemEntry }) {
  const { places, count } = problem;
  const { recordPage } = useMessages();
  return (
    <div className="max-w-[80ch] break-words">
      <ProblemWords problem={problem} heading="h4" />
      {places.map(({ path, line }) => (
        <p key={`${path} ${line}`} className="text-sm text-soft">
          <code className="break-all">{path}</code>
          {line && <> ({recordPage.line(line)})</>}
        </p>
      ))}
      {count > places.length && <p className="text-sm text-soft">{recordPage.places(count)}</p>}
    </div>
  );
}
