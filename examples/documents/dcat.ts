import { access } from './dcat-distribution.ts';
import { dated, iri, literal, texts } from './dcat-terms.ts';
import type { Box, Facts, Party, Polygon, Role } from './facts.ts';
import type { RdfLiteral, RdfNode, RdfProperty } from './rdf.ts';
import type { Concept, KeywordGroup } from './vocabulary.ts';

/** How one centre's exporter writes DCAT. */
export type DcatStyle = {
  /** Address of a dataset from its identifier. */
  readonly address: (id: string) => string;
  /** GeoDCAT-AP 2 as GeoNetwork writes it, with locn:geometry and schema:startDate; or plain DCAT 3. */
  readonly profile: 'geodcat-ap' | 'dcat-3';
};

const EU = 'http://publications.europa.eu/resource/authority';

/** The dcat:Dataset of a resource, or its dcat:DatasetSeries. */
export function dcatDataset(facts: Facts, style: DcatStyle): RdfNode {
  const series = facts.scope === 'series';
  const languages = [facts.title.en && 'ENG', facts.title.fr && 'FRA'].filter((code) => code !== undefined);
  return {
    id: style.address(facts.id),
    types: [series ? 'dcat:DatasetSeries' : 'dcat:Dataset'],
    properties: [
      ['dct:identifier', literal(facts.id)],
      ...doi(facts),
      ...texts('dct:title', facts.title),
      ...texts('dct:description', facts.abstract),
      ...dated('dct:created', facts.created),
      ...dated('dct:issued', facts.published),
      ...dated('dct:modified', facts.revised ?? facts.updated),
      ...(facts.edition === undefined ? [] : ([['dcat:version', literal(facts.edition)]] as const)),
      ...languages.map((code): RdfProperty => ['dct:language', iri(`${EU}/language/${code}`)]),
      ...parties(facts.parties),
      ...facts.keywords.flatMap((group) => subjects(group, style)),
      ...spatial(facts, style),
      ...temporal(facts, style),
      ...frequency(facts),
      ...rights(facts),
      ...provenance(facts),
      ...(facts.parent === undefined ? [] : ([['dcat:inSeries', iri(style.address(facts.parent))]] as const)),
      ...(facts.related ?? []).map(
        ({ type, identifier }): RdfProperty => [
          'dct:relation',
          iri(type === 'DOI' ? `https://doi.org/${identifier}` : identifier),
        ],
      ),
      ...facts.links.flatMap((link) => access(link, facts)),
      ['foaf:isPrimaryTopicOf', catalogRecord(facts)],
    ],
  };
}

function doi(facts: Facts): RdfProperty[] {
  if (facts.doi === undefined) return [];
  const address = literal(`https://doi.org/${facts.doi}`, 'xsd:anyURI');
  return [['adms:identifier', { types: ['adms:Identifier'], properties: [['skos:notation', address]] }]];
}

const PROPERTY_OF_ROLE: Readonly<Partial<Record<Role, string>>> = {
  publisher: 'dct:publisher',
  author: 'dct:creator',
  owner: 'dct:rightsHolder',
};

function parties(all: readonly Party[]): RdfProperty[] {
  return all.map((party) => {
    if (party.role === 'pointOfContact') return ['dcat:contactPoint', contact(party)];
    const name = PROPERTY_OF_ROLE[party.role];
    if (name !== undefined) return [name, agent(party)];
    const role = `http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/${party.role}`;
    return [
      'prov:qualifiedAttribution',
      {
        types: ['prov:Attribution'],
        properties: [
          ['prov:agent', agent(party)],
          ['dcat:hadRole', iri(role)],
        ],
      },
    ];
  });
}

function contact({ organisation, email }: Party): RdfNode {
  return {
    types: ['vcard:Organization'],
    properties: [
      ['vcard:fn', literal(organisation)],
      ...(email === undefined ? [] : ([['vcard:hasEmail', iri(`mailto:${email}`)]] as const)),
    ],
  };
}

function agent({ person, organisation, ror }: Party): RdfNode {
  const organisationNode: RdfNode = {
    ...(ror !== undefined && { id: ror }),
    types: ['foaf:Organization'],
    properties: [['foaf:name', literal(organisation)]],
  };
  if (person === undefined) return organisationNode;
  return {
    ...(person.orcid !== undefined && { id: `https://orcid.org/${person.orcid}` }),
    types: ['foaf:Person'],
    properties: [
      ['foaf:name', literal(`${person.given} ${person.family}`)],
      ['foaf:givenName', literal(person.given)],
      ['foaf:familyName', literal(person.family)],
    ],
  };
}

