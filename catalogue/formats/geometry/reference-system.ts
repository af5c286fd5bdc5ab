/** What a coordinate reference system means for reading two numbers. */
export type AxisOrder = 'longitude-first' | 'latitude-first' | 'unsupported';

/** EPSG codes of geographic systems within metres of WGS 84: good enough to find a record on a map. */
const geographic = new Set(['4326', '4258', '4269', '4979', '4937', '4171', '4283', '7844', '4612', '4230']);

/**
 * The order of coordinates by the name of their reference system (OGC 08-038r7): the URN and `…/def/crs/EPSG/0/…`
 * forms follow the EPSG register (latitude first); CRS84, the bare `EPSG:4326` and `…/srs/epsg.xml#4326` put longitude
 * first, as the services that write them do.
 * @param name as written; `undefined` or empty means CRS84
 */
export function axisOrder(name: string | undefined): AxisOrder {
  const written = (name ?? '').trim();
  if (written === '' || /CRS:?84h?$/i.test(written) || /^WGS ?_?84$/i.test(written)) return 'longitude-first';
  const code = /(\d{4,6})\s*$/.exec(written)?.[1];
  if (code === undefined || !geographic.has(code)) return 'unsupported';
  return /^urn:|\/def\/crs\//i.test(written) ? 'latitude-first' : 'longitude-first';
}
