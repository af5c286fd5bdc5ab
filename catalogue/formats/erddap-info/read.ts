import { type JsonValue, parseJson } from '../../json/index.ts';
import type { CatalogueRecord, Problem } from '../../model/index.ts';
import { decodeDocument, parseXml } from '../../xml/index.ts';
import { type Header, recordOfHeader, tellWanting } from '../acdd/index.ts';
import type { ReadContext, ReadResult } from '../format.ts';
import { Report } from '../reading/index.ts';
import { headerOfInfo } from './from-table.ts';
import { headerOfXml, uncommented } from './from-xml.ts';
import { linksOf, placeOf } from './links.ts';
import { datasetOfRow } from './listing.ts';
import { isInfoCsv, isInfoTable, isListing, type Table, tableOfCsv, tableOfJson } from './table.ts';

/**
 * Reads what an ERDDAP says of one dataset: `info/{datasetID}/index.json` or `.csv`, one row of its list of datasets,
 * or a `<dataset>` of its `datasets.xml`. The identifier is ERDDAP's own, which is what the server is asked by.
 * @param context `baseUrl` tells server and identifier of an info table, which doesn't tell them itself
 */
export async function readErddap(bytes: Uint8Array, context: ReadContext = {}): Promise<ReadResult> {
  const report = new Report();
  const head = decodeDocument(bytes.subarray(0, 200)).text;
  if (head.trimStart().startsWith('<')) return readXml(bytes, report);
  const table = isInfoCsv(head) ? tableOfCsv(decodeDocument(bytes).text) : readJson(bytes, report);
  if (table && isInfoTable(table)) {
    const { header, protocol } = headerOfInfo(table);
    const place = placeOf(context.baseUrl);
    const links = place ? linksOf(place.server, protocol, place.datasetId) : [];
    return finish(header, report, place?.datasetId, links);
  }
  const row = table && isListing(table) ? table.rows[0] : undefined;
  if (table && row) {
    const { header, distributions, datasetId } = datasetOfRow(table, row);
    return finish(header, report, datasetId, distributions);
  }
  return refuse(report);
}

function readJson(bytes: Uint8Array, report: Report): Table | undefined {
  const { value, problems }: { value?: JsonValue; problems: Problem[] } = parseJson(bytes);
  report.problems.push(...problems);
  return value === undefined ? undefined : tableOfJson(value);
}

function readXml(bytes: Uint8Array, report: Report): ReadResult {
  const { root, problems } = parseXml(uncommented(bytes));
  report.problems.push(...problems);
  const dataset = root?.name === 'dataset' ? root : root?.child('dataset');
  if (!dataset) return root ? refuse(report) : { record: null, problems: report.problems };
  const header = headerOfXml(dataset);
  const type = dataset.attribute('type') ?? '';
  // A dataset of another ERDDAP is told there; here stands where.
  const elsewhere = /FromErddap$/.test(type) ? placeOf(header.attributes.text('sourceUrl')) : undefined;
  const protocol = type.startsWith('EDDGrid') ? 'griddap' : 'tabledap';
  const links = elsewhere ? linksOf(elsewhere.server, protocol, elsewhere.datasetId) : [];
  return finish(header, report, dataset.attribute('datasetID'), links);
}

function finish(
  header: Header,
  report: Report,
  datasetId: string | undefined,
  links: CatalogueRecord['resource']['distributions'],
): ReadResult {
  const record = recordOfHeader(header, report);
  tellWanting(header, record, report);
  if (datasetId !== undefined && datasetId !== '') {
    record.metadataIdentifier = datasetId;
    if (!record.resource.identifiers.some(({ code }) => code === datasetId))
      record.resource.identifiers.push({ code: datasetId, codeSpace: 'ERDDAP datasetID', scheme: 'other' });
  }
  record.resource.distributions.unshift(...links);
  return { record, problems: report.problems };
}

function refuse(report: Report): ReadResult {
  if (!report.problems.some(({ severity }) => severity === 'error'))
    report.error(
      'no-resource',
      { path: '/' },
      'The document is neither an info table nor a dataset of ERDDAP.',
      'Send /info/{datasetID}/index.json, or a dataset element of datasets.xml.',
    );
  return { record: null, problems: report.problems };
}
