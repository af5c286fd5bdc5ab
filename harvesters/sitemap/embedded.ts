import { Parser } from 'htmlparser2';
import { describesData } from '#catalogue/formats/schema-org';
import { isJsonObject, parseJson } from '#catalogue/json';
import { decodeDocument } from '#catalogue/xml';
import type { Log } from '#runtime/log';
import { splitSafely } from '../split-safely.ts';
import type { HarvestedDocument, RunProblem } from '../types.ts';

/** What a page says of itself to machines. */
export type Embedded = { scripts: string[]; linked: string | undefined };

const jsonLd = /^application\/ld\+json\b/i;

/** Scripts of JSON-LD, and the first link to a description in JSON-LD. The page is only scanned, never run. */
export function embeddedIn(bytes: Uint8Array): Embedded {
  const scripts: string[] = [];
  let linked: string | undefined;
  let inside = false;
  const parser = new Parser({
    onopentag(name, { type = '', rel = '', href }) {
      inside = name === 'script' && jsonLd.test(type.trim());
      if (inside) scripts.push('');
      const describes = /\b(describedby|alternate)\b/i.test(rel) && jsonLd.test(type.trim());
      if (name === 'link' && describes) linked ??= href;
    },
    ontext(text) {
      if (inside) scripts.push(`${scripts.pop() ?? ''}${text}`);
    },
    onclosetag(name) {
      if (name === 'script') inside = false;
    },
  });
  parser.end(decodeDocument(bytes).text);
  return { scripts: scripts.filter((text) => text.trim() !== ''), linked };
}

/**
 * Documents of the datasets in one JSON-LD of a page; none where it describes something else. Of several, those that have
 * a page of their own are left to it: lists tell less of them.
 * @param listed addresses of all pages
 * @returns `isAlone`: whatever else is listed, it gives the same
 */
export async function datasetsIn(
  text: string,
  address: string,
  listed: ReadonlySet<string>,
  log: Log,
): Promise<{ documents: HarvestedDocument[]; problems: RunProblem[]; isAlone: boolean }> {
  const bytes = new TextEncoder().encode(text);
  const { value, problems } = parseJson(bytes);
  if (value === undefined)
    return {
      documents: [],
      problems: problems.map((told) => ({ ...told, message: `JSON-LD of ${address}: ${told.message}` })),
      isAlone: true,
    };
  if (!describesData(value)) return { documents: [], problems: [], isAlone: true };
  const mediaType = 'application/ld+json';
  const { parts, problems: told } = await splitSafely({ url: address, mediaType, bytes }, log);
  const isElsewhere = (part: Uint8Array) =>
    placesOf(part).some((place) => place !== address && listed.has(place));
  const own = parts.length === 1 ? parts : parts.filter((part) => !isElsewhere(part.bytes));
  return {
    documents: own.map((part, index) => ({
      ...part,
      mediaType,
      url: address,
      fallbackIdentifier: own.length === 1 ? address : `${address}#${index + 1}`,
    })),
    problems: told,
    isAlone: parts.length <= 1,
  };
}

/** Addresses that a dataset names itself by. */
function placesOf(bytes: Uint8Array): string[] {
  const { value } = parseJson(bytes);
  if (!isJsonObject(value)) return [];
  const graph = value['@graph'];
  const dataset = Array.isArray(graph) ? graph[0] : value;
  if (!isJsonObject(dataset)) return [];
  return [dataset['@id'], dataset['url'], dataset['schema:url']].flatMap((place) =>
    typeof place === 'string' ? place.replace(/#.*$/, '') : [],
  );
}
