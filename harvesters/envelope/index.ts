export { identifierWithin } from './identifier.ts';
export { type EnvelopeElement, EnvelopePage, resolve } from './page.ts';
