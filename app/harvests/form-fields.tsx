import { type ReactNode, useId } from 'react';
import { useMessages } from '../locales/locale-context.tsx';
import type { HarvestProblem } from './harvest-action.ts';

type LineProps = {
  name: string;
  label: string;
  value: string;
  hint?: string;
  error?: HarvestProblem | undefined;
  type?: 'text' | 'email' | 'url' | 'number' | 'time';
  /** Lines of a longer text; one line unless told. */
  rows?: number;
  lang?: string;
  required?: boolean;
};

/** One labelled field, with its hint and what is wrong with it. */
export function Line({ name, label, value, hint, error, type = 'text', rows, lang, required }: LineProps) {
  const { harvestPages: texts } = useMessages();
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`];
  const shared = {
    id,
    name,
    lang,
    required,
    className: 'field mt-1',
    autoComplete: 'off',
    defaultValue: value,
    'aria-invalid': error !== undefined,
    'aria-describedby': described.join(' ').trim() || undefined,
  };
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
      {rows === undefined ? <input {...shared} type={type} /> : <textarea {...shared} rows={rows} />}
      {error !== undefined && (
        <p id={`${id}-error`} className="mt-1 font-medium text-bad">
          {texts.errors[error]}
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

/** Fields that belong together. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="border-t border-edge pt-3">
      <legend className="pr-4 font-serif text-xl">{title}</legend>
      <div className="mt-2 grid gap-5">{children}</div>
    </fieldset>
  );
}
