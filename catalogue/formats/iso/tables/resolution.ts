import type { Resource } from '../../../model/index.ts';
import { line, number, objects } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { readNumber, valueElement } from '../values.ts';

type Resolution = Resource['spatialResolutions'][number];
type Measure = { value: number; unit: string };

/** A measure with its unit, degrees of an angle or metres where the document is silent. */
export function measure<K extends string>(key: K, name: string): Field<{ [P in K]?: Measure | undefined }> {
  return {
    read([property], model, reading) {
      if (!property) return;
      const value = readNumber(property, reading);
      if (value === undefined) return;
      const unit = valueElement(property)
        .attribute('uom')
        ?.trim()
        .replace(/^.*[#/:](?=.)/, '');
      Object.assign(model, { [key]: { value, unit: unit || (name === 'gco:Angle' ? 'deg' : 'm') } });
    },
    write: (model, writing) => {
      const told: Measure | undefined = model[key];
      return told ? [writing.number(told.value, name, { uom: told.unit })] : [];
    },
  };
}

/** MD_Resolution */
export const resolution = table<Resolution>()('resolution', () => ({}), {
  scaleDenominator: number('scaleDenominator', 'gco:Integer'),
  distance: measure('distance', 'gco:Distance'),
  vertical: measure('vertical', 'gco:Distance'),
  angular: measure('angular', 'gco:Angle'),
  levelOfDetail: line('levelOfDetail'),
});

const { read, write } = objects(
  'spatialResolutions',
  resolution,
  (one: Resolution) => Object.keys(one).length > 0,
);

/** Resolutions; MD_Resolution is a choice, so one that is told in several ways is written as several. */
export const resolutions: Field<Pick<Resource, 'spatialResolutions'>> = {
  read,
  write: ({ spatialResolutions }, writing) =>
    write({ spatialResolutions: spatialResolutions.flatMap(waysOf) }, writing),
};

function waysOf({ scaleDenominator, distance, vertical, angular, levelOfDetail }: Resolution): Resolution[] {
  return [{ scaleDenominator }, { distance }, { vertical }, { angular }, { levelOfDetail }].filter((way) =>
    Object.values(way).some((value) => value !== undefined),
  );
}
