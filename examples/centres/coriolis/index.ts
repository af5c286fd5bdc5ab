import type { CentreDefinition } from '../../example-centre.ts';
import { cswRecord } from '../../protocols/csw-record.ts';
import { cswServer } from '../../protocols/csw-server.ts';
import { notFound } from '../../protocols/http.ts';
import { coriolisDocument, coriolisOlderDocument } from './document.ts';
import { CORIOLIS_RECORDS } from './records.ts';

const MDB = 'http://standards.iso.org/iso/19115/-3/mdb/2.0';
const GMD = 'http://www.isotc211.org/2005/gmd';

/** Gridded products came after the converter to ISO 19139 was given up. */
const NOT_CONVERTED = ['5f0a61f2-7a4e-4a3c-9a60-0c4f7d2b1a10', '5f0a61f2-7a4e-4a3c-9a60-0c4f7d2b1a12'];

/** In situ physics: a CSW with ISO 19115-3 in French and English, and ISO 19139 for most records. */
export const CORIOLIS: CentreDefinition = {
  id: 'coriolis',
  name: { en: 'Coriolis in situ ocean data (example)', fr: 'Coriolis, données in situ (exemple)' },
  description: {
    en: 'Argo floats, gliders, moorings, thermosalinographs and coastal buoys.',
    fr: 'Flotteurs Argo, gliders, mouillages, thermosalinographes et bouées côtières.',
  },
  homepage: 'https://www.coriolis.eu.org/',
  contactEmail: 'codac@coriolis.example.org',
  location: { longitude: -4.55, latitude: 48.36 },
  protocol: 'csw',
  entry: '/csw',
  options: { outputSchema: MDB },
  open(root) {
    const records = CORIOLIS_RECORDS.map((facts) =>
      cswRecord(facts, 'fr', {
        [MDB]: coriolisDocument(facts),
        ...(!NOT_CONVERTED.includes(facts.id) && { [GMD]: coriolisOlderDocument(facts) }),
      }),
    );
    const handler = cswServer(
      {
        title: 'Catalogue Coriolis',
        abstract: "Catalogue des données in situ de l'océan.",
        provider: 'Coriolis',
        keywords: ['Argo', 'in situ'],
        pageSize: 5,
        outputSchemas: [MDB, GMD],
        records,
      },
      `${root}/csw`,
    );
    return (question) => (question.path === '/csw' ? handler(question) : notFound(question.path));
  },
};
