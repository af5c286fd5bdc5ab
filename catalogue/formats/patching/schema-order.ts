import type { FormatName } from '../format.ts';
import { elsewhere, type Path, stepsOf } from '../iso/path.ts';
import { paths as iso19115Part3 } from '../iso19115-3/paths.ts';
import { paths as iso19139 } from '../iso19139/paths.ts';

/** Local names of the children of an element, in the order of the schema. */
export type SchemaOrder = ReadonlyMap<string, readonly string[]>;

const orders: Readonly<Partial<Record<FormatName, SchemaOrder>>> = {
  iso19139: orderOf(iso19139),
  'iso19115-3': orderOf(iso19115Part3),
};

/** The order that the schema of a format demands; an empty one where it demands none, or it is not known. */
export function schemaOrderOf(format: FormatName): SchemaOrder {
  return orders[format] ?? new Map();
}

/** Paths stand in the order of the schema, class by class. */
function orderOf(tables: Readonly<Record<string, Readonly<Record<string, Path>>>>): SchemaOrder {
  const order = new Map<string, string[]>();
  for (const { class: classes, ...properties } of Object.values(tables)) {
    const names = (classes ?? '').split('|').map((name) => name.replace(/^.*:/, ''));
    for (const path of Object.values(properties)) {
      if (path === null || path === elsewhere) continue;
      let parents = names;
      for (const { name } of stepsOf(path)) {
        for (const parent of parents) {
          const known = order.get(parent) ?? [];
          if (!known.includes(name)) known.push(name);
          order.set(parent, known);
        }
        parents = [name];
      }
    }
  }
  return order;
}
