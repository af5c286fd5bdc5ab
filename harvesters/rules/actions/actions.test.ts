import { describe, expect, it } from 'vitest';
import {
  type CatalogueRecord,
  catalogueRecord,
  emptyRecord,
  type Keyword,
  type Resource,
} from '#catalogue/model';
import { actionNames, compileAction, ruleAction } from './index.ts';

function recordOf(said: Partial<Resource>, more: Partial<CatalogueRecord> = {}): CatalogueRecord {
  const record = emptyRecord();
  return { ...record, ...more, resource: { ...record.resource, ...said } };
}

const noParty = {
  identifiers: [],
  organisationIdentifiers: [],
  emails: [],
  phones: [],
  facsimiles: [],
  addresses: [],
  online: [],
};
const organisation = (name: string) => ({ ...noParty, organisation: { und: name } });
const link = (url: string, more = {}) => ({
  url,
  names: {},
  descriptions: {},
  kind: 'other' as const,
  conformsTo: [],
  ...more,
});
const keyword = (label: string, more: Partial<Keyword> = {}): Keyword => ({ label: { en: label }, ...more });
const ccBy = { id: 'CC-BY-4.0', uri: 'https://creativecommons.org/licenses/by/4.0/' };
const ifremer = { scheme: 'ror', value: '044jxhp58', uri: 'https://ror.org/044jxhp58' };

type Case = {
  /** Format of the document; DCAT unless told. */
  format?: 'iso19139';
  action: { do: string } & Record<string, unknown>;
  record: CatalogueRecord;
  /** Of the resource, or of the record where `whole`. */
  gives: object;
  paths: string[];
};

