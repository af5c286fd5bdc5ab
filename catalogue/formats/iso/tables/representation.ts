import type { GridRepresentation, Resource, VectorRepresentation } from '../../../model/index.ts';
import { words } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import {
  boolean,
  code,
  line,
  lineKind,
  many,
  number,
  objectKind,
  objects,
  some,
  string,
  told,
} from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { readNumber, valueElement } from '../values.ts';
import { type Content, element, node, type Writing } from '../writing.ts';
import { citation, isCited } from './citation.ts';

type GridDimension = GridRepresentation['dimensions'][number];

/** MD_Dimension */
export const gridDimension = table<GridDimension>()('gridDimension', () => ({}), {
  name: code('name', codelists.dimensionName),
  size: number('size', 'gco:Integer'),
  resolution: {
    read([property], model, reading) {
      const value = property && readNumber(property, reading);
      if (!property || value === undefined) return;
      const unit = valueElement(property).attribute('uom')?.trim();
      model.resolution = { value, ...(unit ? { unit } : {}) };
    },
    write: ({ resolution }, writing) =>
      resolution
        ? [writing.number(resolution.value, 'gco:Measure', { uom: resolution.unit ?? 'unknown' })]
        : [],
  },
  title: line('title'),
  description: line('description'),
});

/** Points as a document gives them: positions parted by blanks. */
const cornerKind = {
  read(property: XmlElement): string | undefined {
    const found = [...property.elements()][0];
    return found?.text.replace(/\s+/g, ' ').trim() || undefined;
  },
  write(position: string, writing: Writing): Content | undefined {
    if (!/^[-+\d.eE]+([ ,][-+\d.eE]+)+$/.test(position)) {
      writing.losses.push(`point ${position}`);
      return undefined;
    }
    const pos = element('gml:pos', position.replaceAll(',', ' '));
    return { children: [node('gml:Point', [pos], { 'gml:id': writing.id() })] };
  },
};

const unknown: Content = { attributes: { 'gco:nilReason': 'unknown' }, children: [] };

/** MD_GridSpatialRepresentation, MD_Georectified, MD_Georeferenceable: each with the properties that it has. */
export const grid = table<GridRepresentation>()(
  'grid',
  () => ({ kind: 'grid', dimensions: [], cornerPoints: [] }),
  {
    numberOfDimensions: number('numberOfDimensions', 'gco:Integer'),
    dimension: objects('dimensions', gridDimension, (told: GridDimension) => Object.keys(told).length > 0),
    cellGeometry: code('cellGeometry', codelists.cellGeometry),
    transformationParameters: boolean('transformationParameters'),
    checkPoints: boolean('checkPoints'),
    checkPointDescription: line('checkPointDescription'),
    cornerPoints: {
      read: many('cornerPoints', cornerKind).read,
      write({ cornerPoints, kind }, writing) {
        const told = many('cornerPoints', cornerKind).write({ cornerPoints }, writing);
        // ISO 19115-1 demands two to four of them.
        if (!writing.says('gridDimension', 'title') || kind !== 'georectified') return told;
        if (told.length > 4) writing.losses.push('grid.cornerPoints: all but the first four');
        const gap = Array.from({ length: Math.max(0, 2 - told.length) }, () => unknown);
        return [...told.slice(0, 4), ...gap];
      },
    },
    centrePoint: {
      read([property], model) {
        const position = property && cornerKind.read(property);
        if (position) model.centrePoint = position;
      },
      write: ({ centrePoint }, writing) =>
        told([centrePoint ? cornerKind.write(centrePoint, writing) : undefined]),
    },
    pointInPixel: {
      read: code('pointInPixel', codelists.pixelOrientation).read,
      write: ({ pointInPixel }, writing) =>
        told([pointInPixel ? orientation(pointInPixel, writing) : undefined]),
    },
    transformationDimensionDescription: line('transformationDimensionDescription'),
    transformationDimensionMapping: some('transformationDimensionMappings', lineKind),
    controlPoints: boolean('controlPoints'),
    orientationParameters: boolean('orientationParameters'),
    orientationParameterDescription: line('orientationParameterDescription'),
    georeferencedParameters: {
      read: string('georeferencedParameters').read,
      write: ({ georeferencedParameters: told }) =>
        told ? [{ children: [node('gco:Record', [told], { 'xsi:type': 'xs:string' })] }] : [],
    },
    parameterCitation: some('parameterCitations', objectKind(citation, isCited)),
  },
);

