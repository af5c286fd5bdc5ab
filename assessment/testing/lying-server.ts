import { setTimeout as pause } from 'node:timers/promises';
import { type LocalServer, startLocalServer } from '#runtime/fetching/testing';

const page = (title: string, body: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;

/** A data server of which hardly any answer is what it claims to be; each path says what it does. */
export function startLyingServer(): Promise<LocalServer> {
  return startLocalServer(async (request, response) => {
    const head = request.method === 'HEAD';
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const send = (status: number, type: string, body: string | Buffer, more: Record<string, string> = {}) => {
      response.writeHead(status, {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        ...more,
      });
      response.end(head ? undefined : body);
    };
    const netcdf = Buffer.concat([Buffer.from('CDF\x01'), Buffer.alloc(4000)]);
    if (path === '/honest.nc') return send(200, 'application/x-netcdf', netcdf);
    if (path === '/ranged.nc') {
      if (head) return send(200, 'application/x-netcdf', netcdf);
      const part = { 'content-range': `bytes 0-99/${netcdf.length}` };
      return send(206, 'application/x-netcdf', netcdf.subarray(0, 100), part);
    }
    if (path === '/csv-as-netcdf.nc') return send(200, 'application/x-netcdf', 'station,depth\nA,1\n');
    if (path === '/octets.nc') return send(200, 'application/octet-stream', netcdf);
    if (path === '/sorry.nc')
      return send(200, 'application/x-netcdf', page('Error', '<h1>The file was not found</h1>'));
    if (path === '/no-head.nc') {
      if (head) return send(405, 'text/plain', '');
      return send(200, 'application/x-netcdf', netcdf);
    }
    if (path === '/guarded.nc') {
      response.writeHead(302, { location: '/cas/login?service=guarded' });
      return void response.end();
    }
    if (path === '/cas/login')
      return send(200, 'text/html', page('Sign in', '<form><input name="p" type="password"></form>'));
    if (path === '/private.nc') return send(401, 'text/plain', 'Who are you?');
    if (path === '/busy.nc') return send(503, 'text/plain', 'Later', { 'retry-after': '3600' });
    if (path === '/slow.nc') {
      await pause(60_000, undefined, { ref: false });
      return send(200, 'application/x-netcdf', netcdf);
    }
    if (path === '/endless.nc') {
      response.writeHead(200, { 'content-type': 'application/x-netcdf' });
      if (head) return void response.end();
      const more = () => {
        if (!response.destroyed && response.write(Buffer.alloc(65_536, 'a'))) setImmediate(more);
        else response.once('drain', more);
      };
      response.write('CDF\x01');
      return more();
    }
    send(404, 'text/html', page('Not found', 'Nothing here'));
  });
}
