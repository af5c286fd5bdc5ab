import { describe, expect, test } from 'vitest';
import type { Actor } from '#accounts';
import type { HarvestRun, HarvestSource, SourceSettings } from '#harvesters';
import { healthOf } from './health.ts';
import { agoText, durationText } from './moment.ts';
import { presentSending } from './present-sending.ts';
import { readSourceForm } from './read-source-form.ts';
import { comingText, nextHarvestText, scheduleText } from './schedule-text.ts';
import { valuesOf } from './source-values.ts';
import { deskMessagesIn } from './texts.ts';

const now = Date.UTC(2026, 10, 25, 12);
const source: HarvestSource = {
  id: 'test',
  names: { en: 'Test', fr: 'Essai' },
  descriptions: { en: 'A centre' },
  homepage: 'https://example.org/',
  contactEmail: 'data@example.org',
  protocol: 'oai-pmh',
  url: 'https://example.org/oai',
  options: {
    set: 'ocean',
    metadataPrefix: 'iso19139',
    bbox: '170,-60,-170,-30',
    datetime: '2010-01-01/..',
    keyword: 'Sea level;wind',
    q: 'wave height',
  },
  precedence: 20,
  schedule: '30 3 * * 1',
  themes: ['Ocean colour', 'Méditerranée'],
  enabled: true,
  allowPrivateAddresses: false,
  policy: { mostGone: 0.125, mostChanged: 0.5, graceDays: 7 },
  createdAt: '2026-01-01T00:00:00Z',
};

const settings: SourceSettings = {
  owner: 'olaf@example.org',
  digest: { frequency: 'weekly', recipients: ['a@example.org', 'b@example.org'], language: 'fr' },
};

const formOf = (values: Partial<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...valuesOf(source, settings), ...values }))
    if (value) form.set(name, value);
  return form;
};

