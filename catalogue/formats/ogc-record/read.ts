import { isJsonObject, parseJson } from '../../json/index.ts';
import {
  type CatalogueRecord,
  emptyRecord,
  findCode,
  normaliseLanguage,
  type ResourceType,
  resourceTypeNames,
  resourceTypes,
  type TemporalExtent,
} from '../../model/index.ts';
import type { ReadContext, ReadResult } from '../format.ts';
import {
  addIdentifier,
  addLinks,
  geometryExtents,
  JsonNode,
  type LinkMeaning,
  readContacts,
  readThemes,
} from '../json-record/index.ts';
import { addRights, period, Report } from '../reading/index.ts';

/** What relations mean in records alone: `via` is where the resource was made from. */
const own: Readonly<Record<string, LinkMeaning>> = {
  via: { is: 'related', relation: 'isDerivedFrom' },
  canonical: { is: 'metadata' },
};
const recordCore = /ogcapi-records-1\/1\.0\/conf\/record-core/;

/** Reads a record of OGC API Records: a GeoJSON feature whose properties describe a resource. */
export async function readOgcRecord(bytes: Uint8Array, context: ReadContext = {}): Promise<ReadResult> {
  const { value, problems } = parseJson(bytes);
  const report = new Report();
  report.problems.push(...problems);
  if (value === undefined) return { record: null, problems: report.problems };
  if (!isJsonObject(value) || !isJsonObject(value['properties'])) {
    report.error(
      'no-resource',
      { path: '/' },
      'The document is no feature with properties.',
      'Serve a record of OGC API Records: a GeoJSON feature with id, geometry and properties.',
    );
    return { record: null, problems: report.problems };
  }
  return { record: recordOf(new JsonNode(value), context, report), problems: report.problems };
}

function recordOf(feature: JsonNode, context: ReadContext, report: Report): CatalogueRecord | null {
  const properties = feature.node('properties');
  if (!properties) return null;
  const given = properties.text('type');
  const record = emptyRecord(typeOf(given));
  const { resource } = record;
  if (given !== undefined) resource.typeAsGiven = given;
  const language = readLanguages(record, properties, report);
  const identifier = feature.text('id');
  if (identifier !== undefined) record.metadataIdentifier = identifier;
  readMetadata(record, feature, properties, report);
  const title = properties.text('title');
  if (title !== undefined) resource.titles = { [language]: title };
  const [description] = properties.texts('description');
  if (description) resource.abstracts = { [language]: description.text.trim() };
  tellMissing(resource, properties, report);
  readThemes(resource, properties, language);
  for (const { text } of properties.texts('externalIds')) addIdentifier(resource, text);
  for (const external of properties.nodes('externalIds')) {
    const code = external.text('value');
    if (code !== undefined) addIdentifier(resource, code, external.text('scheme'));
  }
  const { responsibilities, metadataContacts } = readContacts(properties.nodes('contacts'), language);
  Object.assign(resource, { responsibilities });
  record.metadataContacts = metadataContacts;
  resource.spatialExtents = geometryExtents(feature.value('geometry'), report, feature.placeOf('geometry'));
  readTime(resource, feature, report);
  for (const format of properties.nodes('formats')) {
    const name = format.text('name', 'mediaType');
    if (name !== undefined) resource.formats.push({ name });
  }
  for (const { text } of properties.texts('formats')) resource.formats.push({ name: text.trim() });
  const licence = properties.text('license');
  if (licence !== undefined && licence !== 'other') addRights(resource, licence, language);
  for (const { text } of properties.texts('rights')) addRights(resource, text.trim(), language);
  const self = feature.nodes('links').find((link) => link.text('rel') === 'self');
  addLinks(record, feature.nodes('links'), {
    language,
    report,
    base: self?.text('href') ?? context.baseUrl,
    own,
  });
  addTemplates(record, feature, language);
  return record;
}

