import { useId } from 'react';
import { useMessages } from '../locales/locale-context.tsx';
import type { Checked } from './check-form-data.ts';

export type SetChoice = { name: string; title: string; description: string };

type CheckFormProps = {
  formats: readonly string[];
  sets: readonly SetChoice[];
  megabytes: number;
  checked: Checked | undefined;
};

/** A plain form: the answer is a page of its own, at the report. */
export function CheckForm({ formats, sets, megabytes, checked }: CheckFormProps) {
  const { validatePage: texts } = useMessages();
  const id = useId();
  const refused = checked?.refused && refusal(texts, checked.refused, megabytes);
  const chosen: readonly string[] = checked?.sets ?? ['halocline'];
  return (
    <form method="post" action="#report" encType="multipart/form-data" className="grid gap-6">
      {refused && (
        <p id="report" role="alert" className="border-l-4 border-bad bg-bad-wash px-4 py-3">
          {refused}
        </p>
      )}
      <div>
        <label htmlFor={`${id}-document`} className="font-medium">
          {texts.document}
        </label>
        <p id={`${id}-formats`} className="max-w-[80ch] text-sm text-soft">
          {texts.documentHint(formats.join(', '))}
        </p>
        <textarea
          id={`${id}-document`}
          name="document"
          rows={12}
          spellCheck={false}
          autoComplete="off"
          aria-describedby={`${id}-formats`}
          defaultValue={checked?.text}
          className="field mt-1 font-mono text-[0.9375rem]"
        />
      </div>
      <div>
        <label htmlFor={`${id}-file`} className="font-medium">
          {texts.file}
        </label>
        <p id={`${id}-size`} className="text-sm text-soft">
          {texts.fileHint(megabytes)}
        </p>
        <input
          id={`${id}-file`}
          name="file"
          type="file"
          accept=".xml,.json,.jsonld,.ttl,.rdf,.nt,.txt"
          aria-describedby={`${id}-size`}
          className="field mt-1 max-w-full"
        />
      </div>
      <fieldset>
        <legend className="font-medium">{texts.rules}</legend>
        <div className="mt-2 grid gap-x-10 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          {sets.map(({ name, title, description }) => (
            <div key={name} className="grid grid-cols-[auto_1fr] content-start gap-x-3">
              <input
                id={`${id}-${name}`}
                type="checkbox"
                name="rules"
                value={name}
                defaultChecked={chosen.includes(name)}
                aria-describedby={`${id}-${name}-what`}
                className="mt-1 size-5"
              />
              <label htmlFor={`${id}-${name}`}>{title}</label>
              <p id={`${id}-${name}-what`} className="col-start-2 text-sm text-soft">
                {description}
              </p>
            </div>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="button justify-self-start" data-strong="">
        {texts.submit}
      </button>
    </form>
  );
}

function refusal(
  texts: ReturnType<typeof useMessages>['validatePage'],
  reason: NonNullable<Checked['refused']>,
  megabytes: number,
): string {
  return reason === 'tooLarge' ? texts.tooLarge(megabytes) : texts[reason];
}
