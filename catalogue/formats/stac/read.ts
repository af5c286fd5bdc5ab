import { isJsonObject, parseJson } from '../../json/index.ts';
import { type CatalogueRecord, emptyRecord, normaliseLanguage } from '../../model/index.ts';
import type { ReadContext, ReadResult } from '../format.ts';
import {
  addIdentifier,
  addLinks,
  JsonNode,
  type LinkMeaning,
  readContacts,
  readThemes,
  responsibilityOf,
} from '../json-record/index.ts';
import { addRights, makeParty, Report, withoutRepeats } from '../reading/index.ts';
import { addAssets } from './assets.ts';
import { addExtents, addItemExtents } from './extents.ts';
import { addSummaries } from './summaries.ts';

/** What relations mean in STAC alone: its items are members, and `via` is the metadata it was made from. */
const own: Readonly<Record<string, LinkMeaning>> = {
  items: { is: 'navigation' },
  via: { is: 'metadata' },
  canonical: { is: 'metadata' },
};

/** Reads a STAC Collection, Item or Catalog, 1.0 or 1.1, and what catalogues of the AODN call one. */
export async function readStac(bytes: Uint8Array, context: ReadContext = {}): Promise<ReadResult> {
  const { value, problems } = parseJson(bytes);
  const report = new Report();
  report.problems.push(...problems);
  if (value === undefined) return { record: null, problems: report.problems };
  if (!isJsonObject(value)) {
    report.error(
      'no-resource',
      { path: '/' },
      'The document is no object of STAC.',
      'Serve a STAC Collection, Item or Catalog.',
    );
    return { record: null, problems: report.problems };
  }
  return { record: recordOf(new JsonNode(value), context, report), problems: report.problems };
}

function recordOf(root: JsonNode, context: ReadContext, report: Report): CatalogueRecord {
  const kind = root.text('type') ?? 'Collection';
  const isItem = kind === 'Feature';
  const record = emptyRecord(kind === 'Catalog' ? 'collection' : 'dataset');
  const { resource } = record;
  resource.typeAsGiven = isItem ? 'Item' : kind;
  record.standardName = 'STAC';
  const version = root.text('stac_version');
  if (version !== undefined) record.standardVersion = version;
  const identifier = root.text('id');
  if (identifier !== undefined) record.metadataIdentifier = identifier;
  // An Item says in `properties` what a Collection says at its top.
  const about = isItem ? (root.node('properties') ?? root) : root;
  const language = readLanguage(record, about, report);
  addTexts(record, about, language, report);
  addScience(resource, about, language);
  readThemes(resource, about, language);
  addParties(record, about, language);
  const licence = about.text('license');
  if (licence !== undefined && !/^(other|proprietary|various)$/i.test(licence))
    addRights(resource, licence, language);
  if (isItem) addItemExtents(resource, root, about, report);
  else addExtents(resource, root, report);
  addSummaries(record, about, root, language, report);
  const self = root.nodes('links').find((link) => link.text('rel') === 'self');
  const base = self?.text('href') ?? context.baseUrl;
  addAssets(resource, root, { language, report, base });
  addLinks(record, root.nodes('links'), { language, report, base, own });
  return record;
}

/** The language extension, and the list of codes that catalogues of the AODN write: the first counts. */
function readLanguage(record: CatalogueRecord, about: JsonNode, report: Report): string {
  const [given] = [
    ...about.nodes('language').flatMap((node) => node.texts('code')),
    ...about.texts('language'),
    ...about.nodes('languages').flatMap((node) => node.texts('code')),
  ];
  const tag = given && (normaliseLanguage(given.text) ?? report.language(given.text, given.place));
  if (tag !== undefined) record.language = tag;
  return tag ?? 'und';
}

function addTexts(record: CatalogueRecord, about: JsonNode, language: string, report: Report): void {
  const { resource } = record;
  const title = about.text('title');
  if (title === undefined)
    report.error('title-missing', about.placeOf('title'), 'The resource has no title.', 'Give it a title.');
  else resource.titles = { [language]: title };
  const [description] = about.texts('description');
  if (description) resource.abstracts = { [language]: description.text.trim() };
  else
    report.warning(
      'abstract-missing',
      about.placeOf('description'),
      'The resource has no description.',
      'Say in "description" what the data are and how they were made.',
    );
  const [updated] = [...about.texts('updated'), ...about.texts('created')];
  const datestamp = updated && report.date(updated.text, updated.place);
  if (datestamp !== undefined) record.datestamp = datestamp;
  const edition = about.text('version');
  if (edition !== undefined) resource.edition = edition;
}

/** Scientific citation extension. */
function addScience(resource: CatalogueRecord['resource'], about: JsonNode, language: string): void {
  const holders = [about, ...about.nodes('summaries')];
  for (const holder of holders) {
    for (const { text } of holder.texts('sci:doi')) addIdentifier(resource, text.trim());
    const citation = holder.text('sci:citation');
    // The AODN writes an object of its own there, as text.
    const written = citation && /"suggestedCitation":"((?:[^"\\]|\\.)*)"/.exec(citation)?.[1];
    const told = citation?.startsWith('{') ? written?.replace(/\\(["\\/])/g, '$1') : citation;
    if (told && told !== 'null') resource.otherCitationDetails = { [language]: told };
    for (const publication of holder.nodes('sci:publications')) {
      const doi = publication.text('doi');
      const text = publication.text('citation');
      resource.related.push({
        relation: 'isCitedBy',
        titles: text === undefined ? {} : { [language]: text },
        ...(doi === undefined
          ? {}
          : { identifier: doi, identifierType: 'doi', url: `https://doi.org/${doi}` }),
      });
    }
  }
}

/** Contacts extension, and providers that are not among the contacts. */
function addParties(record: CatalogueRecord, about: JsonNode, language: string): void {
  const { responsibilities, metadataContacts } = readContacts(about.nodes('contacts'), language);
  const known = new Set(
    [...responsibilities, ...metadataContacts].flatMap(({ party }) =>
      Object.values(party.organisation ?? {}),
    ),
  );
  const providers = about.nodes('providers').flatMap((provider) => {
    const name = provider.text('name');
    if (name === undefined || known.has(name)) return [];
    const url = provider.text('url');
    const party = makeParty({
      organisation: { [language]: name },
      online: url !== undefined && /^https?:/i.test(url) ? [{ url }] : [],
    });
    const words = provider.texts('roles').map(({ text }) => text.trim());
    return party
      ? (words.length > 0 ? words : ['resourceProvider']).map((word) => responsibilityOf(word, party))
      : [];
  });
  record.resource.responsibilities = withoutRepeats([...responsibilities, ...providers]);
  record.metadataContacts = metadataContacts;
}
