import type { LanguageMap, ObservedVariable, Resource } from '../../../model/index.ts';
import { line, number, readOnly, string, told } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readLine } from '../values.ts';
import { element, node } from '../writing.ts';
import { identifierParts } from './citation.ts';

type Dimension = {
  shortName?: string | undefined;
  descriptor?: LanguageMap | undefined;
  names: LanguageMap[];
  codes: string[];
  uri?: string | undefined;
  standardName?: string | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  unit?: string | undefined;
  unitUri?: string | undefined;
};

/** Units are references (`…/udunits.xml#psu`) or GML definitions with a symbol or name. */
const units: Field<Dimension> = {
  read([property], model) {
    if (!property) return;
    const href = property.attribute('href')?.trim();
    const parts = [...property.elements()].flatMap((definition) => [...definition.elements()]);
    const named = (name: string) => parts.find((part) => part.name === name)?.text.trim();
    const bare = parts.length === 0 ? property.text.trim() : undefined;
    const symbol = named('catalogSymbol') || named('name') || named('identifier') || bare;
    const unit = symbol || (href ? decodeURIComponentSafely(href.replace(/^.*[#/](?=.)/, '')) : undefined);
    if (unit) model.unit = unit;
    if (href && /^https?:\/\/vocab\./.test(href)) model.unitUri = href;
  },
  write({ unit }, writing) {
    if (!unit) return [];
    const definition = node(
      'gml:BaseUnit',
      [
        node('gml:identifier', [unit], { codeSpace: 'http://unitsofmeasure.org' }),
        element('gml:catalogSymbol', unit),
        node('gml:unitsSystem', [], { 'xlink:href': 'http://unitsofmeasure.org' }),
      ],
      { 'gml:id': writing.id() },
    );
    return [{ children: [definition] }];
  },
  reference: true,
};

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** MD_RangeDimension, MD_Band, MD_SampleDimension: one variable. */
export const dimension = table<Dimension>()('dimension', () => ({ names: [], codes: [] }), {
  sequenceIdentifier: string('shortName'),
  sequenceType: {
    read: () => undefined,
    write: ({ shortName }) =>
      shortName ? [{ attributes: { 'gco:nilReason': 'unknown' }, children: [] }] : [],
  },
  descriptor: {
    ...line('descriptor'),
    read([property], model, reading) {
      if (!property) return;
      const text = readLine(property, reading);
      const uri = anchorOf(property);
      if (text) model.descriptor = text;
      if (uri) model.uri = uri;
    },
    write: ({ descriptor, uri }, writing) => {
      const text = descriptor && writing.text(descriptor, uri);
      return text ? [text] : [];
    },
  },
  name: readOnly((properties, model, reading) => {
    for (const property of properties) {
      const found = reading.classElement(property);
      if (!found) continue;
      const { code, uri, codeSpace, authority, description } = reading.object(identifierParts, found);
      if (description) model.names.push(description);
      if (code) model.codes.push(code);
      if (uri) model.uri = uri;
      if (
        code &&
        /\bCF\b|climate and forecast|standard.?name/i.test(`${codeSpace} ${Object.values(authority ?? {})}`)
      ) {
        model.standardName = code;
      }
    }
  }),
  maximum: number('maximum', 'gco:Real'),
  minimum: number('minimum', 'gco:Real'),
  units,
});

type Contents = Pick<Resource, 'variables' | 'processingLevel'>;

/** MD_CoverageDescription, MD_ImageDescription and their extensions. */
export const content = table<Contents>()('content', () => ({ variables: [] }), {
  attributeDescription: {
    read: () => undefined,
    write: () => [{ attributes: { 'gco:nilReason': 'unknown' }, children: [] }],
  },
  contentType: {
    read: () => undefined,
    write: (_, writing) =>
      told([writing.code({ name: 'MD_CoverageContentTypeCode' }, 'physicalMeasurement')]),
  },
  dimension: {
    read(properties, model, reading) {
      for (const property of properties) {
        const found = reading.classElement(property);
        const variable = found && variableOf(reading.object(dimension, found));
        if (variable) model.variables.push(variable);
      }
    },
    write: ({ variables }, writing) =>
      variables.map((variable) => ({ children: [writing.object(dimension, dimensionOf(variable))] })),
  },
  processingLevel: readOnly((properties, model, reading) => {
    for (const property of properties) {
      const found = reading.classElement(property);
      const { code } = found ? reading.object(identifierParts, found) : {};
      if (code) model.processingLevel ??= code;
    }
  }),
});

function variableOf(dimensionRead: Dimension): ObservedVariable | undefined {
  const {
    shortName,
    descriptor,
    names: [name],
    codes: [code],
    ...rest
  } = dimensionRead;
  const names = descriptor ?? name ?? (code ? { und: code } : {});
  if (Object.keys(names).length === 0 && !shortName) return undefined;
  const { uri, standardName, minimum, maximum, unit, unitUri } = rest;
  const short = shortName ?? (code && name ? code : undefined);
  return {
    names,
    ...(short ? { shortName: short } : {}),
    ...(uri ? { uri } : {}),
    ...(standardName ? { standardName } : {}),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(unit ? { unit } : {}),
    ...(unitUri ? { unitUri } : {}),
  };
}

function dimensionOf({ names, shortName, uri, minimum, maximum, unit }: ObservedVariable): Dimension {
  return { shortName, descriptor: names, names: [], codes: [], uri, minimum, maximum, unit };
}

export const hasContents = ({ variables }: Contents) => variables.length > 0;