/** ISO 19115-1 spells the centre in British English, as its enumeration of today has it. */
function orientation(value: string, writing: Writing) {
  const known = writing.dialect.enumerations['MD_PixelOrientationCode'] ?? [];
  return writing.code(
    codelists.pixelOrientation,
    value === 'center' && !known.includes(value) ? 'centre' : value,
  );
}

type GeometricObject = VectorRepresentation['objects'][number];

/** MD_GeometricObjects */
export const geometricObject = table<GeometricObject>()('geometricObject', () => ({ type: '' }), {
  type: {
    read([property], model, reading) {
      const read: { type?: string | undefined } = {};
      if (property) code('type', codelists.geometricObject).read([property], read, reading);
      if (read.type) model.type = read.type;
    },
    write: ({ type }, writing) => told([writing.code(codelists.geometricObject, type)]),
  },
  count: number('count', 'gco:Integer'),
});

/** MD_VectorSpatialRepresentation */
export const vector = table<VectorRepresentation>()('vector', () => ({ objects: [] }), {
  topologyLevel: code('topologyLevel', codelists.topologyLevel),
  object: objects('objects', geometricObject, ({ type }: GeometricObject) => type !== ''),
});

const gridKinds = ['grid', 'georectified', 'georeferenceable'] as const;

type Represented = Pick<Resource, 'grids' | 'vectors'>;

/** How the data represent space. */
export const representations: Field<Represented> = {
  read(properties, model, reading) {
    for (const property of properties) {
      for (const found of property.elements()) addRepresentation(found, model, reading);
    }
  },
  write: ({ grids, vectors }, writing) => [
    ...grids.map((one) => {
      const written = writing.object(grid, one, gridKinds.indexOf(one.kind));
      return { children: [{ ...written, children: written.children.filter(isOf(one.kind)) }] };
    }),
    ...vectors.map((one) => ({ children: [writing.object(vector, one)] })),
  ],
};

function addRepresentation(found: XmlElement, model: Represented, reading: Reading): void {
  const name = reading.className(found).replace(/^MI_/, 'MD_');
  if (/Vector/.test(name)) {
    const read = reading.object(vector, found);
    if (read.topologyLevel ?? read.objects[0]) model.vectors.push(read);
    return;
  }
  const kind =
    name === 'MD_Georectified' ? 'georectified' : /Georef/.test(name) ? 'georeferenceable' : 'grid';
  const read = reading.into(grid, found, { kind, dimensions: [], cornerPoints: [] });
  const { dimensions, cornerPoints, ...others } = read;
  if (dimensions.length + cornerPoints.length > 0 || Object.keys(others).length > 1) model.grids.push(read);
}

/** Properties that only one kind of grid has, by their local names. */
const special: Readonly<Record<string, GridRepresentation['kind']>> = words({
  checkPointAvailability: 'georectified',
  checkPointDescription: 'georectified',
  cornerPoints: 'georectified',
  centerPoint: 'georectified',
  centrePoint: 'georectified',
  pointInPixel: 'georectified',
  transformationDimensionDescription: 'georectified',
  transformationDimensionMapping: 'georectified',
  controlPointAvailability: 'georeferenceable',
  orientationParameterAvailability: 'georeferenceable',
  orientationParameterDescription: 'georeferenceable',
  georeferencedParameters: 'georeferenceable',
  parameterCitation: 'georeferenceable',
});

const isOf = (kind: GridRepresentation['kind']) => (child: ReturnType<typeof node> | string) => {
  const only = typeof child === 'string' ? undefined : special[child.name.replace(/^.*:/, '')];
  return only === undefined || only === kind;
};
