import { errorPage, guarded } from '../errors/error-data.ts';
import { localeOf } from '../locales/locale-of.ts';
import { documentHeaders } from '../negotiation/metadata-document.ts';
import { reportLines } from '../reports/report-csv.ts';
import type { Route } from './+types/source-report-csv.ts';

/** Spreadsheets take a table without it for Latin-1; whoever reads it by program may ask for none (`bom=no`). */
const byteOrderMark = '\ufeff';

/** All problems of a source, or those of one rule (`rule`), as a table; written as it is read, however long it is. */
export function loader({ request, params, context: { services } }: Route.LoaderArgs): Promise<Response> {
  return guarded(async () => {
    const source = await services.sources.get(params.id);
    if (source === null) throw errorPage({ code: 'not-found' });
    const asked = new URL(request.url).searchParams;
    const rule = asked.get('rule') ?? undefined;
    const lines = reportLines(source, services, localeOf(request), rule);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        if (asked.get('bom') !== 'no') controller.enqueue(encoder.encode(byteOrderMark));
      },
      async pull(controller) {
        const { done, value } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await lines.return(undefined);
      },
    });
    const name = [source.id, 'report', ...(rule && /^[a-z0-9-]+$/.test(rule) ? [rule] : [])].join('-');
    return new Response(request.method === 'HEAD' ? null : body, {
      headers: {
        ...documentHeaders,
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': `attachment; filename="${name}.csv"`,
        'Content-Language': localeOf(request),
        Vary: 'Accept-Language, Cookie',
      },
    });
  });
}
