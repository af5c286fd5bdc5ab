import { Line, Ticks } from '../form-fields.tsx';
import type { Choice } from './present-rules.ts';
import type { FormValues } from './rule-values.ts';
import { useRuleTexts } from './texts.ts';

export type FaultOf = (field: string) => string | undefined;

/**
 * What is asked of a record; everything may stay empty.
 * @param prefix of the names of the fields, such as `when.`
 */
export function ConditionFields({
  prefix,
  name = '',
  values,
  types,
  faultOf,
}: {
  prefix: string;
  /** Stands before the prefix in the form. */
  name?: string;
  values: FormValues;
  types: readonly Choice[];
  faultOf: FaultOf;
}) {
  const texts = useRuleTexts();
  const { condition: labels, conditionHints: hints } = texts;
  const field = (part: keyof typeof labels) => ({
    name: `${name}${prefix}${part}`,
    label: labels[part],
    value: values[prefix + part] ?? '',
    fault: faultOf(prefix + part),
  });
  const rare = ['type', 'area', 'cql2', 'more'] as const;
  const isOpen = rare.some(
    (part) => (values[prefix + part] ?? '') !== '' || faultOf(prefix + part) !== undefined,
  );
  return (
    <div className="grid gap-4">
      <p className="text-sm text-soft">{hints.lines}</p>
      <div className="grid gap-4 md:grid-cols-3">
        <Line {...field('text')} rows={2} />
        <Line {...field('keyword')} rows={2} />
        <Line {...field('organisation')} rows={2} />
      </div>
      <details open={isOpen}>
        <summary className="inline-flex min-h-11 items-center text-link underline">
          {texts.moreConditions}
        </summary>
        <div className="mt-1 grid gap-4">
          <Ticks
            name={`${name}${prefix}type`}
            label={labels.type}
            choices={types}
            chosen={values[`${prefix}type`] ?? ''}
          />
          <Line {...field('area')} hint={hints.area} />
          <Line {...field('cql2')} hint={hints.cql2} rows={2} />
          <Line {...field('more')} hint={hints.more} rows={2} />
        </div>
      </details>
    </div>
  );
}
