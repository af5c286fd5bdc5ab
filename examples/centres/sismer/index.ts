import type { CentreDefinition } from '../../example-centre.ts';
import { notFound } from '../../protocols/http.ts';
import { OAI_DC_FORMAT, type OaiItem, oaiPmhServer } from '../../protocols/oai-pmh-server.ts';
import { sismerDocuments } from './document.ts';
import { SISMER_RECORDS, SISMER_WITHDRAWN } from './records.ts';

const NAME = {
  en: 'SISMER cruises and marine data (example)',
  fr: 'SISMER, campagnes et données marines (exemple)',
};

/** Cruises of the French fleet and their data: an OAI-PMH repository with ISO 19139. */
export const SISMER: CentreDefinition = {
  id: 'sismer',
  name: NAME,
  description: {
    en: 'Cruise summaries, CTD and XBT profiles, current meters and bathymetry of the French research fleet.',
    fr: 'Résumés de campagnes, profils CTD et XBT, courantomètres et bathymétrie de la flotte de recherche française.',
  },
  homepage: 'https://data.ifremer.fr/SISMER',
  contactEmail: 'sismer@sismer.example.org',
  location: { longitude: -4.55, latitude: 48.36 },
  protocol: 'oai-pmh',
  entry: '/oai',
  options: { metadataPrefix: 'iso19139' },
  open(root) {
    const identifier = (id: string) => `oai:sismer.example.org:${id}`;
    const items: OaiItem[] = [
      ...SISMER_RECORDS.map(({ facts, sets }) => ({
        identifier: identifier(facts.id),
        datestamp: facts.updated,
        sets,
        documents: sismerDocuments(facts),
      })),
      ...SISMER_WITHDRAWN.map(({ id, updated, sets }) => ({
        identifier: identifier(id),
        datestamp: updated,
        sets,
        deleted: true,
        documents: {},
      })),
    ];
    const handler = oaiPmhServer(
      {
        name: NAME.en,
        adminEmail: SISMER.contactEmail,
        earliestDatestamp: '2018-01-01T00:00:00Z',
        pageSize: 5,
        formats: [
          {
            prefix: 'iso19139',
            schema: 'http://www.isotc211.org/2005/gmd/gmd.xsd',
            namespace: 'http://www.isotc211.org/2005/gmd',
          },
          OAI_DC_FORMAT,
        ],
        sets: [
          { spec: 'cruises', name: 'Cruises' },
          { spec: 'cruises:physics', name: 'Cruises of physical oceanography' },
          { spec: 'cruises:fisheries', name: 'Fisheries surveys' },
          { spec: 'observations', name: 'Observations' },
          { spec: 'bathymetry', name: 'Bathymetry' },
        ],
        items,
      },
      `${root}/oai`,
    );
    return (question) => (question.path === '/oai' ? handler(question) : notFound(question.path));
  },
};
