import type { BoundingBox } from '#catalogue/model';
import { escapeAttribute, escapeText } from '#catalogue/xml';
import { DomainError } from '#runtime/errors';
import type { Selection } from '../selection/index.ts';
import type { Capabilities } from './capabilities.ts';
import { type CswVersion, namesOf } from './version.ts';
import type { Way } from './ways.ts';

/** What narrows GetRecords: in one of the languages of a catalogue, or by parameters of an address. */
export type Constraint =
  | { language: 'FILTER' | 'CQL_TEXT'; text: string }
  | { language: 'PARAMETERS'; parameters: Record<string, string> };

/**
 * The ways to ask a catalogue for a selection, the most useful first: by a filter in XML, by CQL, and where the selection
 * is looked at after reading anyway, by nothing. Addresses of version 3 have parameters of their own for it.
 * @param typeNames of the query: the ISO profile calls its properties otherwise
 * @returns `undefined` stands for no constraint
 * @throws DomainError `invalid` when the catalogue has no language for what only it can look for
 */
export function constraintsOf(
  selection: Selection,
  { version, constraintLanguages: told }: Capabilities,
  { method }: Pick<Way, 'method'>,
  typeNames: string,
): (Constraint | undefined)[] {
  const { filter, words } = selection;
  const takes = (language: string) => told.length === 0 || told.includes(language);
  if (filter !== undefined) {
    if (takes('CQL_TEXT')) return [{ language: 'CQL_TEXT', text: filter }];
    throw unasked('filter', told);
  }
  const parts = partsOf(selection, typeNames.startsWith('gmd:') ? isoProperties : properties);
  if (parts.length === 0) return [undefined];
  const ways: (Constraint | undefined)[] = [];
  if (method === 'GET' && version === '3.0.0') ways.push(...parametersOf(selection));
  if (takes('FILTER')) ways.push({ language: 'FILTER', text: filterOf(parts, version) });
  if (takes('CQL_TEXT')) ways.push({ language: 'CQL_TEXT', text: cqlOf(parts) });
  if (words && ways.length === 0) throw unasked('q', told);
  // Words are looked for by the catalogue alone, so without them something else would be asked.
  return words ? ways : [...ways, undefined];
}

function unasked(option: string, told: readonly string[]): DomainError {
  return new DomainError(
    'invalid',
    `${option}: the catalogue can't be asked for it; the languages of filters that it offers are ${told.join(', ')}.`,
    { field: 'options' },
  );
}

// Keywords are looked for in any text, too: many catalogues index but some of them as subjects.
const properties = { area: 'ows:BoundingBox', text: 'csw:AnyText' };
const isoProperties = { area: 'apiso:BoundingBox', text: 'apiso:AnyText' };

type Like = { property: string; word: string };
/** One of each part must hold. */
type Part = { property: string; boxes: BoundingBox[] } | { likes: Like[] };

function partsOf({ area, keywords, words }: Selection, named: typeof properties): Part[] {
  return [
    ...(area ? [{ property: named.area, boxes: halvesOf(area) }] : []),
    ...(keywords ? [{ likes: keywords.map((word) => ({ property: named.text, word })) }] : []),
    ...(words ?? []).map((word) => ({ likes: [{ property: named.text, word }] })),
  ];
}

/** Catalogues know no box that crosses the antimeridian. */
function halvesOf(area: BoundingBox): BoundingBox[] {
  return area.west <= area.east
    ? [area]
    : [
        { ...area, east: 180 },
        { ...area, west: -180 },
      ];
}

/** The search of version 3 that every catalogue has (OGC 12-176r7, table 17): an area, and words. */
function parametersOf({ area, words }: Selection): Constraint[] {
  const parameters = {
    ...(area && area.west <= area.east
      ? { bbox: [area.west, area.south, area.east, area.north].join(',') }
      : {}),
    ...(words ? { q: words.join(' ') } : {}),
  };
  return Object.keys(parameters).length > 0 ? [{ language: 'PARAMETERS', parameters }] : [];
}

/** OGC 04-095 (Filter 1.1.0) and OGC 09-026r2 (FES 2.0), which call little otherwise. */
function filterOf(parts: readonly Part[], version: CswVersion): string {
  const { property, filterNamespace } = namesOf[version];
  const gml = version === '3.0.0' ? 'http://www.opengis.net/gml/3.2' : 'http://www.opengis.net/gml';
  const named = (name: string) => `<ogc:${property}>${name}</ogc:${property}>`;
  const each = parts.map((part) =>
    'boxes' in part
      ? joined(
          'Or',
          part.boxes.map(
            ({ west, south, east, north }) =>
              `<ogc:BBOX>${named(part.property)}<gml:Envelope srsName="urn:ogc:def:crs:OGC:1.3:CRS84"><gml:lowerCorner>${west} ${south}</gml:lowerCorner><gml:upperCorner>${east} ${north}</gml:upperCorner></gml:Envelope></ogc:BBOX>`,
          ),
        )
      : joined(
          'Or',
          part.likes.map(
            ({ property: name, word }) =>
              `<ogc:PropertyIsLike wildCard="%" singleChar="_" escapeChar="\\">${named(name)}<ogc:Literal>${escapeText(patternOf(word))}</ogc:Literal></ogc:PropertyIsLike>`,
          ),
        ),
  );
  return `<ogc:Filter xmlns:ogc="${escapeAttribute(filterNamespace)}" xmlns:gml="${gml}">${joined('And', each)}</ogc:Filter>`;
}

function joined(operator: 'And' | 'Or', parts: readonly string[]): string {
  return parts.length === 1 ? parts.join('') : `<ogc:${operator}>${parts.join('')}</ogc:${operator}>`;
}

/** CQL text of the common queryables (OGC 07-006r1, 6.2.2); some understand its words in small letters alone. */
function cqlOf(parts: readonly Part[]): string {
  const each = parts.map((part) => {
    const choices =
      'boxes' in part
        ? part.boxes.map(
            ({ west, south, east, north }) => `BBOX(${part.property}, ${west}, ${south}, ${east}, ${north})`,
          )
        : part.likes.map(
            ({ property, word }) => `${property} like '${patternOf(word).replaceAll("'", "''")}'`,
          );
    return choices.length === 1 ? choices.join('') : `(${choices.join(' or ')})`;
  });
  return each.join(' and ');
}

function patternOf(word: string): string {
  return `%${word.replace(/[%_\\]/g, '\\$&')}%`;
}
