import {
  type CatalogueRecord,
  type Citation,
  emptyRecord,
  normaliseProtocol,
  parseIdentifier,
} from '../../model/index.ts';
import { addRights, isAddress, oneLine, type Report } from '../reading/index.ts';
import type { Attributes } from './attributes.ts';
import { resolutionsOf, spatialExtentsOf, temporalExtentsOf, verticalExtentsOf } from './coverage.ts';
import { campaignsOf, instrumentsOf, networksOf, platformsOf, projectsOf } from './equipment.ts';
import type { Header } from './header.ts';
import { keywordsOf, topicCategoriesOf } from './keywords.ts';
import { languageMapOf } from './languages.ts';
import { listOf } from './lists.ts';
import { responsibilitiesOf } from './parties.ts';
import { variablesOf } from './variables.ts';

type Resource = CatalogueRecord['resource'];

/**
 * Makes a record of the attributes of a file, by the Attribute Convention for Data Discovery 1.3 and the CF conventions,
 * with the names that Argo, OceanSITES, IMOS, IOOS, GHRSST and ERDDAP add to them.
 * @param report what could not be understood, or is against the conventions, is told there
 */
export function recordOfHeader(header: Header, report: Report): CatalogueRecord {
  const { attributes } = header;
  const record = emptyRecord('dataset');
  const { resource } = record;
  const told = attributes.first('metadata_language', 'language');
  const tag = told && report.language(told.text, told.place);
  if (tag !== undefined) {
    record.language = tag;
    resource.languages = [tag];
  }
  const language = tag ?? 'und';
  const texts = (...names: string[]) => languageMapOf(attributes, language, ...names);
  resource.titles = mapValues(texts('title'), oneLine);
  resource.abstracts = texts('summary', 'abstract', 'description');
  addIdentity(record, attributes);
  addDates(record, attributes, report);
  resource.responsibilities = responsibilitiesOf(attributes, language, report);
  resource.keywords = keywordsOf(attributes, language);
  resource.topicCategories = topicCategoriesOf(attributes);
  resource.spatialExtents = spatialExtentsOf(attributes, language, report);
  resource.verticalExtents = verticalExtentsOf(attributes, report);
  resource.temporalExtents = temporalExtentsOf(attributes, report);
  resource.temporalResolutions = resource.temporalExtents.flatMap(({ step }) => step ?? []);
  resource.spatialResolutions = resolutionsOf(attributes, report);
  resource.variables = variablesOf(header, language, report);
  resource.platforms = platformsOf(header, language);
  resource.instruments = instrumentsOf(header, language);
  resource.projects = projectsOf(attributes, language);
  resource.networks = networksOf(attributes, language);
  resource.campaigns = campaignsOf(attributes, language);
  addDescriptions(resource, attributes, language);
  addLinks(record, attributes);
  addConventions(record, header, report);
  tellMissing(resource, attributes, report);
  return record;
}

