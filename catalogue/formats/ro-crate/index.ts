import type { Writer } from '../format.ts';
import { writeRoCrate } from './write.ts';

/** RO-Crate 1.2 metadata descriptor; its terms are those of schema.org, so that reader reads it. */
export const roCrate: Omit<Writer, 'format'> = {
  name: 'ro-crate',
  title: 'RO-Crate',
  mediaType: 'application/ld+json',
  suffix: 'ro-crate.json',
  profile: 'https://w3id.org/ro/crate/1.2',
  write: writeRoCrate,
};
