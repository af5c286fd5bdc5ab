import type { JsonObject } from '../../json/index.ts';
import {
  type CatalogueRecord,
  type Citation,
  dateTypes,
  emptyRecord,
  findCode,
  type Keyword,
  type LanguageMap,
  normaliseLanguage,
  parseIdentifier,
  type ResourceType,
  resourceTypeNames,
  words,
} from '../../model/index.ts';
import { addRights, isAddress, networksOf, oneLine, type Report } from '../reading/index.ts';
import { resolutionsOf, spatialExtentsOf, temporalExtentsOf } from './coverage.ts';
import { CkanObject } from './package.ts';
import { responsibilitiesOf } from './parties.ts';
import { distributionsOf } from './resources.ts';

type Resource = CatalogueRecord['resource'];

/** A record of one CKAN dataset, with the fields of ckanext-dcat, ckanext-spatial and ckanext-scheming. */
export function recordOf(source: JsonObject, report: Report): CatalogueRecord {
  const given = new CkanObject(source, '');
  const word = given.text('metadata_language');
  const language = word === undefined ? undefined : report.language(word, given.place('metadata_language'));
  const dataset = new CkanObject(source, '', language);
  const record = emptyRecord(typeOf(dataset));
  const { resource } = record;
  const date = (...keys: string[]) => {
    const text = dataset.text(...keys);
    return text === undefined ? undefined : report.date(text, dataset.place(...keys));
  };
  const id = dataset.text('id', 'name');
  if (id !== undefined) record.metadataIdentifier = id;
  const modified = date('metadata_modified');
  if (modified !== undefined) record.datestamp = modified;
  const created = date('metadata_created');
  if (created !== undefined) record.metadataDates = [{ type: 'creation', date: created }];
  if (language !== undefined) record.language = language;
  const type = dataset.text('dcat_type', 'type');
  if (type !== undefined) resource.typeAsGiven = type;
  resource.titles = Object.fromEntries(
    Object.entries(dataset.map('title', 'name')).map(([tag, text]) => [tag, oneLine(text)]),
  );
  resource.abstracts = dataset.map('notes', 'description');
  resource.identifiers = identifiersOf(dataset);
  resource.languages = [
    ...new Set(dataset.texts('language').flatMap((text) => normaliseLanguage(text) ?? [])),
  ];
  for (const [type, keys] of dateKeys) {
    const found = date(...keys);
    if (found !== undefined) resource.dates.push({ type, date: found });
  }
  for (const one of dataset.objects('dataset_reference_date')) {
    const text = one.text('value');
    const found = text === undefined ? undefined : report.date(text, { path: one.path });
    const kind = findCode(dateTypes, one.text('type') ?? '')?.value ?? 'other';
    if (found !== undefined) resource.dates.push({ type: kind, date: found });
  }
  const system = dataset.text('spatial_reference_system');
  if (system !== undefined) resource.referenceSystems = [{ code: system }];
  const version = dataset.text('version');
  if (version !== undefined) resource.edition = version;
  Object.assign(resource, textsOf(dataset), resolutionsOf(dataset, report));
  resource.responsibilities = responsibilitiesOf(dataset);
  resource.keywords = keywordsOf(dataset);
  resource.networks = networksOf(resource.keywords);
  resource.spatialExtents = spatialExtentsOf(dataset, report);
  resource.temporalExtents = temporalExtentsOf(dataset, report);
  addConditions(resource, dataset);
  addReferences(resource, dataset);
  const frequency = frequencyOf(dataset.text(...frequencyKeys));
  if (frequency !== undefined) resource.maintenance = { frequency, notes: [] };
  resource.distributions = distributionsOf(dataset, report);
  tellMissing(resource, dataset, report);
  return record;
}

