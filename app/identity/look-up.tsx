import { Form } from 'react-router';
import { Members } from './member-line.tsx';
import type { IdentityView } from './present-identity.ts';
import { useIdentityTexts } from './texts.ts';

/** Asks for a record, shows what it is clustered with, and joins it with another. */
export function LookUp({ looked }: { looked: IdentityView['looked'] }) {
  const texts = useIdentityTexts();
  const [first] = looked?.members ?? [];
  return (
    <>
      <Form method="get" action="#look" className="mt-3 flex flex-wrap items-end gap-3">
        <Field name="record" label={texts.record} hint={texts.lookHint} value={looked?.asked ?? ''} />
        <button type="submit" className="button">
          {texts.show}
        </button>
      </Form>
      {looked && !first && <p className="mt-4">{texts.errors.record}</p>}
      {looked && first && (
        <div className="mt-5 border-l-4 border-edge pl-4">
          <Members members={looked.members} />
          {looked.members.length === 1 && <p className="mt-2 text-soft">{texts.alone}</p>}
          <Form method="post" className="mt-4 flex flex-wrap items-end gap-3">
            <input type="hidden" name="record" value={first.id} />
            <Field name="other" label={texts.joinWith} hint={texts.lookHint} value="" />
            <button type="submit" name="intent" value="join" className="button">
              {texts.join}
            </button>
          </Form>
        </div>
      )}
    </>
  );
}

function Field({ name, label, hint, value }: { name: string; label: string; hint: string; value: string }) {
  return (
    <div className="w-full max-w-[30rem]">
      <label htmlFor={`field-${name}`} className="font-medium">
        {label}
      </label>
      <p id={`hint-${name}`} className="text-sm text-soft">
        {hint}
      </p>
      <input
        id={`field-${name}`}
        name={name}
        className="field mt-1"
        defaultValue={value}
        autoComplete="off"
        aria-describedby={`hint-${name}`}
      />
    </div>
  );
}
