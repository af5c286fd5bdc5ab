import { localise, type SpatialExtent, words } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { judgeBox } from '../box.ts';
import { number, one } from '../fields.ts';
import { readGeometry, writeGeometry } from '../gml-geometry.ts';
import type { Reading } from '../reading.ts';
import { table } from '../table.ts';
import { valueElement } from '../values.ts';
import { type Content, element, type Writing } from '../writing.ts';
import { type IdentifierParts, identifierParts, writeIdentifier } from './citation.ts';

/** `gmd:extentTypeCode`: whether the area is covered or left out. */
const inclusive = one('inclusive', {
  read: (property: XmlElement) => !/^(0|false)$/i.test(valueElement(property).text.trim()),
  write: (value: boolean): Content | undefined =>
    value ? undefined : { children: [element('gco:Boolean', 'false')] },
});

type BoxParts = {
  inclusive?: boolean | undefined;
  west?: number | undefined;
  east?: number | undefined;
  south?: number | undefined;
  north?: number | undefined;
};

/** EX_GeographicBoundingBox: west, east, south, north, in this order. */
export const boundingBoxParts = table<BoxParts>()('boundingBoxParts', () => ({}), {
  inclusive,
  west: number('west'),
  east: number('east'),
  south: number('south'),
  north: number('north'),
});

/** EX_BoundingPolygon */
export const boundingPolygon = table<Pick<SpatialExtent, 'geometry'> & { inclusive?: boolean | undefined }>()(
  'boundingPolygon',
  () => ({}),
  {
    inclusive,
    polygon: one('geometry', {
      read(property: XmlElement, reading: Reading) {
        const gml = reading.classElement(property);
        return gml && readGeometry(gml, reading);
      },
      write: (geometry: NonNullable<SpatialExtent['geometry']>, writing: Writing): Content => ({
        children: [writeGeometry(geometry, writing)],
      }),
    }),
  },
);

type Description = { inclusive?: boolean | undefined; identifier?: IdentifierParts | undefined };

/** EX_GeographicDescription */
export const geographicDescription = table<Description>()('geographicDescription', () => ({}), {
  inclusive,
  identifier: one('identifier', {
    read(property: XmlElement, reading: Reading) {
      const found = reading.classElement(property);
      return found && reading.object(identifierParts, found);
    },
    write: (parts: IdentifierParts, writing: Writing): Content => ({
      children: [writeIdentifier(parts, writing)],
    }),
  }),
});

function readDescription(found: XmlElement, reading: Reading): Partial<SpatialExtent> {
  const { identifier, inclusive: covered } = reading.object(geographicDescription, found);
  if (!identifier?.code) return {};
  const { code, uri, codeSpace, authority, description, translations, version } = identifier;
  const by = codeSpace ?? (authority && localise(authority.titles)?.text);
  return {
    ...(covered === undefined ? {} : { inclusive: covered }),
    place: {
      code,
      names: description ?? {},
      ...(uri ? { uri } : {}),
      ...(by ? { authority: by } : {}),
      ...(authority ? { authorityCitation: authority } : {}),
      ...(version ? { version } : {}),
      ...(translations ? { translations } : {}),
    },
  };
}

function readBox(found: XmlElement, reading: Reading): Partial<SpatialExtent> {
  const { inclusive: covered, ...sides } = reading.object(boundingBoxParts, found);
  const box = judgeBox(sides, found, reading);
  return { ...(covered === undefined ? {} : { inclusive: covered }), ...(box ? { box } : {}) };
}

const readers: Readonly<Record<string, (found: XmlElement, reading: Reading) => Partial<SpatialExtent>>> =
  words({
    EX_GeographicBoundingBox: readBox,
    EX_BoundingPolygon: (found, reading) => {
      const { geometry, inclusive: covered } = reading.object(boundingPolygon, found);
      return { ...(covered === undefined ? {} : { inclusive: covered }), ...(geometry ? { geometry } : {}) };
    },
    EX_GeographicDescription: readDescription,
  });

/** The area that an element of EX_Extent tells; `undefined` when it tells none. */
export function readArea(found: XmlElement, reading: Reading): Partial<SpatialExtent> | undefined {
  const area = readers[reading.className(found)]?.(found, reading);
  return area && (area.box || area.geometry || area.place) ? area : undefined;
}

/** One element for each way in which an area is told. */
export function writeArea(area: Partial<SpatialExtent>, writing: Writing): Content[] {
  const { box, geometry, place, inclusive: covered } = area;
  const parts = [
    ...(box ? [writing.object(boundingBoxParts, { ...box, inclusive: covered })] : []),
    ...(geometry ? [writing.object(boundingPolygon, { geometry, inclusive: covered })] : []),
    ...(place
      ? [writing.object(geographicDescription, { identifier: placeIdentifier(place), inclusive: covered })]
      : []),
  ];
  return parts.map((part) => ({ children: [part] }));
}

function placeIdentifier(place: NonNullable<SpatialExtent['place']>): IdentifierParts {
  const { code, uri, authority, authorityCitation, names, translations, version } = place;
  const isTold = authorityCitation && authority === localise(authorityCitation.titles)?.text;
  return {
    code,
    uri,
    codeSpace: isTold ? undefined : authority,
    authority: authorityCitation,
    version,
    description: Object.keys(names).length > 0 ? names : undefined,
    translations,
  };
}
