import type { SourceRule } from '#harvesters';

/** A rule that is ready to be adapted. */
export type StartingRule = Pick<SourceRule, 'id' | 'action'>;

const textOf = (text: string) => ({ und: text });

/** What sources need most often, first; one at least for each kind of rule. */
export const startingRules: readonly StartingRule[] = [
  {
    id: 'licence-cc-by',
    action: { do: 'default-licence', licence: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  {
    id: 'licence-ouverte',
    action: { do: 'default-licence', licence: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
  },
  {
    id: 'organisation-name',
    action: {
      do: 'organisation',
      match: { contains: ['ifremer'] },
      name: textOf('Ifremer'),
      identifiers: ['https://ror.org/044jxhp58'],
    },
  },
  {
    id: 'contact',
    action: {
      do: 'default-party',
      role: 'pointOfContact',
      organisation: textOf('Ifremer'),
      email: 'data@example.org',
      identifiers: [],
      of: 'resource',
    },
  },
  {
    id: 'keywords-of-p02',
    action: {
      do: 'thesaurus',
      keyword: { matches: '^P02:([A-Z0-9]{4})$' },
      thesaurus: { title: { en: 'SeaDataNet Parameter Discovery Vocabulary' } },
      type: 'theme',
      uri: 'http://vocab.nerc.ac.uk/collection/P02/current/{1}/',
    },
  },
  {
    id: 'keywords-of-gemet',
    action: {
      do: 'thesaurus',
      keyword: { equals: ['sea', 'ocean'] },
      thesaurus: { title: { en: 'GEMET' }, uri: 'http://www.eionet.europa.eu/gemet/' },
      type: 'theme',
    },
  },
  {
    id: 'links-to-wms',
    action: { do: 'link', url: { contains: ['service=wms'] }, protocol: 'OGC:WMS', kind: 'view' },
  },
  {
    id: 'links-to-opendap',
    action: { do: 'link', url: { contains: ['/dodsC/'] }, protocol: 'OPeNDAP:OPeNDAP', kind: 'service' },
  },
  { id: 'dead-links', action: { do: 'drop-link', url: { contains: ['https://old.example.org/'] } } },
  {
    id: 'better-keyword',
    action: { do: 'replace-keyword', keyword: { equals: ['SST'] }, label: { en: 'Sea surface temperature' } },
  },
  { id: 'needless-keywords', action: { do: 'remove-keyword', keyword: { equals: ['test'] } } },
  { id: 'language-of-texts', action: { do: 'language', language: 'fr' } },
  { id: 'access', action: { do: 'access-right', right: 'open', always: false } },
  { id: 'type', action: { do: 'resource-type', type: 'dataset' } },
  { id: 'network', action: { do: 'add-network', name: textOf('SOMLIT') } },
  { id: 'project', action: { do: 'add-project', name: textOf('SeaDataNet') } },
];
