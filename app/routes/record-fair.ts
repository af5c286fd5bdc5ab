import { describeAssessment, describePoint } from '../fair/describe.ts';
import { jsonAnswer, jsonProblem } from '../negotiation/json-answer.ts';
import { pageUrl } from '../negotiation/written-formats.ts';
import type { Route } from './+types/record-fair.ts';

const historyTold = 200;

/** How FAIR a record was found, with evidence, for programs (docs/fair.md). */
export async function loader({ params, context: { services } }: Route.LoaderArgs): Promise<Response> {
  const { records, assessments, config } = services;
  const stored = await records.get(params.id, 'public');
  if (stored === null) return jsonProblem(404, 'There is no record with this identifier.');
  if (stored.deleted) return jsonProblem(410, 'This record was withdrawn.');
  const [latest, history] = await Promise.all([
    assessments.latest(stored.id),
    assessments.history(stored.id, historyTold),
  ]);
  if (latest === null) return jsonProblem(404, 'This record has not been assessed yet.');
  return jsonAnswer({
    record: stored.id,
    page: pageUrl(config.publicUrl, stored.id),
    ...describeAssessment(latest),
    history: history.map(describePoint),
  });
}
