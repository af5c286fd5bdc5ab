import {
  type CatalogueRecord,
  type Keyword,
  type LanguageMap,
  type NamedReference,
  type Taxon,
  topicCategories,
} from '../../../model/index.ts';
import type { Curie } from '../../../rdf/index.ts';
import { dataThemeName, dataThemeScheme, dataThemes, inspire, isoAddress } from '../codes.ts';
import type { DcatGraph, Subject } from './graph.ts';

type Resource = CatalogueRecord['resource'];

/** Keywords, themes, topic categories, taxa, variables and techniques. */
export function writeSubjects(graph: DcatGraph, subject: Subject, resource: Resource): void {
  for (const keyword of resource.keywords) writeKeyword(graph, subject, keyword);
  for (const category of resource.topicCategories) writeTopic(graph, subject, category, resource);
  for (const taxon of resource.taxa) writeTaxon(graph, subject, taxon);
  for (const variable of resource.variables) {
    const node = namedOf(graph, variable, 'schema:PropertyValue', 'sosa:ObservableProperty');
    const say = (property: Curie, text: string | undefined) =>
      graph.add(node, property, text === undefined ? undefined : graph.plain(text));
    say('schema:alternateName', variable.shortName);
    say('schema:propertyID', variable.standardName);
    say('schema:unitText', variable.unit);
    say('schema:measurementMethod', variable.method);
    graph.add(node, 'schema:unitCode', graph.iri(variable.unitUri));
    if (variable.minimum !== undefined) graph.add(node, 'schema:minValue', graph.decimal(variable.minimum));
    if (variable.maximum !== undefined) graph.add(node, 'schema:maxValue', graph.decimal(variable.maximum));
    graph.add(subject, 'schema:variableMeasured', node);
  }
  for (const technique of resource.measurementTechniques)
    graph.add(subject, 'schema:measurementTechnique', namedOf(graph, technique, 'schema:DefinedTerm'));
}

/** Something with a name and perhaps an address: a variable, a platform, a project. */
export function namedOf(graph: DcatGraph, reference: NamedReference, ...types: Curie[]): Subject {
  const describe = (node: Subject) => {
    graph.type(node, ...types);
    graph.addTexts(node, 'schema:name', reference.names);
    graph.addTexts(node, 'schema:description', reference.description);
    if (reference.identifier !== undefined)
      graph.add(node, 'dct:identifier', graph.plain(reference.identifier));
  };
  const named = graph.iri(reference.uri);
  if (named && graph.once(named, [reference, types], () => describe(named))) return named;
  const node = graph.blank();
  describe(node);
  graph.add(node, 'schema:sameAs', named);
  return node;
}

/**
 * Each label is a dcat:keyword, for those who look for words. More than one word in one language is also said as a
 * concept: a theme where it has an address and a label (DCAT-AP wants both), else a dct:subject.
 */
function writeKeyword(graph: DcatGraph, subject: Subject, keyword: Keyword): void {
  const { label, uri, code, type, thesaurus } = keyword;
  graph.addTexts(subject, 'dcat:keyword', label);
  const labels = Object.keys(label).length;
  const isWord = [uri, code, thesaurus, type].every((more) => more === undefined);
  if (labels === 1 && isWord) return;
  const describe = (node: Subject) => {
    if (labels > 0) graph.type(node, 'skos:Concept');
    graph.addTexts(node, 'skos:prefLabel', label);
    graph.add(node, 'skos:notation', code === undefined ? undefined : graph.plain(code));
    graph.add(
      node,
      'dct:type',
      type === undefined ? undefined : graph.iri(isoAddress('MD_KeywordTypeCode', type)),
    );
    graph.add(node, 'skos:inScheme', thesaurus && schemeOf(graph, thesaurus));
  };
  const named = graph.iri(uri);
  if (named && graph.once(named, keyword, () => describe(named))) {
    graph.add(subject, labels > 0 ? 'dcat:theme' : 'dct:subject', named);
    return;
  }
  const node = graph.blank();
  describe(node);
  graph.add(node, 'skos:exactMatch', named);
  graph.add(subject, 'dct:subject', node);
}

const schemeDates: Readonly<Record<string, Curie>> = {
  creation: 'dct:created',
  publication: 'dct:issued',
  revision: 'dct:modified',
};

function schemeOf(graph: DcatGraph, thesaurus: NonNullable<Keyword['thesaurus']>): Subject {
  const describe = (node: Subject) => {
    // A scheme must have a title (DCAT-AP): one of which only the address is known is not typed.
    if (Object.keys(thesaurus.title).length > 0) graph.type(node, 'skos:ConceptScheme');
    graph.addTexts(node, 'dct:title', thesaurus.title);
    if (thesaurus.identifier !== undefined)
      graph.add(node, 'dct:identifier', graph.plain(thesaurus.identifier));
    for (const { type, date } of thesaurus.dates) {
      const property = schemeDates[type];
      if (property) graph.add(node, property, graph.date(date));
      else graph.losses.add('resource.keywords.thesaurus.dates');
    }
  };
  const named = graph.iri(thesaurus.uri);
  if (named && graph.once(named, thesaurus, () => describe(named))) return named;
  const node = graph.blank();
  describe(node);
  graph.add(node, 'skos:exactMatch', named);
  return node;
}

/** A topic category of INSPIRE's register, and the data theme of the European Union that it falls under. */
function writeTopic(graph: DcatGraph, subject: Subject, category: string, resource: Resource): void {
  if (!topicCategories.some(({ value }) => value === category)) {
    graph.losses.add('resource.topicCategories');
    return;
  }
  const topic = graph.iri(`${inspire}TopicCategory/${category}`);
  graph.add(subject, graph.isGeo ? 'geodcatap:topicCategory' : 'dct:subject', topic);
  const code = dataThemes[category];
  const isSaid = resource.keywords.some(({ uri }) => uri?.startsWith(`${dataThemeScheme}/`));
  if (code === undefined || isSaid) return;
  graph.add(subject, 'dcat:theme', graph.concept(`${dataThemeScheme}/${code}`, { en: dataThemeName(code) }));
}

function writeTaxon(graph: DcatGraph, subject: Subject, taxon: Taxon): void {
  const describe = (node: Subject) => {
    graph.type(node, 'dwc:Taxon');
    graph.add(node, 'dwc:scientificName', graph.plain(taxon.scientificName));
    graph.addTexts(node, 'dwc:vernacularName', taxon.commonNames satisfies LanguageMap);
    const say = (property: Curie, text: string | undefined) =>
      graph.add(node, property, text === undefined ? undefined : graph.plain(text));
    say('dwc:taxonRank', taxon.rank);
    say('dwc:nameAccordingTo', taxon.authority);
    say('dwc:taxonID', taxon.identifier);
  };
  const named = graph.iri(taxon.uri);
  const apart = named && graph.once(named, taxon, () => describe(named));
  const node = named && apart ? named : graph.blank();
  if (!apart) {
    describe(node);
    graph.add(node, 'skos:exactMatch', named);
  }
  graph.add(subject, 'dct:subject', node);
}