function typeOf(dataset: CkanObject): ResourceType {
  const word = dataset.text('type')?.replace(/^dataset_series$/, 'series') ?? 'dataset';
  const code = findCode(resourceTypeNames, word)?.value;
  return code === 'series' || code === 'service' || code === 'document' || code === 'software'
    ? code
    : 'dataset';
}

const dateKeys: readonly (readonly [string, readonly string[]])[] = [
  ['publication', ['issued', 'release_date', 'date_released']],
  ['revision', ['modified', 'last_modified', 'date_updated']],
  ['creation', ['created', 'date_created']],
];

function identifiersOf(dataset: CkanObject): Resource['identifiers'] {
  const texts = [
    ...dataset.texts('identifier', 'guid'),
    ...dataset.texts('doi'),
    ...dataset.texts('uri'),
    ...dataset.texts('alternate_identifier'),
  ];
  const found = [...new Set(texts)].map((text) => parseIdentifier(text));
  return [...new Map(found.map((one) => [one.uri ?? one.code, one])).values()];
}

function textsOf(dataset: CkanObject): Partial<Resource> {
  const map = (...keys: string[]) => {
    const found = dataset.map(...keys);
    return Object.keys(found).length > 0 ? found : undefined;
  };
  const notes = map('version_notes');
  const methods = map('methodology');
  const caveats = map('caveats');
  const statement = map('provenance', 'lineage');
  const sources = [...dataset.texts('source'), ...dataset.texts('dataset_source')];
  return {
    ...(notes ? { versionNotes: notes } : {}),
    ...(methods ? { methods } : {}),
    ...(caveats ? { supplementalInformation: caveats } : {}),
    ...(statement || sources.length > 0
      ? {
          lineage: {
            ...(statement ? { statement } : {}),
            sources: sources.map((text) => ({ description: { [dataset.language]: text } })),
            processSteps: [],
          },
        }
      : {}),
  };
}

/** Tags, with their translations where these are told in the same order; groups and themes. */
function keywordsOf(dataset: CkanObject): Keyword[] {
  const plain = [...dataset.objects('tags'), ...dataset.objects('free_tags')].flatMap(
    (tag) => tag.text('display_name', 'name') ?? [],
  );
  const [translated] = dataset.objects('tags_translated');
  const languages = Object.keys(translated?.source ?? {}).flatMap((key) => {
    const tag = normaliseLanguage(key);
    return tag === undefined ? [] : [{ tag, texts: translated?.texts(key) ?? [] }];
  });
  const labels: LanguageMap[] =
    languages.length > 0
      ? Array.from({ length: Math.max(...languages.map(({ texts }) => texts.length)) }, (_none, index) =>
          Object.fromEntries(
            languages.flatMap(({ tag, texts }) => (texts[index] ? [[tag, texts[index]]] : [])),
          ),
        )
      : plain.map((text) => ({ [dataset.language]: text }));
  const groups = dataset.objects('groups').flatMap((group): Keyword[] => {
    const label = group.map('title', 'display_name', 'name');
    return Object.keys(label).length > 0 ? [{ label, type: 'theme' }] : [];
  });
  const themes = [...dataset.values('theme'), ...dataset.values('theme_primary')].flatMap(
    (value): Keyword[] => {
      if (typeof value === 'string' && value.trim() !== '')
        return [
          isAddress(value)
            ? { label: {}, uri: value, type: 'theme' }
            : { label: { [dataset.language]: value }, type: 'theme' },
        ];
      return [];
    },
  );
  const all = [...labels.map((label): Keyword => ({ label })), ...groups, ...themes];
  return [
    ...new Map(all.map((keyword) => [JSON.stringify([keyword.label, keyword.uri ?? '']), keyword])).values(),
  ];
}

