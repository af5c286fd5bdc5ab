import { recogniseLicence } from '../../model/index.ts';
import { tells, textsOf } from '../embedded.ts';
import { claimedFormat, type DataLink, dataLinks, notKnown, realFormat, typeMatches } from '../links.ts';
import { type Evidence, found, hasData, judgement, type Metric, type Subject, unknown } from '../metric.ts';
import { isGood } from './findable.ts';

/** Standards of the environmental sciences that we write; the others are for everybody. */
const disciplinary = ['iso19139', 'iso19115-3', 'dif10', 'eml', 'fgdc', 'stac'];

/** FAIRsFAIR metrics of the principles R1 to R1.3. */
export const reusable: readonly Metric[] = [
  {
    id: 'FsF-R1-01MD',
    principle: 'R1',
    title: {
      en: 'The content is described, and the files are as described',
      fr: 'Le contenu est décrit, et les fichiers sont tels que décrits',
    },
    remedy: {
      en: 'Give type, size and media type of each file as the server sends them, and the variables with their units.',
      fr: 'Donnez type, taille et type de média de chaque fichier tels que le serveur les envoie, et les variables avec leurs unités.',
    },
    maximum: 4,
    appliesTo: hasData,
    judge: (subject) => {
      const { record, served } = subject;
      const links = dataLinks(record, served).filter(({ distribution }) => distribution.kind === 'download');
      const { variables } = record.resource;
      const united = variables.filter(({ unit, unitUri }) => unit ?? unitUri);
      return judgement(
        !served.page
          ? unknown(1, 'page-not-asked')
          : tells(served.page.embedded, '@type')
            ? found(1, 1, 'type-said', { type: record.resource.type })
            : found(1, 0, 'type-not-said'),
        described(links),
        asDescribed(links),
        variables.length === 0
          ? found(1, 0, 'variables-none')
          : found(1, 0.5 + united.length / variables.length / 2, 'variables', {
              count: variables.length,
              units: united.length,
            }),
      );
    },
  },
  {
    id: 'FsF-R1.1-01M',
    principle: 'R1.1',
    title: {
      en: 'A licence is given by a standard address',
      fr: 'Une licence est donnée par une adresse standard',
    },
    remedy: {
      en: 'Give the licence by its address at Creative Commons, SPDX or its publisher, for example https://creativecommons.org/licenses/by/4.0/.',
      fr: 'Donnez la licence par son adresse chez Creative Commons, SPDX ou son éditeur, par exemple https://creativecommons.org/licenses/by/4.0/.',
    },
    maximum: 2,
    judge: ({ served: { page, licence } }) => {
      if (!page) return judgement(unknown(2, 'page-not-asked'));
      const stated = [
        ...textsOf(page.embedded, 'license'),
        ...page.signposts.filter(({ rel }) => rel === 'license').map(({ href }) => href),
      ];
      const [first] = stated;
      if (first === undefined) return judgement(found(2, 0, 'licence-none'));
      const standard = stated.find((uri) => /^https?:/.test(uri) && recogniseLicence('', uri));
      return judgement(
        found(1, 1, 'licence-said', { licence: first }),
        standard
          ? found(0.5, 1, 'licence-standard', { url: standard })
          : found(0.5, 0, 'licence-not-standard', { licence: first }),
        licenceAnswer(licence, standard !== undefined),
      );
    },
  },
  {
    id: 'FsF-R1.2-01M',
    principle: 'R1.2',
    title: {
      en: 'It is said who made the data, when, from what and how',
      fr: 'On dit qui a fait les données, quand, à partir de quoi et comment',
    },
    remedy: {
      en: 'Name makers and dates, and write the lineage: sources, processing steps, instruments.',
      fr: 'Nommez les auteurs et les dates, et écrivez la généalogie : sources, traitements, instruments.',
    },
    maximum: 3,
    judge: ({ record, served: { page, documents } }) => {
      if (!page) return judgement(unknown(3, 'page-not-asked'));
      const { embedded } = page;
      const who =
        tells(embedded, 'creator') || tells(embedded, 'publisher') || tells(embedded, 'contributor');
      const when = ['dateCreated', 'datePublished', 'dateModified'].some((name) => tells(embedded, name));
      const { lineage, methods } = record.resource;
      const told = Boolean(methods ?? lineage?.statement ?? lineage?.sources[0] ?? lineage?.processSteps[0]);
      const served = documents?.find((document) => document.lineage);
      const prov = documents?.find(({ namespaces }) => namespaces.some((name) => /^(prov|pav)$/.test(name)));
      return judgement(
        who && when
          ? found(1, 1, 'provenance-who-when')
          : found(1, who || when ? 0.5 : 0, who ? 'provenance-no-date' : 'provenance-no-maker'),
        !told
          ? found(1, 0, 'lineage-none')
          : documents === null
            ? unknown(1, 'documents-not-asked')
            : served
              ? found(1, 1, 'lineage-served', { url: served.url })
              : found(1, 0.5, 'lineage-not-served'),
        documents === null
          ? unknown(1, 'documents-not-asked')
          : prov
            ? found(1, 1, 'prov', { url: prov.url })
            : found(1, 0, 'prov-none'),
      );
    },
  },
  {
    id: 'FsF-R1.3-01M',
    principle: 'R1.3',
    title: {
      en: 'The description follows a standard of the community',
      fr: 'La description suit un standard de la communauté',
    },
    remedy: {
      en: 'Make the record complete enough to be written in ISO 19139 or ISO 19115-3.',
      fr: 'Complétez la fiche pour qu’elle puisse être écrite en ISO 19139 ou ISO 19115-3.',
    },
    maximum: 1,
    judge: ({ served: { documents } }) => {
      if (documents === null) return judgement(unknown(1, 'documents-not-asked'));
      const good = documents.filter((document) => isGood(document) && document.reading === 'read');
      const ours = good.find(({ format }) => disciplinary.includes(format));
      if (ours) return judgement(found(1, 1, 'community-standard', { format: ours.format, url: ours.url }));
      return judgement(
        good.length > 0
          ? found(1, 0.5, 'generic-standard', { format: good[0]?.format ?? '' })
          : found(1, 0, 'no-standard'),
      );
    },
  },
  {
    id: 'FsF-R1.3-02D',
    principle: 'R1.3',
    title: {
      en: 'Files come in formats that anybody can read',
      fr: 'Les fichiers sont dans des formats que chacun peut lire',
    },
    remedy: {
      en: 'Offer the files in an open format of the community, such as NetCDF, CSV or ODV.',
      fr: 'Offrez les fichiers dans un format ouvert de la communauté, tel que NetCDF, CSV ou ODV.',
    },
    maximum: 1,
    appliesTo: hasData,
    judge: ({ record, served }) => {
      const links = dataLinks(record, served).filter(({ distribution }) => distribution.kind === 'download');
      const seen = links.filter(({ state }) => state === 'works');
      if (seen.length > 0) {
        const open = seen.filter((link) => realFormat(link)?.open);
        const names = [...new Set(seen.map((link) => realFormat(link)?.name ?? '?'))].join(', ');
        return judgement(
          found(1, open.length / seen.length, open.length > 0 ? 'format-open' : 'format-not-open', { names }),
        );
      }
      const services = dataLinks(record, served).filter(
        ({ distribution: { kind }, state }) => kind !== 'download' && state === 'works',
      );
      if (services.length > 0)
        return judgement(found(1, 1, 'format-service', { url: services[0]?.distribution.url ?? '' }));
      if (links.some(({ state }) => state === 'unknown')) return judgement(unknown(1, 'format-not-seen'));
      return judgement(found(1, 0, 'format-none'));
    },
  },
];

