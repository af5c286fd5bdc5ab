import { jsonAnswer, jsonProblem } from '../negotiation/json-answer.ts';
import { reportDescriber } from '../reports/describe-report.ts';
import type { Route } from './+types/source-report-api.ts';

const daysTold = 400;
const runsTold = 50;
const refusedTold = 500;
const recordsAtOnce = 200;

/** The report on a source for programs; with `rule`, the records that break it, `next` leading on (docs/reports.md). */
export async function loader({
  request,
  params,
  context: { services },
}: Route.LoaderArgs): Promise<Response> {
  const { sources, reports, runs, config } = services;
  const source = await sources.get(params.id);
  if (source === null) return jsonProblem(404, 'There is no source with this identifier.');
  const describe = reportDescriber(source, config.publicUrl);
  const address = `${config.publicUrl}/api/sources/${source.id}/report`;
  const asked = new URL(request.url).searchParams;
  const code = asked.get('rule');
  if (code !== null) {
    const query = { code, after: asked.get('after') ?? '', limit: recordsAtOnce };
    const { records, next } = await reports.records(source.id, query);
    return jsonAnswer({
      source: source.id,
      rule: code,
      records: records.map(describe.record),
      ...(next === undefined
        ? {}
        : { next: `${address}?${new URLSearchParams({ rule: code, after: next })}` }),
    });
  }
  const {
    day,
    rules: _rules,
    ...figures
  } = await reports.standing(source.id, new Date().toISOString().slice(0, 10));
  const refused = await reports.refusals(source.id, 0, refusedTold);
  return jsonAnswer({
    source: source.id,
    names: source.names,
    day,
    figures,
    rules: (await reports.rules(source.id)).map(describe.rule),
    refused: { total: refused.total, documents: refused.refused.map(describe.refusal) },
    runs: (await runs.listBySource(source.id, runsTold)).filter(({ dryRun }) => !dryRun).map(describe.run),
    history: await reports.days(source.id, daysTold),
    table: `${config.publicUrl}/sources/${source.id}/report.csv`,
    page: `${config.publicUrl}/sources/${source.id}/report`,
  });
}
