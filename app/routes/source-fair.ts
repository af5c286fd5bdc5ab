import { describeSourceScore } from '../fair/describe.ts';
import { jsonAnswer, jsonProblem } from '../negotiation/json-answer.ts';
import type { Route } from './+types/source-fair.ts';

const daysTold = 400;

/** How FAIR the records of a source are together, day by day, for programs (docs/fair.md). */
export async function loader({ params, context: { services } }: Route.LoaderArgs): Promise<Response> {
  const source = await services.sources.get(params.id);
  if (source === null) return jsonProblem(404, 'There is no source with this identifier.');
  const days = await services.assessments.ofSource(source.id, daysTold);
  const today = days.at(-1);
  if (!today) return jsonProblem(404, 'No record of this source has been assessed yet.');
  return jsonAnswer({
    source: source.id,
    ...describeSourceScore(today),
    history: days.map(({ day, records, score, unknown }) => ({ day, records, score, unknown })),
  });
}
