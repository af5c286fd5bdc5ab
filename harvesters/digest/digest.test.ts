import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStores } from '#db';
import { openTestDatabase } from '#db/testing';
import { createMail } from '#runtime/mail';
import type { HarvestRun, RunProblem } from '../types.ts';
import { createPostman, lastPeriod } from './index.ts';

/** A Wednesday. */
const wednesday = Date.parse('2026-11-25T09:00:00Z');
const head = {
  publicUrl: 'https://catalogue.example.org',
  name: 'Halocline',
  contact: 'catalogue@example.org',
};

let database: ReturnType<typeof openTestDatabase>;
let stores: ReturnType<typeof createStores>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let now = wednesday;

/** A real mail server that keeps what it took; `refuse` says whom it takes nothing for. */
async function startSmtp() {
  const taken: { to: string[]; raw: string }[] = [];
  const refuse = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(refuse.has(address) ? Object.assign(new Error('not now'), { responseCode: 451 }) : null);
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces).toString('utf8'),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuse,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

beforeEach(async () => {
  database = openTestDatabase();
  stores = createStores(database, () => now);
  smtp = await startSmtp();
  now = wednesday;
});
afterEach(async () => {
  await smtp.close();
  database.close();
});

function postman(frequency: 'never' | 'daily' | 'weekly' = 'weekly', url = smtp.url) {
  return createPostman({
    sources: stores.sources,
    runs: stores.runs,
    reports: stores.reports,
    store: stores.digests,
    mail: createMail({
      smtpUrl: url,
      dataFolder: '/nonexistent',
      from: { name: head.name, address: head.contact },
    }),
    head,
    frequency,
    emailOf: async (id) => (id === 'ada' ? 'ada@example.org' : undefined),
    clock: () => now,
  });
}

async function source(names: Record<string, string> = { en: 'Sea centre' }): Promise<void> {
  await stores.sources.save({
    id: 'sea',
    names,
    descriptions: {},
    contactEmail: 'centre@example.org',
    protocol: 'csw',
    url: 'http://10.0.0.9/csw',
    options: {},
    enabled: true,
    allowPrivateAddresses: true,
    ownerId: 'ada',
    createdAt: '2026-01-01T00:00:00Z',
  });
}

async function run(day: string, more: Partial<HarvestRun> = {}, problems: RunProblem[] = []): Promise<void> {
  const begun = await stores.runs.begin(
    {
      id: `run-${day}`,
      sourceId: 'sea',
      kind: 'harvest',
      state: 'running',
      phase: 'listing',
      actor: 'system',
      dryRun: false,
      full: false,
      startedAt: `${day}T03:00:00Z`,
      counts: { listed: 9, created: 4, updated: 3, unchanged: 2, withdrawn: 1, refused: 0, problems: 0 },
    },
    60,
  );
  if (!begun) throw new Error('The run did not begin.');
  await stores.runs.addProblems(begun.id, problems);
  await stores.runs.finish({ ...begun, state: 'succeeded', finishedAt: `${day}T03:10:00Z`, ...more });
}

/** Lays down what a source's day was, as the end of a harvest does. */
async function day(name: string, rules: Record<string, number>): Promise<void> {
  database.connection
    .prepare(
      `INSERT INTO source_days (source_id, day, records, with_problems, problems, refused, links, links_amiss, rules)
       VALUES ('sea', ?, 120, 10, ?, 1, 40, 2, ?)`,
    )
    .run(
      name,
      Object.values(rules).reduce((sum, number) => sum + number, 0),
      JSON.stringify(rules),
    );
}

/** The words of a message as a person reads them: its plain part, without the wrapping of the transport. */
function wordsOf(raw: string): string {
  const part = raw.slice(raw.indexOf('text/plain'), raw.indexOf('text/html'));
  const body = part.slice(part.indexOf('\r\n\r\n')).replaceAll('=\r\n', '');
  const bytes = body.replace(/=([0-9A-F]{2})/g, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, /[\u0100-\uffff]/.test(bytes) ? 'utf8' : 'latin1').toString('utf8');
}

