import { importDocuments } from '../import-documents.ts';
import { describeRun, type Output } from '../progress.ts';
import { withHouse } from './with-house.ts';

/** Problems shown on the screen; all of them are on the page of the source. */
const shownProblems = 20;

/** `halocline import`. The exit code is 1 when the run failed or a document gave no record. */
export async function importPath(path: string, command: { dryRun?: boolean }, output: Output): Promise<void> {
  await withHouse(async (house) => {
    const run = await importDocuments(house, path, {
      dryRun: command.dryRun ?? false,
      onProgress: ({ run: { counts }, rate }) =>
        output.progress(`${counts.listed} documents, ${Math.round(rate)}/s, ${counts.problems} problems`),
    });
    output.done();
    const { total, problems } = await house.stores.runs.problemsOf(run.id, 0, shownProblems);
    for (const { severity, identifier, path: place, line, message, hint } of problems)
      output.error(
        `${severity}: ${identifier ?? path} ${place}${line ? ` (line ${line})` : ''}: ${message} ${hint}`,
      );
    if (total > problems.length) output.error(`… and ${total - problems.length} more problems.`);
    output.line(describeRun(run));
    if (run.state !== 'succeeded' || run.counts.refused > 0) process.exitCode = 1;
  });
}
