import { type CatalogueRecord, emptyRecord, normaliseLanguage } from '../../model/index.ts';
import { parseXml, type XmlElement } from '../../xml/index.ts';
import type { ReadResult } from '../format.ts';
import { networksOf, Report, withoutRepeats } from '../reading/index.ts';
import { fieldOf, readBefore } from './fields.ts';
import { type DublinCoreReading, languageOf, place, termOf, textOf } from './reading.ts';
import { readResourceType } from './resource-type.ts';

type Profile = 'oai_dc' | 'csw-record';

/** Reads an oai_dc document (OAI-PMH 2.0), also with qualified elements in it, as some repositories send. */
export async function readOaiDublinCore(bytes: Uint8Array): Promise<ReadResult> {
  return read(bytes, 'oai_dc');
}

/** Reads a csw:Record, SummaryRecord or BriefRecord of CSW 2.0.2 or 3.0. */
export async function readCswRecord(bytes: Uint8Array): Promise<ReadResult> {
  return read(bytes, 'csw-record');
}

function read(bytes: Uint8Array, profile: Profile): ReadResult {
  const { root: document, problems } = parseXml(bytes);
  const report = new Report();
  report.problems.push(...problems);
  const root = document && findRecord(document, 0);
  if (!root) {
    if (document)
      report.error(
        'no-resource',
        { path: `/${document.name}`, line: document.line },
        `<${document.name}> holds no Dublin Core.`,
        profile === 'oai_dc' ? 'Send an oai_dc:dc element.' : 'Send a csw:Record element.',
      );
    return { record: null, problems: report.problems };
  }
  const record = emptyRecord();
  const language = languageOfDocument(root, record, report);
  const reading: DublinCoreReading = { root, report, language: language ?? 'und' };
  if (language !== undefined) record.language = language;
  readType(record, root, reading);
  for (const element of root.elements()) readElement(record, element, profile, reading);
  if (profile === 'csw-record') readCatalogueFields(record);
  const { resource } = record;
  resource.responsibilities = withoutRepeats(resource.responsibilities);
  resource.networks = networksOf(resource.keywords);
  tellMissing(record, root, reading);
  return { record, problems: report.problems };
}

/** The element whose children are Dublin Core: the root, or one not far below it (an envelope of a protocol). */
function findRecord(element: XmlElement, depth: number): XmlElement | undefined {
  for (const child of element.elements()) {
    const term = termOf(child);
    if (term?.startsWith('dc:') || term?.startsWith('dct:')) return element;
  }
  if (/^(dc|Record|SummaryRecord|BriefRecord)$/.test(element.name)) return element;
  if (depth > 6) return undefined;
  for (const child of element.elements()) {
    const found = findRecord(child, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Languages of the resource, and the one of the metadata: the only dc:language, else the only xml:lang. */
function languageOfDocument(root: XmlElement, record: CatalogueRecord, report: Report): string | undefined {
  const tagged = new Set<string>();
  const at = { root, report, language: 'und' };
  for (const element of root.elements()) {
    const tag = languageOf(element, at);
    if (tag !== 'und') tagged.add(tag);
    if (!/^dct?:language$/.test(termOf(element) ?? '') || textOf(element) === '') continue;
    const code = report.language(textOf(element), place(element, at));
    if (code !== undefined && !record.resource.languages.includes(code)) record.resource.languages.push(code);
  }
  const own = normaliseLanguage(root.attribute('lang', 'http://www.w3.org/XML/1998/namespace') ?? '');
  if (own !== undefined) return own;
  const { languages } = record.resource;
  if (languages.length === 1) return languages[0];
  return tagged.size === 1 ? [...tagged][0] : undefined;
}

function readType({ resource }: CatalogueRecord, root: XmlElement, reading: DublinCoreReading): void {
  const words = [...root.elements()].flatMap((element) =>
    /^dct?:type$/.test(termOf(element) ?? '') && textOf(element) !== '' ? [textOf(element)] : [],
  );
  const read = readResourceType(words);
  if (read) Object.assign(resource, read);
  else
    reading.report.info(
      'type-missing',
      { path: `/${root.name}`, line: root.line },
      'The document does not say what kind of resource it describes; it was taken for a dataset.',
      'Give a dc:type, such as "Dataset".',
    );
}

function readElement(
  record: CatalogueRecord,
  element: XmlElement,
  profile: Profile,
  reading: DublinCoreReading,
): void {
  const term = termOf(element);
  const text = textOf(element);
  if (text === '') return;
  if (term !== undefined && readBefore.has(term)) return;
  const field = term === undefined ? undefined : fieldOf(term, profile);
  if (field) {
    field(record, text, element, reading);
    return;
  }
  reading.report.info(
    'element-unknown',
    place(element, reading),
    `<${element.name}> of ${element.namespace || 'no namespace'} was not read.`,
    'Use the elements of Dublin Core.',
  );
}

/** CSW says that dc:identifier and dct:modified are those of the catalogue's record (OGC 07-006r1, table 10). */
function readCatalogueFields(record: CatalogueRecord): void {
  const { identifiers, dates, distributions } = record.resource;
  const [first] = identifiers;
  if (first) record.metadataIdentifier = first.code;
  const modified = dates.find(({ type }) => type === 'revision');
  if (modified) record.datestamp = modified.date;
  // One address for the layer and one for its legend: what is told twice of the same link is one link.
  const seen = new Map(
    distributions.map((link) => [`${link.url} ${link.protocol ?? ''} ${JSON.stringify(link.names)}`, link]),
  );
  record.resource.distributions = [...seen.values()];
}

function tellMissing({ resource }: CatalogueRecord, root: XmlElement, { report }: DublinCoreReading): void {
  const at = { path: `/${root.prefix ? `${root.prefix}:` : ''}${root.name}`, line: root.line };
  if (Object.keys(resource.titles).length === 0)
    report.error('title-missing', at, 'The resource has no title.', 'Give it a dc:title.');
  if (Object.keys(resource.abstracts).length === 0)
    report.warning(
      'abstract-missing',
      at,
      'The resource has no description.',
      'Describe it in a dc:description.',
    );
}