describe('a week with something to say', () => {
  beforeEach(async () => {
    await source();
    await day('2026-11-14', { 'date-unreadable': 5, 'term-unknown': 2 });
    await day('2026-11-18', { 'date-unreadable': 1234, 'link-broken': 3 });
    await run('2026-11-17');
    await run('2026-11-18', { state: 'failed', message: 'http://10.0.0.9/csw did not answer.' }, [
      {
        severity: 'error',
        code: 'format-unknown',
        path: '/',
        line: 4,
        message: 'It is in no format that is read here.',
        hint: 'Mend it.',
        identifier: 'a.xml',
        refused: true,
      },
    ]);
    await run('2026-11-24', { state: 'failed', message: 'This week, not last.' });
  });

  it('is told once to the contact and to whoever looks after the source', async () => {
    const [due, ...others] = await postman().due();
    if (!due) throw new Error('Nothing is due.');
    expect(others).toEqual([]);
    expect(due).toEqual({ sourceId: 'sea', period: { from: '2026-11-16', until: '2026-11-23' } });
    expect(await postman().send(due)).toBe(2);
    expect(smtp.taken.map(({ to }) => to)).toEqual([['centre@example.org'], ['ada@example.org']]);
    expect(await postman().send(due)).toBe(0);
    expect(smtp.taken).toHaveLength(2);
    const { raw } = smtp.taken[0] ?? { raw: '' };
    expect(raw).toContain('Auto-Submitted: auto-generated');
    const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
    expect(headers).toMatch(/List-Unsubscribe: <mailto:catalogue@example\.org/);
    expect(headers).toMatch(/Message-ID: <digest\.[0-9a-f]{32}@catalogue\.example\.org>/);
    expect(raw.replaceAll('=\r\n', '')).toContain('<h2>More problems than before</h2>');
    const words = wordsOf(raw);
    for (const expected of [
      'found in the records of Sea centre from 16 November 2026 to 22 November 2026.',
      '120 records; 1,237 errors and warnings (7 before).',
      'Harvests: 2. New records: 8, changed: 6, withdrawn: 2.',
      '18 November 2026: failed\r\n  http://***/csw did not answer.',
      'Date unreadable: 5 → 1,234',
      'Broken link: 0 → 3',
      'FEWER PROBLEMS THAN BEFORE\r\n\r\n* Term without meaning: 2 → 0',
      'a.xml: ',
      'https://catalogue.example.org/sources/sea/report\r\n',
      'write to catalogue@example.org',
    ])
      expect(words).toContain(expected);
    expect(words.indexOf('Date unreadable')).toBeLessThan(words.indexOf('Broken link'));
    for (const secret of ['10.0.0.9', 'This week']) expect(raw).not.toContain(secret);
  });

  it('can be read beforehand, in French too, and is in French where the centre is', async () => {
    const preview = await postman().preview('sea', 'fr');
    expect(preview).toMatchObject({ worth: true, recipients: ['centre@example.org', 'ada@example.org'] });
    expect(preview?.text).toContain('Date illisible');
    expect(preview?.html).toContain('<html lang="fr">');
    expect((await postman().preview('sea'))?.language).toBe('en');
    await source({ fr: 'Centre' });
    expect((await postman().preview('sea'))?.language).toBe('fr');
    expect(smtp.taken).toEqual([]);
  });

  it('who could not be reached is tried again, and nobody else a second time', async () => {
    smtp.refuse.add('centre@example.org');
    const [due] = await postman().due();
    if (!due) throw new Error('Nothing is due.');
    await expect(postman().send(due)).rejects.toMatchObject({ code: 'unavailable' });
    expect(smtp.taken.map(({ to }) => to)).toEqual([['ada@example.org']]);
    smtp.refuse.clear();
    expect(await postman().send(due)).toBe(1);
    expect(smtp.taken.map(({ to }) => to)).toEqual([['ada@example.org'], ['centre@example.org']]);
    await expect(postman('weekly', 'smtp://127.0.0.1:1').send({ ...due, sourceId: 'sea' })).resolves.toBe(0);
  });

  it('a letter whose sending was cut off is not sent again', async () => {
    const [due] = await postman().due();
    if (!due) throw new Error('Nothing is due.');
    const { from, until } = due.period;
    const letter = { sourceId: 'sea', period: `${from}/${until}`, recipient: 'centre@example.org' };
    expect(await stores.digests.take(letter, '2026-11-25T09:00:00Z')).toBe(true);
    expect(await postman().send(due)).toBe(1);
    expect(smtp.taken.map(({ to }) => to)).toEqual([['ada@example.org']]);
  });

  it('two that send at once send it once', async () => {
    const [due] = await postman().due();
    if (!due) throw new Error('Nothing is due.');
    const sent = await Promise.all([postman().send(due), postman().send(due)]);
    expect(sent[0] + sent[1]).toBe(2);
    expect(smtp.taken.map(({ to }) => to[0]).toSorted()).toEqual(['ada@example.org', 'centre@example.org']);
  });

  it('goes to whom the source says, in its language, as often as it says, or not at all', async () => {
    await postman().change('sea', { frequency: 'daily', recipients: ['team@example.org'], language: 'fr' });
    now = Date.parse('2026-11-19T09:00:00Z');
    const [due] = await postman('never').due();
    expect(due?.period).toEqual({ from: '2026-11-18', until: '2026-11-19' });
    if (due) expect(await postman('never').send(due)).toBe(1);
    expect(smtp.taken.map(({ to }) => to)).toEqual([['team@example.org']]);
    expect(wordsOf(smtp.taken[0]?.raw ?? '')).toContain('Bonjour,');
    await postman().change('sea', { frequency: 'never' });
    expect(await postman('daily').due()).toEqual([]);
  });
});

describe('a week with nothing to say', () => {
  it('is not told', async () => {
    await source();
    await day('2026-11-14', { 'date-unreadable': 5 });
    await day('2026-11-18', { 'date-unreadable': 5 });
    await run('2026-11-17');
    const [due] = await postman().due();
    if (!due) throw new Error('Nothing is due.');
    expect(await postman().send(due)).toBe(0);
    expect(await postman().preview('sea')).toMatchObject({ worth: false });
    expect(smtp.taken).toEqual([]);
  });
  it('is not even written before the source was ever harvested', async () => {
    await source();
    expect(await postman().preview('sea')).toBeNull();
    await expect(postman().preview('nobody')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the last whole period', () => {
  it.each([
    ['daily', '2026-11-25T00:00:00Z', '2026-11-24', '2026-11-25'],
    ['weekly', '2026-11-22T23:59:59Z', '2026-11-09', '2026-11-16'],
    ['weekly', '2026-11-23T00:00:00Z', '2026-11-16', '2026-11-23'],
    ['weekly', '2026-03-01T12:00:00Z', '2026-02-16', '2026-02-23'],
  ] as const)('%s at %s', (frequency, at, from, until) => {
    expect(lastPeriod(frequency, Date.parse(at))).toEqual({ from, until });
  });
});
