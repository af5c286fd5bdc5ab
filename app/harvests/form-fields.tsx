import { type ReactNode, useId } from 'react';
import type { HarvestProblem } from './harvest-action.ts';
import { useDeskMessages } from './texts.ts';

type LineProps = {
  name: string;
  label: string;
  value: string;
  hint?: string;
  error?: HarvestProblem | undefined;
  /** What is wrong with it, where no text of the portal says it. */
  fault?: string | undefined;
  type?: 'text' | 'email' | 'url' | 'number' | 'time';
  /** Lines of a longer text; one line unless told. */
  rows?: number;
  lang?: string;
  required?: boolean;
  /** The label is told to screen readers only: something else says it to the eye. */
  quiet?: boolean;
};

/** One labelled field, with its hint and what is wrong with it. */
export function Line(props: LineProps) {
  const { name, label, value, hint, error, fault, type = 'text', rows, lang, required, quiet } = props;
  const { harvestPages: texts } = useDeskMessages();
  const id = useId();
  const isWrong = error !== undefined || fault !== undefined;
  const described = [hint === undefined ? '' : `${id}-hint`, isWrong ? `${id}-error` : ''];
  const shared = {
    id,
    name,
    lang,
    required,
    className: 'field mt-1',
    autoComplete: 'off',
    defaultValue: value,
    'aria-invalid': isWrong,
    'aria-describedby': described.join(' ').trim() || undefined,
  };
  return (
    <div>
      <label htmlFor={id} className={quiet ? 'sr-only' : 'font-medium'}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      {rows === undefined ? <input {...shared} type={type} /> : <textarea {...shared} rows={rows} />}
      {isWrong && (
        <p id={`${id}-error`} className="mt-1 font-medium text-bad">
          {error === undefined ? fault : texts.errors[error]}
        </p>
      )}
    </div>
  );
}

/** A box to tick. */
export function Tick({
  name,
  label,
  hint,
  checked,
}: {
  name: string;
  label: string;
  hint?: string;
  checked: boolean;
}) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_1fr] content-start gap-x-3">
      <input
        id={id}
        type="checkbox"
        name={name}
        value="yes"
        defaultChecked={checked}
        className="mt-1 size-5"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="col-start-2 text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

/** Chooses one of several. */
export function Choose({
  name,
  label,
  hint,
  choices,
  value,
}: {
  name: string;
  label: string;
  hint?: string;
  choices: readonly { value: string; label: string }[];
  value: string;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      <select
        id={id}
        name={name}
        className="field mt-1"
        defaultValue={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Boxes of one name, any of which may be ticked. @param chosen values, one on each line */
export function Ticks({
  name,
  label,
  choices,
  chosen,
}: {
  name: string;
  label: string;
  choices: readonly { value: string; label: string }[];
  chosen: string;
}) {
  const id = useId();
  const ticked = new Set(chosen.split('\n'));
  return (
    <fieldset>
      <legend className="font-medium">{label}</legend>
      <div className="mt-1 grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {choices.map(({ value, label: words }) => (
          <label key={value} htmlFor={`${id}-${value}`} className="flex min-h-9 items-center gap-3">
            <input
              id={`${id}-${value}`}
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={ticked.has(value)}
              className="size-5 shrink-0"
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Fields that belong together. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="border-t border-edge pt-3">
      <legend className="pr-4 font-serif text-xl">{title}</legend>
      <div className="mt-2 grid gap-5">{children}</div>
    </fieldset>
  );
}
