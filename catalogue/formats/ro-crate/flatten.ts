import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts';

/**
 * The entities of a node and of all nodes within it, each once and referring to the others by @id, as RO-Crate demands
 * (1.2, "flattened and compacted"). Nodes without an @id get one of their type and a number.
 * @returns the node itself comes first
 */
export function flatten(root: JsonObject): JsonObject[] {
  const entities = new Map<string, JsonObject>();
  let count = 0;
  const visit = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isJsonObject(value)) return value;
    const text = value['@value'];
    // Crates are in one language: a tagged text is written plain.
    if (text !== undefined) return text;
    const given = value['@id'];
    if (typeof given === 'string' && Object.keys(value).length === 1) return value;
    count++;
    const id = typeof given === 'string' ? given : `#${String(value['@type']).toLowerCase()}-${count}`;
    const known = entities.get(id);
    const entity: JsonObject = { '@id': id };
    if (!known) entities.set(id, entity);
    for (const [key, member] of Object.entries(value)) if (key !== '@id') entity[key] = visit(member);
    // Told twice, as an author and a contact may be: what the first telling left out is added.
    if (known) entities.set(id, { ...entity, ...known });
    return { '@id': id };
  };
  visit(root);
  return [...entities.values()];
}
