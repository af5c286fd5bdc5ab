import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts';
import { Attributes, type AttributeValues, type Header } from '../acdd/index.ts';

/**
 * Whether a JSON document is the header of a netCDF file, as NCO (`ncks --json`), CF-JSON and others write it:
 * dimensions, variables with attributes, and attributes of the whole.
 */
export function isNetcdfJson(value: JsonObject): boolean {
  const { variables, dimensions } = value;
  if (!isJsonObject(variables) || !(isJsonObject(dimensions) || isJsonObject(globalOf(value)))) return false;
  return Object.values(variables).every(
    (variable) =>
      isJsonObject(variable) && ['shape', 'dimensions', 'attributes', 'type'].some((key) => key in variable),
  );
}

/** The header that such a document tells; values of variables are left aside. */
export function headerOfJson(value: JsonObject): Header {
  const attributes = attributesOf(globalOf(value), '');
  const { dimensions, variables } = value;
  return {
    attributes,
    dimensions: Object.entries(isJsonObject(dimensions) ? dimensions : {}).map(([name, size]) => ({
      name,
      size: Number(isJsonObject(size) ? (size['size'] ?? size['length']) : size) || 0,
    })),
    variables: Object.entries(isJsonObject(variables) ? variables : {}).flatMap(([name, variable]) => {
      if (!isJsonObject(variable)) return [];
      const type = variable['type'];
      const shape = variable['shape'] ?? variable['dimensions'];
      return [
        {
          name,
          ...(typeof type === 'string' ? { type } : {}),
          ...(Array.isArray(shape) ? { dimensions: shape.map(String) } : {}),
          attributes: attributesOf(variable['attributes'], name),
        },
      ];
    }),
  };
}

function globalOf(value: JsonObject): JsonValue | undefined {
  return value['attributes'] ?? value['global_attributes'] ?? value['global attributes'];
}

function attributesOf(given: JsonValue | undefined, owner: string): Attributes {
  const attributes = new Attributes(owner);
  if (!isJsonObject(given)) return attributes;
  for (const [name, value] of Object.entries(given)) {
    // NCO can tell the type with the value: {"type": "float", "data": [0.5]}.
    const told = isJsonObject(value) ? (value['data'] ?? value['value'] ?? null) : value;
    const values: AttributeValues = [told]
      .flat()
      .filter((one) => typeof one === 'string' || typeof one === 'number');
    if (values.length > 0) attributes.set(name, values);
  }
  return attributes;
}