const cases: Record<string, Case> = {
  'a default licence where none is': {
    action: { do: 'default-licence', licence: 'https://creativecommons.org/licenses/by/4.0/' },
    record: recordOf({}),
    gives: { resource: { licences: [ccBy] } },
    paths: ['resource.licences'],
  },
  'a default licence in ISO, as the constraint that it is read from': {
    format: 'iso19139',
    action: { do: 'default-licence', licence: 'CC-BY-4.0' },
    record: recordOf({}, { language: 'fr' }),
    gives: {
      resource: {
        licences: [ccBy],
        constraints: [
          {
            kind: 'legal',
            useConstraints: ['license'],
            otherConstraints: [{ text: { fr: 'Creative Commons Attribution 4.0' }, uri: ccBy.uri }],
          },
        ],
      },
    },
    paths: ['resource.licences', 'resource.constraints[0]'],
  },
  'no default licence where a link has one': {
    action: { do: 'default-licence', licence: 'CC-BY-4.0' },
    record: recordOf({ distributions: [link('https://example.org', { licence: 'CC0-1.0' })] }),
    gives: { resource: { licences: [] } },
    paths: [],
  },
  'a default publisher': {
    action: {
      do: 'default-party',
      role: 'publisher',
      organisation: 'Ifremer',
      email: 'sextant@example.org',
      url: 'https://www.ifremer.fr',
      identifiers: ['https://ror.org/044jxhp58'],
    },
    record: recordOf({ responsibilities: [{ role: 'author', party: organisation('LOPS') }] }),
    gives: {
      resource: {
        responsibilities: [
          { role: 'author' },
          {
            role: 'publisher',
            party: {
              organisation: { und: 'Ifremer' },
              emails: ['sextant@example.org'],
              identifiers: [ifremer],
              online: [{ url: 'https://www.ifremer.fr' }],
            },
          },
        ],
      },
    },
    paths: ['resource.responsibilities[1]'],
  },
  'no default contact where there is one': {
    action: { do: 'default-party', role: 'pointOfContact', organisation: 'Ifremer', of: 'metadata' },
    record: recordOf({}, { metadataContacts: [{ role: 'pointOfContact', party: organisation('SHOM') }] }),
    gives: { metadataContacts: [{ party: { organisation: { und: 'SHOM' } } }] },
    paths: [],
  },
  'a default contact of the metadata': {
    action: { do: 'default-party', role: 'pointOfContact', organisation: 'Ifremer', of: 'metadata' },
    record: recordOf({}),
    gives: { metadataContacts: [{ role: 'pointOfContact', party: { organisation: { und: 'Ifremer' } } }] },
    paths: ['metadataContacts[0]'],
  },
  'one name and the identifier of an organisation': {
    action: {
      do: 'organisation',
      match: { matches: '^ifremer\\b' },
      name: 'Ifremer',
      identifiers: ['https://ror.org/044jxhp58'],
    },
    record: recordOf(
      {
        responsibilities: [
          { role: 'owner', party: organisation('IFREMER - Centre de Brest') },
          { role: 'author', party: { ...organisation('Ifremer / LOPS'), person: 'Doe, Jane' } },
          { role: 'author', party: organisation('SHOM') },
        ],
        distributors: [{ responsibility: { role: 'distributor', party: organisation('ifremer') } }],
      },
      { metadataContacts: [{ role: 'pointOfContact', party: organisation('IFREMER') }] },
    ),
    gives: {
      metadataContacts: [{ party: { organisation: { und: 'Ifremer' }, identifiers: [ifremer] } }],
      resource: {
        responsibilities: [
          { party: { organisation: { und: 'Ifremer' }, identifiers: [ifremer] } },
          {
            party: {
              person: 'Doe, Jane',
              organisation: { und: 'Ifremer' },
              identifiers: [],
              organisationIdentifiers: [ifremer],
            },
          },
          { party: { organisation: { und: 'SHOM' }, identifiers: [] } },
        ],
        distributors: [{ responsibility: { party: { organisation: { und: 'Ifremer' } } } }],
      },
    },
    paths: [
      'resource.responsibilities[0]',
      'resource.responsibilities[1]',
      'metadataContacts[0]',
      'resource.distributors[0]',
    ],
  },
  'the thesaurus of keywords that tell none, by list': {
    action: {
      do: 'thesaurus',
      keyword: ['Sea surface temperature', 'salinité'],
      thesaurus: { title: { en: 'GEMET' }, uri: 'http://www.eionet.europa.eu/gemet' },
      type: 'theme',
      uri: 'http://example.org/terms/{slug}',
    },
    record: recordOf({
      keywords: [
        keyword('sea  surface Temperature'),
        keyword('Salinite', { type: 'place' }),
        keyword('salinité', { thesaurus: { title: { en: 'Other' }, dates: [] } }),
        keyword('Argo'),
      ],
    }),
    gives: {
      resource: {
        keywords: [
          {
            thesaurus: { title: { en: 'GEMET' } },
            type: 'theme',
            uri: 'http://example.org/terms/sea-surface-temperature',
          },
          { thesaurus: { title: { en: 'GEMET' } }, type: 'place', uri: 'http://example.org/terms/salinite' },
          { thesaurus: { title: { en: 'Other' } } },
          keyword('Argo'),
        ],
      },
    },
    paths: ['resource.keywords[0]', 'resource.keywords[1]'],
  },
  'the thesaurus of keywords by pattern, with the code in the address': {
    action: {
      do: 'thesaurus',
      keyword: { matches: '^P02:([A-Z]{4})$' },
      thesaurus: { title: 'SeaDataNet P02' },
      uri: 'http://vocab.nerc.ac.uk/collection/P02/current/{1}/',
    },
    record: recordOf({ keywords: [keyword('P02:PSAL'), keyword('P02')] }),
    gives: {
      resource: {
        keywords: [{ uri: 'http://vocab.nerc.ac.uk/collection/P02/current/PSAL/' }, keyword('P02')],
      },
    },
    paths: ['resource.keywords[0]'],
  },
  'other words for a keyword': {
    action: { do: 'replace-keyword', keyword: { matches: '^temp\\.?$' }, label: { en: 'Temperature' } },
    record: recordOf({ keywords: [keyword('temp.', { uri: 'http://example.org/t' }), keyword('tempest')] }),
    gives: { resource: { keywords: [{ label: { en: 'Temperature' } }, keyword('tempest')] } },
    paths: ['resource.keywords[0]'],
  },
  'keywords away, of one thesaurus': {
    action: { do: 'remove-keyword', keyword: { contains: 'test' }, thesaurus: { contains: 'internal' } },
    record: recordOf({
      keywords: [
        keyword('A test', { thesaurus: { title: { en: 'Internal tags' }, dates: [] } }),
        keyword('test'),
      ],
    }),
    gives: { resource: { keywords: [keyword('test')] } },
    paths: ['resource.keywords[0]'],
  },
  'what a link is': {
    action: {
      do: 'link',
      url: { matches: '/(wms|ows)\\?' },
      protocol: 'OGC:WMS',
      kind: 'view',
      name: { en: 'Map' },
    },
    record: recordOf({
      distributions: [
        link('https://example.org/wms?service=WMS', { protocolAsGiven: 'http' }),
        link('https://example.org/file.nc'),
      ],
    }),
    gives: {
      resource: {
        distributions: [
          { protocol: 'OGC:WMS', protocolAsGiven: 'OGC:WMS', kind: 'view', names: { en: 'Map' } },
          { kind: 'other' },
        ],
      },
    },
    paths: ['resource.distributions[0]'],
  },
  'links away': {
    action: { do: 'drop-link', url: { contains: 'intranet.' } },
    record: recordOf({
      distributions: [link('https://intranet.example.org/'), link('https://example.org/')],
    }),
    gives: { resource: { distributions: [{ url: 'https://example.org/' }] } },
    paths: ['resource.distributions[0]'],
  },
  'the language of texts that tell none': {
    action: { do: 'language', language: 'fr' },
    record: recordOf({
      titles: { und: 'Salinité' },
      abstracts: { und: 'Sel', fr: 'Le sel' },
      purpose: { und: 'Suivi' },
      keywords: [{ label: { und: 'sel' } }],
      networks: [{ names: { und: 'SOMLIT' } }],
    }),
    gives: {
      language: 'fr',
      resource: {
        titles: { fr: 'Salinité' },
        abstracts: { und: 'Sel', fr: 'Le sel' },
        purpose: { fr: 'Suivi' },
        keywords: [{ label: { fr: 'sel' } }],
        networks: [{ names: { und: 'SOMLIT' } }],
      },
    },
    paths: ['resource.titles.fr', 'resource.keywords[0].label.fr', 'resource.purpose.fr', 'language'],
  },
  'an access right where none is': {
    action: { do: 'access-right', right: 'open' },
    record: recordOf({}),
    gives: { resource: { accessRight: 'open' } },
    paths: ['resource.accessRight'],
  },
  'no access right where one is': {
    action: { do: 'access-right', right: 'open' },
    record: recordOf({ accessRight: 'restricted' }),
    gives: { resource: { accessRight: 'restricted' } },
    paths: [],
  },
  'an access right in any case': {
    action: { do: 'access-right', right: 'open', always: true },
    record: recordOf({ accessRight: 'restricted' }),
    gives: { resource: { accessRight: 'open' } },
    paths: ['resource.accessRight'],
  },
  'an access right in ISO, as a constraint before the others': {
    format: 'iso19139',
    action: { do: 'access-right', right: 'restricted' },
    record: recordOf({}, { language: 'en' }),
    gives: {
      resource: {
        accessRight: 'restricted',
        constraints: [
          {
            accessConstraints: ['otherRestrictions'],
            otherConstraints: [
              { text: { en: 'restricted access' }, uri: 'info:eu-repo/semantics/restrictedAccess' },
            ],
          },
        ],
      },
    },
    paths: ['resource.accessRight', 'resource.constraints[0]'],
  },
  'a type of resource in ISO, instead of the word of the document': {
    format: 'iso19139',
    action: { do: 'resource-type', type: 'series' },
    record: recordOf({ typeAsGiven: 'dataset' }),
    gives: { resource: { type: 'series', typeAsGiven: 'series' } },
    paths: ['resource.type'],
  },
  'a project in ISO, as a keyword too': {
    format: 'iso19139',
    action: { do: 'add-project', name: 'JERICO-S3' },
    record: recordOf({}, { language: 'en' }),
    gives: {
      resource: {
        projects: [{ names: { en: 'JERICO-S3' } }],
        keywords: [{ label: { en: 'JERICO-S3' }, type: 'project' }],
      },
    },
    paths: ['resource.projects[0]', 'resource.keywords[0]'],
  },
  'a type of resource': {
    action: { do: 'resource-type', type: 'series' },
    record: recordOf({}),
    gives: { resource: { type: 'series' } },
    paths: ['resource.type'],
  },
  'a network': {
    action: { do: 'add-network', name: 'SOMLIT' },
    record: recordOf({}),
    gives: { resource: { networks: [{ names: { und: 'SOMLIT' }, uri: 'https://www.somlit.fr/' }] } },
    paths: ['resource.networks[0]'],
  },
  'no project that is named already': {
    action: { do: 'add-project', name: { en: 'JERICO-S3' }, uri: 'https://www.jerico-ri.eu/' },
    record: recordOf({ projects: [{ names: { und: 'jerico-s3' } }] }),
    gives: { resource: { projects: [{ names: { und: 'jerico-s3' } }] } },
    paths: [],
  },
  'a project': {
    action: { do: 'add-project', name: { en: 'JERICO-S3' }, uri: 'https://www.jerico-ri.eu/' },
    record: recordOf({}),
    gives: { resource: { projects: [{ names: { en: 'JERICO-S3' }, uri: 'https://www.jerico-ri.eu/' }] } },
    paths: ['resource.projects[0]'],
  },
};

