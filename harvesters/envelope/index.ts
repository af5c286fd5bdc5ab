export { type EnvelopeElement, EnvelopePage, resolve } from './page.ts';
export { sniffRecord } from './sniff.ts';
