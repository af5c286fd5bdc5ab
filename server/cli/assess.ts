import type { RecordAssessment } from '#assessment';
import { evidenceText, metrics, principles, verdictOf } from '#catalogue/fair';
import { DomainError } from '#runtime/errors';
import { assessorOf } from '../assessing.ts';
import type { Output } from '../progress.ts';
import { withHouse } from './with-house.ts';

export type AssessCommand = { links: boolean };

/**
 * `halocline assess`: one record, those of a source that are due, or all that are due.
 * @throws DomainError `not-found` for a name that is neither a source nor a record that the public may see
 */
export async function assess(
  name: string | undefined,
  command: AssessCommand,
  output: Output,
): Promise<void> {
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort(new Error('Cancelled by hand.')));
  await withHouse(async (house) => {
    const assessor = assessorOf(house);
    const options = { askLinks: command.links, signal: cancel.signal };
    const source = name === undefined ? null : await house.stores.sources.get(name);
    if (name !== undefined && source === null) {
      const assessed = await assessor.assess(name, options);
      if (assessed === null)
        throw new DomainError(
          'not-found',
          `"${name}" is neither a source nor a record that the public sees.`,
        );
      for (const line of report(assessed)) output.line(line);
      return;
    }
    let done = 0;
    const onAssessed = ({ recordId, assessment }: RecordAssessment) => {
      done += 1;
      output.progress(`${done} assessed, the last one ${recordId} at ${percent(assessment.score)}`);
    };
    const some = { ...options, limit: 100, onAssessed, ...(source ? { sourceId: source.id } : {}) };
    for (let more = true; more; ) ({ more } = await assessor.assessDue(some));
    output.done();
    output.line(`${done} records assessed.`);
    for (const { id } of source ? [source] : await house.stores.sources.list()) {
      const [last] = (await house.stores.assessments.ofSource(id, 1)).slice(-1);
      if (last)
        output.line(
          `${id}: ${percent(last.score)} over ${last.records} records (${percent(last.unknown)} not known)`,
        );
    }
  });
}

/** An assessment as lines: the score of each principle, then what to do. */
function report({ recordId, assessment }: RecordAssessment): string[] {
  const lines = [`${recordId}: ${percent(assessment.score)} (${percent(assessment.unknown)} not known)`];
  for (const { id, title } of principles) {
    const share = assessment.principles[id];
    if (share) lines.push(`  ${id.padEnd(4)} ${percent(share.score).padStart(5)}  ${title.en}`);
  }
  for (const test of assessment.tests) {
    const metric = metrics.find(({ id }) => id === test.metric);
    if (!metric || verdictOf(test) === 'passed') continue;
    lines.push(`${metric.id} ${verdictOf(test)}, ${test.score} of ${test.maximum}: ${metric.title.en}`);
    for (const evidence of test.evidence)
      if (evidence.verdict !== 'passed') lines.push(`  ${evidenceText(evidence, 'en')}`);
    lines.push(`  → ${metric.remedy.en}`);
  }
  return lines;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