describe('an action', () => {
  it.each(Object.entries(cases))(
    'gives %s',
    (_name, { action, record, gives, paths, format = 'dcat' as const }) => {
      const about = { format, identifier: 'one' } as const;
      const before = JSON.stringify(record);
      const apply = compileAction(ruleAction.parse(action));
      const effect = apply(record, about);
      expect(effect.record).toMatchObject(gives);
      expect(effect.changes.map(({ path }) => path)).toEqual(paths);
      if (paths.length === 0) expect(effect.record).toBe(record);
      // What it was given is as it was, what it gives is a record, and once more changes nothing.
      expect(JSON.stringify(record)).toBe(before);
      expect(catalogueRecord.parse(effect.record)).toEqual(effect.record);
      expect(apply(effect.record, about)).toEqual({ record: effect.record, changes: [] });
    },
  );

  it('is tested for every kind that there is', () => {
    const tested = new Set(Object.values(cases).map(({ action }) => action.do));
    expect([...tested].sort()).toEqual([...actionNames].sort());
  });

  it('tells what stood there before and what stands there now', () => {
    const about = { format: 'dcat' as const, identifier: 'one' };
    const apply = compileAction(ruleAction.parse({ do: 'resource-type', type: 'series' }));
    expect(apply(recordOf({}), about).changes).toEqual([
      { path: 'resource.type', before: 'dataset', after: 'series' },
    ]);
  });
});
