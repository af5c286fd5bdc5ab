import type { CatalogueRecord } from '../../model/index.ts';
import { localise, parseIdentifier } from '../../model/index.ts';
import { serialiseRdf, writeJsonLd, writeRdfXml } from '../../rdf/index.ts';
import type { Write, WriteContext } from '../format.ts';
import { lossesOf } from './losses.ts';
import { DcatGraph, type DcatProfile, type Subject } from './writing/graph.ts';
import { writeMetadata } from './writing/metadata.ts';
import { writeResource } from './writing/resource.ts';

const syntaxes = { turtle: serialiseRdf, 'rdf-xml': writeRdfXml, 'json-ld': writeJsonLd } as const;

/**
 * A writer of DCAT-AP 3.0.1 or GeoDCAT-AP 3.0.0 in one syntax. All languages are written. Terms of the authority tables
 * of the European Union and of INSPIRE's registers are used where they have a word; nothing is made up to please a shape.
 * @returns writes `null` for a record without a title, which is mandatory
 */
export function dcatWriter(profile: DcatProfile, syntax: keyof typeof syntaxes): Write {
  return (record, context) => {
    const written = graphOf(record, context, profile);
    if (!written) return null;
    const { graph, subject } = written;
    const text = syntaxes[syntax](graph.quads, { first: subject });
    return { text, losses: [...new Set([...lossesOf(record, profile), ...graph.losses])].sort() };
  };
}

function graphOf(
  record: CatalogueRecord,
  context: WriteContext,
  profile: DcatProfile,
): { graph: DcatGraph; subject: Subject } | undefined {
  const { resource } = record;
  if (!localise(resource.titles)) return undefined;
  const tags = [resource.titles, resource.abstracts].flatMap((map) => Object.keys(map));
  const isBare =
    record.language === undefined && resource.languages.length === 0 && tags.every((tag) => tag === 'und');
  const graph = new DcatGraph(profile, context.pageUrl, record.language, isBare);
  const subject = subjectOf(graph, record);
  if (!subject) throw new Error(`The page of a record has an address: "${context.pageUrl}" is none.`);
  // Nothing else may be told of the same address: a related resource of the same DOI is another node.
  graph.once(subject, 'the resource', () => undefined);
  writeResource(graph, subject, resource);
  writeMetadata(graph, subject, record, context);
  return { graph, subject };
}

/** The resource's own address, else its DOI, else one below the page's. */
function subjectOf(graph: DcatGraph, { dataSetUri, resource }: CatalogueRecord) {
  const own = /^https?:/i.test(dataSetUri ?? '') ? graph.iri(dataSetUri) : undefined;
  if (dataSetUri !== undefined && !own) graph.losses.add('dataSetUri');
  const doi = resource.identifiers
    .map(({ code, codeSpace }) => parseIdentifier(code, codeSpace))
    .find(({ scheme }) => scheme === 'doi')?.uri;
  return own ?? graph.iri(doi) ?? graph.iri(`${graph.page}#resource`);
}
