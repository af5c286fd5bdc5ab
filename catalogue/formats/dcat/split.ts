import { DataFactory, type Store } from 'n3';
import type { Problem } from '../../model/index.ts';
import { describe, nodesOfType, parseRdf, prefixes, type RdfNode, serialiseRdf } from '../../rdf/index.ts';
import type { DocumentPart, ReadContext } from '../format.ts';
import { recordsOf, resourcesOf } from './subject.ts';

/**
 * Makes one document of each dataset, series and service of a catalogue. Equal descriptions give equal bytes, in
 * whatever order and with whatever blank node labels the catalogue writes them this time.
 * @param bytes the catalogue, or one page of it, in any RDF syntax
 * @returns Turtle documents in the order of the catalogue; a catalogue that cannot be read gives no part and an error
 */
export async function splitDcat(
  bytes: Uint8Array,
  context: ReadContext = {},
): Promise<{ parts: DocumentPart[]; problems: Problem[]; store: Store }> {
  const { store, problems } = await parseRdf(bytes, context);
  const resources = resourcesOf(store);
  if (
    resources.length === 0 &&
    !problems.some((problem) => problem.severity === 'error') &&
    !isCatalog(store)
  ) {
    problems.push({
      severity: 'error',
      code: 'no-resource',
      path: '/',
      message:
        'The document describes no dcat:Catalog, dcat:Dataset, dcat:DatasetSeries or dcat:DataService.',
      hint: 'Check that the address is that of a DCAT document.',
    });
  }
  return { parts: resources.map((resource) => partOf(resource)), problems, store };
}

function isCatalog(store: Store): boolean {
  return nodesOfType(store, 'dcat:Catalog').length > 0;
}

function typed(resource: RdfNode) {
  const kind = resource.inverse('dcat:service').length > 0 ? 'DataService' : 'Dataset';
  const { namedNode, quad } = DataFactory;
  const subject = resource.isNamed ? namedNode(resource.value) : DataFactory.blankNode(resource.value);
  return quad(subject, namedNode(`${prefixes.rdf}type`), namedNode(prefixes.dcat + kind));
}

function partOf(resource: RdfNode): DocumentPart {
  const quads = describe(resource.store, resource.term);
  // Listed by a catalogue as a dataset, it is one (the range of dcat:dataset), and alone it must say so itself.
  if (resource.types.length === 0) quads.push(typed(resource));
  const text = serialiseRdf(quads, { first: resource.term });
  const records = recordsOf(resource);
  const identifier =
    records.map((record) => record.text('dct:identifier')).find((told) => told !== undefined) ??
    resource.text('dct:identifier') ??
    resource.iri;
  const datestamp = records.map((record) => record.text('dct:modified')).find((told) => told !== undefined);
  return {
    format: 'dcat',
    bytes: new TextEncoder().encode(text),
    ...(resource.iri === undefined ? {} : { subject: resource.iri }),
    ...(identifier === undefined ? {} : { identifier }),
    ...(datestamp === undefined ? {} : { datestamp }),
  };
}
