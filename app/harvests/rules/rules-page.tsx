import { useEffect } from 'react';
import { Form, Link } from 'react-router';
import { Line, Ticks } from '../form-fields.tsx';
import { HarvestNotice } from '../harvest-notice.tsx';
import { useDeskMessages } from '../texts.ts';
import type { RulesActed } from './act-on-rules.ts';
import { ConditionFields, type FaultOf } from './condition-fields.tsx';
import type { RulesView } from './present-rules.ts';
import { RuleList } from './rule-list.tsx';
import type { RulesFault } from './rules-form.ts';
import { RulesHistory } from './rules-history.tsx';
import { RulesReport } from './rules-report.tsx';
import { useRuleTexts } from './texts.ts';

type RulesPageProps = {
  view: RulesView;
  refused: Extract<RulesActed, { view: RulesView }>['refused'];
};

/** The rules of a source: a draft that is changed, tried on what is held, and saved. */
export function RulesPage({ view, refused }: RulesPageProps) {
  const texts = useRuleTexts();
  const { harvestPages } = useDeskMessages();
  const { form, preview } = view;
  const { faults } = form;
  useEffect(() => {
    if (view.focus !== undefined) document.getElementById(view.focus)?.focus();
  }, [view]);
  return (
    <>
      <p>
        <Link to="/admin/sources">{harvestPages.sources}</Link>
        {' › '}
        <Link to={`/admin/sources/${view.id}`} lang={view.name.lang}>
          {view.name.text}
        </Link>
      </p>
      <h1 className="mt-1 text-3xl md:text-4xl">{texts.title}</h1>
      <p className="mt-2 max-w-[52rem] text-lg">{texts.lead}</p>
      {faults.length === 0 && <HarvestNotice outcome={refused && { refused }} />}
      <Faults faults={faults} />
      <p className="mt-4 text-soft">
        <span className={view.isStored ? '' : 'font-semibold text-warn'}>
          {view.isStored ? texts.stored : texts.unsaved}
        </span>{' '}
        {texts.draft}
      </p>
      {/* What was sent comes back as the draft: the fields begin anew with it. */}
      <Form key={JSON.stringify(form)} method="post" noValidate>
        {/* The first button is the one that the Enter key presses. */}
        <button type="submit" name="intent" value="keep" hidden />
        <input type="hidden" name="list" value={form.list} />
        <RuleList view={view} faultOf={faultIn(faults, 'editor')} />
        <Filter view={view} faultOf={faultIn(faults, 'filter')} />
        <Refuse view={view} />
        <details className="mt-6 border-t border-edge pt-2" open={faults.some(({ at }) => at === 'text')}>
          <summary className="inline-flex min-h-11 items-center font-serif text-xl text-link underline">
            {texts.whole}
          </summary>
          <div className="mt-2 grid max-w-[60rem] gap-3">
            <Line name="text" label={texts.text} hint={texts.wholeLead} value={form.text} rows={16} />
            <button type="submit" name="intent" value="take-text" className="button justify-self-start">
              {texts.takeText}
            </button>
          </div>
        </details>
        <div className="mt-8 border-t border-edge pt-4">
          <p className="flex flex-wrap gap-3">
            <button type="submit" name="intent" value="preview" className="button">
              {texts.preview}
            </button>
            <button
              type="submit"
              name="intent"
              value="save"
              className="button"
              data-strong=""
              aria-describedby="save-hint"
            >
              {texts.save}
            </button>
            {!view.isStored && (
              <button type="submit" name="intent" value="forget" className="button">
                {texts.forget}
              </button>
            )}
          </p>
          <p id="save-hint" className="mt-2 text-sm text-soft">
            {texts.saveHint}
          </p>
        </div>
      </Form>
      {preview && <RulesReport preview={preview} held={view.held} />}
      <RulesHistory versions={view.versions} shown={view.version} />
    </>
  );
}

