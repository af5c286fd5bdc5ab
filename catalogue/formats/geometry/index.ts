export { readBox } from './box.ts';
export { geometryExtent, readGeometryText } from './extent.ts';
export { axisOrder } from './reference-system.ts';
export { parseWkt } from './wkt.ts';
