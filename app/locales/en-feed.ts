/** The texts of the feeds of changes. */
export const feedTexts = {
  title: (portal: string) => `${portal}: changes of the records`,
  titleOfSource: (source: string, portal: string) => `${source}: changes of the records (${portal})`,
  subtitle: 'Records that are new, changed or withdrawn, those that changed last first.',
  changes: { created: 'New', updated: 'Changed', withdrawn: 'Withdrawn' },
  withdrawn: 'The record was withdrawn.',
  withdrawnBecause: (reason: string) => `The record was withdrawn: ${reason}`,
  link: 'Feed of changes (Atom)',
  untitled: 'Untitled record',
};
