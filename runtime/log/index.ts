import pino, { type Logger } from 'pino';

export type Log = Logger;

/**
 * A logger of JSON lines on standard error (standard output belongs to the commands' answers).
 * Secrets that may sit in objects are masked.
 * @param level pino level, from the configuration
 * @param name the process or room that speaks
 */
export function createLog(level: string, name: string): Log {
  return pino(
    {
      level,
      name,
      redact: {
        paths: [
          '*.password',
          '*.secret',
          '*.token',
          '*.authorization',
          '*.cookie',
          'headers.authorization',
          'headers.cookie',
        ],
        censor: '[masked]',
      },
    },
    pino.destination(2),
  );
}
