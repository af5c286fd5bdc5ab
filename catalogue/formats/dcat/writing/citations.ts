import type { Citation, ReferenceSystem } from '../../../model/index.ts';
import type { Curie } from '../../../rdf/index.ts';
import { spatialSystem, temporalSystem } from '../codes.ts';
import type { DcatGraph, Subject } from './graph.ts';

const dates: Readonly<Record<string, Curie>> = {
  creation: 'dct:created',
  publication: 'dct:issued',
  revision: 'dct:modified',
};

/**
 * A document or specification: by its address where it has one that nothing else was said of.
 * @param path of the model, for dates that no property says
 */
export function citationOf(graph: DcatGraph, cited: Citation, path: string, ...types: Curie[]): Subject {
  const describe = (node: Subject) => {
    graph.type(node, ...types);
    graph.addTexts(node, 'dct:title', cited.titles);
    for (const identifier of cited.identifiers) graph.add(node, 'dct:identifier', graph.plain(identifier));
    const said = new Set<string>();
    for (const { type, date } of cited.dates) {
      const property = dates[type];
      if (property && !said.has(property)) graph.add(node, property, graph.date(date));
      else graph.losses.add(`${path}.dates`);
      if (property) said.add(property);
    }
    if (cited.edition !== undefined) graph.add(node, 'owl:versionInfo', graph.plain(cited.edition));
  };
  const named = graph.iri(cited.url);
  if (named && graph.once(named, [cited, types], () => describe(named))) return named;
  const node = graph.blank();
  describe(node);
  graph.add(node, 'foaf:page', named);
  if (cited.url !== undefined && !named) graph.losses.add(`${path}.url`);
  return node;
}

/** A reference system as a dct:Standard (and, where GeoDCAT-AP asks for one, a labelled concept). */
export function referenceSystemOf(graph: DcatGraph, system: ReferenceSystem): Subject {
  const { code, codeSpace, version, name, uri, type } = system;
  const describe = (node: Subject) => {
    graph.type(node, 'dct:Standard', 'skos:Concept');
    graph.add(node, 'dct:type', graph.iri(type?.startsWith('temporal') ? temporalSystem : spatialSystem));
    graph.add(node, 'dct:identifier', graph.plain(code));
    graph.addTexts(node, 'dct:title', name);
    if (Object.keys(name ?? {}).length > 0) graph.addTexts(node, 'skos:prefLabel', name);
    else graph.add(node, 'skos:prefLabel', graph.plain(code));
    if (version !== undefined) graph.add(node, 'owl:versionInfo', graph.plain(version));
    if (codeSpace !== undefined) {
      const scheme = graph.blank('skos:ConceptScheme');
      graph.add(scheme, 'dct:title', graph.plain(codeSpace));
      graph.add(node, 'skos:inScheme', scheme);
    }
  };
  const registered = /^epsg$/i.test(codeSpace ?? '') && /^\d+$/.test(code);
  const named = graph.iri(uri ?? (registered ? `http://www.opengis.net/def/crs/EPSG/0/${code}` : undefined));
  if (named && graph.once(named, system, () => describe(named))) return named;
  const node = graph.blank();
  describe(node);
  graph.add(node, 'skos:exactMatch', graph.iri(uri));
  return node;
}
