import { problemText } from '#catalogue/problems';
import { type HarvestRun, type HarvestSource, isSentTo, type RunProblem } from '#harvesters';
import type { SourceDay } from '#harvesters/report';
import { discreet, isInternal } from '#runtime/discretion';
import { errorPage } from '../errors/error-data.ts';
import { presentSourceFair, type SourceFairView } from '../fair/present-source-fair.ts';
import { type RunRow, runRow } from '../harvests/present-runs.ts';
import { comingText } from '../harvests/schedule-text.ts';
import { deskMessagesIn } from '../harvests/texts.ts';
import type { Locale } from '../locales/index.ts';
import { namesOf } from '../record/facet-label.ts';
import type { WordedProblem } from '../record/problem-words.tsx';
import { type RecordSummary, summarise } from '../record/summary.ts';
import { type PageText, pageText } from '../record/texts.ts';
import { wordedProblem } from '../record/worded-problem.ts';
import type { PortalServices } from '../services.ts';

export type RunProblemView = RunProblem & WordedProblem;

export type SourceListing = {
  id: string;
  name: PageText;
  description?: PageText;
  protocol: string;
  enabled: boolean;
  location?: { longitude: number; latitude: number };
  records: number;
  lastRun?: RunRow;
  /** Errors and warnings when it was last summed up. */
  problems?: number;
};

export type SourceView = SourceListing & {
  endpoint: string;
  homepage?: string;
  contactEmail?: string;
  /** In plain words. */
  schedule: string;
  figures: SourceDay;
  /** The rules that its records break most, the gravest first. */
  worst: { code: string; severity: RunProblem['severity']; title: string; records: number }[];
  recent: RecordSummary[];
  /** Absent while no record of it was assessed. */
  fair: SourceFairView | undefined;
};

/** What people call the protocols. */
export const protocolNames: Record<HarvestSource['protocol'], string> = {
  csw: 'CSW',
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
  sparql: 'SPARQL (DCAT)',
  folder: 'WAF',
  archive: 'NetCDF, ODV, CNV, CSV',
  push: 'Push API',
  spreadsheet: 'XLSX, CSV',
};
const rulesShown = 5;
/** Previews of staff stand among the runs. */
const runsLookedAt = 10;
const recordsShown = 6;

/** Every data centre with what came of its last harvest, by name. */
export async function presentSources(services: PortalServices, locale: Locale): Promise<SourceListing[]> {
  const { sources, records } = services;
  const [all, counts] = await Promise.all([sources.list(), records.countBySource('public')]);
  const listings = await Promise.all(
    all.map((source) => listing(source, counts[source.id] ?? 0, services, locale)),
  );
  return listings.sort((a, b) => a.name.text.localeCompare(b.name.text, locale));
}

/**
 * One data centre.
 * @throws the error page 404 for an unknown one
 */
export async function presentSource(
  services: PortalServices,
  id: string,
  locale: Locale,
  now = Date.now(),
): Promise<SourceView> {
  const { sources, records, reports, search, assessments } = services;
  const source = await sources.get(id);
  if (source === null) throw errorPage({ code: 'not-found' });
  const sends = isSentTo(source);
  // Who sends is not asked: what stands for its address is the web site of the centre.
  const homepage = source.homepage ?? (sends ? publicEndpoint(source.url) : '');
  const [counts, figures, rules, fair, answer] = await Promise.all([
    records.countBySource('public'),
    reports.standing(id, new Date(now).toISOString().slice(0, 10)),
    reports.rules(id),
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
  const stored = await records.getMany(
    answer.hits.map((hit) => hit.id),
    'public',
  );
  return {
    ...(await listing(source, counts[id] ?? 0, services, locale)),
    endpoint: sends ? '' : publicEndpoint(source.url),
    ...(homepage ? { homepage } : {}),
    ...(source.contactEmail ? { contactEmail: source.contactEmail } : {}),
    schedule: comingText(source, locale, deskMessagesIn(locale)),
    fair,
    figures,
    worst: rules
      .filter(({ severity }) => severity !== 'info')
      .slice(0, rulesShown)
      .map(({ code, severity, records: number }) => ({
        code,
        severity,
        title: problemText(code, locale)?.title ?? code,
        records: number,
      })),
    recent: stored.map((record) => summarise(record, locale, namesOf([source]))),
  };
}

async function listing(
  source: HarvestSource,
  records: number,
  { runs, reports }: PortalServices,
  locale: Locale,
): Promise<SourceListing> {
  const description = pageText(source.descriptions, locale);
  const [last] = (await runs.listBySource(source.id, runsLookedAt)).filter(({ dryRun }) => !dryRun);
  const [day] = await reports.days(source.id, 1);
  return {
    id: source.id,
    name: pageText(source.names, locale) ?? { text: source.id },
    ...(description ? { description } : {}),
    protocol: protocolNames[source.protocol],
    enabled: source.enabled,
    ...(source.location ? { location: source.location } : {}),
    records,
    ...(last ? { lastRun: publicRow(last, source, locale) } : {}),
    ...(day ? { problems: day.problems } : {}),
  };
}

/** A run as everybody may see it. */
export function publicRow(run: HarvestRun, { url }: HarvestSource, locale: Locale): RunRow {
  const { message, ...row } = runRow(run, locale, deskMessagesIn(locale));
  return { ...row, ...(message === undefined ? {} : { message: discreet(message, url) }) };
}

/** A problem with what its code means to a reader. */
export function problemView(problem: RunProblem, locale: Locale): RunProblemView {
  return { ...problem, ...wordedProblem(problem, locale) };
}

/** A folder of this machine, or a server of somebody's network, is nobody else's business. */
function publicEndpoint(url: string): string {
  return URL.canParse(url) && /^https?:/.test(url) && !isInternal(new URL(url).hostname) ? discreet(url) : '';
}
