import { words } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import { Attributes, type Header, type HeaderVariable } from '../acdd/index.ts';

/** Types of netCDF by the names that `datasets.xml` gives them. */
const types: Readonly<Record<string, string>> = words({ string: 'String', boolean: 'byte' });

/**
 * The header of a `<dataset>` of `datasets.xml`: attributes of the source as GenerateDatasetsXml noted them, with those
 * that the administrator adds on top; `null` takes one away (ERDDAP, "Working with the datasets.xml File").
 */
export function headerOfXml(dataset: XmlElement): Header {
  const attributes = combined(dataset, '');
  const source = dataset.child('sourceUrl')?.text.trim();
  if (source && !attributes.has('sourceUrl')) attributes.set('sourceUrl', [source]);
  const axes = variablesOf(dataset, 'axisVariable');
  const columns = variablesOf(dataset, 'dataVariable');
  // Variables of a grid run along all of its axes; how long these are is not told.
  const along = axes.map(({ name }) => name);
  return {
    attributes,
    dimensions: along.map((name) => ({ name, size: 0 })),
    variables: [
      ...axes.map((axis) => ({ ...axis, dimensions: [axis.name] })),
      ...columns.map((column) => (along.length > 0 ? { ...column, dimensions: along } : column)),
    ],
  };
}

function variablesOf(dataset: XmlElement, kind: string): HeaderVariable[] {
  return [...dataset.elements()]
    .filter(({ name }) => name === kind)
    .map((element) => {
      const source = element.child('sourceName')?.text.trim() ?? '';
      const name = element.child('destinationName')?.text.trim() || source;
      const type = element.child('dataType')?.text.trim();
      return {
        name,
        ...(type ? { type: types[type.toLowerCase()] ?? type } : {}),
        attributes: combined(element, name),
      };
    });
}

function combined(element: XmlElement, owner: string): Attributes {
  const attributes = new Attributes(owner, element.line);
  for (const block of ['sourceAttributes', 'addAttributes'])
    for (const part of element.elements())
      if (part.name === block)
        for (const att of part.elements()) {
          const name = att.attribute('name') ?? '';
          const text = att.text.trim();
          if (text === 'null') attributes.delete(name);
          else if (name !== '') attributes.set(name, [text], att.line);
        }
  return attributes;
}

/**
 * GenerateDatasetsXml leaves what the source says of itself in comments. There they stand as elements: titles and units
 * that need no change are told nowhere else. Bytes stay as they are, whatever the encoding.
 */
export function uncommented(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const bare = text
    .replace(/<!--\s*sourceAttributes\s*>/g, '<sourceAttributes>')
    .replace(/<\/sourceAttributes\s*-->/g, '</sourceAttributes>');
  return Buffer.from(bare, 'latin1');
}
