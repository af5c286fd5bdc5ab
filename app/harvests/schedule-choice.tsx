import { type ReactNode, useId } from 'react';
import type { HarvestProblem } from './harvest-action.ts';
import type { SourceValues } from './source-values.ts';
import { useDeskMessages } from './texts.ts';

const lastCommonDay = 28;

/** When a source is harvested, in plain words; works without scripts, so nothing hides. */
export function ScheduleChoice({
  values,
  weekdays,
  error,
}: {
  values: SourceValues;
  /** Names, from Sunday. */
  weekdays: readonly string[];
  error: HarvestProblem | undefined;
}) {
  const { harvestPages } = useDeskMessages();
  const texts = harvestPages.form;
  const id = useId();
  const narrow = 'field w-auto';
  return (
    <div
      role="radiogroup"
      aria-label={texts.when}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      className="grid gap-2"
    >
      <Choice kind="by-hand" chosen={values.scheduleKind} />
      <Choice kind="daily" chosen={values.scheduleKind} />
      <Choice kind="weekly" chosen={values.scheduleKind}>
        <select name="weekday" aria-label={texts.weekday} className={narrow} defaultValue={values.weekday}>
          {weekdays.map((name, day) => (
            <option key={name} value={day}>
              {name}
            </option>
          ))}
        </select>
      </Choice>
      <Choice kind="monthly" chosen={values.scheduleKind}>
        <select name="day" aria-label={texts.day} className={narrow} defaultValue={values.day}>
          {Array.from({ length: lastCommonDay }, (_nothing, index) => String(index + 1)).map((day) => (
            <option key={day}>{day}</option>
          ))}
        </select>
      </Choice>
      <Choice kind="cron" chosen={values.scheduleKind}>
        <input
          name="expression"
          aria-label={texts.expression}
          placeholder="0 */6 * * *"
          autoComplete="off"
          className={`${narrow} max-w-full font-mono`}
          defaultValue={values.expression}
        />
      </Choice>
      <p className="flex flex-wrap items-center gap-3">
        <label htmlFor={`${id}-time`}>{texts.at}</label>
        <input id={`${id}-time`} type="time" name="time" className={narrow} defaultValue={values.time} />
      </p>
      {error !== undefined && (
        <p id={`${id}-error`} className="font-medium text-bad">
          {harvestPages.errors[error]}
        </p>
      )}
    </div>
  );
}

function Choice({
  kind,
  chosen,
  children,
}: {
  kind: 'by-hand' | 'daily' | 'weekly' | 'monthly' | 'cron';
  chosen: string;
  children?: ReactNode;
}) {
  const { harvestPages } = useDeskMessages();
  const id = useId();
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1">
      <input
        id={id}
        type="radio"
        name="scheduleKind"
        value={kind}
        defaultChecked={chosen === kind}
        className="size-5"
      />
      <label htmlFor={id}>{harvestPages.form.scheduleKinds[kind]}</label>
      {children}
    </div>
  );
}
