export { readBox } from './box.ts';
export { boxGeometry } from './box-geometry.ts';
export { geometryExtent, positionsOf, readGeometryText } from './extent.ts';
export { axisOrder } from './reference-system.ts';
export { parseWkt } from './wkt.ts';
