import { localise, type VerticalExtent } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import type { Reading } from './reading.ts';
import { identifierParts } from './tables/citation.ts';
import { type Content, element, node, type Writing } from './writing.ts';

/**
 * What depths and heights are counted from: a gml:VerticalCRS (datum, unit and direction of its axis), a reference to one,
 * or, in ISO 19115-1, a reference system by its code.
 */
export function readVerticalReference(
  properties: readonly XmlElement[],
  model: VerticalExtent,
  reading: Reading,
): void {
  for (const property of properties) {
    const href = property.attribute('href')?.trim();
    if (href) model.datum ??= href;
    const found = reading.classElement(property);
    if (!found) continue;
    if (/^(MD_Identifier|RS_Identifier|MD_ReferenceSystem)$/.test(found.name))
      readCode(found, model, reading);
    else readSystem(found, model, reading);
  }
}

function readCode(found: XmlElement, model: VerticalExtent, reading: Reading): void {
  const identifier = /MD_ReferenceSystem/.test(found.name)
    ? [...found.elements()].flatMap((property) => [...property.elements()])[0]
    : found;
  if (!identifier) return;
  const { code, description, ...rest } = reading.object(identifierParts, identifier);
  if (code) {
    model.datum ??= rest.codeSpace ? `${rest.codeSpace}:${code}` : code;
    model.referenceSystem ??= { ...rest, code, ...(description ? { name: description } : {}) };
  } else if (description) model.datum ??= localise(description)?.text;
}

function readSystem(system: XmlElement, model: VerticalExtent, reading: Reading): void {
  const identifier = system.child('identifier');
  const code = identifier?.text.trim();
  if (identifier && code && code !== 'unknown') {
    const codeSpace = identifier.attribute('codeSpace');
    const name = system.child('name')?.text.replace(/\s+/g, ' ').trim();
    model.referenceSystem ??= {
      code,
      ...(codeSpace ? { codeSpace } : {}),
      ...(name && name !== code ? { name: { [reading.language]: name } } : {}),
    };
  }
  const datum = inside(system, /^VerticalDatum$/);
  const name = [datum, system].map((one) => one && nameOf(one)).find(Boolean);
  if (name) model.datum ??= name;
  const axis = inside(system, /^CoordinateSystemAxis$/);
  const unit = axis?.attribute('uom') ?? axis?.attribute('unit');
  if (unit && unit !== 'unknown') model.unit ??= unit.replace(/^.*[#:]/, '');
  const direction =
    axis && [...axis.elements()].find(({ name: local }) => local === 'axisDirection')?.text.trim();
  if (direction === 'up' || direction === 'down') model.positive = direction;
}

function nameOf(object: XmlElement): string | undefined {
  const child = (names: readonly string[]) =>
    [...object.elements()].find(({ name, text }) => names.includes(name) && text.trim() !== '');
  const name = (child(['name', 'datumName', 'srsName']) ?? child(['identifier']))?.text
    .trim()
    .replace(/\s+/g, ' ');
  return name === 'unknown' ? undefined : name;
}

function inside(from: XmlElement, name: RegExp): XmlElement | undefined {
  for (const child of from.elements()) {
    const found = name.test(child.name) ? child : inside(child, name);
    if (found) return found;
  }
  return undefined;
}

/** A vertical reference system made of what the extent tells: GML demands names for all its parts. */
export function writeVerticalReference(
  { datum, unit, positive, referenceSystem }: VerticalExtent,
  writing: Writing,
): Content[] {
  if (!datum && !unit && !positive && !referenceSystem) return [];
  if (datum && /^(https?:|urn:)/.test(datum) && !unit && !positive && !referenceSystem) {
    return [{ attributes: { 'xlink:href': datum }, children: [] }];
  }
  const object = (
    name: string,
    children: ReturnType<typeof node>[],
    more: Readonly<Record<string, string>> = {},
    code = 'unknown',
    codeSpace = 'http://www.opengis.net/gml/3.2',
  ) =>
    node(name, [node('gml:identifier', [code], { codeSpace }), ...children], {
      'gml:id': writing.id(),
      ...more,
    });
  const axis = object(
    'gml:CoordinateSystemAxis',
    [
      element('gml:axisAbbrev', positive === 'down' ? 'd' : 'h'),
      node('gml:axisDirection', [positive ?? 'unknown'], { codeSpace: 'http://www.opengis.net/gml/3.2' }),
    ],
    { uom: unit ?? 'unknown' },
  );
  const system = object('gml:VerticalCS', [node('gml:axis', [axis])]);
  const base = object('gml:VerticalDatum', [
    ...(datum ? [element('gml:name', datum)] : []),
    element('gml:scope', 'not known'),
  ]);
  const named = referenceSystem?.name && localise(referenceSystem.name, writing.language)?.text;
  const reference = object(
    'gml:VerticalCRS',
    [
      ...(named ? [element('gml:name', named)] : []),
      element('gml:scope', 'not known'),
      node('gml:verticalCS', [system]),
      node('gml:verticalDatum', [base]),
    ],
    {},
    referenceSystem?.code,
    referenceSystem?.codeSpace,
  );
  return [{ children: [reference] }];
}
