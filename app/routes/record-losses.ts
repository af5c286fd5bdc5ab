import type { Writer } from '#catalogue/formats';
import { jsonAnswer, jsonProblem } from '../negotiation/json-answer.ts';
import { allLosses, type Fidelity, lossesIn } from '../negotiation/loss-reports.ts';
import { pageUrl, writtenFormats } from '../negotiation/written-formats.ts';
import type { Route } from './+types/record-losses.ts';

/** What formats leave out of a record, for programs: all of them, or the one that the address names (docs/formats.md). */
export async function loader({ params, context: { services } }: Route.LoaderArgs): Promise<Response> {
  const stored = await services.records.get(params.id, 'public');
  if (stored === null) return jsonProblem(404, 'There is no record with this identifier.');
  if (stored.deleted) return jsonProblem(410, 'This record was withdrawn.');
  const page = pageUrl(services.config.publicUrl, stored.id);
  const told = (writer: Writer, report: Fidelity) => ({
    ...report,
    title: writer.title,
    mediaType: writer.mediaType,
    url: `${page}.${writer.suffix}`,
  });
  const about = { record: stored.id, page, revision: stored.revision };
  if (params.writer === undefined) {
    const reports = (await allLosses(stored, services)).map(({ writer, report }) => told(writer, report));
    return jsonAnswer({ ...about, reports });
  }
  const writers = writtenFormats(services.formats);
  const writer = writers.find(({ name }) => name === params.writer);
  if (!writer) {
    const names = writers.map(({ name }) => name).join(', ');
    return jsonProblem(404, `No writer has this name; there are ${names}.`);
  }
  return jsonAnswer({ ...about, ...told(writer, await lossesIn(stored, writer, services)) });
}
