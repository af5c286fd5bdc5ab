import type { Writer } from '../format.ts';
import { writeCroissant } from './write.ts';

/** Croissant 1.1, which extends schema.org, so that reader reads it. */
export const croissant: Omit<Writer, 'format'> = {
  name: 'croissant',
  title: 'Croissant',
  mediaType: 'application/ld+json',
  suffix: 'croissant.json',
  profile: 'http://mlcommons.org/croissant/1.1',
  write: writeCroissant,
};
