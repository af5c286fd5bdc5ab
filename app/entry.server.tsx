import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
  ServerRouter,
} from 'react-router';
import { cookieLocale, localeCookie, localeOf } from './locales/locale-of.ts';
import { matchesEtag, nameBuild } from './negotiation/etag.ts';
import { negotiateRecord } from './negotiation/negotiate-record.ts';
import { contentSecurityPolicy, securityHeaders } from './security.ts';

/** Answers a request for a page: the whole page at once, so that its inline scripts can be named in its policy. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { services }: AppLoadContext,
): Promise<Response> {
  describePage(request, headers);
  nameBuild(headers, context.manifest.version);
  const lastMatch = context.staticHandlerContext.matches.at(-1);
  if (lastMatch?.route.id === 'record' && status === 200) {
    const other = await negotiateRecord(request, lastMatch.params['id'] ?? '', services);
    if (other !== null) return other;
  }
  if (status === 200 && matchesEtag(request, headers)) return new Response(null, { status: 304, headers });

  const html = `<!doctype html>${await render(<ServerRouter context={context} url={request.url} />)}`;
  headers.set('Content-Security-Policy', contentSecurityPolicy(html));
  if (status === 200 && !headers.has('ETag')) {
    headers.set('ETag', `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"`);
    if (matchesEtag(request, headers)) return new Response(null, { status: 304, headers });
  }
  return new Response(html, { status, headers });
}

/** Tells the server's log of what went wrong; the page itself says no more than that something did. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (!request.signal.aborted) context.services.report(error, request);
}

function describePage(request: Request, headers: Headers): void {
  for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', localeOf(request));
  headers.append('Vary', 'Accept, Accept-Language, Cookie');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache');
  const chosen = new URL(request.url).searchParams.has('lang');
  if (chosen && cookieLocale(request) !== localeOf(request)) {
    headers.append(
      'Set-Cookie',
      `${localeCookie}=${localeOf(request)}; Path=/; Max-Age=31536000; SameSite=Lax`,
    );
  }
}

function render(page: React.ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const { pipe } = renderToPipeableStream(page, {
      onAllReady: () =>
        pipe(
          new Writable({
            write(chunk: Buffer, _encoding, done) {
              chunks.push(Buffer.from(chunk));
              done();
            },
            final(done) {
              done();
              resolve(
                Buffer.concat(chunks)
                  .toString('utf8')
                  .replace(/^<!doctype html>/i, ''),
              );
            },
          }),
        ),
      onShellError: reject,
      onError: reject,
    });
  });
}
