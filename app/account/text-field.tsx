import { useId } from 'react';

type TextFieldProps = {
  name: string;
  label: string;
  hint?: string;
  /** What is wrong with it. */
  error?: string | undefined;
  type?: 'text' | 'email' | 'password';
  autoComplete: string;
  value?: string | undefined;
  readOnly?: boolean;
  minimumLength?: number;
};

/** One labelled line of a form, with its hint and what is wrong with it. */
export function TextField({ name, label, hint, error, type = 'text', value, ...more }: TextFieldProps) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`];
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
      <input
        id={id}
        name={name}
        type={type}
        required
        className="field mt-1"
        autoComplete={more.autoComplete}
        defaultValue={value}
        readOnly={more.readOnly}
        minLength={more.minimumLength}
        aria-invalid={error !== undefined}
        aria-describedby={described.join(' ').trim() || undefined}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className="mt-1 font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
