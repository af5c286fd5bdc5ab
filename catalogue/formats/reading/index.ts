export { type Place, Report } from './report.ts';
export { addParagraph, isBlank, oneLine, present } from './text.ts';