function typeOf(given: string | undefined): ResourceType {
  if (given === undefined) return 'dataset';
  const word = given.split(/[/#]/).at(-1) ?? given;
  const code = findCode(resourceTypeNames, word)?.value;
  return resourceTypes.find((type) => type === code) ?? 'other';
}

/** Languages as objects with a code, or as bare codes, which drafts of the standard had. */
function languagesOf(node: JsonNode, name: string, report: Report): string[] {
  const codes = [...node.texts(name), ...node.nodes(name).flatMap((one) => one.texts('code'))];
  return codes.flatMap(({ text, place }) => {
    const tag = normaliseLanguage(text) ?? report.language(text, place);
    return tag === undefined ? [] : [tag];
  });
}

function readLanguages(record: CatalogueRecord, properties: JsonNode, report: Report): string {
  const [language] = languagesOf(properties, 'language', report);
  if (language !== undefined) record.language = language;
  record.otherLanguages = languagesOf(properties, 'languages', report).filter((tag) => tag !== language);
  record.resource.languages = languagesOf(properties, 'resourceLanguages', report);
  return language ?? 'und';
}

function readMetadata(
  record: CatalogueRecord,
  feature: JsonNode,
  properties: JsonNode,
  report: Report,
): void {
  const date = (name: string) => {
    const [given] = properties.texts(name);
    return given && report.date(given.text, given.place);
  };
  const [created, updated] = [date('created'), date('updated')];
  if (created !== undefined) record.metadataDates.push({ type: 'creation', date: created });
  const datestamp = updated ?? created;
  if (datestamp !== undefined) record.datestamp = datestamp;
  record.standardName = 'OGC API - Records';
  for (const { text } of feature.texts('conformsTo'))
    if (!recordCore.test(text))
      record.metadataProfiles.push({ titles: {}, identifiers: [], dates: [], url: text.trim() });
}

/** `time` is a date, a moment or an interval, open where an end is `..`. */
function readTime(resource: CatalogueRecord['resource'], feature: JsonNode, report: Report): void {
  const time = feature.node('time');
  if (!time) return;
  const moment = (text: string, name: string) =>
    text.trim() === '..' ? undefined : report.date(text, time.placeOf(name));
  const [instant] = [...time.texts('timestamp'), ...time.texts('date')];
  const ends = time.texts('interval').map(({ text }) => text);
  const found: (TemporalExtent | undefined)[] = [];
  if (instant) {
    const date = moment(instant.text, 'date');
    found.push(date === undefined ? undefined : { start: { date }, end: { date } });
  }
  if (ends.length > 0)
    found.push(period(moment(ends[0] ?? '..', 'interval'), moment(ends[1] ?? '..', 'interval')));
  resource.temporalExtents = found.filter((extent) => extent !== undefined);
  const resolution = time.text('resolution');
  if (resolution !== undefined) resource.temporalResolutions.push(resolution);
}

/** A template without variables is an address; one with variables leads to a service, told by what stands before them. */
function addTemplates(record: CatalogueRecord, feature: JsonNode, language: string): void {
  for (const template of feature.nodes('linkTemplates')) {
    const written = template.text('uriTemplate');
    const [start = ''] = (written ?? '').split('{');
    const url = start.replace(/[?&][^?&=]*=?$/, '');
    if (written === undefined || !/^https?:\/\/[^/]+/i.test(url)) continue;
    const title = template.text('title');
    record.resource.distributions.push({
      url,
      names: title === undefined ? {} : { [language]: title },
      descriptions: {},
      conformsTo: [],
      kind: written.includes('{') ? 'service' : 'other',
    });
  }
}

function tellMissing(
  { titles, abstracts }: CatalogueRecord['resource'],
  properties: JsonNode,
  report: Report,
): void {
  if (Object.keys(titles).length === 0)
    report.error('title-missing', properties.place, 'The resource has no title.', 'Give it a title.');
  if (Object.keys(abstracts).length === 0)
    report.warning(
      'abstract-missing',
      properties.place,
      'The resource has no description.',
      'Say in "description" what the resource is and how it was made.',
    );
}
