export { createLinkChecker, type LinkChecker } from './link-checker.ts';
export { createLinkWatch, type LinkWatch } from './link-watch.ts';
export type { DueLink, LinkCheck, LinkCheckStore } from './ports.ts';
export { type LinkProblemCode, linkProblem, linkProblemOf, linkProblemSeverity } from './problems.ts';
