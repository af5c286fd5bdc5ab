import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quad, Term } from '@rdfjs/types';
import { Parser, Store } from 'n3';
import ShaclValidator from 'rdf-validate-shacl';
import { prefixes, shorten } from '../rdf/index.ts';
import { mostFindings } from './schema-finding.ts';

/** Profiles whose shapes we know, with their files below the schemas folder. */
export const shaclProfiles = {
  'dcat-ap-3': [
    'dcat-ap/3.0.1/html/shacl/shapes.ttl',
    'dcat-ap/3.0.1/html/shacl/range.ttl',
    'dcat-ap/3.0.1/html/shacl/shapes_recommended.ttl',
  ],
  'geodcat-ap-3': ['geodcat-ap/3.0.0/shacl/geodcat-ap-SHACL.ttl'],
} as const;
export type ShaclProfile = keyof typeof shaclProfiles;

/** Vocabularies that say which class is below which: a foaf:Organization is a foaf:Agent. */
const ontologies = ['dcat/dcat3', 'dcterms', 'foaf', 'geo', 'locn', 'org', 'prov', 'skos', 'time', 'vcard'];

/** One result of a validation by shapes. */
export type ShaclFinding = {
  /** Class of the shape, property and constraint: `Dataset dct:description minCount`. */
  rule: string;
  /** The property, by CURIE where we know its prefix; `''` where the shape speaks of the node itself. */
  path: string;
  /** The node that was looked at: its IRI, or the label of a blank node. */
  node: string;
  message: string;
  severity: 'error' | 'warning' | 'info';
};

type Shapes = { validator: ShaclValidator; graph: Store; classes: readonly Quad[] };

/** Shapes of this process by folder and profile: they take a second to load, a record milliseconds to validate. */
const loaded = new Map<string, Shapes>();

const rdfType = `${prefixes.rdf}type`;
/** Constraints that ask for a class: directly, or by a shape that does (DcatResource_Shape). */
const ofClass: ReadonlySet<string> = new Set(['class', 'node', 'or']);

const sh = 'http://www.w3.org/ns/shacl#';

/**
 * Validates a graph against the SHACL shapes of an application profile. Nothing is fetched. Of what class
 * a node is that the document only points to (a term of an authority table, another dataset) can't be seen in it: such
 * findings are `info`.
 * @param document its quads, or Turtle
 * @param schemasFolder folder of schemas, as `openSchemas` takes it
 * @returns errors (sh:Violation) first, then warnings, then infos, each by rule; empty when all shapes hold
 * @throws Error when the folder lacks the shapes or the vocabularies, or the Turtle can't be read
 */
export async function validateShacl(
  document: { quads: readonly Quad[] } | { turtle: string },
  profile: ShaclProfile,
  schemasFolder: string,
): Promise<ShaclFinding[]> {
  const { validator, graph, classes } = shapesOf(schemasFolder, profile);
  const quads = 'quads' in document ? document.quads : new Parser().parse(document.turtle);
  const data = new Store([...quads]);
  const typed = new Set(
    quads.filter(({ predicate }) => predicate.value === rdfType).map(({ subject }) => keyOf(subject)),
  );
  data.addQuads([...classes]);
  const report = await validator.validate(data);
  const findings = report.results.map((result): ShaclFinding => {
    const constraint = constraintOf(result.sourceConstraintComponent);
    const outside =
      ofClass.has(constraint) && result.value?.termType === 'NamedNode' && !typed.has(keyOf(result.value));
    const path = result.path?.termType === 'NamedNode' ? shorten(result.path.value) : '';
    return {
      rule: [classOf(graph, result.sourceShape), path, constraint].filter(Boolean).join(' '),
      path,
      node: result.focusNode?.value ?? '',
      message: sentence(
        result.message.map(({ value }) => value),
        result.value,
      ),
      severity: outside ? 'info' : severityOf(result.severity),
    };
  });
  const order = ['error', 'warning', 'info'];
  return findings
    .sort(
      (one, other) =>
        order.indexOf(one.severity) - order.indexOf(other.severity) || (one.rule < other.rule ? -1 : 1),
    )
    .slice(0, mostFindings);
}

function shapesOf(folder: string, profile: ShaclProfile): Shapes {
  const key = `${profile} ${folder}`;
  const known = loaded.get(key);
  if (known) return known;
  // Everything is an rdfs:Resource (RDF Schema 2.1), though no document says so.
  const isTrue = ({ predicate, object }: Quad) =>
    predicate.value === `${sh}class` && object.value === `${prefixes.rdfs}Resource`;
  const graph = new Store(
    shaclProfiles[profile].flatMap((file) => parseFile(folder, file)).filter((quad) => !isTrue(quad)),
  );
  const classes = ontologies
    .flatMap((name) => parseFile(folder, `ontologies/${name}.ttl`))
    .filter(
      ({ predicate, object }) =>
        predicate.value === `${prefixes.rdfs}subClassOf` && object.termType === 'NamedNode',
    );
  const made = { validator: new ShaclValidator(graph), graph, classes };
  loaded.set(key, made);
  return made;
}

function parseFile(folder: string, file: string): Quad[] {
  const path = join(folder, file);
  if (!existsSync(path)) throw new Error(`The schemas folder has no ${file}.`);
  return new Parser({ baseIRI: `file:///${file}` }).parse(readFileSync(path, 'utf8'));
}

/** Local name of the class that the shape, or the shape that it is a property of, is about. */
function classOf(graph: Store, shape: Term | null): string {
  if (shape === null) return '';
  const owners = [shape, ...graph.getSubjects(`${sh}property`, shape, null)];
  const target = owners.flatMap((owner) => graph.getObjects(owner, `${sh}targetClass`, null))[0];
  return target === undefined ? '' : target.value.replace(/^.*[/#]/, '');
}

/** `MinCountConstraintComponent` is `minCount`, as shapes write it. */
function constraintOf(component: Term | null): string {
  const name = (component?.value ?? '').replace(sh, '').replace(/ConstraintComponent$/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function severityOf(severity: Term | null): ShaclFinding['severity'] {
  if (severity?.value === `${sh}Warning`) return 'warning';
  return severity?.value === `${sh}Info` ? 'info' : 'error';
}

const longestValue = 80;

function sentence(messages: readonly string[], value: Term | null): string {
  const said = messages.join(' ').trim() || 'The shape does not hold';
  const shown = value?.termType === 'BlankNode' ? '' : (value?.value ?? '');
  const quoted = shown.length > longestValue ? `${shown.slice(0, longestValue - 1)}…` : shown;
  return `${said.replace(/\.$/, '')}${quoted === '' ? '' : `: "${quoted}"`}.`;
}

const keyOf = (term: Term) => `${term.termType} ${term.value}`;
