import { Link } from 'react-router';
import type { RunRow } from '../harvests/present-runs.ts';
import { RunProgress } from '../harvests/run-progress.tsx';
import { useDeskMessages } from '../harvests/texts.ts';
import { formatNumber } from '../locales/format.ts';
import { useLocale } from '../locales/locale-context.tsx';
import { RunState } from './run-state.tsx';

const figures = ['listed', 'created', 'updated', 'unchanged', 'withdrawn', 'refused', 'problems'] as const;

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 };

/**
 * Runs of a source with what came of each.
 * @param linked whether each leads to its page, which is for staff
 */
export function RunsTable({ runs, linked = false }: { runs: readonly RunRow[]; linked?: boolean }) {
  const { harvestPages: texts, sourcesPage } = useDeskMessages();
  const locale = useLocale();
  return (
    <div className="overflow-x-auto" {...scrollable}>
      <table className="plain-table mt-2 text-[0.9375rem]">
        <thead>
          <tr>
            <th scope="col">{texts.began}</th>
            <th scope="col">{texts.kind}</th>
            <th scope="col">{texts.state}</th>
            {figures.map((name) => (
              <th key={name} scope="col">
                {sourcesPage[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td className="whitespace-nowrap">
                {linked ? <Link to={`/admin/runs/${run.id}`}>{run.moment}</Link> : run.moment}
                {run.took !== undefined && (
                  <span className="block text-sm text-soft">{texts.took(run.took)}</span>
                )}
              </td>
              <td>{run.kind}</td>
              <td>
                <RunState state={run.state} />
                {run.state === 'running' && run.counts.progress && (
                  <RunProgress phase={run.phase} progress={run.counts.progress} />
                )}
                {run.message !== undefined && (
                  <span className="mt-1 block max-w-[40ch] text-sm">{run.message}</span>
                )}
              </td>
              {figures.map((name) => (
                <td key={name}>{formatNumber(run.counts[name], locale)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
