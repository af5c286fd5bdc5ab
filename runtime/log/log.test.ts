import { describe, expect, test } from 'vitest';
import { createLog } from './index.ts';

function logged(level: string, write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  write(createLog(level, 'test', { write: (line) => void lines.push(line) }));
  return lines;
}

describe('the log', () => {
  test('writes one line of JSON per message, from its level up', () => {
    const lines = logged('warn', (log) => {
      log.info('quiet');
      log.warn({ source: 'aviso' }, 'loud');
    });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ name: 'test', source: 'aviso', msg: 'loud' });
  });

  test.each([
    { password: 'hunter2' },
    { body: { password: 'hunter2', newPassword: 'hunter2' } },
    { request: { headers: { authorization: 'Bearer hunter2', cookie: 'session=hunter2' } } },
    { headers: { 'set-cookie': 'session=hunter2' } },
    { response: { headers: { 'set-cookie': 'session=hunter2' } } },
    { invitation: { token: 'hunter2' } },
    { configuration: { secret: 'hunter2' } },
  ])('masks the secret in %j', (about) => {
    const [line = ''] = logged('info', (log) => log.info(about, 'x'));
    expect(line).not.toContain('hunter2');
    expect(line).toContain('[masked]');
  });

  test('masks credentials in addresses, in messages and errors too', () => {
    const [line = ''] = logged('info', (log) =>
      log.info(
        {
          err: new Error('no answer from ftp://argo:hunter2@example.org'),
          url: 'http://x.org/?a=1&token=hunter2',
        },
        'fetching https://u:hunter2@example.org/',
      ),
    );
    expect(line).not.toContain('hunter2');
    expect(JSON.parse(line)).toMatchObject({ url: 'http://x.org/?a=1&token=***' });
  });
});
