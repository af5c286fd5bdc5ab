export { readBox, rectangle } from './box.ts';
export { geometryExtent, readGeometryText } from './extent.ts';
export { readGeoJson } from './geojson.ts';
export { axisOrder } from './reference-system.ts';
export { parseWkt } from './wkt.ts';
