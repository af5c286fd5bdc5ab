import {
  type CatalogueRecord,
  dateTypes,
  emptyRecord,
  findCode,
  type Keyword,
  parseIdentifier,
  type Responsibility,
  roles,
  words,
} from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';
import {
  addParagraph,
  addRights,
  isAddress,
  isPersonName,
  makeParty,
  networksOf,
  oneLine,
  type Report,
  readByteSize,
  withoutRepeats,
} from '../reading/index.ts';
import { accessOf } from './access.ts';
import { type Chain, isDataset, metadataOf } from './catalog.ts';
import { resolutionsOf, spatialExtentsOf, temporalExtentsOf, verticalExtentsOf } from './coverage.ts';

type Resource = CatalogueRecord['resource'];

/** A record of one dataset of a catalogue, with what it inherits. Collections become series. */
export function recordOf(
  catalog: XmlElement,
  chain: Chain,
  baseUrl: string | undefined,
  report: Report,
): CatalogueRecord {
  const { dataset } = chain;
  const metadata = metadataOf(chain);
  const all = (name: string) => metadata.filter((element) => element.name === name);
  const isSeries = dataset.name !== 'dataset' || (!dataset.attribute('urlPath') && !dataset.child('access'));
  const record = emptyRecord(isSeries ? 'series' : 'dataset');
  const { resource } = record;
  addIdentity(record, chain, all('authority')[0]?.text.trim());
  addTexts(resource, dataset, all('documentation'));
  addDates(record, all('date'), report);
  resource.responsibilities = withoutRepeats([
    ...all('creator').flatMap((element) => sourceOf(element, 'author')),
    ...all('publisher').flatMap((element) => sourceOf(element, 'publisher')),
    ...all('contributor').flatMap(contributorOf),
  ]);
  resource.keywords = [...all('keyword').flatMap(keywordsOf), ...all('dataType').slice(0, 1).map(dataTypeOf)];
  resource.projects = [...new Set(all('project').map(({ text }) => oneLine(text)))]
    .filter((name) => name !== '')
    .map((name) => ({ names: { und: name } }));
  resource.networks = networksOf([
    ...resource.keywords,
    ...resource.projects.map(({ names }) => ({ label: names })),
  ]);
  const [place] = all('geospatialCoverage');
  resource.spatialExtents = spatialExtentsOf(place, report);
  resource.verticalExtents = verticalExtentsOf(place, report);
  resource.spatialResolutions = resolutionsOf(place, report);
  resource.temporalExtents = temporalExtentsOf(all('timeCoverage')[0], report);
  resource.variables = all('variables').flatMap(variablesOf);
  if (/^grid$|swath|image|radial/i.test(all('dataType')[0]?.text.trim() ?? ''))
    resource.spatialRepresentations = ['grid'];
  const format = all('dataFormat')[0]?.text.trim();
  if (format) resource.formats = [{ name: format }];
  const { distributions, linkages } = accessOf(catalog, chain, metadata, baseUrl, report);
  const size = sizeOf(
    [...dataset.elements()].find(({ name }) => name === 'dataSize'),
    report,
  );
  resource.distributions = distributions.map((one) =>
    size !== undefined && one.protocol === 'WWW:DOWNLOAD' ? { ...one, byteSize: size } : one,
  );
  record.metadataLinkages = [...linkages, ...all('metadata').flatMap(linkageOf)];
  tellMissing(resource, dataset, report);
  return record;
}

/** The ID is unique within the authority; without one the path is what tells datasets of a server apart. */
function addIdentity(
  record: CatalogueRecord,
  { dataset, ancestors }: Chain,
  authority: string | undefined,
): void {
  const own = dataset.attribute('authority') ?? authority;
  const id = dataset.attribute('ID');
  const code =
    id ??
    dataset.attribute('urlPath') ??
    dataset.attribute('path') ??
    dataset.child('access')?.attribute('urlPath');
  if (code) record.metadataIdentifier = code;
  if (id) record.resource.identifiers.push(parseIdentifier(id, own));
  const parent = ancestors.findLast((ancestor) => ancestor.attribute('ID') !== undefined)?.attribute('ID');
  if (parent) record.parentIdentifier = parent;
}

const xlink = 'http://www.w3.org/1999/xlink';

/** `documentation` by its type; one with an address is a document elsewhere. */
function addTexts(resource: Resource, dataset: XmlElement, documentation: readonly XmlElement[]): void {
  const history: Record<string, string> = {};
  const further: Record<string, string> = {};
  for (const element of documentation) {
    const type = (element.attribute('type') ?? '').toLowerCase();
    const href = element.attribute('href', xlink)?.trim();
    const title = element.attribute('title', xlink)?.trim();
    const text = element.text.trim();
    if (href) {
      resource.additionalDocumentation.push({
        titles: title ? { und: title } : {},
        identifiers: [],
        dates: [],
        ...(isAddress(href) ? { url: href } : {}),
      });
      continue;
    }
    if (text === '') continue;
    if (type === 'title') resource.titles['und'] ??= oneLine(text);
    else if (type === 'summary' || type === 'abstract' || type === '')
      addParagraph(resource.abstracts, 'und', text);
    else if (type === 'rights') addRights(resource, text, 'und');
    else if (type === 'history') addParagraph(history, 'und', text);
    else if (type === 'processing_level') resource.processingLevel ??= text;
    else if (type === 'funding') resource.credits.push({ und: text });
    else addParagraph(further, 'und', `${element.attribute('type')}: ${text}`);
  }
  const name = oneLine(dataset.attribute('name') ?? '');
  if (resource.titles['und'] === undefined) {
    if (name !== '') resource.titles = { und: name };
  } else if (name !== '' && name !== resource.titles['und']) resource.alternateTitles.push({ und: name });
  if (Object.keys(history).length > 0)
    resource.lineage = { statement: history, sources: [], processSteps: [] };
  if (Object.keys(further).length > 0) resource.supplementalInformation = further;
}

