import { addressesIn, valuesOf } from '../embedded.ts';
import { dataLinks, notKnown } from '../links.ts';
import { found, hasData, judgement, type Metric, unknown } from '../metric.ts';

/** Access rights as COAR, the EU authority table or OpenAIRE name them. */
const accessTerms =
  /purl\.org\/coar\/access_right\/|resource\/authority\/access-right\/|info:eu-repo\/semantics\/\w+Access/i;

/** FAIRsFAIR metrics of A1, and two of our own for the principles that those leave to people. */
export const accessible: readonly Metric[] = [
  {
    id: 'FsF-A1-01M',
    principle: 'A1',
    title: {
      en: 'The access level is said with a standard term',
      fr: 'Le niveau d’accès est dit par un terme standard',
    },
    remedy: {
      en: 'State the access right as a COAR term (open, embargoed, restricted, metadata only); a licence does not say it.',
      fr: 'Indiquez le droit d’accès par un terme COAR (ouvert, sous embargo, restreint, métadonnées seules) ; une licence ne le dit pas.',
    },
    maximum: 2,
    judge: ({ record, served }) => {
      const { accessRight } = record.resource;
      if (!served.page) return judgement(unknown(2, 'page-not-asked'));
      const stated = [
        ...valuesOf(served.page.embedded, 'conditionsOfAccess'),
        ...addressesIn(served.page.embedded ?? undefined),
      ].find((value): value is string => typeof value === 'string' && accessTerms.test(value));
      if (stated === undefined) return judgement(found(2, 0, 'access-not-said'));
      const links = dataLinks(record, served);
      const guarded = links.find(({ state }) => state === 'guarded');
      const opened = links.find(({ state }) => state === 'works');
      const said = found(1, 1, 'access-said', { term: stated });
      if (accessRight === 'open' && guarded)
        return judgement(said, found(1, 0, 'open-but-guarded', { url: guarded.distribution.url }));
      if (accessRight === 'open' && !opened && links.length > 0)
        return judgement(said, unknown(1, 'access-not-seen'));
      return judgement(said, found(1, 1, 'access-as-said'));
    },
  },
  {
    id: 'FsF-A1-02M',
    principle: 'A1.1',
    title: {
      en: 'The description is served over a standard protocol',
      fr: 'La description est servie par un protocole standard',
    },
    remedy: {
      en: 'Serve the portal over https, at its public address.',
      fr: 'Servez le portail en https, à son adresse publique.',
    },
    maximum: 1,
    judge: ({ served: { page } }) => {
      if (!page) return judgement(unknown(1, 'page-not-asked'));
      if (page.status !== 200)
        return judgement(found(1, 0, 'page-fails', { url: page.url, status: page.status }));
      if (page.transport === 'local') return judgement(unknown(1, 'page-local', { url: page.url }));
      return judgement(
        found(1, page.transport === 'https' ? 1 : 0.5, `page-${page.transport}`, { url: page.url }),
      );
    },
  },
  {
    id: 'FsF-A1-03D',
    principle: 'A1.1',
    title: {
      en: 'The data are served over a standard protocol',
      fr: 'Les données sont servies par un protocole standard',
    },
    remedy: {
      en: 'Offer the data over https (or another open protocol) at an address that answers.',
      fr: 'Offrez les données en https (ou par un autre protocole ouvert) à une adresse qui répond.',
    },
    maximum: 1,
    appliesTo: hasData,
    judge: ({ record, served }) => {
      const links = dataLinks(record, served);
      if (links.length === 0) return judgement(found(1, 0, 'data-link-none'));
      const best = links.find(({ state }) => state === 'works' || state === 'guarded');
      if (best?.observation.outcome === 'answered') {
        const url = best.observation.finalUrl;
        return judgement(
          url.startsWith('https:') ? found(1, 1, 'data-https', { url }) : found(1, 0.5, 'data-http', { url }),
        );
      }
      const unseen = links.find(({ state }) => state === 'unknown');
      if (!unseen) return judgement(found(1, 0, 'data-none-answers', { links: links.length }));
      return judgement(notKnown(1, unseen.distribution.url, unseen.observation));
    },
  },
  {
    id: 'HAL-A1.2-01D',
    principle: 'A1.2',
    title: {
      en: 'Who must sign in is told so by the protocol',
      fr: 'Le protocole dit s’il faut s’identifier',
    },
    remedy: {
      en: 'Answer 401 or 403 where people must sign in, rather than with a page that looks like success.',
      fr: 'Répondez 401 ou 403 là où il faut s’identifier, plutôt que par une page qui ressemble à un succès.',
    },
    maximum: 1,
    appliesTo: hasData,
    judge: ({ record, served }) => {
      const links = dataLinks(record, served);
      if (links.length === 0) return judgement(found(1, 0, 'data-link-none'));
      const told = links.filter(({ observation }) => observation.outcome === 'answered');
      if (told.length === 0) return judgement(unknown(1, 'access-not-seen'));
      const disguised = told.find(
        ({ observation }) =>
          observation.outcome === 'answered' && observation.content === 'login' && observation.status < 400,
      );
      if (disguised) return judgement(found(1, 0, 'login-disguised', { url: disguised.distribution.url }));
      const guarded = told.find(({ state }) => state === 'guarded');
      if (guarded) return judgement(found(1, 1, 'login-told', { url: guarded.distribution.url }));
      const free = told.find(({ state }) => state === 'works');
      return judgement(
        free
          ? found(1, 1, 'no-login-needed', { url: free.distribution.url })
          : found(1, 0, 'data-none-answers', { links: links.length }),
      );
    },
  },
  {
    id: 'HAL-A2-01M',
    principle: 'A2',
    title: {
      en: 'The description stands apart from the data, and is kept',
      fr: 'La description est séparée des données, et conservée',
    },
    remedy: {
      en: 'This is up to the portal: the page names a permanent address, and the original document is kept beside it.',
      fr: 'Ceci relève du portail : la page donne une adresse permanente, et le document d’origine est conservé.',
    },
    maximum: 2,
    judge: ({ served: { page, original } }) => {
      const cited = page?.signposts.find(({ rel }) => rel === 'cite-as')?.href;
      return judgement(
        original === null
          ? unknown(1, 'original-not-asked')
          : found(1, original === 200 ? 1 : 0, original === 200 ? 'original-kept' : 'original-missing', {
              status: original,
            }),
        !page
          ? unknown(1, 'page-not-asked')
          : cited
            ? found(1, 1, 'cite-as', { url: cited })
            : found(1, 0, 'cite-as-none'),
      );
    },
  },
];
