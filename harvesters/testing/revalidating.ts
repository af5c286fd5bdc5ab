import { createHash } from 'node:crypto';
import { type LocalServer, startLocalServer } from '#runtime/fetching/testing';

/** How a request was answered; `bytes` of the body. */
export type Answered = { path: string; status: number; bytes: number };

/**
 * Stands before a server and gives each of its answers a tag by what it holds: 304 where that is the one that is known
 * (RFC 9110, 13.1.2). Addresses of the server in what it sends become its own.
 */
export async function revalidating(
  inner: LocalServer,
): Promise<LocalServer & { answered: () => Answered[] }> {
  const answered: Answered[] = [];
  const server: LocalServer = await startLocalServer(async (request, response) => {
    const path = request.url ?? '/';
    const answer = await fetch(inner.url + path);
    const body = (await answer.text()).replaceAll(inner.url, server.url);
    const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    const status = answer.status === 200 && request.headers['if-none-match'] === tag ? 304 : answer.status;
    const sent = status === 304 ? '' : body;
    answered.push({ path, status, bytes: sent.length });
    const type = answer.headers.get('content-type');
    response.writeHead(status, { etag: tag, ...(type ? { 'content-type': type } : {}) }).end(sent);
  });
  return {
    ...server,
    /** What was answered since this was called last. */
    answered: () => answered.splice(0),
    async close() {
      await server.close();
      await inner.close();
    },
  };
}
