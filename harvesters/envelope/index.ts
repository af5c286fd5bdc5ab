export { identifierWithin } from './identifier.ts';
export { type EnvelopeElement, EnvelopePage } from './page.ts';
