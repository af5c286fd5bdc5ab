import { isJsonObject, type JsonObject, type JsonValue, parseJson } from '../../json/index.ts';
import { parseXml, type XmlElement } from '../../xml/index.ts';
import type { ReadResult } from '../format.ts';
import { Report } from '../reading/index.ts';
import { fromJson } from './from-json.ts';
import { fromXml } from './from-xml.ts';
import { recordOf } from './record.ts';

/** Reads DataCite XML, kernels 2 to 4, alone or in the envelope of oai_datacite. */
export async function readDataciteXml(bytes: Uint8Array): Promise<ReadResult> {
  const { root, problems } = parseXml(bytes);
  const report = new Report();
  report.problems.push(...problems);
  const resource = root && findResource(root, 0);
  if (!resource) {
    if (root)
      report.error(
        'no-resource',
        { path: `/${root.name}`, line: root.line },
        `<${root.name}> holds no DataCite resource element.`,
        'Send a resource element in a namespace of datacite.org/schema.',
      );
    return { record: null, problems: report.problems };
  }
  return { record: recordOf(fromXml(resource), report), problems: report.problems };
}

function findResource(element: XmlElement, depth: number): XmlElement | undefined {
  if (element.name === 'resource') return element;
  if (depth > 6) return undefined;
  for (const child of element.elements()) {
    const found = findResource(child, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/**
 * Reads DataCite JSON: the attributes of a DOI, in the envelope of the REST API or alone, or a datacite.json export.
 * Of a list, the first is read and `several-resources` says so.
 */
export async function readDataciteJson(bytes: Uint8Array): Promise<ReadResult> {
  const { value, problems } = parseJson(bytes);
  const report = new Report();
  report.problems.push(...problems);
  if (value === undefined) return { record: null, problems: report.problems };
  const found = findAttributes(value, '', report);
  if (!found) {
    report.error(
      'no-resource',
      { path: '/' },
      'The JSON holds no attributes of a DOI.',
      'Send an object with titles, creators and types, as the REST API of DataCite gives it.',
    );
    return { record: null, problems: report.problems };
  }
  return { record: recordOf(fromJson(found.attributes, found.path), report), problems: report.problems };
}

function findAttributes(
  value: JsonValue,
  path: string,
  report: Report,
): { attributes: JsonObject; path: string } | undefined {
  if (Array.isArray(value)) {
    if (value.length > 1)
      report.info(
        'several-resources',
        { path: path || '/' },
        `The document holds ${value.length} resources; the first was read.`,
        'Send one document for each resource.',
      );
    return value[0] === undefined ? undefined : findAttributes(value[0], `${path}/0`, report);
  }
  if (!isJsonObject(value)) return undefined;
  for (const key of ['data', 'attributes']) {
    const inner = value[key];
    if (isJsonObject(inner) || Array.isArray(inner)) return findAttributes(inner, `${path}/${key}`, report);
  }
  const isResource = ['titles', 'creators', 'types', 'doi'].some((key) => key in value);
  return isResource ? { attributes: value, path } : undefined;
}
