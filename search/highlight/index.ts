export { excerpt, highlight, type Segment } from './highlight.ts';
