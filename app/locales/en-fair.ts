/** The texts of the FAIR assessment. */
export const fairTexts = {
  title: 'How FAIR is this record?',
  lead: 'Tests modelled on the FAIRsFAIR metrics look at what is really served: this page and its documents as a stranger gets them, and the addresses that the record names. What nobody could look at counts for nothing.',
  notYet: 'This record has not been assessed yet. It is done in the background, usually within minutes.',
  score: 'FAIR score',
  upTo: (most: string) => `up to ${most} when all is known`,
  assessed: (on: string) => `Assessed on ${on}`,
  byPrinciple: 'Score by principle',
  percentUnknown: (share: string) => `${share} not known`,
  notAsked: 'does not apply',
  tests: 'Tests, evidence, and what to do',
  verdicts: { passed: 'Passed', partly: 'Partly', failed: 'Failed', unknown: 'Not known' },
  /** Before each finding, for who does not see its mark. */
  finding: (verdict: string) => `${verdict}: `,
  points: (score: string, maximum: string) => `${score} of ${maximum}`,
  remedy: 'What to do:',
  history: 'Score over time',
  forMachines: 'As JSON',
  sourceTitle: 'How FAIR are its records?',
  sourceLead: (records: string) =>
    `Averages over ${records} assessed. Each record’s page says what was found and what to do.`,
  sourceNotYet: 'No record of this centre has been assessed yet.',
  mendFirst: 'What to mend first',
  mendLead: 'Tests that the most records do not pass.',
  ofRecords: (count: string, records: string) => `${count} of ${records} records`,
  recordCount: (count: number, text: string) => (count === 1 ? 'one record' : `${text} records`),
};
