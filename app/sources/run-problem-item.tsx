import { Link } from 'react-router';
import { useMessages } from '../locales/locale-context.tsx';
import { ProblemWords } from '../record/problem-words.tsx';
import type { RunProblemView } from './present-sources.ts';

/**
 * A problem that a run met: what it is, what to do, and where.
 * @param heading absent where the list stands under the name of the rule already
 */
export function RunProblemItem({ problem, heading }: { problem: RunProblemView; heading?: 'h3' }) {
  const { sourcesPage, recordPage } = useMessages();
  return (
    <li className="py-3">
      {heading && (
        <p className="text-sm">
          {recordPage.severities[problem.severity]} <code className="text-soft">{problem.code}</code>
        </p>
      )}
      <ProblemWords problem={problem} heading={heading} />
      <p className="text-sm break-all text-soft">
        {problem.recordId ? (
          <Link to={`/records/${problem.recordId}`}>{problem.identifier ?? problem.recordId}</Link>
        ) : (
          (problem.identifier ?? sourcesPage.ofRun)
        )}
        {problem.line !== undefined && ` · ${recordPage.line(problem.line)}`}
        {problem.path.length > 1 && ` · ${problem.path}`}
      </p>
    </li>
  );
}
