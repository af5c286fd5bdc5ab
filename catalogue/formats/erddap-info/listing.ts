import type { CatalogueRecord } from '../../model/index.ts';
import { words } from '../../model/index.ts';
import { Attributes, type Header } from '../acdd/index.ts';
import { isAddress } from '../reading/index.ts';
import { link } from './links.ts';
import type { Table } from './table.ts';

/** Columns of the two lists of datasets that are attributes by another name. */
const attributeNames: Readonly<Record<string, string>> = words({
  title: 'title',
  summary: 'summary',
  institution: 'institution',
  infourl: 'infoUrl',
  'background info': 'infoUrl',
  sourceurl: 'sourceUrl',
  cdm_data_type: 'cdm_data_type',
  minlongitude: 'geospatial_lon_min',
  maxlongitude: 'geospatial_lon_max',
  minlatitude: 'geospatial_lat_min',
  maxlatitude: 'geospatial_lat_max',
  mintime: 'time_coverage_start',
  maxtime: 'time_coverage_end',
});

/** Columns that hold addresses at which the dataset is reached. */
const linkColumns = ['griddap', 'tabledap', 'wms', 'files'];

/** One row of a list of datasets: what it says of the dataset, which is less than the dataset's own info. */
export function datasetOfRow(table: Table, row: readonly string[]) {
  const attributes = new Attributes('');
  const distributions: CatalogueRecord['resource']['distributions'] = [];
  let datasetId = '';
  table.columns.forEach((column, index) => {
    const name = column.toLowerCase();
    const value = row[index]?.trim() ?? '';
    if (value === '') return;
    if (/^dataset ?id$/.test(name)) datasetId = value;
    const attribute = attributeNames[name];
    // Heights are told with the sign of altitudes; `NaN` is written where a dataset has none.
    if (attribute !== undefined) attributes.set(attribute, [value]);
    if (linkColumns.includes(name) && isAddress(value))
      distributions.push(link(name.endsWith('dap') ? `${value}.html` : value, name, { en: column }));
  });
  const header: Header = { attributes, dimensions: [], variables: [] };
  return { header, distributions, datasetId };
}

/** The rows of a list that are datasets of the centre, as tables of one row; ERDDAP also lists the list itself. */
export function rowsOf(table: Table): { datasetId: string; table: Table }[] {
  const column = table.columns.findIndex((name) => /^dataset ?id$/i.test(name));
  return table.rows.flatMap((row) => {
    const datasetId = row[column] ?? '';
    return datasetId === '' || datasetId === 'allDatasets'
      ? []
      : [{ datasetId, table: { ...table, rows: [row] } }];
  });
}
