import { serve } from '@hono/node-server';
import { readConfiguration } from '#runtime/config';
import { createLog } from '#runtime/log';
import { openHouse } from './house.ts';
import { createPortal } from './portal.ts';

/** Time that requests under way get to finish when the process is asked to stop. */
const graceMs = 10_000;

/**
 * The web process: answers people and machines until it is told to stop (SIGTERM, SIGINT).
 * @throws DomainError `conflict` when the port is taken
 */
export async function runWeb(): Promise<void> {
  const config = readConfiguration(process.env);
  const log = createLog(config.logLevel, 'web');
  const house = await openHouse(config, log);
  const portal = await createPortal(house);
  const server = serve({ fetch: portal.fetch, port: config.port, hostname: config.host }, () => {
    process.send?.('ready');
    log.info({ url: config.publicUrl, port: config.port }, 'listening');
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${config.port} is taken by another program. Stop it, or set PORT to a free one.`)
          : error,
      );
    });
    const stop = () => {
      server.close(() => resolve());
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs).unref();
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
  await house.close();
}
