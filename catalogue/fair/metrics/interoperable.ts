import { addressesIn, tells } from '../embedded.ts';
import { vocabularyOf } from '../known-vocabularies.ts';
import { found, judgement, type Metric, unknown } from '../metric.ts';

const rdfTypes = /^(application\/(ld\+json|rdf\+xml|n-triples)|text\/turtle)$/;

/** Properties of schema.org that lead to other resources. */
const relations = [
  'citation',
  'isBasedOn',
  'isPartOf',
  'hasPart',
  'about',
  'mentions',
  'exampleOfWork',
  'workExample',
];
const agents = /^https?:\/\/(orcid\.org|ror\.org|edmo\.seadatanet\.org|isni\.org|www\.wikidata\.org)\//;

/** FAIRsFAIR metrics of the principles I1 to I3. */
export const interoperable: readonly Metric[] = [
  {
    id: 'FsF-I1-01M',
    principle: 'I1',
    title: {
      en: 'The description is served as RDF that can be read',
      fr: 'La description est servie en RDF lisible',
    },
    remedy: {
      en: 'This is up to the portal: JSON-LD in the page, and RDF to whoever asks for it.',
      fr: 'Ceci relève du portail : du JSON-LD dans la page, et du RDF pour qui le demande.',
    },
    maximum: 2,
    judge: ({ served: { page, documents, negotiated } }) => {
      const asked = (negotiated ?? []).filter(({ accept }) => rdfTypes.test(accept));
      const given = asked.filter(({ status, mediaType, accept }) => status === 200 && mediaType === accept);
      const unreadable = (documents ?? []).find(
        ({ promised, reading }) => rdfTypes.test(promised) && reading === 'unreadable',
      );
      return judgement(
        !page
          ? unknown(1, 'page-not-asked')
          : page.embedded && tells(page.embedded, '@context')
            ? found(1, 1, 'rdf-embedded')
            : found(1, 0, 'embedded-none'),
        negotiated === null
          ? unknown(1, 'documents-not-asked')
          : unreadable
            ? found(1, 0, 'rdf-unreadable', { url: unreadable.url })
            : found(1, asked.length === 0 ? 0 : given.length / asked.length, 'rdf-negotiated', {
                types: given.map(({ accept }) => accept).join(', ') || '–',
              }),
      );
    },
  },
  {
    id: 'FsF-I1-02M',
    principle: 'I2',
    title: {
      en: 'Terms come from shared vocabularies',
      fr: 'Les termes viennent de vocabulaires partagés',
    },
    remedy: {
      en: 'Take keywords and variables from vocabularies such as those of NERC (P01, P02), GEMET or CF, and give their addresses.',
      fr: 'Prenez mots-clés et variables dans des vocabulaires comme ceux du NERC (P01, P02), GEMET ou CF, avec leurs adresses.',
    },
    maximum: 2,
    judge: ({ record, served: { page } }) => {
      if (!page) return judgement(unknown(2, 'page-not-asked'));
      const known = new Set(
        addressesIn(page.embedded ?? undefined).flatMap((uri) => vocabularyOf(uri) ?? []),
      );
      const { keywords, variables } = record.resource;
      const terms = [...keywords, ...variables];
      const linked = terms.filter(({ uri }) => uri !== undefined && /^(https?|urn):/i.test(uri));
      return judgement(
        known.size > 0
          ? found(1, 1, 'vocabularies', { names: [...known].join(', ') })
          : found(1, 0, 'vocabularies-none'),
        terms.length === 0
          ? found(1, 0, 'terms-none')
          : found(1, (linked.length / terms.length) * 2, 'terms-linked', {
              good: linked.length,
              of: terms.length,
            }),
      );
    },
  },
  {
    id: 'FsF-I3-01M',
    principle: 'I3',
    title: {
      en: 'People, organisations and related resources are named by identifiers',
      fr: 'Personnes, organismes et ressources associées sont désignés par des identifiants',
    },
    remedy: {
      en: 'Give ORCID, ROR or EDMO of the parties, and DOI or addresses of articles, sources and parent datasets.',
      fr: 'Donnez ORCID, ROR ou EDMO des acteurs, et DOI ou adresses des articles, sources et jeux de données parents.',
    },
    maximum: 2,
    judge: ({ record, served: { page } }) => {
      if (!page) return judgement(unknown(2, 'page-not-asked'));
      const { embedded } = page;
      const parties = addressesIn(embedded ?? undefined).filter((uri) => agents.test(uri));
      const own = new Set([page.url, ...record.resource.distributions.map(({ url }) => url)]);
      const related = relations

        .flatMap((name) => addressesIn(embedded?.[name]))
        .filter((uri) => !own.has(uri));
      return judgement(
        parties.length > 0
          ? found(1, 1, 'parties-linked', { url: parties[0] ?? '' })
          : found(1, 0, 'parties-not-linked'),
        related.length > 0
          ? found(1, 1, 'related-linked', { url: related[0] ?? '' })
          : found(1, 0, record.resource.related.length > 0 ? 'related-not-linked' : 'related-none'),
      );
    },
  },
];
