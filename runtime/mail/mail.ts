import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { DomainError } from '../errors/index.ts';

/** A message to one person. */
export type Mail = {
  to: string;
  subject: string;
  /** Plain text; always there. */
  text: string;
  html?: string;
  /** Of a letter that no person wrote: its name (RFC 5322, 3.6.4), and where to write to get no more (RFC 2369). */
  automatic?: { messageId: string; unsubscribe: string };
};

export type MailPort = {
  /** @throws DomainError `unavailable` when it could not be handed on: to be tried again */
  send(mail: Mail): Promise<void>;
};

export type MailOptions = {
  /** `smtp://user:password@host:port` or `smtps:`; without it each mail becomes a file. */
  smtpUrl?: string | undefined;
  /** Data folder; files go to its `mail`. */
  dataFolder: string;
  /** Name and address that mail comes from. */
  from: { name: string; address: string };
};

/** Milliseconds that an SMTP server may take to answer. */
const patience = 20_000;

/** Mail by SMTP where a server is configured, else one `.eml` file per message (RFC 5322) in the data folder. */
export function createMail(options: MailOptions): MailPort {
  return options.smtpUrl === undefined
    ? toFolder(join(options.dataFolder, 'mail'), options.from)
    : bySmtp(options.smtpUrl, options.from);
}

function bySmtp(url: string, from: MailOptions['from']): MailPort {
  const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const transport: Transporter = createTransport({ url, ...timeouts });
  return {
    async send(mail) {
      try {
        await transport.sendMail(messageOf(mail, from));
      } catch (cause) {
        throw new DomainError('unavailable', 'The mail server did not take the message.', { cause });
      }
    },
  };
}

function toFolder(folder: string, from: MailOptions['from']): MailPort {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(messageOf(mail, from));
      await mkdir(folder, { recursive: true });
      const moment = new Date().toISOString().replaceAll(':', '-');
      const path = join(folder, `${moment}-${randomUUID().slice(0, 8)}.eml`);
      // Whoever watches the folder never meets half a message.
      await writeFile(`${path}.part`, message, { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
  };
}

function messageOf({ automatic, ...mail }: Mail, from: MailOptions['from']) {
  if (!automatic) return { ...mail, from };
  return {
    ...mail,
    from,
    messageId: automatic.messageId,
    list: { unsubscribe: automatic.unsubscribe },
    // RFC 3834: programs that are away do not answer it.
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
