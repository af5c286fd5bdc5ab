import type { Verdict } from '#catalogue/fair';
import { useMessages } from '../locales/locale-context.tsx';
import type { FairTest } from './present-fair.ts';

const tones: Record<Verdict, string> = {
  passed: 'bg-good-wash text-good',
  partly: 'bg-warn-wash text-warn',
  failed: 'bg-bad-wash text-bad',
  unknown: 'bg-shallow text-ink',
};

/** Each test in a line; what was found and what to do opens below it. */
export function FairTests({ tests }: { tests: readonly FairTest[] }) {
  const { fair } = useMessages();
  return (
    <ul className="fair-tests">
      {tests.map((test) => (
        <li key={test.id}>
          <details>
            <summary>
              <span className="font-medium tabular-nums">{test.principle}</span>
              <span className="fair-test-title">{test.title}</span>
              <span className="text-[0.9375rem] text-soft tabular-nums">
                {fair.points(test.score, test.maximum)}
              </span>
              <span className={`tag ${tones[test.verdict]}`}>{fair.verdicts[test.verdict]}</span>
            </summary>
            <div className="fair-evidence">
              <ul>
                {test.evidence.map(({ verdict, text }) => (
                  <li key={text} data-verdict={verdict}>
                    <span className="sr-only">{fair.finding(fair.verdicts[verdict])}</span>
                    {text}
                  </li>
                ))}
              </ul>
              {test.remedy && (
                <p className="mt-2">
                  <span className="lettered">{fair.remedy}</span> {test.remedy}
                </p>
              )}
              <p className="mt-1 text-sm text-soft">
                <code>{test.id}</code>
              </p>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