const dateNames: Readonly<Record<string, string>> = words({
  created: 'creation',
  modified: 'revision',
  issued: 'publication',
  available: 'released',
  valid: 'validityBegins',
});

function addDates(record: CatalogueRecord, dates: readonly XmlElement[], report: Report): void {
  for (const element of dates) {
    const type = element.attribute('type') ?? '';
    const date = report.date(element.text, { path: `/catalog//date[@type="${type}"]`, line: element.line });
    if (date === undefined) continue;
    if (type === 'metadataModified') record.datestamp ??= date;
    else if (type === 'metadataCreated') record.metadataDates.push({ type: 'creation', date });
    else {
      const known = dateNames[type] ?? findCode(dateTypes, type)?.value ?? 'other';
      if (!record.resource.dates.some((one) => one.type === known))
        record.resource.dates.push({ type: known, date });
    }
  }
}

/** A creator or publisher; the vocabulary of the name (DIF, ADN) tells that it is an organisation's. */
function sourceOf(element: XmlElement, role: string): Responsibility[] {
  const named = element.child('name');
  const name = oneLine(named?.text ?? '');
  const contact = element.child('contact');
  const email = contact?.attribute('email')?.trim() ?? '';
  const url = contact?.attribute('url')?.trim() ?? '';
  const isPerson =
    !named?.attribute('vocabulary') &&
    (/^(Dr|Prof|Mr|Ms|Mrs)\b\.?/.test(name) || (name.includes(',') && isPersonName(name)));
  // The place of an e-mail address often holds that of a page to write on.
  const pages = [url, email].filter(isAddress);
  const party = makeParty({
    ...(name === '' ? {} : isPerson ? { person: name } : { organisation: { und: name } }),
    emails: /^[^@\s]+@[^@\s]+$/.test(email) ? [email] : [],
    online: [...new Set(pages)].map((page) => ({ url: page })),
  });
  return party ? [{ role, party }] : [];
}

function contributorOf(element: XmlElement): Responsibility[] {
  const name = oneLine(element.text);
  const word = element.attribute('role')?.trim() ?? '';
  const role = findCode(roles, word)?.value;
  const party = makeParty(name === '' ? {} : { person: name });
  if (!party) return [];
  return [{ role: role ?? 'contributor', ...(role || word === '' ? {} : { roleAsGiven: word }), party }];
}

function keywordsOf(element: XmlElement): Keyword[] {
  const vocabulary = element.attribute('vocabulary')?.trim();
  const words = element.text
    .split(/[,;\n]/)
    .map(oneLine)
    .filter((word) => word !== '');
  return words.map((word) => ({
    label: { und: word },
    ...(vocabulary ? { thesaurus: { title: { und: vocabulary }, dates: [] } } : {}),
  }));
}

function dataTypeOf({ text }: XmlElement): Keyword {
  return {
    label: { en: text.trim() },
    type: 'featureType',
    thesaurus: { title: { en: 'Unidata CDM data type' }, dates: [] },
  };
}

function variablesOf(list: XmlElement): Resource['variables'] {
  const isCf = /^CF/i.test(list.attribute('vocabulary') ?? '');
  return [...list.elements()].flatMap((element) => {
    const name = element.attribute('name')?.trim() ?? '';
    if (element.name !== 'variable' || name === '') return [];
    const word = element.attribute('vocabulary_name')?.trim();
    const unit = element.attribute('units')?.trim();
    const text = oneLine(element.text);
    return [
      {
        names: { und: text || (isCf && word ? word.replaceAll('_', ' ') : name) },
        shortName: name,
        ...(word ? (isCf ? { standardName: word } : { identifier: word }) : {}),
        ...(unit ? { unit } : {}),
      },
    ];
  });
}

function sizeOf(element: XmlElement | undefined, report: Report): number | undefined {
  if (!element) return undefined;
  const unit = (element.attribute('units') ?? 'bytes').replace(/bytes$/i, 'B');
  return readByteSize(`${element.text.trim()} ${unit}`, report, {
    path: '/catalog//dataSize',
    line: element.line,
  });
}

function linkageOf(element: XmlElement): CatalogueRecord['metadataLinkages'] {
  const url = element.attribute('href', xlink)?.trim();
  const title = element.attribute('title', xlink)?.trim();
  return url && isAddress(url) ? [{ url, ...(title ? { name: { und: title } } : {}) }] : [];
}

function tellMissing(resource: Resource, dataset: XmlElement, report: Report): void {
  const place = { path: `/catalog//${dataset.name}`, line: dataset.line };
  if (Object.keys(resource.titles).length === 0)
    report.error('title-missing', place, 'The dataset has no name.', 'Give the dataset a name.');
  if (Object.keys(resource.abstracts).length === 0)
    report.warning(
      'abstract-missing',
      place,
      'The dataset has no summary.',
      'Describe it in <documentation type="summary">, once for all that lie in the same collection.',
    );
}

/** What a dataset is without the datasets in it. */
export const isOwn = (child: XmlElement | string): boolean =>
  typeof child === 'string' ? child.trim() !== '' : !isDataset(child) && child.name !== 'catalogRef';