/** Whether each file is described by format and size. */
function described(links: readonly DataLink[]): Evidence {
  if (links.length === 0) return found(1, 0, 'files-none');
  const told = links.map(
    ({ distribution }) =>
      (claimedFormat(distribution) ? 0.5 : 0) + (distribution.byteSize === undefined ? 0 : 0.5),
  );
  return found(1, told.reduce((sum, share) => sum + share, 0) / links.length, 'files-described', {
    formats: links.filter(({ distribution }) => claimedFormat(distribution)).length,
    sizes: links.filter(({ distribution }) => distribution.byteSize !== undefined).length,
    of: links.length,
  });
}

/** Whether what the servers send is what was described: the worst file is named. */
function asDescribed(links: readonly DataLink[]): Evidence {
  if (links.length === 0) return found(1, 0, 'files-none');
  const unlike = links.find((link) => link.state === 'page' || typeMatches(link) === false);
  if (unlike?.observation.outcome === 'answered') {
    const { distribution, observation } = unlike;
    return found(1, 0, 'file-unlike', {
      url: distribution.url,
      claimed: claimedFormat(distribution)?.name ?? distribution.mediaType ?? '–',
      served: observation.content ?? observation.mediaType,
      mediaType: observation.mediaType || '–',
    });
  }
  const wrong = links.find(({ distribution: { byteSize }, observation }) => {
    const size = observation.outcome === 'answered' ? observation.size : undefined;
    // A tenth is left for units of 1000 or 1024 and for rounding.
    return byteSize !== undefined && size !== undefined && Math.abs(size - byteSize) > byteSize / 10;
  });
  if (wrong?.observation.outcome === 'answered')
    return found(1, 0.5, 'file-size-unlike', {
      url: wrong.distribution.url,
      claimed: wrong.distribution.byteSize ?? 0,
      served: wrong.observation.size ?? 0,
    });
  const matching = links.find((link) => link.state === 'works' && typeMatches(link) === true);
  if (matching) return found(1, 1, 'file-as-described', { url: matching.distribution.url });
  const [first] = links;
  const url = first?.distribution.url ?? '';
  if (first?.observation.outcome !== 'answered' || first.state === 'unknown')
    return notKnown(1, url, first?.observation);
  const { status, mediaType } = first.observation;
  const code = first.state === 'broken' ? 'data-broken' : 'file-not-comparable';
  return found(1, 0, code, { url, status, mediaType: mediaType || '–' });
}

function licenceAnswer(licence: Subject['served']['licence'], standard: boolean): Evidence {
  if (!licence) return standard ? found(0.5, 1, 'licence-well-known') : found(0.5, 0, 'licence-no-address');
  const { url, observation } = licence;
  if (observation.outcome !== 'answered') return notKnown(0.5, url, observation);
  const { status } = observation;
  if (status === 401 || status === 403 || status === 429 || status >= 500)
    return notKnown(0.5, url, observation);
  return found(0.5, status < 400 ? 1 : 0, status < 400 ? 'licence-answers' : 'licence-broken', {
    url,
    status,
  });
}