/** `id`, unique within `naming_authority`, and a DOI wherever one is written. */
function addIdentity(record: CatalogueRecord, attributes: Attributes): void {
  const id = attributes.text('id', 'uuid');
  const authority = attributes.text('naming_authority');
  if (id !== undefined) record.metadataIdentifier = id;
  const dois = ['doi', 'DOI', 'metadata_link', 'references', 'citation'].flatMap((name) => {
    const text = attributes.text(name);
    // In running text a DOI may be that of another resource; alone it is this one's.
    return text !== undefined && /^(doi:\s*|https?:\/\/(dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/i.test(text)
      ? [text]
      : [];
  });
  const own = attributes.has('doi')
    ? dois.slice(0, 1)
    : dois.filter((text) => text === attributes.text('metadata_link'));
  const found = [
    ...(id === undefined ? [] : [parseIdentifier(id, authority)]),
    ...own.map((doi) => parseIdentifier(doi)),
  ];
  record.resource.identifiers = [...new Map(found.map((one) => [one.uri ?? one.code, one])).values()];
  const version = attributes.text('product_version', 'version');
  if (version !== undefined) record.resource.edition = version;
}

const dateNames: readonly { type: string; names: readonly string[] }[] = [
  { type: 'creation', names: ['date_created', 'creation_date', 'date_of_creation'] },
  { type: 'publication', names: ['date_issued'] },
  { type: 'revision', names: ['date_modified', 'date_update', 'date_revised'] },
];

function addDates(record: CatalogueRecord, attributes: Attributes, report: Report): void {
  for (const { type, names } of dateNames) {
    const found = attributes.first(...names);
    const date = found && report.date(found.text, found.place);
    if (date !== undefined) record.resource.dates.push({ type, date });
  }
  const stamp = attributes.first('date_metadata_modified', 'metadata_modified');
  const date = stamp && report.date(stamp.text, stamp.place);
  if (date !== undefined) record.datestamp = date;
}

function addDescriptions(resource: Resource, attributes: Attributes, language: string): void {
  const texts = (...names: string[]) => languageMapOf(attributes, language, ...names);
  const credit = texts('acknowledgement', 'acknowledgment');
  if (Object.keys(credit).length > 0) resource.credits = [credit];
  const comment = texts('comment');
  if (Object.keys(comment).length > 0) resource.supplementalInformation = comment;
  const purpose = texts('purpose');
  if (Object.keys(purpose).length > 0) resource.purpose = purpose;
  const citation = texts('citation');
  if (Object.keys(citation).length > 0) resource.otherCitationDetails = citation;
  const level = attributes.text('processing_level');
  if (level !== undefined) resource.processingLevel = level;
  const progress = attributes.text('progress');
  if (progress !== undefined) resource.status = [progress];
  for (const name of ['license', 'licence', 'distribution_statement']) {
    const text = attributes.text(name);
    if (text !== undefined) addRights(resource, text, language);
  }
  const history = texts('history');
  const source = texts('source');
  const made = attributes.text('sourceUrl');
  const sources = [
    ...(Object.keys(source).length > 0 ? [{ description: source }] : []),
    ...(made !== undefined && isAddress(made) ? [{ citation: citationOf({ url: made }) }] : []),
  ];
  if (Object.keys(history).length > 0 || sources.length > 0)
    resource.lineage = {
      ...(Object.keys(history).length > 0 ? { statement: history } : {}),
      sources,
      processSteps: [],
    };
  const references = attributes.text('references');
  if (references !== undefined) resource.additionalDocumentation = referencesOf(references, language);
  const kind = (attributes.text('cdm_data_type', 'featureType', 'CF:featureType') ?? '').toLowerCase();
  if (/^(grid|swath|image)$/.test(kind)) resource.spatialRepresentations = ['grid'];
  else if (/point|profile|trajectory|series|station/.test(kind)) resource.spatialRepresentations = ['vector'];
}

/** One document a line, or one address each; a text with an address is the title of what stands there. */
function referencesOf(text: string, language: string): Citation[] {
  const parts = text
    .split(/\n+|;\s+|,\s*(?=https?:)/)
    .flatMap((part) => oneLine(part.replace(/,\s*$/, '')) || []);
  return parts.map((part) => {
    const url = /https?:\/\/[^\s,;)\]]+/.exec(part)?.[0].replace(/[.]+$/, '');
    return citationOf({
      ...(url === undefined ? {} : { url }),
      titles: part === url ? {} : { [language]: part },
    });
  });
}

const citationOf = (given: { url?: string; titles?: Record<string, string> }): Citation => ({
  titles: {},
  identifiers: [],
  dates: [],
  ...given,
});

function addLinks(record: CatalogueRecord, attributes: Attributes): void {
  const link = attributes.text('metadata_link');
  if (link !== undefined && isAddress(link)) record.metadataLinkages = [{ url: link }];
  const page = attributes.text('infoUrl');
  if (page !== undefined && isAddress(page))
    record.resource.distributions.push({
      url: page,
      names: {},
      descriptions: {},
      conformsTo: [],
      ...normaliseProtocol(undefined, page, 'information'),
      function: 'information',
    });
}

function addConventions(record: CatalogueRecord, { attributes, variables }: Header, report: Report): void {
  const told = attributes.first('Conventions', 'Metadata_Conventions');
  if (!told) {
    // A list of datasets tells no conventions of theirs.
    if (variables.length === 0) return;
    report.info(
      'conventions-missing',
      attributes.place('Conventions'),
      'The file does not say which conventions it follows.',
      'Give Conventions, such as "CF-1.8, ACDD-1.3".',
    );
    return;
  }
  // Before CF-1.7 names were parted by blanks.
  const names = listOf(told.text).flatMap((part) => (part.includes('-') ? part.split(/\s+/) : [part]));
  record.resource.conformsTo = [...new Set(names)].map((name) => citationOf({ titles: { en: name } }));
  const acdd = names.find((name) => /^(ACDD|Unidata)\b/i.test(name));
  if (acdd === undefined) return;
  record.standardName = 'Attribute Convention for Data Discovery';
  const version = /(\d+(?:\.\d+)+)/.exec(acdd)?.[1];
  if (version !== undefined) record.standardVersion = version;
}

function tellMissing(resource: Resource, attributes: Attributes, report: Report): void {
  if (Object.keys(resource.titles).length === 0)
    report.error(
      'title-missing',
      attributes.place('title'),
      'The file has no title.',
      'Give a title of a few words (highly recommended by ACDD).',
    );
  if (Object.keys(resource.abstracts).length === 0)
    report.warning(
      'abstract-missing',
      attributes.place('summary'),
      'The file has no summary.',
      'Describe the data in a paragraph in the attribute summary (highly recommended by ACDD).',
    );
}

function mapValues(map: Record<string, string>, change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(map).map(([key, text]) => [key, change(text)]));
}
