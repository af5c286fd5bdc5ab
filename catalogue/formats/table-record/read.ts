import { parseJson } from '../../json/index.ts';
import {
  type CatalogueRecord,
  emptyRecord,
  findCode,
  normaliseProtocol,
  parseIdentifier,
  resourceTypeNames,
  resourceTypes,
  roles,
} from '../../model/index.ts';
import type { ReadResult } from '../format.ts';
import { addRights, makeParty, present, Report, readPartyIdentifier } from '../reading/index.ts';
import { type TableRecord, tableRecord } from './row.ts';

/** Reads a row of a spreadsheet of datasets, as the harvester of spreadsheets writes it. */
export async function readTableRecord(bytes: Uint8Array): Promise<ReadResult> {
  const report = new Report();
  const { value, problems } = parseJson(bytes);
  report.problems.push(...problems);
  const parsed = tableRecord.safeParse(value);
  if (parsed.success) return { record: recordOf(parsed.data, report), problems: report.problems };
  report.error(
    'no-resource',
    { path: '/' },
    'The document is no row of a spreadsheet of datasets.',
    'Harvest the spreadsheet again.',
  );
  return { record: null, problems: report.problems };
}

/** Whether a JSON document is such a row. */
export function isTableRecord(value: object): boolean {
  return 'tableRecord' in value && 'identifier' in value;
}

function recordOf(row: TableRecord, report: Report): CatalogueRecord {
  const word =
    row.type === undefined ? undefined : (findCode(resourceTypeNames, row.type)?.value ?? row.type);
  const type = resourceTypes.find((known) => known === word);
  const record = emptyRecord(type ?? 'dataset');
  const { resource } = record;
  if (row.type !== undefined && !type) resource.typeAsGiven = row.type;
  const language = row.language ?? 'und';
  record.metadataIdentifier = row.identifier;
  if (row.language) {
    record.language = row.language;
    resource.languages = [row.language];
  }
  resource.identifiers = [row.identifier, row.doi ?? '']
    .filter((text) => text !== '')
    .map((text) => parseIdentifier(text));
  resource.titles = row.titles;
  resource.abstracts = row.abstracts;
  if (Object.keys(row.abstracts).length === 0)
    report.warning(
      'abstract-missing',
      { path: 'abstract' },
      'The dataset has no abstract.',
      'Describe the data in the column "abstract".',
    );
  resource.keywords = row.keywords.map(({ label, thesaurus, uri }) => ({
    label: { [language]: label },
    ...(uri ? { uri } : {}),
    ...(thesaurus ? { thesaurus: { title: { [language]: thesaurus }, dates: [] } } : {}),
  }));
  if (row.box) resource.spatialExtents = [{ box: row.box, inclusive: true }];
  if (row.start || row.end)
    resource.temporalExtents = [
      {
        ...(row.start ? { start: { date: row.start } } : {}),
        ...(row.end ? { end: { date: row.end } } : {}),
      },
    ];
  if (row.depths) resource.verticalExtents = [{ ...present(row.depths), unit: 'm', positive: 'down' }];
  resource.responsibilities = row.people.flatMap((one) => responsibilityOf(one, language));
  if (row.published) resource.dates = [{ type: 'publication', date: row.published }];
  if (row.licence) addRights(resource, row.licence, language);
  resource.variables = row.variables.map(({ name, ...more }) => ({
    names: { [language]: name },
    ...present(more),
  }));
  const references = (names: readonly string[]) => names.map((name) => ({ names: { [language]: name } }));
  resource.platforms = references(row.platforms);
  resource.instruments = references(row.instruments);
  resource.campaigns = references(row.campaigns);
  resource.projects = references(row.projects);
  resource.distributions = row.links.map(({ url, name, format, purpose }) => ({
    url,
    names: name ? { [language]: name } : {},
    descriptions: {},
    conformsTo: [],
    ...normaliseProtocol(undefined, url, purpose),
    ...(format ? { format: { name: format } } : {}),
    ...(purpose ? { function: purpose } : {}),
  }));
  if (row.lineage)
    resource.lineage = { statement: { [language]: row.lineage }, sources: [], processSteps: [] };
  if (row.series) resource.related = [{ relation: 'isPartOf', identifier: row.series, titles: {} }];
  return record;
}

function responsibilityOf(
  { role: word, person, organisation, email, orcid, ror }: TableRecord['people'][number],
  language: string,
) {
  const identified = [
    [orcid, 'ORCID'],
    [ror, 'ROR'],
  ].flatMap(([text, scheme]) => readPartyIdentifier(text ?? '', scheme) ?? []);
  const party = makeParty({
    ...(person ? { person } : {}),
    ...(organisation ? { organisation: { [language]: organisation } } : {}),
    // An organisation's identifier beside a person is not the person's.
    identifiers: identified.filter(({ scheme }) => !(person && scheme === 'ror')),
    organisationIdentifiers: identified.filter(({ scheme }) => person !== undefined && scheme === 'ror'),
    emails: email ? [email] : [],
  });
  const role = findCode(roles, word)?.value;
  return party ? [role ? { role, party } : { role: 'other', roleAsGiven: word, party }] : [];
}