describe('the form of a source', () => {
  test('that nobody changed says what the source says', () => {
    const { id: _id, createdAt: _created, descriptions: _descriptions, ...rest } = source;
    expect(readSourceForm(formOf({}))).toEqual({
      values: valuesOf(source, settings),
      draft: { ...rest, descriptions: { en: 'A centre', fr: '' }, ...settings },
    });
  });

  test.each([
    ['a schedule by hand', { scheduleKind: 'by-hand' }, { schedule: undefined }],
    ['a schedule by the day', { scheduleKind: 'daily', time: '22:05' }, { schedule: '5 22 * * *' }],
    [
      'a schedule by the month',
      { scheduleKind: 'monthly', day: '15', time: '00:00' },
      { schedule: '0 0 15 * *' },
    ],
    ['a schedule by cron', { scheduleKind: 'cron', expression: '0 */6 * * *' }, { schedule: '0 */6 * * *' }],
    ['no schedule in force', { enabled: '' }, { enabled: false }],
    ['options with = in them', { options: ' query=a=b \n\n' }, { options: { query: 'a=b' } }],
    [
      'an area as people write it',
      { west: '-10,5', south: '−4', east: '.5', north: '52.' },
      { options: { bbox: '-10.5,-4,0.5,52' } },
    ],
    [
      'one day',
      { periodFrom: '2010-05-31', periodTo: '2010-05-31' },
      { options: { datetime: '2010-05-31' } },
    ],
    [
      'a period without a beginning',
      { periodFrom: '', periodTo: '2010' },
      { options: { datetime: '../2010' } },
    ],
    ['keywords by the line', { keywords: ' tide \n\nwind ' }, { options: { keyword: 'tide;wind' } }],
    [
      'a filter of a source that takes one',
      { protocol: 'csw', filter: "title = 'x'" },
      { options: { filter: "title = 'x'" } },
    ],
    [
      'nobody as owner, and the usual precedence',
      { owner: '', precedence: '' },
      { owner: '', precedence: null },
    ],
    [
      'letters as the catalogue sends them',
      { digestFrequency: '', digestTo: '', digestLanguage: '' },
      { digest: {} },
    ],
    [
      'percentages with a comma',
      { mostGone: '12,5 %' },
      { policy: { mostGone: 0.125, mostChanged: 0.5, graceDays: 7 } },
    ],
  ])('reads %s', (_what, values, draft) => {
    expect(readSourceForm(formOf(values))).toMatchObject({ draft });
  });

  test.each([
    ['no name', { nameEn: '', nameFr: '' }, { nameEn: 'names' }],
    ['half an address of e-mail', { contactEmail: 'data' }, { contactEmail: 'contactEmail' }],
    ['a web site of another kind', { homepage: 'javascript:alert(1)' }, { homepage: 'homepage' }],
    ['what has fields of its own among the options', { options: 'bbox=1,2,3,4' }, { options: 'ownFields' }],
    ['half an area', { west: '', north: '' }, { west: 'areaWhole', north: 'areaWhole' }],
    ['sides that are none', { west: '181', north: 'top' }, { west: 'longitude', north: 'latitude' }],
    ['an area upside down', { south: '50', north: '40' }, { south: 'areaTurned' }],
    ['a day that never was', { periodFrom: '2010-02-30' }, { periodFrom: 'date' }],
    ['an interval for a date', { periodTo: '2010/2011' }, { periodTo: 'date' }],
    ['a period that ends before it begins', { periodTo: '2009' }, { periodTo: 'periodTurned' }],
    ['a filter of a source that takes none', { filter: "title = 'x'" }, { filter: 'filter' }],
    ['words without end', { words: 'x'.repeat(2001) }, { words: 'tooLong' }],
    ['an owner that is no address', { owner: 'olaf' }, { owner: 'contactEmail' }],
    ['a precedence that is none', { precedence: '0' }, { precedence: 'precedence' }],
    ['letters to what is no address', { digestTo: 'a@example.org\nb' }, { digestTo: 'digestTo' }],
    ['a protocol that nobody speaks', { protocol: 'gopher' }, { protocol: 'protocol' }],
    [
      'a cron expression that is none',
      { scheduleKind: 'cron', expression: 'soon' },
      { scheduleKind: 'schedule' },
    ],
    ['an hour that is none', { scheduleKind: 'daily', time: '25:00' }, { scheduleKind: 'schedule' }],
    ['a day that some months lack', { scheduleKind: 'monthly', day: '31' }, { scheduleKind: 'schedule' }],
    ['an option without a value', { options: 'set' }, { options: 'options' }],
    [
      'shares that are none',
      { mostGone: '101', mostChanged: '', graceDays: '1.5' },
      { mostGone: 'mostGone', mostChanged: 'mostChanged', graceDays: 'graceDays' },
    ],
  ])('refuses %s, and keeps what was written', (_what, values, errors) => {
    expect(readSourceForm(formOf(values))).toEqual({
      values: { ...valuesOf(source, settings), ...values },
      errors,
    });
  });
});

describe('schedules in words', () => {
  const words = (expression: string | undefined) =>
    (['en', 'fr'] as const).map((locale) => scheduleText(expression, locale, deskMessagesIn(locale)));
  test.each([
    [undefined, 'By hand only', 'À la main seulement'],
    ['30 3 * * *', 'Every day at 03:30 UTC', 'Chaque jour à 03:30 UTC'],
    ['0 22 * * 1', 'Every Monday at 22:00 UTC', 'Chaque lundi à 22:00 UTC'],
    ['0 22 * * 7', 'Every Sunday at 22:00 UTC', 'Chaque dimanche à 22:00 UTC'],
    ['0 5 3 * *', 'Every month on day 3 at 05:00 UTC', 'Chaque mois, le 3, à 05:00 UTC'],
    ['0 */6 * * *', 'By the expression 0 */6 * * *', 'Selon l’expression 0 */6 * * *'],
  ])('%s', (expression, english, french) => {
    expect(words(expression)).toEqual([english, french]);
  });

  test('a source that sends its documents has none', () => {
    const sends = { protocol: 'push' } as const;
    expect(comingText(sends, 'en', deskMessagesIn('en'))).toBe('When the centre sends');
    expect(comingText(sends, 'fr', deskMessagesIn('fr'))).toBe('Quand le centre envoie');
    expect(comingText(source, 'en', deskMessagesIn('en'))).toBe('Every Monday at 03:30 UTC');
  });

  test('the next harvest, unless the source is switched off', () => {
    expect(nextHarvestText(source, now, 'en')).toBe('30 November 2026, 03:30 UTC');
    expect(nextHarvestText({ ...source, enabled: false }, now, 'en')).toBeUndefined();
  });

  test('how long ago, and how long', () => {
    expect(agoText('2026-11-22T12:00:00Z', now, 'en')).toBe('3 days ago');
    expect(agoText('2026-11-25T10:30:00Z', now, 'fr')).toBe('il y a 1 heure');
    expect(agoText('2026-11-25T11:59:50Z', now, 'en')).toBe('this minute');
    expect(durationText('2026-11-25T10:00:00Z', '2026-11-25T12:05:00Z', 'en')).toBe('2 h 05 min');
    expect(durationText('2026-11-25T10:00:00Z', '2026-11-25T10:01:05Z', 'en')).toBe('1 min 05 s');
  });
});

