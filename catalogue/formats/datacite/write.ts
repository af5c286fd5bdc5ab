import type { CatalogueRecord } from '../../model/index.ts';
import type { WriteContext, Written } from '../format.ts';
import { toJson } from './to-json.ts';
import { toXml } from './to-xml.ts';
import { documentOf } from './write-document.ts';

/** Writes a record as DataCite XML, valid in kernels 4.6 and 4.7. */
export function writeDataciteXml(record: CatalogueRecord, context: WriteContext): Written | null {
  const made = documentOf(record, context);
  return made && { text: toXml(made.document), losses: made.losses };
}

/** Writes a record as DataCite JSON: the attributes of a DOI, without the envelope of the REST API. */
export function writeDataciteJson(record: CatalogueRecord, context: WriteContext): Written | null {
  const made = documentOf(record, context);
  return made && { text: `${JSON.stringify(toJson(made.document), null, 2)}\n`, losses: made.losses };
}
