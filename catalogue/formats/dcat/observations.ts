import type { CatalogueRecord, ObservedVariable, Taxon } from '../../model/index.ts';
import type { RdfNode } from '../../rdf/index.ts';
import { present } from '../reading/index.ts';
import { namedOf } from './provenance.ts';
import { type DcatReading, givenIri, lines, place } from './reading.ts';

type Resource = CatalogueRecord['resource'];

/** What was observed: variables, techniques and taxa; and who paid for it. */
export function observationsOf(
  resource: RdfNode,
  reading: DcatReading,
): Pick<Resource, 'variables' | 'measurementTechniques' | 'taxa' | 'funding'> {
  return {
    variables: resource.all('schema:variableMeasured').flatMap((node) => variableOf(node, reading)),
    measurementTechniques: resource
      .all('schema:measurementTechnique')
      .filter((node) => !node.isLiteral)
      .map((node) => namedOf(node, reading)),
    taxa: resource
      .all('dct:subject')
      .filter((node) => node.is('dwc:Taxon'))
      .flatMap((node) => taxonOf(node, reading)),
    funding: resource.all('schema:funding').map((node) => grantOf(node, reading)),
  };
}

function variableOf(node: RdfNode, reading: DcatReading): ObservedVariable[] {
  if (node.isLiteral) return [{ names: lines([node], reading) }];
  const limit = (text: string | undefined) =>
    text === undefined ? undefined : reading.report.number(text, place(node));
  return [
    present({
      ...namedOf(node, reading),
      shortName: node.text('schema:alternateName'),
      standardName: node.text('schema:propertyID'),
      unit: node.text('schema:unitText'),
      unitUri: node.one('schema:unitCode')?.iri,
      method: node.text('schema:measurementMethod'),
      minimum: limit(node.text('schema:minValue')),
      maximum: limit(node.text('schema:maxValue')),
    }),
  ];
}

function taxonOf(node: RdfNode, reading: DcatReading): Taxon[] {
  const scientificName = node.text('dwc:scientificName');
  if (scientificName === undefined) return [];
  return [
    present({
      scientificName,
      commonNames: lines(node.all('dwc:vernacularName'), reading),
      rank: node.text('dwc:taxonRank'),
      uri: givenIri(node, reading),
      authority: node.text('dwc:nameAccordingTo'),
      identifier: node.text('dwc:taxonID'),
    }),
  ];
}

function grantOf(grant: RdfNode, reading: DcatReading): Resource['funding'][number] {
  const funder = grant.one('schema:funder');
  const identifier = funder?.one('adms:identifier');
  const names = funder && lines(funder.all('foaf:name', 'schema:name'), reading);
  const title = lines(grant.all('schema:name'), reading);
  return present({
    funder: names && Object.keys(names).length > 0 ? names : undefined,
    funderIdentifier: identifier?.text('skos:notation') ?? funder?.iri,
    funderIdentifierType: identifier?.text('adms:schemaAgency'),
    awardNumber: grant.text('dct:identifier', 'schema:identifier'),
    awardUri: grant.one('schema:url')?.iri,
    awardTitle: Object.keys(title).length > 0 ? title : undefined,
  });
}
