import type { CentreDefinition } from '../../example-centre.ts';
import { notFound } from '../../protocols/http.ts';
import { OAI_DC_FORMAT, type OaiItem, oaiPmhServer } from '../../protocols/oai-pmh-server.ts';
import { depositDocuments } from './document.ts';
import { REPOSITORY_DEPOSITS, REPOSITORY_WITHDRAWN } from './records.ts';

const SETS = ['open_data'];

function identifier(number: number): string {
  return `oai:repository.halocline.example.org:${number}`;
}

/** An open data repository: OAI-PMH with Dublin Core and DataCite. */
export const REPOSITORY: CentreDefinition = {
  id: 'seanoe-like',
  name: { en: 'Halocline Example Repository', fr: "Entrepôt d'exemple de Halocline" },
  description: {
    en: 'An open repository of marine datasets with DOIs of the test prefix and authors who do not exist.',
    fr: 'Un entrepôt ouvert de jeux de données marins, aux DOI du préfixe de test et aux auteurs imaginaires.',
  },
  homepage: 'https://repository.halocline.example.org/',
  contactEmail: 'repository@halocline.example.org',
  location: { longitude: -4.55, latitude: 48.36 },
  protocol: 'oai-pmh',
  entry: '/oai',
  options: { metadataPrefix: 'oai_datacite', set: 'open_data' },
  open(root) {
    const items: OaiItem[] = [
      ...REPOSITORY_DEPOSITS.map((deposit) => ({
        identifier: identifier(deposit.number),
        datestamp: deposit.facts.updated,
        sets: SETS,
        documents: depositDocuments(deposit),
      })),
      {
        identifier: identifier(REPOSITORY_WITHDRAWN.number),
        datestamp: REPOSITORY_WITHDRAWN.updated,
        sets: SETS,
        deleted: true,
        documents: {},
      },
    ];
    const handler = oaiPmhServer(
      {
        name: REPOSITORY.name.en,
        adminEmail: REPOSITORY.contactEmail,
        earliestDatestamp: '2020-01-01T00:00:00Z',
        pageSize: 4,
        formats: [
          OAI_DC_FORMAT,
          {
            prefix: 'oai_datacite',
            schema: 'http://schema.datacite.org/oai/oai-1.1/oai.xsd',
            namespace: 'http://schema.datacite.org/oai/oai-1.1/',
          },
        ],
        sets: [{ spec: 'open_data', name: 'Open data' }],
        items,
      },
      `${root}/oai`,
    );
    return (question) => (question.path === '/oai' ? handler(question) : notFound(question.path));
  },
};
