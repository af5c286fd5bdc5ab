import type { Identifier } from '../../model/index.ts';
import { addressesIn, tells, textsOf } from '../embedded.ts';
import { type DataLink, dataLinks, notKnown } from '../links.ts';
import { type Evidence, found, hasData, judgement, type Metric, type Subject, unknown } from '../metric.ts';
import { leadsToRecord } from '../same-record.ts';

const unique = ['doi', 'handle', 'ark', 'urn', 'uuid', 'uri', 'isbn', 'issn'];

/** Addresses that their keepers promise to keep, beside DOI, Handle and ARK. */
const kept = /^https?:\/\/(purl\.org|w3id\.org|n2t\.net|identifiers\.org|archive\.softwareheritage\.org)\//i;

/** The identifier of a resource that is meant to last: DOI, Handle, ARK, or an address of a resolver. */
export function persistentIdentifier(identifiers: readonly Identifier[]): Identifier | undefined {
  return (
    ['doi', 'handle', 'ark']
      .map((scheme) => identifiers.find((candidate) => candidate.scheme === scheme && candidate.uri))
      .find((candidate) => candidate !== undefined) ??
    identifiers.find(({ uri }) => uri !== undefined && kept.test(uri))
  );
}

/** FAIRsFAIR metrics of the principles F1 to F4. */
export const findable: readonly Metric[] = [
  {
    id: 'FsF-F1-01D',
    principle: 'F1',
    title: {
      en: 'The data have a globally unique identifier',
      fr: 'Les données ont un identifiant unique au monde',
    },
    remedy: {
      en: 'Give the resource an identifier of a scheme that makes it unique, such as a DOI or a UUID.',
      fr: 'Donnez à la ressource un identifiant d’un système qui le rend unique, par exemple un DOI ou un UUID.',
    },
    maximum: 1,
    judge: ({ record, served }) => {
      const identifier = record.resource.identifiers.find(({ scheme }) => unique.includes(scheme));
      if (!identifier) return judgement(found(1, 0, 'identifier-none'));
      if (!served.page) return judgement(unknown(1, 'page-not-asked'));
      const embedded = served.page.embedded;
      const stated = [...textsOf(embedded, 'identifier'), ...textsOf(embedded, '@id')].map(bare);
      const named = [identifier.code, identifier.uri ?? identifier.code].map(bare);
      const values = { identifier: identifier.code };
      return judgement(
        stated.some((text) => named.includes(text))
          ? found(1, 1, 'identifier-served', values)
          : found(1, 0, 'identifier-not-served', values),
      );
    },
  },
  {
    id: 'FsF-F1-02D',
    principle: 'F1',
    title: {
      en: 'The identifier is persistent and resolves to the resource',
      fr: 'L’identifiant est pérenne et mène à la ressource',
    },
    remedy: {
      en: 'Register a DOI (or Handle, ARK) and make it lead to the page of this very resource.',
      fr: 'Enregistrez un DOI (ou Handle, ARK) qui mène à la page de cette même ressource.',
    },
    maximum: 2,
    judge: (subject) => {
      const identifier = persistentIdentifier(subject.record.resource.identifiers);
      if (!identifier) return judgement(found(2, 0, 'persistent-none'));
      const name = identifier.uri ?? identifier.code;
      return judgement(found(1, 1, 'persistent', { identifier: name }), resolution(subject, name));
    },
  },
  {
    id: 'FsF-F2-01M',
    principle: 'F2',
    title: {
      en: 'The page describes the data with the core elements',
      fr: 'La page décrit les données par les éléments essentiels',
    },
    remedy: {
      en: 'Fill in creator, title, identifier, date, publisher and type, an abstract of some sentences, and keywords.',
      fr: 'Renseignez auteur, titre, identifiant, date, éditeur et type, un résumé de quelques phrases et des mots-clés.',
    },
    maximum: 3,
    judge: ({ served: { page, documents } }) => {
      if (!page) return judgement(unknown(3, 'page-not-asked'));
      const { embedded } = page;
      const wanted: [string, readonly string[]][] = [
        ['creator', ['creator', 'author', 'contributor']],
        ['title', ['name', 'headline']],
        ['identifier', ['identifier']],
        ['date', ['datePublished', 'dateModified', 'dateCreated', 'startDate']],
        ['publisher', ['publisher', 'provider', 'organizer']],
        ['type', ['@type']],
      ];
      const missing = wanted.filter(([, names]) => !names.some((name) => tells(embedded, name)));
      const description = textsOf(embedded, 'description').join(' ').length;
      const keywords = tells(embedded, 'keywords');
      return judgement(
        missing.length === 0
          ? found(1.5, 1, 'core-complete')
          : found(1.5, 1 - missing.length / wanted.length, 'core-missing', {
              elements: missing.map(([name]) => name).join(', '),
            }),
        description >= 50
          ? found(0.5, 1, 'description-long', { characters: description })
          : found(0.5, 0, 'description-short', { characters: description }),
        keywords ? found(0.5, 1, 'keywords') : found(0.5, 0, 'keywords-none'),
        agreement(documents),
      );
    },
  },
  {
    id: 'FsF-F3-01M',
    principle: 'F3',
    title: {
      en: 'The description names where the data are, and they are there',
      fr: 'La description dit où sont les données, et elles y sont',
    },
    remedy: {
      en: 'Give the address of each file or service, and mend the addresses at which nothing (or a web page) answers.',
      fr: 'Donnez l’adresse de chaque fichier ou service, et réparez celles où rien (ou une page web) ne répond.',
    },
    maximum: 2,
    appliesTo: hasData,
    judge: ({ record, served }) => {
      const links = dataLinks(record, served);
      if (links.length === 0) return judgement(found(2, 0, 'data-link-none'));
      if (!served.page) return judgement(unknown(2, 'page-not-asked'));
      const stated = new Set(
        [
          ...addressesIn(served.page.embedded ?? undefined),
          ...served.page.signposts.filter(({ rel }) => rel === 'item').map(({ href }) => href),
        ].map(comparable),
      );
      const named = links.filter(({ distribution }) => stated.has(comparable(distribution.url)));
      return judgement(
        named.length > 0
          ? found(1, 1, 'data-link-served', { url: named[0]?.distribution.url ?? '' })
          : found(1, 0, 'data-link-not-served'),
        ...answers(links),
      );
    },
  },
  {
    id: 'FsF-F4-01M',
    principle: 'F4',
    title: {
      en: 'Machines find the description on the page',
      fr: 'Les machines trouvent la description sur la page',
    },
    remedy: {
      en: 'This is up to the portal: the page must embed JSON-LD, link to its metadata documents and let robots in.',
      fr: 'Ceci relève du portail : la page doit contenir du JSON-LD, mener à ses documents de métadonnées et admettre les robots.',
    },
    maximum: 3,
    judge: ({ served: { page, documents } }) => {
      if (!page) return judgement(unknown(3, 'page-not-asked'));
      const linked = page.signposts.filter(({ rel }) => rel === 'describedby');
      const good = (documents ?? []).filter(isGood);
      return judgement(
        page.embedded
          ? found(1, 1, 'embedded', { type: textsOfType(page.embedded['@type']) })
          : found(1, 0, 'embedded-none'),
        documents === null
          ? unknown(1, 'documents-not-asked')
          : found(1, linked.length === 0 ? 0 : good.length / Math.max(1, documents.length), 'documents', {
              good: good.length,
              of: documents.length,
            }),
        page.status === 200 && !page.noIndex
          ? found(1, 1, 'indexable')
          : found(1, 0, 'not-indexable', { status: page.status }),
      );
    },
  },
];

