import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { AVISO } from './centres/aviso/index.ts';
import { BORDEAUX_TOULOUSE } from './centres/bordeaux-toulouse/index.ts';
import { CERSAT } from './centres/cersat/index.ts';
import { CORIOLIS } from './centres/coriolis/index.ts';
import { ROSCOFF } from './centres/roscoff/index.ts';
import { REPOSITORY } from './centres/seanoe-like/index.ts';
import { SHOM } from './centres/shom/index.ts';
import { SISMER } from './centres/sismer/index.ts';
import { VILLEFRANCHE } from './centres/villefranche/index.ts';
import type { CentreDefinition, ExampleCentre } from './example-centre.ts';
import { type Answer, answer, type Handler, notFound, type Question } from './protocols/http.ts';

export type { ExampleCentre } from './example-centre.ts';

const CENTRES: readonly CentreDefinition[] = [
  AVISO,
  CORIOLIS,
  CERSAT,
  SHOM,
  SISMER,
  ROSCOFF,
  VILLEFRANCHE,
  BORDEAUX_TOULOUSE,
  REPOSITORY,
];

/** No request of these protocols is longer, in bytes. */
const LONGEST_BODY = 1_000_000;

/**
 * Starts the nine example data centres on one port, each below a path of its own.
 * @param options.host the address listened on; 127.0.0.1 unless told
 * @param options.port 0, the default, takes any free port
 * @throws the error of the socket, for example EADDRINUSE
 */
export async function startExampleCentres(
  options: { host?: string; port?: number } = {},
): Promise<{ centres: ExampleCentre[]; close(): Promise<void> }> {
  const host = options.host ?? '127.0.0.1';
  const handlers = new Map<string, Handler>();
  const server = createServer((request, response) => {
    serve(handlers, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const base = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  for (const centre of CENTRES) handlers.set(centre.id, centre.open(`${base}/${centre.id}`));
  return {
    centres: CENTRES.map((centre) => published(centre, base)),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function published(centre: CentreDefinition, base: string): ExampleCentre {
  const { entry, open: _open, ...told } = centre;
  return { ...told, url: `${base}/${centre.id}${entry}` };
}

async function serve(
  handlers: ReadonlyMap<string, Handler>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = await answerTo(handlers, request);
  const body = typeof given.body === 'string' ? Buffer.from(given.body) : given.body;
  response.writeHead(given.status, { ...given.headers, 'content-length': body.byteLength });
  response.end(request.method === 'HEAD' || given.status === 304 ? undefined : body);
}

async function answerTo(handlers: ReadonlyMap<string, Handler>, request: IncomingMessage): Promise<Answer> {
  if (!['GET', 'HEAD', 'POST'].includes(request.method ?? '')) {
    return answer('text/plain; charset=utf-8', 'Only GET, HEAD and POST are served.\n', 405);
  }
  const url = new URL(request.url ?? '/', 'http://centre.invalid');
  const [, id = '', ...rest] = url.pathname.split('/');
  const handler = handlers.get(id);
  if (handler === undefined) return notFound(url.pathname);
  const body = await bodyOf(request);
  if (body === undefined) return answer('text/plain; charset=utf-8', 'The request is too long.\n', 413);
  const question: Question = {
    method: request.method ?? 'GET',
    path: rest.length === 0 ? '' : `/${rest.join('/')}`,
    parameters: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    ),
    body,
  };
  return handler(question);
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.byteLength;
    if (length > LONGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
