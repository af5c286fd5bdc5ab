import type { ProblemSeverity } from '#catalogue/model';
import { useReportTexts } from './texts.ts';

const tones: Record<ProblemSeverity, string> = {
  error: 'bg-bad-wash text-bad',
  warning: 'bg-warn-wash text-warn',
  info: 'bg-shallow text-ink',
};

/** How grave a rule is, in a word. */
export function SeverityTag({ severity }: { severity: ProblemSeverity }) {
  const texts = useReportTexts();
  return <span className={`tag ${tones[severity]}`}>{texts.severities[severity]}</span>;
}
