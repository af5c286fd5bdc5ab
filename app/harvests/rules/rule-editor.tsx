import { Choose, Line, Tick } from '../form-fields.tsx';
import { ConditionFields, type FaultOf } from './condition-fields.tsx';
import type { Choice, RulesView } from './present-rules.ts';
import type { RulesEditor } from './rules-form.ts';
import { useRuleTexts } from './texts.ts';

type RuleEditorProps = {
  editor: RulesEditor;
  fields: RulesView['fields'];
  types: readonly Choice[];
  faultOf: FaultOf;
};

/** One rule: its name, what it does, and for which records. */
export function RuleEditor({ editor, fields, types, faultOf }: RuleEditorProps) {
  const texts = useRuleTexts();
  const { values, kind, place, isNew, asText } = editor;
  return (
    <div className="mt-3 border-l-4 border-overprint bg-shallow px-4 py-4">
      <h3 id="rule-editor" tabIndex={-1} className="text-xl">
        {isNew ? texts.newRule : texts.editor}: {texts.kinds[kind]}
      </h3>
      <p className="text-sm text-soft">{texts.kindHints[kind]}</p>
      <input type="hidden" name="editor.place" value={place} />
      <input type="hidden" name="editor.kind" value={kind} />
      <input type="hidden" name="editor.new" value={isNew ? 'yes' : 'no'} />
      <div className="mt-4 grid gap-5">
        {asText ? (
          <Line
            name="rule.text"
            label={texts.asText}
            hint={texts.asTextHint}
            value={values['text'] ?? ''}
            fault={faultOf('')}
            rows={14}
          />
        ) : (
          <>
            <div className="grid gap-5 md:grid-cols-2">
              {fields.map((field) => (
                <Field key={field.name} field={field} values={values} faultOf={faultOf} />
              ))}
            </div>
            <fieldset className="border-t border-edge pt-3">
              <legend className="pr-4 font-serif text-lg">{texts.when}</legend>
              <p className="mb-2 text-sm text-soft">{texts.whenLead}</p>
              <ConditionFields name="rule." prefix="when." values={values} types={types} faultOf={faultOf} />
            </fieldset>
            <div className="grid gap-5 border-t border-edge pt-3 md:grid-cols-2">
              <Line
                name="rule.id"
                label={texts.id}
                hint={texts.idHint}
                value={values['id'] ?? ''}
                fault={faultOf('id')}
                required
              />
              <Line
                name="rule.note"
                label={texts.note}
                hint={texts.noteHint}
                value={values['note'] ?? ''}
                fault={faultOf('note')}
              />
            </div>
            <Tick name="rule.off" label={texts.isOff} checked={(values['off'] ?? '') !== ''} />
          </>
        )}
        <p className="flex flex-wrap gap-3">
          <button type="submit" name="intent" value="keep" className="button" data-strong="">
            {texts.keep}
          </button>
          <button type="submit" name="intent" value="cancel" className="button" formNoValidate>
            {texts.cancel}
          </button>
        </p>
      </div>
    </div>
  );
}

function Field({
  field: { name, kind, choices },
  values,
  faultOf,
}: {
  field: RulesView['fields'][number];
  values: RulesEditor['values'];
  faultOf: FaultOf;
}) {
  const texts = useRuleTexts();
  const label = texts.fields[name];
  const hints: Record<string, string> = texts.fieldHints;
  const hint = hints[name];
  const shared = { fault: faultOf(`action.${name}`), ...(hint === undefined ? {} : { hint }) };
  const place = `action.${name}`;
  const of = (part: string) => values[`${place}.${part}`] ?? '';
  switch (kind) {
    case 'choice':
      return (
        <Choose name={`rule.${place}`} label={label} choices={choices ?? []} value={values[place] ?? ''} />
      );
    case 'tick':
      return <Tick name={`rule.${place}`} label={label} checked={(values[place] ?? '') !== ''} />;
    case 'test':
      return (
        <fieldset className="md:col-span-2">
          <legend className="font-medium">{label}</legend>
          <div className="mt-1 grid gap-3 sm:grid-cols-[11rem_1fr]">
            <select
              name={`rule.${place}.how`}
              aria-label={texts.how(label)}
              className="field self-start"
              defaultValue={of('how')}
            >
              {(['contains', 'equals', 'matches'] as const).map((way) => (
                <option key={way} value={way}>
                  {texts.ways[way]}
                </option>
              ))}
            </select>
            <Line
              name={`rule.${place}.texts`}
              label={texts.texts(label)}
              value={of('texts')}
              fault={faultOf(place)}
              rows={2}
              quiet
            />
          </div>
        </fieldset>
      );
    case 'said':
      return (
        <fieldset className="md:col-span-2">
          <legend className="font-medium">{label}</legend>
          <div className="mt-1 grid gap-3 sm:grid-cols-3">
            {(['und', 'en', 'fr'] as const).map((language, order) => (
              <Line
                key={language}
                name={`rule.${place}.${language}`}
                label={texts.said[language]}
                value={of(language)}
                fault={order === 0 ? faultOf(place) : undefined}
                {...(language === 'und' ? {} : { lang: language })}
              />
            ))}
          </div>
        </fieldset>
      );
    default:
      return (
        <Line
          {...shared}
          name={`rule.${place}`}
          label={label}
          value={values[place] ?? ''}
          {...(kind === 'lines' ? { rows: 2 } : {})}
        />
      );
  }
}
