export { isJsonObject, type JsonObject, type JsonValue, parseJson } from './parse.ts';
