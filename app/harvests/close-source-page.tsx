import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import type { PageText } from '../record/texts.ts';
import { Choose, Line } from './form-fields.tsx';
import type { HarvestOutcome } from './harvest-action.ts';
import { HarvestNotice } from './harvest-notice.tsx';
import { Orders } from './orders.tsx';
import type { SourceDeskView } from './present-source-desk.ts';
import { useDeskMessages } from './texts.ts';
import { useFollow } from './use-follow.ts';

type CloseSourcePageProps = {
  source: Pick<SourceDeskView, 'id' | 'records' | 'closed' | 'orders' | 'goesOn'> & { name: PageText };
  /** Sources that its records can be handed over to. */
  heirs: readonly { id: string; name: PageText }[];
  undoDays: number;
  /** It was removed, and can be brought back. */
  undoable: boolean;
  outcome: HarvestOutcome | undefined;
};

/** Archives a source, removes it, or brings it back; says first what happens. */
export function CloseSourcePage({ source, heirs, undoDays, undoable, outcome }: CloseSourcePageProps) {
  const { harvestPages } = useDeskMessages();
  const { close: texts } = harvestPages;
  const { closed } = source;
  const heirChoice = ({ id, name }: { id: string; name: PageText }) => ({
    value: id,
    label: texts.heirOf(name.text),
  });
  useFollow(source.goesOn);
  return (
    <>
      <p>
        <Link to="/admin/sources">{harvestPages.sources}</Link>
        {' › '}
        <Link to={`/admin/sources/${source.id}`} lang={source.name.lang}>
          {source.name.text}
        </Link>
      </p>
      <h1 className="mt-1 text-3xl md:text-4xl">{texts.title}</h1>
      <HarvestNotice outcome={outcome} />
      <Orders orders={source.orders} />
      {closed?.as === 'removed' ? (
        <Part id="undo" title={texts.removedSince(closed.moment)}>
          <p>{undoable ? texts.undoText : texts.undoLate}</p>
          {undoable && <Deed intent="bring-back" label={texts.undo} />}
        </Part>
      ) : (
        <>
          {closed ? (
            <Part id="archive" title={texts.archivedSince(closed.moment)}>
              <p>{texts.reopenText}</p>
              <Deed intent="reopen" label={texts.reopen} />
            </Part>
          ) : (
            <Part id="archive" title={texts.archive}>
              <p>{texts.archiveText(source.records)}</p>
              <Deed intent="archive" label={texts.archiveConfirm} />
            </Part>
          )}
          <Part id="remove" title={texts.remove}>
            <p>{texts.removeLead}</p>
            <ol className="mt-2 list-decimal space-y-1 pl-5">
              {texts.removeSteps(source.records, undoDays).map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <Form method="post" noValidate className="mt-4 grid max-w-[34rem] gap-4">
              {heirs.length > 0 && (
                <Choose
                  name="heir"
                  label={texts.heir}
                  hint={texts.heirHint}
                  choices={[{ value: '', label: texts.heirNone }, ...heirs.map(heirChoice)]}
                  value=""
                />
              )}
              <Line
                name="confirmation"
                label={texts.confirm(source.id)}
                value=""
                error={
                  outcome && 'refused' in outcome && outcome.refused === 'confirmation'
                    ? 'confirmation'
                    : undefined
                }
                required
              />
              <button type="submit" name="intent" value="remove" className="button justify-self-start">
                {texts.removeConfirm}
              </button>
            </Form>
          </Part>
        </>
      )}
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-8 max-w-[52rem]">
      <h2 id={id} className="section-title">
        {title}
      </h2>
      <div className="mt-2">{children}</div>
    </section>
  );
}

function Deed({ intent, label }: { intent: string; label: string }) {
  return (
    <Form method="post" className="mt-3">
      <button type="submit" name="intent" value={intent} className="button" data-strong="">
        {label}
      </button>
    </Form>
  );
}
