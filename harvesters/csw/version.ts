import { DomainError } from '#runtime/errors';
import type { HarvestSource } from '../types.ts';

/** Versions that are spoken, the one that we ask for first at the head: profiles such as that of ISO build on it. */
export const versions = ['2.0.2', '3.0.0'] as const;
export type CswVersion = (typeof versions)[number];

/** What the versions call the same things (OGC 07-006r1 and 12-176r7). */
export type Names = {
  /** Namespace of requests and of records in Dublin Core, also as output schema. */
  namespace: string;
  /** Prefix of requests. */
  prefix: string;
  filterNamespace: string;
  filterVersion: string;
  /** Element of a filter that names a property. */
  property: string;
};

export const namesOf: Readonly<Record<CswVersion, Names>> = {
  '2.0.2': {
    namespace: 'http://www.opengis.net/cat/csw/2.0.2',
    prefix: 'csw',
    filterNamespace: 'http://www.opengis.net/ogc',
    filterVersion: '1.1.0',
    property: 'PropertyName',
  },
  '3.0.0': {
    namespace: 'http://www.opengis.net/cat/csw/3.0',
    prefix: 'csw30',
    filterNamespace: 'http://www.opengis.net/fes/2.0',
    filterVersion: '2.0.0',
    property: 'ValueReference',
  },
};

/**
 * The option `version`, for catalogues that speak both and one of them badly.
 * @throws DomainError `invalid` when it is none that is spoken
 */
export function wantedVersion({ options }: HarvestSource): CswVersion | undefined {
  const wanted = options['version'];
  if (!wanted) return undefined;
  const found = versions.find((version) => version === wanted);
  if (found) return found;
  throw new DomainError('invalid', `version: must be ${versions.join(' or ')}, not "${wanted}".`);
}
