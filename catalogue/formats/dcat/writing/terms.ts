import { type CatalogueRecord, isSpdxId, type Licence } from '../../../model/index.ts';
import { accessRightAddresses } from '../codes.ts';
import type { DcatGraph, Subject } from './graph.ts';

type Resource = CatalogueRecord['resource'];

/** Licences, the access right, and the texts of constraints as rights statements. */
export function writeTerms(graph: DcatGraph, subject: Subject, resource: Resource): void {
  // A service may have one licence only.
  const licences = resource.type === 'service' ? resource.licences.slice(0, 1) : resource.licences;
  for (const licence of licences) writeLicence(graph, subject, licence, 'resource.licences');
  if (licences.length < resource.licences.length) graph.losses.add('resource.licences');
  if (resource.accessRight !== undefined) {
    const node = graph.iri(accessRightAddresses[resource.accessRight]);
    if (node) graph.once(node, 'access right', () => graph.type(node, 'dct:RightsStatement'));
    graph.add(subject, 'dct:accessRights', node);
  }
  for (const { useLimitations, otherConstraints } of resource.constraints)
    for (const { text, uri } of [...useLimitations, ...otherConstraints]) {
      const named = graph.iri(uri);
      const describe = (node: Subject) => {
        graph.type(node, 'dct:RightsStatement');
        graph.addTexts(node, 'rdfs:label', text);
      };
      if (named && graph.once(named, ['rights', text], () => describe(named)))
        graph.add(subject, 'dct:rights', named);
      else {
        const node = graph.blank();
        describe(node);
        graph.add(node, 'skos:exactMatch', named);
        graph.add(subject, 'dct:rights', node);
      }
    }
}

/** A licence by its address, or that of SPDX; one without is a document of its own. */
export function writeLicence(graph: DcatGraph, subject: Subject, licence: Licence, path: string): void {
  const { id, uri, title } = licence;
  const spdx = id !== undefined && isSpdxId(id) ? `https://spdx.org/licenses/${id}` : undefined;
  const named = graph.iri(uri ?? spdx);
  const describe = (node: Subject) => {
    graph.type(node, 'dct:LicenseDocument');
    graph.addTexts(node, 'dct:title', title);
    if (id !== undefined) graph.add(node, 'dct:identifier', graph.plain(id));
  };
  if (named) {
    // The same licence is told by its bare address and with its title: both are true of it.
    graph.once(named, 'licence', () => describe(named));
    graph.add(subject, 'dct:license', named);
    return;
  }
  if (Object.keys(title).length === 0 && id === undefined) {
    if (uri === undefined) graph.losses.add(path);
    else describeWord(graph, subject, uri);
    return;
  }
  const node = graph.blank();
  describe(node);
  graph.add(subject, 'dct:license', node);
}

/** A licence that is told by a bare word. */
function describeWord(graph: DcatGraph, subject: Subject, word: string): void {
  const node = graph.blank('dct:LicenseDocument');
  graph.add(node, 'dct:title', graph.plain(word));
  graph.add(subject, 'dct:license', node);
}
