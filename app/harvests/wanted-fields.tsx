import type { BoundingBox } from '#catalogue/model';
import { viewOf } from '../map/mercator.ts';
import { StaticChart } from '../map/static-chart.tsx';
import { Group, Line } from './form-fields.tsx';
import type { SourceFieldErrors } from './read-source-form.ts';
import { type SelectionField, type SelectionValues, selectionFields } from './selection-fields.ts';
import { useDeskMessages } from './texts.ts';

type WantedFieldsProps = {
  values: SelectionValues;
  errors: SourceFieldErrors;
  /** The area that the values say. */
  area: BoundingBox | undefined;
};

/** Which records of a source are wanted: by area, with a chart of it, period, keywords, words and filter. */
export function WantedFields({ values, errors, area }: WantedFieldsProps) {
  const texts = useDeskMessages().harvestPages.form;
  const field = (name: SelectionField) => ({
    name,
    value: values[name],
    error: errors[name],
  });
  return (
    <Group title={texts.wanted}>
      <p className="text-sm text-soft">{texts.wantedLead}</p>
      <fieldset aria-describedby="area-hint">
        <legend className="font-medium">{texts.area}</legend>
        <p id="area-hint" className="text-sm text-soft">
          {texts.areaHint}
        </p>
        <div className="mt-2 grid grid-cols-2 gap-x-4 gap-y-3">
          {(['north', 'south', 'west', 'east'] as const).map((side) => (
            <Line key={side} label={texts.sides[side]} {...field(side)} />
          ))}
        </div>
        {area && (
          <figure className="mt-3">
            <div className="chart aspect-[2/1]">
              <div className="chart-sheet">
                <StaticChart view={viewOf([area], 2)} box={area} />
              </div>
            </div>
            <figcaption className="text-sm text-soft">{texts.areaShown}</figcaption>
          </figure>
        )}
      </fieldset>
      <fieldset aria-describedby="period-hint">
        <legend className="font-medium">{texts.period}</legend>
        <p id="period-hint" className="text-sm text-soft">
          {texts.periodHint}
        </p>
        <div className="mt-2 grid grid-cols-2 gap-x-4">
          <Line label={texts.periodFrom} {...field('periodFrom')} />
          <Line label={texts.periodTo} {...field('periodTo')} />
        </div>
      </fieldset>
      <Line label={texts.keywords} hint={texts.keywordsHint} rows={2} {...field('keywords')} />
      <Line label={texts.words} hint={texts.wordsHint} {...field('words')} />
      <Line label={texts.filter} hint={texts.filterHint} {...field('filter')} />
    </Group>
  );
}

/** The same of a source that is asked for nothing: kept as it is. */
export function HiddenWanted({ values }: Pick<WantedFieldsProps, 'values'>) {
  return selectionFields.map((name) => <input key={name} type="hidden" name={name} value={values[name]} />);
}
