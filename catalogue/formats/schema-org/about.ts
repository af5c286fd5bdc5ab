import { type CatalogueRecord, type NamedReference, recogniseNetwork } from '../../model/index.ts';
import { present, type Report } from '../reading/index.ts';
import { mapOf, type SchemaNode } from './node.ts';
import { systemType } from './write-about.ts';

type Resource = CatalogueRecord['resource'];

/** Taxa, platforms, campaigns, projects and networks that the resource is `about`. */
export function addAbout(resource: Resource, node: SchemaNode, language: string, report: Report): void {
  for (const subject of node.nodes('about')) {
    if (subject.is('Taxon')) addTaxon(resource, subject, language);
    const reference = referenceOf(subject, language);
    if (!reference) continue;
    if (subject.is('Vehicle')) {
      const type = subject.text('category');
      resource.platforms.push({ ...reference, ...(type === undefined ? {} : { type }) });
    } else if (subject.is('Event')) {
      const date = (name: string) => {
        const [given] = subject.texts(name);
        return given && report.date(given.text, given.place);
      };
      resource.campaigns.push({
        ...reference,
        ...present({
          start: date('startDate'),
          end: date('endDate'),
          type: subject.text('additionalType'),
        }),
      });
    } else if (subject.is('ResearchProject', 'Project')) resource.projects.push(reference);
    else if (subject.is('Organization')) addNetwork(resource, subject, reference);
  }
}

/** An organisation that the resource is about is a network only where it says so, or is known for one. */
function addNetwork(resource: Resource, subject: SchemaNode, reference: NamedReference): void {
  const isTold =
    subject.text('additionalType') === systemType ||
    subject.nodes('additionalType').some(({ id }) => id === systemType);
  const isKnown = Object.values(reference.names).some((name) => recogniseNetwork(name) !== undefined);
  const has = resource.networks.some(
    ({ names }) => JSON.stringify(names) === JSON.stringify(reference.names),
  );
  if ((isTold || isKnown) && !has) resource.networks.push(reference);
}

function addTaxon(resource: Resource, subject: SchemaNode, language: string): void {
  const scientificName = subject.text('name', 'scientificName');
  if (scientificName === undefined) return;
  const [property] = subject.nodes('identifier');
  resource.taxa.push({
    scientificName,
    commonNames: mapOf(subject.all('alternateName'), language),
    ...present({
      rank: subject.text('taxonRank'),
      uri: addressOf(subject),
      authority: property?.text('propertyID'),
      identifier: property?.text('value') ?? subject.text('identifier'),
    }),
  });
}

/** LSIDs identify taxa, so that any @id but a blank one counts. */
function addressOf({ id, address }: SchemaNode): string | undefined {
  return id !== undefined && !id.startsWith('_:') ? id : address;
}

/** What has a name, an address or an identifier. */
export function referenceOf(node: SchemaNode, language: string): NamedReference | undefined {
  const names = mapOf(node.all('name'), language);
  const uri = addressOf(node);
  if (Object.keys(names).length === 0 && uri === undefined) return undefined;
  const description = mapOf(node.all('description'), language);
  const [property] = node.nodes('identifier');
  return {
    names,
    ...(Object.keys(description).length === 0 ? {} : { description }),
    ...present({ uri, identifier: node.text('identifier') ?? property?.text('value') }),
  };
}
