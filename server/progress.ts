import type { HarvestRun, RunCounts } from '#harvesters';

/** Where commands write: a terminal gets a line that is redrawn, anything else plain lines. */
export type Output = {
  line(text: string): void;
  error(text: string): void;
  progress(text: string): void;
  done(): void;
};

/**
 * Output of a command.
 * @param answers stream of the command's answers (standard output)
 * @param notices stream of progress and errors (standard error)
 */
export function createOutput(answers: NodeJS.WriteStream, notices: NodeJS.WriteStream): Output {
  let drawn = false;
  let lastPlain = 0;
  const clear = () => {
    if (drawn) notices.write('\r\u001b[2K');
    drawn = false;
  };
  return {
    line(text) {
      clear();
      answers.write(`${text}\n`);
    },
    error(text) {
      clear();
      notices.write(`${text}\n`);
    },
    progress(text) {
      if (notices.isTTY) {
        clear();
        notices.write(text.slice(0, (notices.columns || 80) - 1));
        drawn = true;
      } else if (Date.now() - lastPlain > 5000) {
        // Plain lines for logs: one every few seconds says enough.
        lastPlain = Date.now();
        notices.write(`${text}\n`);
      }
    },
    done: clear,
  };
}

/** Counts of a run in words, what was left out by the filter of the source where there is any, e.g. `12 listed: 12 created, 0 updated, 0 unchanged, 0 withdrawn, 1 refused; 4 problems`. */
export function describeCounts(counts: RunCounts): string {
  const renamed = counts.renamed ? `${counts.renamed} renamed, ` : '';
  const moved = counts.moved ? `${counts.moved} handed over, ` : '';
  const excluded = counts.excluded ? `${counts.excluded} left out, ` : '';
  return (
    `${counts.listed} listed: ${counts.created} created, ${counts.updated} updated, ${renamed}${moved}${counts.unchanged} unchanged, ` +
    `${counts.withdrawn} withdrawn, ${excluded}${counts.refused} refused; ${counts.problems} problems`
  );
}

/** A finished run in one line. */
export function describeRun(run: HarvestRun): string {
  const message = run.message ? ` ${run.message}` : '';
  return `${run.sourceId}: ${run.dryRun ? 'dry run, nothing stored, ' : ''}${run.state}. ${describeCounts(run.counts)}.${message}`;
}
