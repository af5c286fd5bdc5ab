import { Attributes, type Header, type HeaderVariable } from '../acdd/index.ts';
import type { Table } from './table.ts';

/** An info table as a header, and which of ERDDAP's two protocols serves the dataset. */
export function headerOfInfo(table: Table): { header: Header; protocol: 'griddap' | 'tabledap' } {
  const column = (name: string) => table.columns.indexOf(name);
  const [kind, owner, attribute, type, value] = [
    column('Row Type'),
    column('Variable Name'),
    column('Attribute Name'),
    column('Data Type'),
    column('Value'),
  ];
  const global = new Attributes('');
  const variables = new Map<string, HeaderVariable>();
  const dimensions: { name: string; size: number }[] = [];
  for (const row of table.rows) {
    const cell = (index: number) => row[index] ?? '';
    const name = cell(owner);
    if (cell(kind) === 'dimension') dimensions.push({ name, size: sizeOf(cell(value)) });
    if (cell(kind) === 'dimension' || cell(kind) === 'variable') {
      const named = cell(kind) === 'dimension' ? name : cell(value);
      const along = named.split(',').map((part) => part.trim());
      variables.set(name, {
        name,
        ...(cell(type) === '' ? {} : { type: cell(type) }),
        // Tables don't say along what their columns run: all of them along the rows.
        ...(named === '' ? {} : { dimensions: along }),
        attributes: new Attributes(name),
      });
    } else if (cell(kind) === 'attribute') {
      const target = name === 'NC_GLOBAL' ? global : variables.get(name)?.attributes;
      target?.set(cell(attribute), [cell(value)]);
    }
  }
  return {
    header: { attributes: global, dimensions, variables: [...variables.values()] },
    protocol: dimensions.length > 0 ? 'griddap' : 'tabledap',
  };
}

/** `nValues=7,340, evenlySpaced=true, averageSpacing=1 day` */
function sizeOf(text: string): number {
  return Number(/nValues=([\d,]*\d)/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
}