describe('how a source fares', () => {
  const run = (more: Partial<HarvestRun>): HarvestRun => ({
    id: 'run',
    sourceId: 'test',
    kind: 'harvest',
    state: 'succeeded',
    phase: 'committing',
    actor: 'system',
    dryRun: false,
    full: false,
    startedAt: '2026-11-23T03:30:00Z',
    counts: { listed: 0, created: 0, updated: 0, unchanged: 0, withdrawn: 0, refused: 0, problems: 0 },
    ...more,
  });
  const preview = run({ dryRun: true, startedAt: '2026-11-25T11:00:00Z' });
  test.each<[string, string, Partial<HarvestSource>, HarvestRun[]]>([
    ['well', 'harvested at its last moment', {}, [run({})]],
    ['never', 'only previewed', {}, [preview]],
    ['unsent', 'it sends, and has not yet', { protocol: 'push', schedule: '' }, []],
    ['failed', 'a failure stays one after a preview', {}, [preview, run({ state: 'failed' })]],
    ['late', 'its moment went by', {}, [run({ startedAt: '2026-11-16T03:30:00Z' })]],
    ['well', 'by hand, nothing is late', { schedule: '' }, [run({ startedAt: '2020-01-01T00:00:00Z' })]],
    ['held', 'a decision is waited for', { enabled: false }, [run({ state: 'held' }), run({})]],
    ['running', 'it goes on', {}, [run({ state: 'running' }), run({ state: 'failed' })]],
    ['off', 'switched off', { enabled: false }, [run({ state: 'failed' })]],
  ])('%s: %s', (health, _why, more, runs) => {
    expect(healthOf({ ...source, ...more }, runs, now)).toBe(health);
  });
});

describe('what a centre needs that sends its documents', () => {
  const person = (email: string, scope: string): Actor => ({
    kind: 'person',
    id: 'ada',
    name: 'Ada',
    email,
    sessionId: 's',
    grants: [{ role: 'producer', scope: { kind: 'source', id: scope } }],
  });
  const tokenCommand = (actor: Actor) => presentSending(actor, 'ifremer', 'https://example.org').tokenCommand;

  test('is the address and a request', () => {
    const { address, example } = presentSending(
      person('ada@sea.org', 'ifremer'),
      'ifremer',
      'https://example.org',
    );
    expect(address).toBe('https://example.org/api/sources/ifremer/documents');
    expect(example).toContain(
      'curl -fsS -X PUT "https://example.org/api/sources/ifremer/documents/ctd-2021"',
    );
  });

  test.each([
    ['whoever looks and may send', 'ada@sea.org', 'ifremer', 'ada@sea.org'],
    ['nobody yet, where another source is theirs', 'ada@sea.org', 'other', 'name@example.org'],
    ['nobody yet, where the shell would read the address', "a'$(b)@sea.org", 'ifremer', 'name@example.org'],
  ])('is a token for %s', (_who, email, scope, told) => {
    expect(tokenCommand(person(email, scope))).toBe(`npx halocline tokens create ifremer ${told} --days 365`);
  });
});