/** What is wrong with a field of one part of the form. */
function faultIn(faults: readonly RulesFault[], at: RulesFault['at']): FaultOf {
  return (field) => {
    const fault = faults.find(
      ({ at: where, field: name }) =>
        where === at &&
        (field === '' ||
          name === field ||
          (/^[.[]/.test(name.slice(field.length)) && name.startsWith(field))),
    );
    return fault && `${fault.message} ${fault.remedy}`;
  };
}

function Faults({ faults }: { faults: readonly RulesFault[] }) {
  const texts = useRuleTexts();
  if (faults.length === 0) return null;
  return (
    <div
      role="alert"
      id="rule-faults"
      tabIndex={-1}
      className="my-5 max-w-[60rem] border-l-4 border-bad bg-bad-wash px-4 py-3"
    >
      <p className="font-semibold">{texts.faults}</p>
      <ul className="mt-1 list-disc pl-5">
        {faults.map((fault) => (
          <li key={`${fault.path} ${fault.message}`}>
            <Where fault={fault} />: {`${fault.message} ${fault.remedy}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Rule and field of a fault, in the words of the form. */
function Where({ fault: { at, rule, field, line } }: { fault: RulesFault }) {
  const texts = useRuleTexts();
  const labels: Record<string, string> = {
    ...texts.fields,
    ...Object.fromEntries(
      Object.entries(texts.condition).flatMap(([name, label]) => [
        [`when.${name}`, `${texts.when}, ${label}`],
        [`only.${name}`, `${texts.only}, ${label}`],
        [`except.${name}`, `${texts.except}, ${label}`],
      ]),
    ),
    id: texts.id,
    note: texts.note,
  };
  const name = field.replace(/^action\./, '');
  const known = Object.keys(labels)
    .filter((label) => name === label || name.startsWith(`${label}.`) || name.startsWith(`${label}[`))
    .sort((one, other) => other.length - one.length)[0];
  const words = [
    rule === undefined ? (at === 'text' ? texts.text : '') : texts.ofRule(rule),
    known === undefined ? '' : (labels[known] ?? ''),
    line === undefined ? '' : texts.line(line),
  ];
  return (
    <>
      {words.filter((word) => word !== '').join(', ')}{' '}
      {known === undefined && field !== '' && <code>{field}</code>}
    </>
  );
}

function Filter({ view, faultOf }: { view: RulesView; faultOf: FaultOf }) {
  const texts = useRuleTexts();
  const { form, types, hasSets } = view;
  const isFilled = Object.entries(form.values).some(
    ([name, value]) => /^(?:only|except|sets)\./.test(name) && value !== '',
  );
  const isOpen = isFilled || form.faults.some(({ at }) => at === 'filter');
  return (
    <details className="mt-8 border-t border-edge pt-2" open={isOpen}>
      <summary className="inline-flex min-h-11 items-center font-serif text-xl text-link underline">
        {texts.filter}
      </summary>
      <p className="text-soft">{texts.filterLead}</p>
      {(['only', 'except'] as const).map((side) => (
        <fieldset key={side} className="mt-4">
          <legend className="font-serif text-lg">{texts[side]}</legend>
          <ConditionFields prefix={`${side}.`} values={form.values} types={types} faultOf={faultOf} />
          {hasSets && (
            <div className="mt-4">
              <Line
                name={`sets.${side}`}
                label={texts.condition.sets}
                hint={texts.conditionHints.sets}
                value={form.values[`sets.${side}`] ?? ''}
                fault={faultOf(`sets.${side}`)}
                rows={2}
              />
            </div>
          )}
        </fieldset>
      ))}
    </details>
  );
}

function Refuse({ view }: { view: RulesView }) {
  const texts = useRuleTexts();
  const { form } = view;
  const without = form.values['refuse.without'] ?? '';
  const errorsOf = form.values['refuse.errorsOf'] ?? '';
  return (
    <details className="mt-6 border-t border-edge pt-2" open={without !== '' || errorsOf !== ''}>
      <summary className="inline-flex min-h-11 items-center font-serif text-xl text-link underline">
        {texts.refuse}
      </summary>
      <p className="text-soft">{texts.refuseLead}</p>
      <div className="mt-3 grid gap-5">
        <Ticks name="refuse.without" label={texts.without} choices={view.elements} chosen={without} />
        <Ticks name="refuse.errorsOf" label={texts.errorsOf} choices={view.ruleSets} chosen={errorsOf} />
      </div>
    </details>
  );
}
