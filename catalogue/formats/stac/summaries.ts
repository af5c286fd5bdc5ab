import type { CatalogueRecord, Keyword } from '../../model/index.ts';
import type { JsonNode } from '../json-record/index.ts';
import { networksOf, oneLine, type Report } from '../reading/index.ts';

/** Common metadata of the data (platform, instruments, resolution…), in a Collection as summaries of its items. */
export function addSummaries(
  record: CatalogueRecord,
  about: JsonNode,
  root: JsonNode,
  language: string,
  report: Report,
): void {
  const summaries = root.node('summaries');
  const { resource } = record;
  const holders = summaries ? [about, summaries] : [about];
  const names = (name: string) => {
    const told = holders.flatMap((holder) => holder.texts(name)).map(({ text }) => oneLine(text));
    return [...new Set(told)].map((text) => ({ names: { [language]: text } }));
  };
  resource.platforms.push(...names('platform'));
  resource.instruments.push(...names('instruments'));
  resource.campaigns.push(...names('mission'));
  for (const holder of holders) {
    const distance = holder.number('gsd') ?? holder.node('gsd')?.number('minimum');
    if (distance !== undefined)
      resource.spatialResolutions.push({ distance: { value: distance, unit: 'm' } });
    const level = holder.text('processing:level');
    if (level !== undefined) resource.processingLevel ??= level;
    addBands(resource, holder);
  }
  for (const [name, definition] of about.entries('cube:variables'))
    addVariable(resource, name, definition, language);
  for (const [, asset] of root.entries('assets')) addBands(resource, asset);
  resource.networks = networksOf(resource.keywords);
  if (summaries) addAodn(record, summaries, language, report);
}

function addVariable(
  resource: CatalogueRecord['resource'],
  name: string,
  definition: JsonNode,
  language: string,
): void {
  const unit = definition.text('unit');
  const description = definition.text('description');
  resource.variables.push({
    names: { [language]: description ?? name },
    shortName: name,
    ...(unit === undefined ? {} : { unit }),
  });
}

/** Bands are measured variables; one name is told once. */
function addBands(resource: CatalogueRecord['resource'], holder: JsonNode): void {
  for (const band of [...holder.nodes('bands'), ...holder.nodes('eo:bands')]) {
    const name = band.text('name', 'eo:common_name', 'common_name');
    if (name === undefined || resource.variables.some(({ shortName }) => shortName === name)) continue;
    const unit = band.text('unit');
    resource.variables.push({ names: {}, shortName: name, ...(unit === undefined ? {} : { unit }) });
  }
}

const frequencies = new Set([
  'continual',
  'daily',
  'weekly',
  'fortnightly',
  'monthly',
  'quarterly',
  'biannually',
  'annually',
  'asNeeded',
  'irregular',
  'notPlanned',
]);

/** What catalogues of the AODN add to the summaries, taken from ISO 19115-3. */
function addAodn(record: CatalogueRecord, summaries: JsonNode, language: string, report: Report): void {
  const { resource } = record;
  const date = (name: string) => {
    const [given] = summaries.texts(name);
    return given && report.date(given.text, given.place);
  };
  const [created, revised] = [date('creation'), date('revision')];
  if (created !== undefined) record.metadataDates.push({ type: 'creation', date: created });
  if (revised !== undefined) record.datestamp ??= revised;
  for (const { text } of summaries.texts('credits')) resource.credits.push({ [language]: oneLine(text) });
  for (const { text } of summaries.texts('status'))
    resource.status.push(...text.split('|').map((word) => word.trim()));
  const statement = summaries.text('statement');
  if (statement !== undefined)
    resource.lineage = { statement: { [language]: statement }, sources: [], processSteps: [] };
  const frequency = summaries.text('update_frequency');
  if (frequency !== undefined && frequencies.has(frequency)) resource.maintenance = { frequency, notes: [] };
  const told = new Set(resource.keywords.map(({ label }) => Object.values(label)[0]?.toLowerCase()));
  const types: readonly (readonly [string, string])[] = [
    ['parameter_vocabs', 'theme'],
    ['platform_vocabs', 'platform'],
  ];
  for (const [name, type] of types)
    for (const { text } of summaries.texts(name)) {
      const keyword: Keyword = { label: { [language]: oneLine(text) }, type };
      if (!told.has(oneLine(text).toLowerCase())) resource.keywords.push(keyword);
    }
}
