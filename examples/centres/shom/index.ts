import type { CentreDefinition } from '../../example-centre.ts';
import { cswRecord } from '../../protocols/csw-record.ts';
import { cswServer } from '../../protocols/csw-server.ts';
import { notFound } from '../../protocols/http.ts';
import { shomDocument } from './document.ts';
import { SHOM_RECORDS } from './records.ts';

const GMD = 'http://www.isotc211.org/2005/gmd';

/** Hydrography: a CSW with ISO 19139 in French. */
export const SHOM: CentreDefinition = {
  id: 'shom',
  name: { en: 'Shom hydrography (example)', fr: 'Shom, hydrographie (exemple)' },
  description: {
    en: 'Tide gauges, bathymetry, tidal currents and the map services of the French hydrographic office.',
    fr: 'Marégraphes, bathymétrie, courants de marée et services de carte du service hydrographique français.',
  },
  homepage: 'https://data.shom.fr/',
  contactEmail: 'bureau.prestations@shom.example.org',
  location: { longitude: -4.49, latitude: 48.39 },
  protocol: 'csw',
  entry: '/csw',
  options: { outputSchema: GMD },
  open(root) {
    const records = SHOM_RECORDS.map((facts) => cswRecord(facts, 'fr', { [GMD]: shomDocument(facts) }));
    const handler = cswServer(
      {
        title: 'Catalogue du Shom',
        abstract: 'Catalogue des données et services du Shom.',
        provider: 'Shom',
        keywords: ['hydrographie', 'marégraphie', 'bathymétrie'],
        pageSize: 10,
        outputSchemas: [GMD],
        records,
      },
      `${root}/csw`,
    );
    return (question) => (question.path === '/csw' ? handler(question) : notFound(question.path));
  },
};
