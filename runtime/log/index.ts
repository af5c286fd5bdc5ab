import pino, { type DestinationStream, type Logger } from 'pino';
import { maskCredentials } from '../credentials/index.ts';

export type Log = Logger;

const secretNames = [
  'password',
  'newPassword',
  'currentPassword',
  'secret',
  'token',
  'accessToken',
  'refreshToken',
  'apiKey',
  'authorization',
  'cookie',
  '["set-cookie"]',
];

/** Each name at the top of what is logged and in the objects one and two levels down, as pino wants its paths. */
const secretPaths = secretNames.flatMap((name) =>
  name.startsWith('[') ? [name, `*${name}`, `*.*${name}`] : [name, `*.${name}`, `*.*.${name}`],
);

/**
 * A logger of JSON lines on standard error (standard output belongs to the commands' answers).
 * Secrets are masked: properties with such a name, and credentials in addresses wherever they stand.
 * @param level pino level, from the configuration
 * @param name the process or room that speaks
 * @param destination where lines go; standard error unless a test wants them
 */
export function createLog(
  level: string,
  name: string,
  destination: DestinationStream = pino.destination(2),
): Log {
  return pino(
    { level, name, redact: { paths: secretPaths, censor: '[masked]' } },
    { write: (line) => destination.write(maskCredentials(line)) },
  );
}
