import { type CatalogueRecord, type Licence, localise, recogniseLicence } from '../../model/index.ts';
import type { RdfNode } from '../../rdf/index.ts';
import { type DcatReading, givenIri, labels, paragraphs, told } from './reading.ts';

type Terms = Pick<CatalogueRecord['resource'], 'constraints' | 'licences'> & {
  accessRight?: NonNullable<CatalogueRecord['resource']['accessRight']>;
};

/** Licences of the resource and of its distributions, rights statements and the access right. */
export function termsOf(resource: RdfNode, reading: DcatReading): Terms {
  const licences = new Map<string, Licence>();
  const texts: { text: Record<string, string>; uri?: string }[] = [];
  const distributions = resource.all('dcat:distribution');
  const stated = [resource, ...distributions].flatMap((node) => node.all('dct:license'));
  for (const node of stated) {
    const licence = licenceOf(node, reading);
    if (licence) licences.set(licence.id ?? licence.uri ?? JSON.stringify(licence.title), licence);
  }
  for (const node of resource.all('dct:rights')) {
    const text = textOf(node, reading);
    if (!text) continue;
    texts.push(text);
    const licence = recogniseLicence(localise(text.text)?.text ?? '', node.iri);
    if (licence) licences.set(licence.id ?? licence.uri ?? '', licence);
  }
  const accesses = resource.all('dct:accessRights');
  for (const node of accesses) {
    const text = textOf(node, reading);
    // A code alone is read as such.
    if (text && (told(text.text) || !accessRightOf(node))) texts.push(text);
  }
  const accessRight = accesses.map(accessRightOf).find((right) => right !== undefined);
  const unique = [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()];
  const constraints = unique.length + licences.size > 0 ? [legal(unique, licences.size > 0)] : [];
  return { constraints, licences: [...licences.values()], ...(accessRight ? { accessRight } : {}) };
}

function legal(otherConstraints: Terms['constraints'][number]['otherConstraints'], licensed: boolean) {
  return {
    kind: 'legal' as const,
    useLimitations: [],
    accessConstraints: [],
    useConstraints: licensed ? ['license'] : [],
    otherConstraints,
  };
}

function licenceOf(node: RdfNode, reading: DcatReading): Licence | undefined {
  const names = node.isLiteral ? paragraphs([node], reading) : labels(node, reading);
  const text = localise(names)?.text ?? '';
  // A licence document that is a blank node may name the address of the licence it stands for.
  const address = node.iri ?? node.one('foaf:page', 'owl:sameAs', 'dct:source', 'schema:url')?.iri;
  const known = recogniseLicence(text || node.value, address);
  if (known) return known;
  if (address === undefined && !told(names)) return undefined;
  return { ...(address === undefined ? {} : { uri: address }), title: names };
}

function textOf(
  node: RdfNode,
  reading: DcatReading,
): { text: Record<string, string>; uri?: string } | undefined {
  const text = paragraphs([node], reading);
  const uri = givenIri(node, reading);
  if (!told(text) && uri === undefined) return undefined;
  return { text, ...(uri === undefined ? {} : { uri }) };
}

/** Access rights by the codes of COAR, the European Union, INSPIRE, OpenAIRE and DCAT-US. */
const accessRights: readonly (readonly [RegExp, NonNullable<Terms['accessRight']>])[] = [
  [/c_abf2$|access-right\/PUBLIC$|\/noLimitations$|openAccess$|^public$/i, 'open'],
  [/c_f1cf$|embargoedAccess$/i, 'embargoed'],
  [
    /c_16ec$|access-right\/(RESTRICTED|SENSITIVE|NORMAL)$|restrictedAccess$|^restricted public$/i,
    'restricted',
  ],
  [
    /c_14cb$|access-right\/(NON_PUBLIC|CONFIDENTIAL)$|closedAccess$|metadataOnlyAccess$|^non-public$/i,
    'metadata-only',
  ],
];

function accessRightOf(node: RdfNode): Terms['accessRight'] | undefined {
  return accessRights.find(([pattern]) => pattern.test(node.value.trim()))?.[1];
}
