export { Attributes, type AttributeValues } from './attributes.ts';
export { type Axis, axisOf } from './axes.ts';
export type { Header, HeaderVariable } from './header.ts';
export { recordOfHeader } from './record.ts';
export { tellWanting } from './wanting.ts';