/** What resolving the identifier gave, for one point. */
function resolution({ record, served }: Subject, identifier: string): Evidence {
  const observation = served.identifier?.observation;
  if (observation?.outcome !== 'answered') return notKnown(1, identifier, observation);
  const { status, finalUrl } = observation;
  const reached = { identifier, status, url: finalUrl };
  if (status === 401 || status === 403) return unknown(1, 'identifier-guarded', reached);
  if (status === 429 || status >= 500) return notKnown(1, finalUrl, observation);
  if (status >= 400) return found(1, 0, 'identifier-broken', reached);
  const same = leadsToRecord(record, observation, served.page?.url);
  if (same === undefined) return found(1, 0.5, 'identifier-unclear', reached);
  return same ? found(1, 1, 'identifier-resolves', reached) : found(1, 0, 'identifier-elsewhere', reached);
}

function agreement(documents: Subject['served']['documents']): Evidence {
  if (documents === null) return unknown(0.5, 'documents-not-asked');
  const read = documents.filter(({ reading }) => reading === 'read');
  const agreeing = read.filter(({ agrees }) => agrees === true);
  const values = { good: agreeing.length, of: read.length };
  return found(0.5, read.length === 0 ? 0 : agreeing.length / read.length, 'documents-agree', values);
}

const codes = {
  works: 'data-answers',
  guarded: 'data-guarded',
  page: 'data-page-instead',
  broken: 'data-broken',
} as const;

/** For one point together: one piece of evidence for each way in which data links answered, with an example. */
function answers(links: readonly DataLink[]): Evidence[] {
  const groups = new Map<string, DataLink[]>();
  for (const link of links) {
    const key = `${link.state} ${link.state === 'unknown' ? link.observation.outcome : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  return [...groups.values()].flatMap((group) => {
    const [example] = group;
    if (!example) return [];
    const { distribution, observation, state } = example;
    const worth = group.length / links.length;
    const more = group.length - 1;
    if (state === 'unknown' || observation.outcome !== 'answered') {
      const evidence = notKnown(worth, distribution.url, observation);
      return { ...evidence, values: { ...evidence.values, more } };
    }
    return found(worth, state === 'works' || state === 'guarded' ? 1 : 0, codes[state], {
      url: distribution.url,
      status: observation.status,
      mediaType: observation.mediaType || '–',
      more,
    });
  });
}

/** A metadata document that answers with what the link to it promised, and can be read. */
export function isGood(document: { status: number; mediaType: string; promised: string; reading: string }) {
  return (
    document.status === 200 && document.mediaType === document.promised && document.reading !== 'unreadable'
  );
}

function textsOfType(value: unknown): string {
  return (Array.isArray(value) ? value : [value]).filter((type) => typeof type === 'string').join(', ');
}

function bare(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:|urn:uuid:)/, '');
}

function comparable(url: string): string {
  return (URL.canParse(url) ? new URL(url).href : url).replace(/[,;]/g, (character) =>
    encodeURIComponent(character),
  );
}
