import { DoneNotice } from '../account/notice.tsx';
import type { HarvestOutcome } from './harvest-action.ts';
import { useDeskMessages } from './texts.ts';

/** What came of a form: it worked, or what went wrong. */
export function HarvestNotice({ outcome }: { outcome: HarvestOutcome | undefined }) {
  const { accountPages, harvestPages: texts } = useDeskMessages();
  if (outcome === undefined) return null;
  if ('done' in outcome) return <DoneNotice>{texts[outcome.done]}</DoneNotice>;
  return (
    <div role="alert" className="my-5 max-w-[42rem] border-l-4 border-bad bg-bad-wash px-4 py-3">
      <p className="font-semibold">{accountPages.problemTitle}</p>
      <p>{texts.errors[outcome.refused]}</p>
    </div>
  );
}
