import type { CentreDefinition } from '../../example-centre.ts';
import { dcatServer } from '../../protocols/dcat-server.ts';
import { catalogDocuments } from './document.ts';
import { BORDEAUX_TOULOUSE_RECORDS } from './records.ts';

/** Coastal observation and sea level: a DCAT catalogue in JSON-LD, and the same in RDF/XML at `/catalog.rdf`. */
export const BORDEAUX_TOULOUSE: CentreDefinition = {
  id: 'bordeaux-toulouse',
  name: {
    en: 'Observatories of Bordeaux and Toulouse (example)',
    fr: 'Observatoires de Bordeaux et de Toulouse (exemple)',
  },
  description: {
    en: 'Arcachon Bay, Gironde, beaches of Aquitaine; sea surface salinity and coastal sea level.',
    fr: "Bassin d'Arcachon, Gironde, plages d'Aquitaine ; salinité de surface et niveau de la mer côtier.",
  },
  homepage: 'https://data.oasu-omp.example.org/',
  contactEmail: 'donnees@oasu.example.org',
  location: { longitude: -0.6, latitude: 44.8 },
  protocol: 'dcat',
  entry: '/catalog.jsonld',
  options: {},
  open(root) {
    const documents = catalogDocuments(BORDEAUX_TOULOUSE_RECORDS, root);
    const modified = '2024-11-02T02:00:00Z';
    return dcatServer([
      {
        path: '/catalog.jsonld',
        page: 1,
        contentType: 'application/ld+json',
        body: documents.jsonLd,
        modified,
      },
      { path: '/catalog.rdf', page: 1, contentType: 'application/rdf+xml', body: documents.rdfXml, modified },
    ]);
  },
};
