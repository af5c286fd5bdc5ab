import { useId } from 'react';
import type { FaultOf } from './condition-fields.tsx';
import type { RuleRow, RulesView } from './present-rules.ts';
import { RuleEditor } from './rule-editor.tsx';
import { useRuleTexts } from './texts.ts';

/** The rules in their order, each with what can be done with it, and a choice of rules to begin with. */
export function RuleList({ view, faultOf }: { view: RulesView; faultOf: FaultOf }) {
  const texts = useRuleTexts();
  const { rows, form } = view;
  const editor = form.editor && (
    <RuleEditor editor={form.editor} fields={view.fields} types={view.types} faultOf={faultOf} />
  );
  return (
    <section aria-labelledby="rule-list" className="mt-8">
      <h2 id="rule-list" tabIndex={-1} className="section-title">
        {texts.list}
      </h2>
      <p className="mt-1 text-soft">{texts.listLead}</p>
      {rows.length === 0 && !editor && <p className="mt-3">{texts.none}</p>}
      <ol className="mt-3 border-t border-line">
        {rows.map((row, place) => (
          <li key={row.id} id={`rule-row-${place}`} tabIndex={-1} className="border-b border-line py-3">
            {form.editor?.place === place ? editor : <Row row={row} place={place} last={rows.length - 1} />}
          </li>
        ))}
        {form.editor && form.editor.place >= rows.length && <li className="py-3">{editor}</li>}
      </ol>
      {!form.editor && <Starting starting={view.starting} />}
    </section>
  );
}

function Row({ row, place, last }: { row: RuleRow; place: number; last: number }) {
  const texts = useRuleTexts();
  const { id, kind, words, note, off, some, changed } = row;
  const buttons = [
    ['edit', texts.edit, true],
    ['up', texts.up, place > 0],
    ['down', texts.down, place < last],
    ['switch', off ? texts.switchOn : texts.switchOff, true],
    ['remove', texts.remove, true],
  ] as const;
  return (
    <div className="grid gap-x-8 gap-y-2 lg:grid-cols-[minmax(0,1fr)_auto]">
      <div className={off ? 'text-soft' : ''}>
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-soft tabular-nums">{place + 1}.</span>
          <span className="font-medium">{texts.kinds[kind]}</span>
          <code>{id}</code>
          {off && <span className="tag">{texts.off}</span>}
          {some && <span className="tag">{texts.some}</span>}
        </p>
        <p className="text-[0.9375rem] wrap-anywhere">{words}</p>
        {note !== undefined && <p className="text-sm text-soft">{note}</p>}
        {changed !== undefined && <p className="text-sm text-soft">{texts.changed(changed)}</p>}
      </div>
      <p className="flex flex-wrap gap-2 self-start">
        {buttons.map(([intent, label, usable]) => (
          <button
            key={intent}
            type="submit"
            name="intent"
            value={`${intent}:${place}`}
            aria-label={texts.named(label, id)}
            disabled={!usable}
            className="button disabled:opacity-40"
            data-small=""
          >
            {label}
          </button>
        ))}
      </p>
    </div>
  );
}

function Starting({ starting }: { starting: RulesView['starting'] }) {
  const texts = useRuleTexts();
  const id = useId();
  return (
    <div className="mt-4 grid max-w-[46rem] grid-cols-[minmax(0,1fr)] gap-2">
      <label htmlFor={id} className="font-medium">
        {texts.starting}
      </label>
      <div className="flex flex-wrap gap-3">
        <select id={id} name="template" className="field w-auto min-w-0 flex-1 basis-64">
          {starting.map(({ value, kind, words }) => (
            <option key={value} value={value}>
              {texts.kinds[kind]} – {words.length > 60 ? `${words.slice(0, 59)}…` : words}
            </option>
          ))}
        </select>
        <button type="submit" name="intent" value="add" className="button">
          {texts.add}
        </button>
      </div>
    </div>
  );
}
