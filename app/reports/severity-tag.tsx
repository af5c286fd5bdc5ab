import type { ProblemSeverity } from '#catalogue/model';
import { useMessages } from '../locales/locale-context.tsx';

const tones: Record<ProblemSeverity, string> = {
  error: 'bg-bad-wash text-bad',
  warning: 'bg-warn-wash text-warn',
  info: 'bg-shallow text-ink',
};

/** How grave a rule is, in a word. */
export function SeverityTag({ severity }: { severity: ProblemSeverity }) {
  const { reportPage } = useMessages();
  return <span className={`tag ${tones[severity]}`}>{reportPage.severities[severity]}</span>;
}
