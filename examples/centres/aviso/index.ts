import type { CentreDefinition } from '../../example-centre.ts';
import { cswRecord } from '../../protocols/csw-record.ts';
import { cswServer } from '../../protocols/csw-server.ts';
import { notFound } from '../../protocols/http.ts';
import { avisoDocument } from './document.ts';
import { AVISO_RECORDS } from './records.ts';

const GMD = 'http://www.isotc211.org/2005/gmd';

/** Satellite altimetry: a CSW with ISO 19139 in English. */
export const AVISO: CentreDefinition = {
  id: 'aviso',
  name: { en: 'AVISO+ Satellite Altimetry Data (example)', fr: 'AVISO+ altimétrie satellitaire (exemple)' },
  description: {
    en: 'Sea level, tides, waves and currents from altimeters, distributed by CNES and CLS.',
    fr: 'Niveau de la mer, marées, vagues et courants vus par les altimètres, distribués par le CNES et CLS.',
  },
  homepage: 'https://www.aviso.altimetry.fr/',
  contactEmail: 'services@aviso.example.org',
  location: { longitude: 1.48, latitude: 43.55 },
  protocol: 'csw',
  entry: '/csw',
  options: { outputSchema: GMD },
  open(root) {
    const records = AVISO_RECORDS.map((facts) => cswRecord(facts, 'en', { [GMD]: avisoDocument(facts) }));
    const handler = cswServer(
      {
        title: 'AVISO+ catalogue',
        abstract: 'Catalogue of the altimetry products of AVISO+.',
        provider: 'CNES',
        keywords: ['altimetry', 'sea level'],
        pageSize: 5,
        outputSchemas: [GMD],
        records,
      },
      `${root}/csw`,
    );
    return (question) => (question.path === '/csw' ? handler(question) : notFound(question.path));
  },
};