/** Words as dcat:keyword; concepts as dcat:theme, described by their labels and their scheme. */
function subjects(group: KeywordGroup, style: DcatStyle): RdfProperty[] {
  const scheme = group.thesaurus;
  if (scheme === undefined) {
    return group.concepts.flatMap((concept) => texts('dcat:keyword', concept));
  }
  const inScheme: RdfNode = {
    ...(scheme.uri !== undefined && style.profile === 'dcat-3' && { id: scheme.uri }),
    types: ['skos:ConceptScheme'],
    properties: [['dct:title', literal(scheme.title)], ...dated('dct:issued', scheme.date)],
  };
  return group.concepts.map(
    (concept: Concept): RdfProperty => [
      'dcat:theme',
      {
        ...(concept.uri !== undefined && { id: concept.uri }),
        types: ['skos:Concept'],
        properties: [...texts('skos:prefLabel', concept), ['skos:inScheme', inScheme]],
      },
    ],
  );
}

/** A box as a polygon in well-known text, longitude first, counter-clockwise. */
function wktOfBox([west, east, south, north]: Box): string {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return `POLYGON((${ring.map((corner) => corner.join(' ')).join(', ')}))`;
}

function wktOfPolygon(polygon: Polygon): string {
  return `POLYGON((${polygon.map((corner) => corner.join(' ')).join(', ')}))`;
}

function wkt(text: string): RdfLiteral {
  return literal(text, 'gsp:wktLiteral');
}

function spatial({ box, polygon, place }: Facts, style: DcatStyle): RdfProperty[] {
  if (box === undefined && polygon === undefined && place === undefined) return [];
  const isPoint = box !== undefined && box[0] === box[1] && box[2] === box[3];
  const plain = style.profile === 'dcat-3';
  const geometry: RdfProperty[] = [];
  if (isPoint) {
    const name = plain ? 'dcat:centroid' : 'locn:geometry';
    geometry.push([name, wkt(`POINT(${box[0]} ${box[2]})`)]);
  } else if (box !== undefined) {
    geometry.push([plain ? 'dcat:bbox' : 'locn:geometry', wkt(wktOfBox(box))]);
  }
  if (polygon !== undefined) geometry.push(['locn:geometry', wkt(wktOfPolygon(polygon))]);
  const location: RdfNode = {
    types: ['dct:Location'],
    properties: [...texts(plain ? 'skos:prefLabel' : 'rdfs:label', place ?? {}), ...geometry],
  };
  return [['dct:spatial', location]];
}

function temporal({ period }: Facts, style: DcatStyle): RdfProperty[] {
  if (period === undefined) return [];
  const prefix = style.profile === 'dcat-3' ? 'dcat' : 'schema';
  const node: RdfNode = {
    types: ['dct:PeriodOfTime'],
    properties: [...dated(`${prefix}:startDate`, period.begin), ...dated(`${prefix}:endDate`, period.end)],
  };
  return [['dct:temporal', node]];
}

function frequency(facts: Facts): RdfProperty[] {
  const codes: Readonly<Record<string, string>> = {
    continual: 'CONT',
    daily: 'DAILY',
    weekly: 'WEEKLY',
    fortnightly: 'BIWEEKLY',
    monthly: 'MONTHLY',
    quarterly: 'QUARTERLY',
    annually: 'ANNUAL',
    irregular: 'IRREG',
  };
  const code = codes[facts.frequency ?? ''];
  return code === undefined ? [] : [['dct:accrualPeriodicity', iri(`${EU}/frequency/${code}`)]];
}

/** A licence with an address as such; one in words as a statement of rights. */
function rights({ licence }: Facts): RdfProperty[] {
  if (licence === undefined) return [];
  if (licence.url !== undefined) return [['dct:license', iri(licence.url)]];
  return [['dct:rights', { types: ['dct:RightsStatement'], properties: texts('rdfs:label', licence.name) }]];
}

function provenance({ lineage }: Facts): RdfProperty[] {
  if (lineage === undefined) return [];
  return [
    ['dct:provenance', { types: ['dct:ProvenanceStatement'], properties: texts('rdfs:label', lineage) }],
  ];
}

function catalogRecord(facts: Facts): RdfNode {
  return {
    types: ['dcat:CatalogRecord'],
    properties: [
      ['dct:identifier', literal(facts.id)],
      ...dated('dct:modified', facts.updated),
      ['dct:conformsTo', iri('http://data.europa.eu/930/')],
    ],
  };
}
