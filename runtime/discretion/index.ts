export { discreet, isInternal } from './discreet.ts';
