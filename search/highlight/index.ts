export { excerpt, type HighlightOptions, highlight, type Segment } from './highlight.ts';
