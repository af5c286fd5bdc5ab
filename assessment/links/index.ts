export { createLinkChecker, type LinkChecker } from './link-checker.ts';
export type { LinkCheck, LinkCheckStore } from './ports.ts';
