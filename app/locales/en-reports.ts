const number = (count: number) => new Intl.NumberFormat('en').format(count);
const counted = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;

/** The texts of the report on a data centre's records, for whoever can mend them. */
export const reportTexts = {
  title: (source: string) => `Report: ${source}`,
  heading: 'Report',
  lead: 'What was found in the records of this centre: what to mend, where, and how it went on. It needs no account and follows every harvest and every check of links.',
  description: (source: string) =>
    `What was found in the metadata records of ${source}: problems by rule with what to do, refused documents, broken links, and the trend.`,
  summary: 'Quality of the records',
  whole: 'Read the whole report',
  asCsv: 'All problems as a table (CSV)',
  asCsvOfRule: 'These problems as a table (CSV)',
  asJson: 'The report for programs (JSON)',
  feed: 'Changes of the records (Atom)',
  figures: {
    records: 'Records',
    withProblems: 'With errors or warnings',
    problems: 'Errors and warnings',
    refused: 'Documents refused',
    links: 'Links',
    linksAmiss: 'Links amiss',
  },
  trend: 'Trend',
  trendBegins: 'The trend shows once there are figures of two days.',
  trendTable: 'The figures as a table',
  day: 'Day',
  upTo: (n: string) => `up to ${n}`,
  fairTrend: 'How FAIR the records are, and how that went on',
  rules: 'Problems by rule',
  rulesLead:
    'Errors keep something from being used, warnings make it hard to find or to understand, notes are for your information.',
  none: 'Nothing amiss was found in the records.',
  severities: { error: 'Error', warning: 'Warning', info: 'Note' },
  times: (n: number) => counted(n, 'time', 'times'),
  inRecords: (n: number) => `in ${counted(n, 'record', 'records')}`,
  all: (n: number) => (n === 1 ? 'The record in full' : `All ${number(n)} records`),
  back: 'Back to the report',
  ruleLead: (problems: number, records: number) =>
    `Found ${counted(problems, 'time', 'times')} in ${counted(records, 'record', 'records')}.`,
  ruleGone: 'No record of this centre breaks this rule any more.',
  morePlaces: (n: number) => `and ${counted(n, 'more place', 'more places')}`,
  untitled: 'Untitled',
  next: 'Next records',
  first: 'From the beginning',
  refused: 'Documents refused',
  refusedLead:
    'They gave no record, for the reasons told here. An earlier version that was read well stays in the catalogue.',
  refusedNone: 'Every document was taken.',
  refusedOf: (shown: number, total: number) =>
    `The first ${number(shown)} of ${number(total)}; the table (CSV) has all.`,
  refusedOn: (day: string) => `refused on ${day}`,
  runs: 'Harvests',
  noRuns: 'Not yet harvested.',
  noLinks: 'The links have not been checked yet.',
};
