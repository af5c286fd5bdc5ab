import type { MetadataFormat } from '../format.ts';
import { readDcat } from './read.ts';
import { dcatWriter } from './write.ts';

export { nextPage, totalItems } from './paging.ts';
export { splitDcat } from './split.ts';

/** Addresses of the application profiles. */
const dcatAp = 'http://data.europa.eu/r5r/';
const geodcatAp = 'http://data.europa.eu/930/';

/** DCAT 1 to 3 with DCAT-AP and GeoDCAT-AP, in RDF/XML, Turtle or JSON-LD; written in the third of either profile. */
export const dcat: MetadataFormat = {
  name: 'dcat',
  title: 'DCAT-AP 3 (Turtle)',
  mediaType: 'text/turtle',
  suffix: 'ttl',
  namespace: 'http://www.w3.org/ns/dcat#',
  profile: dcatAp,
  read: readDcat,
  write: dcatWriter('dcat-ap', 'turtle'),
  variants: [
    {
      name: 'dcat-rdfxml',
      title: 'DCAT-AP 3 (RDF/XML)',
      mediaType: 'application/rdf+xml',
      suffix: 'rdf',
      profile: dcatAp,
      write: dcatWriter('dcat-ap', 'rdf-xml'),
    },
    {
      name: 'dcat-jsonld',
      title: 'DCAT-AP 3 (JSON-LD)',
      mediaType: 'application/ld+json',
      suffix: 'dcat.jsonld',
      profile: dcatAp,
      write: dcatWriter('dcat-ap', 'json-ld'),
    },
    {
      name: 'geodcat',
      title: 'GeoDCAT-AP 3 (Turtle)',
      mediaType: 'text/turtle',
      suffix: 'geodcat.ttl',
      profile: geodcatAp,
      write: dcatWriter('geodcat-ap', 'turtle'),
    },
    {
      name: 'geodcat-rdfxml',
      title: 'GeoDCAT-AP 3 (RDF/XML)',
      mediaType: 'application/rdf+xml',
      suffix: 'geodcat.rdf',
      profile: geodcatAp,
      write: dcatWriter('geodcat-ap', 'rdf-xml'),
    },
    {
      name: 'geodcat-jsonld',
      title: 'GeoDCAT-AP 3 (JSON-LD)',
      mediaType: 'application/ld+json',
      suffix: 'geodcat.jsonld',
      profile: geodcatAp,
      write: dcatWriter('geodcat-ap', 'json-ld'),
    },
  ],
};
