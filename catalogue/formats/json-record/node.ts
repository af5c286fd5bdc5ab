import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts';
import { oneLine, type Place } from '../reading/index.ts';

/** A text of a document and where it stands (a JSON pointer). */
export type JsonText = { text: string; place: Place };

/** One object of a plain JSON document, which knows where it stands. Members of a wrong type are as good as absent. */
export class JsonNode {
  constructor(
    readonly json: JsonObject,
    readonly path: string = '',
  ) {}

  get place(): Place {
    return { path: this.path || '/' };
  }

  /** The member as it is, for what is no text and no object. */
  value(name: string): JsonValue | undefined {
    return this.json[name];
  }

  placeOf(name: string): Place {
    return { path: `${this.path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` };
  }

  /** Texts of a member that is one or a list of them; numbers count as texts, blank ones don't. */
  texts(name: string): JsonText[] {
    const given = this.json[name];
    const list = Array.isArray(given) ? given : given === undefined ? [] : [given];
    return list.flatMap((member, index) => {
      const isText = typeof member === 'string' || typeof member === 'number';
      if (!isText || String(member).trim() === '') return [];
      const { path } = this.placeOf(name);
      return [{ text: String(member), place: { path: Array.isArray(given) ? `${path}/${index}` : path } }];
    });
  }

  /** First text of the first of these members that has one, in one line. */
  text(...names: string[]): string | undefined {
    for (const name of names) {
      const [first] = this.texts(name);
      if (first) return oneLine(first.text);
    }
    return undefined;
  }

  number(name: string): number | undefined {
    const given = this.json[name];
    return typeof given === 'number' && Number.isFinite(given) ? given : undefined;
  }

  /** Objects of a member that is one or a list of them. */
  nodes(name: string): JsonNode[] {
    const given = this.json[name];
    const { path } = this.placeOf(name);
    if (isJsonObject(given)) return [new JsonNode(given, path)];
    if (!Array.isArray(given)) return [];
    return given.flatMap((member, index) =>
      isJsonObject(member) ? [new JsonNode(member, `${path}/${index}`)] : [],
    );
  }

  node(name: string): JsonNode | undefined {
    return this.nodes(name)[0];
  }

  /** Members that are objects, with their names: assets of STAC. */
  entries(name: string): [string, JsonNode][] {
    const given = this.json[name];
    if (!isJsonObject(given)) return [];
    const { path } = this.placeOf(name);
    return Object.entries(given).flatMap(([key, member]): [string, JsonNode][] =>
      isJsonObject(member) ? [[key, new JsonNode(member, `${path}/${key}`)]] : [],
    );
  }
}
