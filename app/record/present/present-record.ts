import type { Resource } from '#catalogue/model';
import { makersOf, persistentUrl } from '#catalogue/model';
import type { StoredRecord } from '#ledger';
import { type FairView, presentFair } from '../../fair/present-fair.ts';
import { formatDate, formatLanguage } from '../../locales/format.ts';
import { type Locale, locales, type Messages, messagesIn } from '../../locales/index.ts';
import { formatsOf, pageUrl } from '../../negotiation/written-formats.ts';
import type { PortalServices } from '../../services.ts';
import { citationOf } from '../citation.ts';
import { labelOf, progressLabels } from '../code-labels.ts';
import { mainOrganisation } from '../names.ts';
import { type PageText, pageText, typeLabel, yearsText } from '../texts.ts';
import { type AccessGroup, accessGroups } from './access.ts';
import { type Conditions, conditionsOf, type LicenceLink, licencesOf } from './conditions.ts';
import { type CopyView, copiesOf } from './copies.ts';
import { type DepthScale, depthScaleOf } from './depth-scale.ts';
import { type Detail, detailsOf } from './details.ts';
import { type ExtentChart, extentChartOf } from './extent-chart.ts';
import { type FundingView, fundingOf } from './funding.ts';
import { headOf, type RecordHead } from './head.ts';
import { type KeywordGroup, type KeywordLink, keywordGroups, topicLinks } from './keywords.ts';
import { type HistoryEntry, historyOf, type ProblemGroup, problemGroups } from './log.ts';
import { type PeopleOfRole, type PersonView, peopleByRole, personView } from './people.ts';
import { type Prose, prose, proseIn } from './prose.ts';
import { type LineageView, lineageOf, type QualityRow, qualityRows } from './provenance.ts';
import { type RelatedGroup, relatedGroups } from './related.ts';
import { relativesOf } from './relatives.ts';
import { type ThingGroup, thingGroups, type VariableRow, variableRows } from './things.ts';
import { type Timeline, timelineOf } from './timeline.ts';

/** Everything that the page of a record shows, in the reader's language and ready to be laid out. */
export type RecordView = {
  id: string;
  head: RecordHead;
  title: PageText;
  kind: string;
  badges: { text: string; tone: 'plain' | 'good' | 'warn' }[];
  makers: PersonView[];
  /** The other languages that the record speaks, where the portal does too. */
  alsoIn: { tag: Locale; name: string }[];
  facts: {
    where: string | undefined;
    when: string | undefined;
    depth: string | undefined;
    publisher: string | undefined;
    licences: LicenceLink[];
    identifier: { text: string; href: string } | undefined;
    updated: string | undefined;
  };
  abstract: Prose | undefined;
  otherAbstracts: { language: string; title: string | undefined; abstract: Prose }[];
  purpose: Prose | undefined;
  supplemental: Prose | undefined;
  usages: Prose[];
  citation: { text: string; address: string; more: string; asked: Prose | undefined };
  chart: ExtentChart | undefined;
  timeline: Timeline | undefined;
  depths: DepthScale | undefined;
  graphic: { href: string; text: string } | undefined;
  access: AccessGroup[];
  metadataOnly: boolean;
  variables: VariableRow[];
  things: ThingGroup[];
  topics: KeywordLink[];
  keywords: KeywordGroup[];
  people: PeopleOfRole[];
  metadataPeople: PersonView[];
  conditions: Conditions | undefined;
  lineage: LineageView | undefined;
  quality: QualityRow[];
  related: RelatedGroup[];
  copies: CopyView[];
  funding: FundingView[];
  details: Detail[];
  source: {
    id: string;
    name: PageText;
    upstreamIdentifier: string;
    changedThere: string | undefined;
    changedHere: string;
    standard: string | undefined;
  };
  formats: { title: string; mediaType: string; href: string }[];
  history: HistoryEntry[];
  problems: ProblemGroup[];
  /** Absent while nobody has looked. */
  fair: FairView | undefined;
};

/**
 * Makes the view of a record.
 * @param now for periods that go on
 */
export async function presentRecord(
  stored: StoredRecord,
  locale: Locale,
  services: PortalServices,
  now = new Date(),
): Promise<RecordView> {
  const messages = messagesIn(locale);
  const { resource, metadataContacts } = stored.record;
  const [sources, revisions, relatives, fair, linkProblems] = await Promise.all([
    services.sources.list(),
    services.records.revisionsOf(stored.id),
    relativesOf(stored, services),
    presentFair(stored.id, services.assessments, locale),
    services.reports.linkProblems(stored.id),
  ]);
  const sourceName = (id: string): PageText =>
    pageText(sources.find((source) => source.id === id)?.names, locale) ?? { text: id };
  const copies = await copiesOf(stored, locale, services, (id) => sourceName(id).text);
  const title = pageText(resource.titles, locale) ?? { text: messages.recordPage.untitled };
  const page = pageUrl(services.config.publicUrl, stored.id);
  const year = now.getUTCFullYear() + now.getUTCMonth() / 12;
  return {
    id: stored.id,
    head: headOf(stored, title.text, locale, services, copies.find(({ isCanonical }) => isCanonical)?.inside),
    title,
    kind: typeLabel(resource.type, locale),
    badges: badgesOf(stored, locale, messages),
    makers: makers(resource, locale),
    alsoIn: alsoIn(stored, locale),
    ...textsOf(stored, locale),
    citation: {
      text: citationOf(resource, page, locale, messages),
      more: `/records/${stored.id}/cite`,
      address: persistentUrl(resource) ?? page,
      asked: proseIn(resource.otherCitationDetails, locale),
    },
    chart: extentChartOf(resource, locale),
    timeline: timelineOf(resource.temporalExtents, year, locale, messages),
    depths: depthScaleOf(resource.verticalExtents, locale),
    facts: factsOf(stored, locale, messages),
    access: stored.visibility === 'metadata-only' ? [] : accessGroups(resource, locale),
    metadataOnly: stored.visibility === 'metadata-only',
    variables: variableRows(resource, locale, messages),
    things: thingGroups(resource, locale),
    topics: topicLinks(resource, locale),
    keywords: keywordGroups(resource, locale),
    people: peopleByRole(resource.responsibilities, locale),
    metadataPeople: peopleByRole(metadataContacts, locale).flatMap(({ people }) => people),
    conditions: conditionsOf(resource, locale),
    lineage: lineageOf(resource.lineage, locale),
    quality: qualityRows(resource, locale),
    related: relatedGroups(stored, relatives, locale, messages),
    copies,
    funding: fundingOf(resource, locale),
    details: detailsOf(resource, locale, messages),
    source: sourceOf(stored, sourceName(stored.sourceId), locale),
    formats: formatsOf(stored, services).map(({ title: name, mediaType, suffix }) => ({
      title: name,
      mediaType,
      href: `/records/${stored.id}.${suffix}`,
    })),
    history: historyOf(revisions, locale),
    problems: problemGroups([...stored.problems, ...linkProblems], locale),
    fair,
  };
}

