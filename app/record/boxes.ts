import type { BoundingBox, Geometry, Resource } from '#catalogue/model';

/** The boxes of a resource: those it states, else those around its geometries. Excluded areas don't count. */
export function boxesOf(resource: Pick<Resource, 'spatialExtents'>): BoundingBox[] {
  const extents = resource.spatialExtents.filter(({ inclusive }) => inclusive);
  const stated = extents.flatMap(({ box }) => (box ? [box] : []));
  return stated.length > 0
    ? stated
    : extents.flatMap(({ geometry }) => (geometry ? boxAround(geometry) : []));
}

function boxAround(geometry: Geometry): BoundingBox[] {
  const positions = flatten(geometry);
  const [first] = positions;
  if (first === undefined) return [];
  const [x = 0, y = 0] = first;
  const box = { west: x, south: y, east: x, north: y };
  for (const [longitude = 0, latitude = 0] of positions) {
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
  }
  return [box];
}

function flatten(geometry: Geometry): number[][] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}
