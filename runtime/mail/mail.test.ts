import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMail } from './index.ts';

const from = { name: 'Halocline', address: 'catalogue@halocline.example.org' };
let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'halocline-mail-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

test('without a server, each message is a file that only we can read', async () => {
  const mail = createMail({ dataFolder, from });
  await mail.send({ to: 'a@example.org', subject: 'Première', text: 'Bonjour,\n\nvoilà.' });
  await mail.send({ to: 'b@example.org', subject: 'Second', text: 'x', html: '<p>x</p>' });
  const names = (await readdir(join(dataFolder, 'mail'))).sort();
  expect(names).toHaveLength(2);
  const path = join(dataFolder, 'mail', names[0] ?? '');
  const message = await readFile(path, 'utf8');
  expect(message).toContain('From: Halocline <catalogue@halocline.example.org>\r\n');
  expect(message).toContain('To: a@example.org\r\n');
  expect(message).toContain('Subject: =?UTF-8?');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a line break in an address or a subject adds no header', async () => {
  const mail = createMail({ dataFolder, from });
  await mail.send({
    to: 'a@example.org\r\nBcc: c@example.org',
    subject: 'x\r\nBcc: d@example.org',
    text: 'x',
  });
  const [name = ''] = await readdir(join(dataFolder, 'mail'));
  expect(await readFile(join(dataFolder, 'mail', name), 'utf8')).not.toMatch(/^Bcc:/m);
});

/** A server that speaks as much SMTP (RFC 5321) as one message needs. */
async function smtpServer(answerToData: string) {
  const received: string[] = [];
  const server = createServer((socket) => {
    let inMessage = false;
    socket.write('220 test ESMTP\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      received.push(text);
      if (inMessage) {
        if (!text.endsWith('\r\n.\r\n')) return;
        inMessage = false;
        socket.write(answerToData);
      } else if (text.startsWith('DATA')) {
        inMessage = true;
        socket.write('354 go on\r\n');
      } else if (text.startsWith('QUIT')) socket.end('221 bye\r\n');
      else socket.write('250 test\r\n');
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received, close: () => server.close() };
}

test('with a server, the message is handed to it', async () => {
  const server = await smtpServer('250 taken\r\n');
  await createMail({ dataFolder, from, smtpUrl: server.url }).send({
    to: 'a@example.org',
    subject: 'Hello',
    text: 'A text.',
  });
  const said = server.received.join('');
  expect(said).toContain('RCPT TO:<a@example.org>');
  expect(said).toContain('A text.');
  server.close();
});

test('a server that refuses or is away: unavailable, to be tried again', async () => {
  const server = await smtpServer('451 not now\r\n');
  const message = { to: 'a@example.org', subject: 'Hello', text: 'A text.' };
  await expect(createMail({ dataFolder, from, smtpUrl: server.url }).send(message)).rejects.toMatchObject({
    code: 'unavailable',
  });
  server.close();
  await expect(
    createMail({ dataFolder, from, smtpUrl: 'smtp://127.0.0.1:1' }).send(message),
  ).rejects.toMatchObject({ code: 'unavailable' });
});
