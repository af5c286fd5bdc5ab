import type { BlankNode, NamedNode, Quad, Quad_Object } from '@rdfjs/types';
import { DataFactory } from 'n3';
import { type LanguageMap, localise } from '../../../model/index.ts';
import { type Curie, expand, mendIri } from '../../../rdf/index.ts';

const { blankNode, literal, namedNode, quad } = DataFactory;

export type Subject = NamedNode | BlankNode;
/** DCAT-AP 3, or GeoDCAT-AP 3, which is a superset of it. */
export type DcatProfile = 'dcat-ap' | 'geodcat-ap';

/** Schemes of addresses: `OGC:WMS` and `C:\\data` look like one, too. */
const schemes = /^((urn|doi|info|ark|hdl|mailto|tel|sdn):|[a-z][a-z0-9+.-]+:\/\/)\S+$/i;

/** A graph that a writer fills, and what could not be said in it. */
export class DcatGraph {
  readonly quads: Quad[] = [];
  readonly losses = new Set<string>();
  /** What was said of each named node: two things of one address must not run into one another. */
  private readonly described = new Map<string, string>();
  private minted = 0;

  /**
   * @param profile what the shapes of the profile allow decides how some things are said
   * @param page address of the record's page: nodes that have no address of their own get one below it
   * @param language main language of the metadata
   * @param isBare whether no language is told anywhere: then a text without a tag is in an undetermined one
   */
  constructor(
    readonly profile: DcatProfile,
    readonly page: string,
    readonly language: string | undefined,
    private readonly isBare: boolean,
  ) {}

  get isGeo(): boolean {
    return this.profile === 'geodcat-ap';
  }

  /** States values of a property; what is `undefined` is not there. */
  add(subject: Subject, property: Curie, ...values: readonly (Quad_Object | undefined)[]): void {
    const predicate = namedNode(expand(property));
    for (const value of values) if (value) this.quads.push(quad(subject, predicate, value));
  }

  /** A text in each of its languages. */
  addTexts(subject: Subject, property: Curie, map: LanguageMap | undefined): void {
    for (const [tag, text] of Object.entries(map ?? {})) this.add(subject, property, this.text(text, tag));
  }

  /** A text in one language, for properties that may come once; the others are told as lost. */
  addOneText(subject: Subject, property: Curie, map: LanguageMap, path: string): void {
    const best = localise(map, ...(this.language ? [this.language] : []));
    if (best) this.add(subject, property, this.text(best.text, best.language));
    if (Object.keys(map).length > 1) this.losses.add(path);
  }

  text(text: string, tag: string): Quad_Object {
    const undetermined = tag === '' || (tag === 'und' && this.isBare);
    return undetermined ? literal(text) : literal(text, tag);
  }

  plain(text: string): Quad_Object {
    return literal(text);
  }

  typed(text: string, datatype: Curie): Quad_Object {
    return literal(text, namedNode(expand(datatype)));
  }

  /** A date typed by its precision; a text that XML Schema has no type for stays plain. */
  date(date: string): Quad_Object {
    const year = /^-?\d{4,}$/;
    if (year.test(date)) return this.typed(date, 'xsd:gYear');
    if (/^-?\d{4,}-\d\d$/.test(date)) return this.typed(date, 'xsd:gYearMonth');
    if (/^-?\d{4,}-\d\d-\d\d$/.test(date)) return this.typed(date, 'xsd:date');
    const time = /^(-?\d{4,}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(date);
    if (!time) return literal(date);
    const [, minute = '', second = ':00', given = ''] = time;
    const zone = given.replace(/^([+-]\d\d):?(\d\d)?$/, (_, hours, minutes) => `${hours}:${minutes ?? '00'}`);
    return this.typed(minute + second + zone, 'xsd:dateTime');
  }

  decimal(value: number): Quad_Object {
    const text = String(value);
    return /e/i.test(text) ? this.typed(text, 'xsd:double') : this.typed(text, 'xsd:decimal');
  }

  /** A node of an address, `undefined` where the text is none. */
  iri(text: string | undefined): NamedNode | undefined {
    const written = text?.trim() ?? '';
    return schemes.test(written) ? namedNode(mendIri(written)) : undefined;
  }

  term(curie: Curie): NamedNode {
    return namedNode(expand(curie));
  }

  blank(...types: Curie[]): BlankNode {
    const node = blankNode();
    this.type(node, ...types);
    return node;
  }

  /** A node below the page's address, for what others may want to point to but has no address. */
  own(kind: string): NamedNode {
    this.minted += 1;
    return namedNode(`${this.page}#${kind}-${this.minted}`);
  }

  type(node: Subject, ...types: Curie[]): void {
    this.add(node, 'rdf:type', ...types.map((type) => this.term(type)));
  }

  /**
   * Says something of a named node once: the same again adds nothing.
   * @param what all that is said, to compare
   * @returns whether the node may stand for that: `false` where another thing was said of the same address
   */
  once(node: NamedNode, what: unknown, describe: () => void): boolean {
    const said = JSON.stringify(what);
    const known = this.described.get(node.value);
    if (known !== undefined) return known === said;
    this.described.set(node.value, said);
    describe();
    return true;
  }

  /** A concept of a vocabulary, labelled as SHACL wants it; where its address has another label already, a node of its own. */
  concept(address: string | undefined, labels: LanguageMap, ...types: Curie[]): Subject {
    const describe = (node: Subject) => {
      this.type(node, 'skos:Concept', ...types);
      this.addTexts(node, 'skos:prefLabel', labels);
    };
    const named = this.iri(address);
    if (named && this.once(named, [labels, types], () => describe(named))) return named;
    const node = blankNode();
    describe(node);
    this.add(node, 'skos:exactMatch', named);
    return node;
  }
}
