import type { ReactNode } from 'react';
import { Form, Link, useSearchParams } from 'react-router';
import { DoneNotice } from '../account/notice.tsx';
import { useMessages } from '../locales/locale-context.tsx';
import type { IdentityOutcome } from './identity-action.ts';
import { LookUp } from './look-up.tsx';
import { MemberLine, Members } from './member-line.tsx';
import type { DecisionView, IdentityView, PairView } from './present-identity.ts';
import { useIdentityTexts } from './texts.ts';

/** Where staff decide which records describe the same resource. */
export function IdentityPage({
  view,
  outcome,
}: {
  view: IdentityView;
  outcome: IdentityOutcome | undefined;
}) {
  const texts = useIdentityTexts();
  const { accountPages } = useMessages();
  const { proposals, clusters, decisions, looked } = view;
  const href = useHref();
  return (
    <>
      <h1 className="text-3xl md:text-4xl">{texts.title}</h1>
      <p className="mt-2 max-w-[46rem]">{texts.lead}</p>
      {outcome && 'done' in outcome && <DoneNotice>{texts.done[outcome.done]}</DoneNotice>}
      {outcome && 'refused' in outcome && (
        <div role="alert" className="my-5 max-w-[42rem] border-l-4 border-bad bg-bad-wash px-4 py-3">
          <p className="font-semibold">{accountPages.problemTitle}</p>
          <p>{texts.errors[outcome.refused]}</p>
        </div>
      )}
      <Part id="to-decide" title={texts.toDecide}>
        <p className="mt-2">{texts.toDecideCount(proposals.total)}</p>
        <ol className="mt-3">
          {proposals.pairs.map((pair) => (
            <Pair key={`${pair.left.id} ${pair.right.id}`} pair={pair} />
          ))}
        </ol>
        <More
          first={proposals.from > 0 ? href({ from: '' }, 'to-decide') : undefined}
          next={
            proposals.next === undefined ? undefined : href({ from: String(proposals.next) }, 'to-decide')
          }
        />
      </Part>
      <Part id="look" title={texts.look}>
        <LookUp looked={looked} />
      </Part>
      <Part id="clusters" title={texts.clusters}>
        {clusters.shown.length === 0 && <p className="mt-2">{texts.noClusters}</p>}
        <ol className="mt-3">
          {clusters.shown.map((members) => (
            <li key={members[0]?.id} className="border-b border-line py-3">
              <Members members={members} />
            </li>
          ))}
        </ol>
        <More
          first={clusters.after === '' ? undefined : href({ after: '' }, 'clusters')}
          next={clusters.next === undefined ? undefined : href({ after: clusters.next }, 'clusters')}
        />
      </Part>
      <Part id="decisions" title={texts.decisions}>
        {decisions.length === 0 && <p className="mt-2">{texts.noDecisions}</p>}
        <ol className="mt-3">
          {decisions.map((decision) => (
            <Decision key={decision.id} decision={decision} />
          ))}
        </ol>
      </Part>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="section-title">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Addresses of this page with another part of a list in view. */
function useHref() {
  const [asked] = useSearchParams();
  return (changes: Record<string, string>, part: string) => {
    const parameters = new URLSearchParams(asked);
    for (const [name, value] of Object.entries(changes))
      if (value === '') parameters.delete(name);
      else parameters.set(name, value);
    return `?${parameters}#${part}`;
  };
}

function More({ first, next }: { first: string | undefined; next: string | undefined }) {
  const texts = useIdentityTexts();
  if (first === undefined && next === undefined) return null;
  return (
    <p className="mt-3 flex gap-5">
      {first !== undefined && <Link to={first}>{texts.first}</Link>}
      {next !== undefined && <Link to={next}>{texts.next}</Link>}
    </p>
  );
}

function Pair({ pair: { left, right, for: pro, against } }: { pair: PairView }) {
  const texts = useIdentityTexts();
  const titles = [left.title.text, right.title.text] as const;
  return (
    <li className="border-b border-line py-4">
      <div className="grid gap-x-10 gap-y-3 md:grid-cols-2">
        <MemberLine member={left} />
        <MemberLine member={right} />
      </div>
      <dl className="mt-2 text-[0.9375rem]">
        <Reasons label={texts.speaksFor} reasons={pro} />
        <Reasons label={texts.speaksAgainst} reasons={against} />
      </dl>
      <Form method="post" preventScrollReset className="mt-3 flex flex-wrap gap-3">
        <input type="hidden" name="record" value={left.id} />
        <input type="hidden" name="other" value={right.id} />
        <button
          type="submit"
          name="intent"
          value="join"
          className="button"
          aria-label={texts.oneOf(...titles)}
        >
          {texts.one}
        </button>
        <button
          type="submit"
          name="intent"
          value="split"
          className="button"
          aria-label={texts.twoOf(...titles)}
        >
          {texts.two}
        </button>
      </Form>
    </li>
  );
}

function Reasons({ label, reasons }: { label: string; reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="lettered">{label}</dt>
      <dd className="min-w-0 break-words">{reasons.join(', ')}</dd>
    </div>
  );
}

function Decision({ decision: { id, kind, moment, records, undone } }: { decision: DecisionView }) {
  const texts = useIdentityTexts();
  const titles = [...new Set(records.map(({ title }) => title.text))].join(', ');
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div className="min-w-0">
        <p>
          <span className="tag">{kind === 'join' ? texts.joined : texts.wasSplit}</span>
          {undone && <span className="tag ml-2">{texts.undone}</span>}{' '}
          <span className="text-soft">{moment}</span>
        </p>
        <p className="break-words">{titles}</p>
      </div>
      {!undone && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="decision" value={id} />
          <button
            type="submit"
            name="intent"
            value="undo"
            className="button"
            data-small=""
            aria-label={texts.undoOf(titles)}
          >
            {texts.undo}
          </button>
        </Form>
      )}
    </li>
  );
}