/** Licence by title and address, else by CKAN's own id (`cc-by`, `odc-odbl`); then rights and conditions. */
function addConditions(resource: Resource, dataset: CkanObject): void {
  const title = dataset.text('license_title', 'licence_title', 'license', 'license_id');
  const url = dataset.text('license_url', 'licence_url');
  if (title !== undefined && !/^not ?specified$|license not specified/i.test(title))
    addRights(resource, title, dataset.language, url !== undefined && isAddress(url) ? url : undefined);
  for (const key of ['access_rights', 'rights', 'access_constraints', 'licence_custom', 'licence'])
    for (const value of dataset.values(key)) {
      if (typeof value === 'string' && value.trim() !== '')
        addRights(resource, value.trim(), dataset.language);
    }
}

function addReferences(resource: Resource, dataset: CkanObject): void {
  resource.additionalDocumentation = dataset.texts('documentation').map(citation);
  resource.conformsTo = [
    ...dataset.texts('conforms_to').map(citation),
    ...dataset.objects('conforms_to').map((one) => {
      const uri = one.text('uri');
      return { ...citation(''), titles: one.map('title'), ...(uri === undefined ? {} : { url: uri }) };
    }),
  ];
  resource.applicableLegislation = dataset.texts('applicable_legislation');
  for (const [key, relation] of relations)
    for (const text of dataset.texts(key)) resource.related.push(related(relation, text));
  for (const one of dataset.objects('qualified_relation')) {
    const target = one.text('relation');
    const role = one.text('role');
    if (target !== undefined)
      resource.related.push({ ...related('other', target), ...(role ? { relationAsGiven: role } : {}) });
  }
}

const relations: readonly (readonly [string, string])[] = [
  ['is_referenced_by', 'isReferencedBy'],
  ['has_version', 'hasVersion'],
  ['is_version_of', 'isVersionOf'],
  ['in_series', 'series'],
  ['related_resource', 'crossReference'],
];

function related(relation: string, text: string): Resource['related'][number] {
  const { code, scheme, uri } = parseIdentifier(text);
  return { relation, identifier: code, identifierType: scheme, ...(uri ? { url: uri } : {}), titles: {} };
}

const citation = (text: string): Citation => ({
  titles: text === '' || isAddress(text) ? {} : { und: text },
  identifiers: [],
  dates: [],
  ...(isAddress(text) ? { url: text } : {}),
});

const frequencyKeys = [
  'frequency',
  'accrual_periodicity',
  'update_frequency',
  'frequency_of_update',
  'data_update_frequency',
];

/** ISO MD_MaintenanceFrequencyCode of what portals write: a word, an entry of the EU's table, or HDX's days. */
const frequencies: Readonly<Record<string, string>> = words({
  continual: 'continual',
  continuous: 'continual',
  cont: 'continual',
  daily: 'daily',
  '1': 'daily',
  weekly: 'weekly',
  '7': 'weekly',
  fortnightly: 'fortnightly',
  biweekly: 'fortnightly',
  '14': 'fortnightly',
  monthly: 'monthly',
  '30': 'monthly',
  quarterly: 'quarterly',
  '90': 'quarterly',
  '180': 'biannually',
  annual: 'annually',
  annually: 'annually',
  yearly: 'annually',
  '365': 'annually',
  irregular: 'irregular',
  irreg: 'irregular',
  '-2': 'asNeeded',
  asneeded: 'asNeeded',
  notplanned: 'notPlanned',
  never: 'notPlanned',
  '-1': 'notPlanned',
  unknown: 'unknown',
});

function frequencyOf(text: string | undefined): string | undefined {
  const word = text?.split('/').at(-1)?.toLowerCase().replace(/[\s_]/g, '');
  return word === undefined ? undefined : frequencies[word];
}

function tellMissing(resource: Resource, dataset: CkanObject, report: Report): void {
  if (Object.keys(resource.titles).length === 0)
    report.error('title-missing', dataset.place('title'), 'The dataset has no title.', 'Give it a title.');
  if (Object.keys(resource.abstracts).length === 0)
    report.warning(
      'abstract-missing',
      dataset.place('notes'),
      'The dataset has no description.',
      'Describe it in the field notes.',
    );
}