function makers(resource: Resource, locale: Locale): PersonView[] {
  const people = makersOf(resource).flatMap((party) => personView(party, locale) ?? []);
  return [...new Map(people.map((person) => [person.name.text, person])).values()];
}

function badgesOf(
  { record, visibility }: StoredRecord,
  locale: Locale,
  { searchPage }: Messages,
): RecordView['badges'] {
  const { status, accessRight, processingLevel, edition } = record.resource;
  const right = visibility === 'metadata-only' ? 'metadata-only' : accessRight;
  const stale = /obsolete|superseded|deprecated|retired|withdrawn/;
  return [
    ...[...new Set(status)].map((code) => ({
      text: labelOf(progressLabels, code, locale),
      tone: stale.test(code) ? ('warn' as const) : ('plain' as const),
    })),
    ...(right
      ? [
          {
            text: searchPage.accessRights[right],
            tone: right === 'open' ? ('good' as const) : ('warn' as const),
          },
        ]
      : []),
    ...[processingLevel, edition && `v${edition.replace(/^v(ersion)?\s*/i, '')}`].flatMap((text) =>
      text && text.length <= 24 ? [{ text, tone: 'plain' as const }] : [],
    ),
  ];
}

function alsoIn({ record }: StoredRecord, locale: Locale): RecordView['alsoIn'] {
  const spoken = (tag: string) =>
    Object.keys(record.resource.titles).some((language) => language.split('-')[0] === tag);
  if (!spoken(locale) && !locales.some(spoken)) return [];
  return locales
    .filter((tag) => tag !== locale && spoken(tag))
    .map((tag) => ({ tag, name: formatLanguage(tag, locale) }));
}

function textsOf({ record }: StoredRecord, locale: Locale) {
  const { abstracts, titles, purpose, supplementalInformation, usages, graphics } = record.resource;
  const shown = pageText(abstracts, locale);
  const others = Object.entries(abstracts).filter(
    ([, text]) => text.trim() !== '' && text.trim() !== shown?.text,
  );
  const graphic = graphics.find(({ url }) => /^https:\/\//i.test(url));
  return {
    abstract: shown && prose(shown.text, shown.lang),
    otherAbstracts: others.map(([language, text]) => ({
      language: formatLanguage(language, locale),
      title: titles[language],
      abstract: prose(text, language),
    })),
    purpose: proseIn(purpose, locale),
    supplemental: proseIn(supplementalInformation, locale),
    usages: usages.map((usage) => proseIn(usage, locale)).filter((usage) => usage !== undefined),
    graphic: graphic && { href: graphic.url, text: pageText(graphic.description, locale)?.text ?? '' },
  };
}

function factsOf(
  { record, datestamp }: StoredRecord,
  locale: Locale,
  messages: Messages,
): RecordView['facts'] {
  const { resource } = record;
  const chart = extentChartOf(resource, locale);
  const depths = depthScaleOf(resource.verticalExtents, locale);
  const identifier = persistentUrl(resource);
  const revised = ['lastUpdate', 'revision', 'publication']
    .map((type) => resource.dates.filter((date) => date.type === type).at(-1)?.date)
    .find((date) => date !== undefined);
  return {
    where: chart?.texts[0],
    when: yearsText(resource.temporalExtents, messages),
    depth: depths?.texts[0],
    publisher: mainOrganisation(resource, locale),
    licences: licencesOf(resource, locale),
    identifier:
      identifier === undefined
        ? undefined
        : { href: identifier, text: identifier.replace(/^https?:\/\//, '') },
    updated: formatDate(revised ?? record.datestamp ?? datestamp, locale),
  };
}

function sourceOf(
  { record, sourceId, upstreamIdentifier, datestamp }: StoredRecord,
  name: PageText,
  locale: Locale,
) {
  const standard = [record.standardName, record.standardVersion].filter(Boolean).join(', ');
  return {
    id: sourceId,
    name,
    upstreamIdentifier,
    changedThere: record.datestamp && formatDate(record.datestamp, locale),
    changedHere: formatDate(datestamp, locale),
    standard: standard || undefined,
  };
}
