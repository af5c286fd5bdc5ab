export { type DescribedFile, describeNetcdf } from './describe.ts';
export { type Extents, extentsOf } from './extents.ts';
export { momentsOf, type Series, seriesOf } from './series.ts';
