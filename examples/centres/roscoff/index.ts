import type { CentreDefinition } from '../../example-centre.ts';
import { dcatServer } from '../../protocols/dcat-server.ts';
import { catalogPages } from './document.ts';
import { ROSCOFF_RECORDS } from './records.ts';

/** Coastal biology: a DCAT catalogue in Turtle, page by page. */
export const ROSCOFF: CentreDefinition = {
  id: 'roscoff',
  name: { en: 'Roscoff Biological Station (example)', fr: 'Station biologique de Roscoff (exemple)' },
  description: {
    en: 'Plankton, environmental DNA, macroalgae, benthos and the coastal stations off Roscoff.',
    fr: 'Plancton, ADN environnemental, macroalgues, benthos et stations côtières au large de Roscoff.',
  },
  homepage: 'https://www.sb-roscoff.fr/',
  contactEmail: 'observation@sb-roscoff.example.org',
  location: { longitude: -3.985, latitude: 48.727 },
  protocol: 'dcat',
  entry: '/catalog.ttl',
  options: {},
  open(root) {
    return dcatServer(
      catalogPages(ROSCOFF_RECORDS, `${root}/catalog.ttl`).map((body, index) => ({
        path: '/catalog.ttl',
        page: index + 1,
        contentType: 'text/turtle; charset=utf-8',
        body,
        modified: '2024-12-01T23:00:00Z',
      })),
    );
  },
};
