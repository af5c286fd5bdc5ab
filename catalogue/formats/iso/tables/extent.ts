import type { LanguageMap, SpatialExtent, TemporalExtent, VerticalExtent } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { line, one, readOnly } from '../fields.ts';
import { readPeriod, writePeriod } from '../gml-time.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { numberOfText, valueElement } from '../values.ts';
import { readVerticalReference, writeVerticalReference } from '../vertical.ts';
import type { Content, Writing } from '../writing.ts';
import { readArea, writeArea } from './geographic.ts';

/** EX_TemporalExtent, EX_SpatialTemporalExtent */
export const temporal = table<{ period?: TemporalExtent | undefined }>()('temporal', () => ({}), {
  extent: one('period', {
    read(property: XmlElement, reading: Reading) {
      const gml = reading.classElement(property);
      return gml && readPeriod(gml, reading);
    },
    write: (period: TemporalExtent, writing: Writing): Content => ({
      children: [writePeriod(period, writing)],
    }),
  }),
});

/** EX_VerticalExtent */
export const vertical = table<VerticalExtent>()('vertical', () => ({}), {
  minimum: realNumber('minimum'),
  maximum: realNumber('maximum'),
  unitOfMeasure: readOnly((properties, model) => {
    const [property] = properties;
    const unit = property && (valueElement(property).text.trim() || property.attribute('href'));
    if (unit) model.unit = unit;
  }),
  reference: { read: readVerticalReference, write: writeVerticalReference, reference: true },
  referenceId: { read: readVerticalReference, write: () => [], reference: true },
});

function realNumber(key: 'minimum' | 'maximum'): Field<VerticalExtent> {
  return {
    read([property], model, reading) {
      const value = property && valueElement(property);
      const read = value && numberOfText(value.text, value, reading);
      if (read !== undefined) model[key] = read;
    },
    write: (model, writing) => {
      const value = model[key];
      return value === undefined ? [] : [writing.number(value, 'gco:Real')];
    },
  };
}

const hasDepth = ({ minimum, maximum }: VerticalExtent) => minimum !== undefined || maximum !== undefined;

type ExtentParts = {
  description?: LanguageMap | undefined;
  areas: Partial<SpatialExtent>[];
  periods: TemporalExtent[];
  depths: VerticalExtent[];
};

/** EX_Extent */
export const extentParts = table<ExtentParts>()(
  'extentParts',
  () => ({ areas: [], periods: [], depths: [] }),
  {
    description: line('description'),
    geographic: {
      read(properties, model, reading) {
        for (const property of properties) {
          for (const found of property.elements()) {
            const area = readArea(found, reading);
            if (area) model.areas.push(area);
          }
        }
      },
      write: ({ areas }, writing) => areas.flatMap((area) => writeArea(area, writing)),
    },
    temporal: {
      read(properties, model, reading) {
        for (const property of properties) {
          const found = reading.classElement(property);
          const { period } = found ? reading.object(temporal, found) : {};
          if (period) model.periods.push(period);
        }
      },
      write: ({ periods }, writing) =>
        periods.map((period) => ({ children: [writing.object(temporal, { period })] })),
    },
    vertical: {
      read(properties, model, reading) {
        for (const property of properties) {
          const found = reading.classElement(property);
          const depths = found && reading.object(vertical, found);
          if (depths && hasDepth(depths)) model.depths.push(depths);
        }
      },
      write: ({ depths }, writing) =>
        depths.filter(hasDepth).map((depth) => ({ children: [writing.object(vertical, depth)] })),
    },
  },
);

type Extents = {
  spatialExtents: SpatialExtent[];
  temporalExtents: TemporalExtent[];
  verticalExtents: VerticalExtent[];
};

/**
 * Extents in space, time and depth. A box, a polygon and a place of one EX_Extent are one area said in three ways;
 * several boxes are several areas. The description belongs to the area, else to the period, else to the depths.
 */
export const extents: Field<Extents> = {
  read(properties, model, reading) {
    for (const property of properties) {
      for (const found of property.elements()) addExtent(reading.object(extentParts, found), model);
    }
  },
  write: ({ spatialExtents, temporalExtents, verticalExtents }, writing) => {
    const plainPeriods = temporalExtents.filter(({ description }) => !description);
    const plainDepths = verticalExtents.filter(({ description }) => !description);
    const [first, ...areas] = spatialExtents;
    const shared = { periods: plainPeriods, depths: plainDepths };
    // The description of an area would become that of the periods in the same element when there is no area beside it.
    const parts: ExtentParts[] = [
      ...(first ? [{ description: first.description, areas: [first], ...shared }] : []),
      ...(first === undefined && plainPeriods.length + plainDepths.length > 0
        ? [{ areas: [], ...shared }]
        : []),
      ...areas.map((area) => ({ description: area.description, areas: [area], periods: [], depths: [] })),
      ...temporalExtents
        .filter(({ description }) => description)
        .map((period) => ({ description: period.description, areas: [], periods: [period], depths: [] })),
      ...verticalExtents
        .filter(({ description }) => description)
        .map((depth) => ({ description: depth.description, areas: [], periods: [], depths: [depth] })),
    ];
    return parts.map((part) => ({ children: [writing.object(extentParts, part)] }));
  },
};

function addExtent({ description, areas, periods, depths }: ExtentParts, model: Extents): void {
  const [area] = areas;
  const told = description ? { description } : {};
  const [period] = periods;
  const [depth] = depths;
  if (area) {
    model.spatialExtents.push(...mergeAreas(areas).map((one) => ({ inclusive: true, ...one, ...told })));
    model.temporalExtents.push(...periods);
    model.verticalExtents.push(...depths);
  } else if (period) {
    model.temporalExtents.push(...periods.map((one) => ({ ...one, ...told })));
    model.verticalExtents.push(...depths);
  } else if (depth) {
    model.verticalExtents.push(...depths.map((one) => ({ ...one, ...told })));
  } else if (description) {
    model.spatialExtents.push({ inclusive: true, description });
  }
}

/** One area where each way of saying it is used at most once, else as many as there are. */
function mergeAreas(areas: readonly Partial<SpatialExtent>[]): Partial<SpatialExtent>[] {
  const ways = areas.map((area) => (area.box ? 'box' : area.geometry ? 'geometry' : 'place'));
  const isOne =
    new Set(ways).size === ways.length && new Set(areas.map(({ inclusive: covered }) => covered)).size === 1;
  return isOne ? [Object.assign({}, ...areas)] : [...areas];
}
