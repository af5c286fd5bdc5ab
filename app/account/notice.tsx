import { useMessages } from '../locales/locale-context.tsx';
import type { Refused } from './problem.ts';

/** Says what did not work; read out at once by a screen reader. */
export function ProblemNotice({ refused }: { refused: Refused }) {
  const { accountPages } = useMessages();
  return (
    <div role="alert" className="my-5 max-w-[42rem] border-l-4 border-bad bg-bad-wash px-4 py-3">
      <p className="font-semibold">{accountPages.problemTitle}</p>
      <p>{accountPages.problems[refused.problem]}</p>
    </div>
  );
}

/** Says what worked. */
export function DoneNotice({ children }: { children: string }) {
  return (
    <p role="status" className="my-5 max-w-[42rem] border-l-4 border-good bg-good-wash px-4 py-3">
      {children}
    </p>
  );
}
