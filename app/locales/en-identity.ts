const number = (count: number) => new Intl.NumberFormat('en').format(count);

/** The texts of the page where staff decide which records describe the same resource. */
export const identityTexts = {
  title: 'Same resource',
  lead: 'Records of several sources that describe one resource are shown once. What is sure is done by itself; what is not waits here.',
  toDecide: 'To decide',
  toDecideCount: (n: number) =>
    n === 0
      ? 'No pair waits for a decision.'
      : `${number(n)} ${n === 1 ? 'pair waits' : 'pairs wait'}, the likeliest first.`,
  speaksFor: 'For it',
  speaksAgainst: 'Against it',
  one: 'One resource',
  two: 'Two resources',
  oneOf: (first: string, second: string) => `One resource: ${first}, ${second}`,
  twoOf: (first: string, second: string) => `Two resources: ${first}, ${second}`,
  look: 'Look up a record',
  lookHint: 'Its identifier here, or the address of its page.',
  record: 'Record',
  show: 'Show',
  alone: 'No other record is known to describe this resource.',
  joinWith: 'Join with another record',
  join: 'Join',
  clusters: 'Shown once',
  noClusters: 'No resource is described by several records.',
  shown: 'shown in searches',
  hidden: 'not public',
  split: 'Split off',
  splitOf: (title: string) => `Split off: ${title}`,
  decisions: 'Decided',
  noDecisions: 'Nobody has decided anything yet.',
  joined: 'One resource',
  wasSplit: 'Two resources',
  undone: 'undone',
  undo: 'Undo',
  undoOf: (titles: string) => `Undo: ${titles}`,
  untitled: 'A record without a title',
  next: 'More',
  first: 'To the beginning',
  done: {
    joined: 'They are one resource now.',
    split: 'They are two resources now.',
    undone: 'The decision is undone.',
  },
  errors: {
    record: 'There is no such record, or it was withdrawn.',
    already: 'These records are one resource already.',
    alone: 'This record is alone: there is nothing to split it from.',
    conflict: 'Somebody decided otherwise meanwhile. Look again.',
    forbidden: 'One of the records is of a source that you do not look after.',
    notOurForm: 'The form did not come from this page. Load it again.',
  },
};

export type IdentityTexts = typeof identityTexts;
