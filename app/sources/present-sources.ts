import { problemText } from '#catalogue/problems';
import type { HarvestRun, HarvestSource, RunProblem } from '#harvesters';
import { maskCredentials } from '#runtime/credentials';
import { errorPage } from '../errors/error-data.ts';
import { presentSourceFair, type SourceFairView } from '../fair/present-source-fair.ts';
import { formatDate } from '../locales/format.ts';
import type { Locale } from '../locales/index.ts';
import { namesOf } from '../record/facet-label.ts';
import type { WordedProblem } from '../record/problem-words.tsx';
import { type RecordSummary, summarise } from '../record/summary.ts';
import { type PageText, pageText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';

export type RunView = Pick<HarvestRun, 'id' | 'state' | 'counts' | 'message'> & { started: string };

export type RunProblemView = RunProblem & WordedProblem;

export type SourceListing = {
  id: string;
  name: PageText;
  description?: PageText;
  protocol: string;
  enabled: boolean;
  location?: { longitude: number; latitude: number };
  records: number;
  lastRun?: RunView;
};

export type SourceView = SourceListing & {
  endpoint: string;
  homepage?: string;
  contactEmail?: string;
  schedule?: string;
  runs: RunView[];
  problems: { total: number; shown: RunProblemView[] };
  recent: RecordSummary[];
  /** Absent while no record of it was assessed. */
  fair: SourceFairView | undefined;
};

/** What people call the protocols. */
export const protocolNames: Record<HarvestSource['protocol'], string> = {
  csw: 'CSW 2.0.2',
  'oai-pmh': 'OAI-PMH 2.0',
  'ogc-records': 'OGC API Records',
  stac: 'STAC',
  ckan: 'CKAN',
  datacite: 'DataCite',
  erddap: 'ERDDAP',
  thredds: 'THREDDS',
  geonetwork: 'GeoNetwork',
  sitemap: 'schema.org (sitemap)',
  dcat: 'DCAT',
  folder: 'WAF',
  archive: 'NetCDF, ODV, CNV, CSV',
};
const runsShown = 10;
const problemsShown = 50;
const recordsShown = 6;

/** Every data centre with what came of its last harvest, by name. */
export async function presentSources(
  { sources, runs, records }: PortalServices,
  locale: Locale,
): Promise<SourceListing[]> {
  const [all, counts] = await Promise.all([sources.list(), records.countBySource('public')]);
  const listings = await Promise.all(
    all.map(async (source) => {
      const [run] = await runs.listBySource(source.id, 1);
      return listing(source, counts[source.id] ?? 0, run, locale);
    }),
  );
  return listings.sort((a, b) => a.name.text.localeCompare(b.name.text, locale));
}

/**
 * One data centre.
 * @throws the error page 404 for an unknown one
 */
export async function presentSource(
  { sources, runs, records, search, assessments }: PortalServices,
  id: string,
  locale: Locale,
): Promise<SourceView> {
  const source = await sources.get(id);
  if (source === null) throw errorPage({ code: 'not-found' });
  const [counts, ofSource, fair, answer] = await Promise.all([
    records.countBySource('public'),
    runs.listBySource(id, runsShown),
    presentSourceFair(id, assessments, locale),
    search.search({
      where: { op: 'facet', facet: 'source', values: [id], match: 'any' },
      sort: 'date',
      offset: 0,
      limit: recordsShown,
      facets: [],
      reader: 'public',
      language: locale,
    }),
  ]);
  const [last] = ofSource;
  const [problems, stored] = await Promise.all([
    last ? runs.problemsOf(last.id, 0, problemsShown) : { total: 0, problems: [] },
    records.getMany(
      answer.hits.map((hit) => hit.id),
      'public',
    ),
  ]);
  return {
    ...listing(source, counts[id] ?? 0, last, locale),
    endpoint: publicEndpoint(source.url),
    ...(source.homepage ? { homepage: source.homepage } : {}),
    ...(source.contactEmail ? { contactEmail: source.contactEmail } : {}),
    ...(source.schedule ? { schedule: source.schedule } : {}),
    fair,
    runs: ofSource.map((run) => runView(run, locale)),
    problems: {
      total: problems.total,
      shown: problems.problems.map((problem) => problemView(problem, locale)),
    },
    recent: stored.map((record) => summarise(record, locale, namesOf([source]))),
  };
}

function listing(
  source: HarvestSource,
  records: number,
  run: HarvestRun | undefined,
  locale: Locale,
): SourceListing {
  const description = pageText(source.descriptions, locale);
  return {
    id: source.id,
    name: pageText(source.names, locale) ?? { text: source.id },
    ...(description ? { description } : {}),
    protocol: protocolNames[source.protocol],
    enabled: source.enabled,
    ...(source.location ? { location: source.location } : {}),
    records,
    ...(run ? { lastRun: runView(run, locale) } : {}),
  };
}

function runView({ id, state, counts, message, startedAt }: HarvestRun, locale: Locale): RunView {
  const time = /T(\d{2}:\d{2})/.exec(startedAt)?.[1];
  return {
    id,
    state,
    counts,
    ...(message ? { message } : {}),
    started: `${formatDate(startedAt, locale)}${time ? `, ${time} UTC` : ''}`,
  };
}

/** A problem with what its code means to a reader. */
export function problemView(problem: RunProblem, locale: Locale): RunProblemView {
  const text = problemText(problem.code, locale);
  return { ...problem, ...(text ? { text } : {}) };
}

/** A folder of this machine is nobody else's business. */
function publicEndpoint(url: string): string {
  return /^https?:/.test(url) ? maskCredentials(url) : '';
}
