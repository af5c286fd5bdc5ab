import type { JsonValue } from '../../json/index.ts';
import type { Problem } from '../../model/index.ts';
import { parseXml, serialiseElement } from '../../xml/index.ts';
import type { DocumentPart } from '../format.ts';
import { uncommented } from './from-xml.ts';
import { rowsOf } from './listing.ts';
import { isInfoTable, isListing, tableOfJson } from './table.ts';

/** The datasets of a `datasets.xml`, or one that stands alone. Datasets that are switched off are told and left out. */
export function splitErddapXml(bytes: Uint8Array): { parts: DocumentPart[]; problems: Problem[] } {
  const { root, problems } = parseXml(uncommented(bytes));
  if (!root) return { parts: [], problems };
  if (root.name === 'dataset') return { parts: [{ format: 'erddap-info', bytes }], problems: [] };
  const parts: DocumentPart[] = [];
  for (const dataset of root.elements()) {
    if (dataset.name !== 'dataset') continue;
    const identifier = dataset.attribute('datasetID');
    if (dataset.attribute('active') === 'false') {
      problems.push({
        severity: 'info',
        code: 'dataset-inactive',
        path: `/erddapDatasets/dataset[@datasetID="${identifier ?? ''}"]`,
        line: dataset.line,
        message: `The dataset ${identifier ?? ''} is not active, so it was left out.`,
        hint: 'Nothing to do, unless it should be served: then take active="false" away.',
      });
      continue;
    }
    const text = new TextEncoder().encode(serialiseElement(dataset, root.declarations));
    parts.push({ format: 'erddap-info', bytes: text, ...(identifier ? { identifier } : {}) });
  }
  return { parts, problems };
}

/** The datasets of a list of them, or the info of one; `undefined` where the value is no table of ERDDAP. */
export function splitErddapJson(value: JsonValue, bytes: Uint8Array): DocumentPart[] | undefined {
  const table = tableOfJson(value);
  if (!table) return undefined;
  if (isInfoTable(table)) return [{ format: 'erddap-info', bytes }];
  if (!isListing(table)) return undefined;
  return rowsOf(table).map(({ datasetId, table: { columns, rows } }) => ({
    format: 'erddap-info',
    bytes: new TextEncoder().encode(JSON.stringify({ table: { columnNames: columns, rows } })),
    identifier: datasetId,
  }));
}
