import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#accounts';
import type { HarvestRun, RunProblem } from '#harvesters';
import { presentRun } from '../harvests/present-run.ts';
import { presentSourceDesk } from '../harvests/present-source-desk.ts';
import { presentSourceList } from '../harvests/present-source-list.ts';
import { actOnRules } from '../harvests/rules/act-on-rules.ts';
import { salinityDocument } from '../testing/documents.ts';
import { openTestPortal, publicUrl, readDocument, type TestPortal } from '../testing/portal.ts';

const curator: Actor = {
  kind: 'person',
  id: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  sessionId: 's',
  grants: [{ role: 'curator', scope: { kind: 'global' } }],
};

/** What the software says in English of one run and its records, none of which a French page may show. */
const message =
  '1 of 2 records would be withdrawn at once. Nothing was stored; check the source, then confirm.';
const problems: RunProblem[] = [
  {
    severity: 'error',
    code: 'format-unknown',
    path: '/',
    message: 'The document is in no format that is read here.',
    hint: 'Serve ISO 19139, ISO 19115-3, DCAT, Dublin Core, DataCite, schema.org, STAC or OGC Records.',
    identifier: 'one',
    refused: true,
  },
  {
    severity: 'warning',
    code: 'listing-incomplete',
    path: '/',
    message:
      'The source says that it has 9 records, but gave 8. Since the list has gaps, nothing that is missing from it was withdrawn.',
    hint: 'Mend the source: its list must give every record once, and say how many there are.',
  },
  {
    severity: 'warning',
    code: 'date-unreadable',
    path: '/dateModified',
    message: '"spring 1998" is not a date.',
    hint: 'Write YYYY-MM-DD.',
    identifier: 'two',
  },
  {
    severity: 'info',
    code: 'code-of-old',
    path: '/',
    message: 'Another version told this.',
    hint: 'Do as it said.',
  },
];
const reason = 'No longer listed by the source.';
const english = [message, reason, ...problems.flatMap((one) => [one.message, one.hint])];

let portal: TestPortal;
let id: string;
beforeAll(async () => {
  portal = await openTestPortal();
  const { runs } = portal.stores;
  const run: HarvestRun = {
    id: 'run-1',
    sourceId: 'centre',
    kind: 'harvest',
    state: 'running',
    phase: 'listing',
    actor: 'system',
    dryRun: false,
    full: true,
    startedAt: '2026-11-25T11:00:00Z',
    counts: { listed: 2, created: 0, updated: 0, unchanged: 0, withdrawn: 1, refused: 1, problems: 4 },
  };
  await runs.begin(run, 60);
  await runs.stage(
    {
      run,
      changes: [],
      seen: [],
      problems,
    },
    60,
  );
  const document = await readDocument('schema.org', salinityDocument('Salinity'), 'two');
  document.problems = problems.slice(2);
  [id = ''] = await portal.commit(document);
  await runs.finish({ ...run, state: 'held', message, complete: true, finishedAt: '2026-11-25T12:00:00Z' });
});
afterAll(() => portal.close());

/** Sentences of ours that stand somewhere in what a page is made of. */
const englishIn = (text: string) => {
  const plain = text.replaceAll('&quot;', '"').replaceAll('\\"', '"');
  return english.filter((sentence) => plain.includes(sentence));
};

test('the pages of a run and its source say in French what they say in English', async () => {
  const made = async (locale: 'en' | 'fr') =>
    JSON.stringify([
      await presentRun(curator, portal.services, 'run-1', new URLSearchParams(), locale),
      await presentSourceDesk(curator, portal.services, 'centre', locale),
      await presentSourceList(curator, portal.services, locale),
    ]);
  const [inEnglish, inFrench] = [await made('en'), await made('fr')];
  // What is looked for would be found.
  expect(englishIn(inEnglish)).toEqual(expect.arrayContaining([message, problems[0]?.message]));
  expect(englishIn(inFrench)).toEqual([]);
  expect(inFrench).toContain('1 fiches sur 2 seraient retirées d’un coup.');
  expect(inFrench).toContain('La source dit avoir 9 fiches, mais en a donné 8.');
  expect(inFrench).toContain('« spring 1998 » n’est pas une date.');
});

test.each([
  () => '/sources/centre?lang=',
  () => '/sources/centre/report?lang=',
  () => '/sources/centre/report?rule=date-unreadable&lang=',
  () => `/records/${id}?lang=`,
])('a public page, %#', async (path) => {
  const page = async (locale: string) => (await portal.fetch(path() + locale)).text();
  expect(englishIn(await page('en'))).not.toEqual([]);
  expect(englishIn(await page('fr'))).toEqual([]);
});

test('a record that was withdrawn says why in French', async () => {
  const document = await readDocument('schema.org', salinityDocument('Gone'), 'three');
  const [gone = ''] = await portal.commit(document);
  await portal.commit({ kind: 'withdraw', recordId: gone, reason });
  const page = async (locale: string) => (await portal.fetch(`/records/${gone}?lang=${locale}`)).text();
  expect(englishIn(await page('en'))).toEqual([reason]);
  expect(englishIn(await page('fr'))).toEqual([]);
  expect(await page('fr')).toContain('N’est plus listée par la source.');
  expect(englishIn(await (await portal.fetch('/feed.atom?lang=fr')).text())).toEqual([]);
});

test('what is wrong with rules is said in French', async () => {
  const form = new URLSearchParams({
    intent: 'save',
    list: JSON.stringify([{ id: 'a', action: { do: 'default-licence', licence: 'nothing' } }, { id: 'a' }]),
    'only.cql2': "title = 'x' AND",
    'except.area': 'nowhere',
  });
  const acted = async (locale: 'en' | 'fr') => {
    const request = new Request(`${publicUrl}/admin/sources/centre/rules`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      body: form,
    });
    const outcome = await actOnRules(request, curator, 'centre', portal.services, locale);
    return 'view' in outcome ? outcome.view.form.faults.map((fault) => [fault.message, fault.remedy]) : [];
  };
  const [inEnglish, inFrench] = [await acted('en'), await acted('fr')];
  expect(inEnglish.length).toBeGreaterThan(3);
  expect(inFrench).toHaveLength(inEnglish.length);
  const same = inFrench.flat().filter((words) => inEnglish.flat().includes(words));
  expect(same).toEqual([]);
  expect(inFrench.flat()).toEqual(
    expect.arrayContaining(['Cette licence n’est pas connue ici.', 'Ce n’est pas une zone.']),
  );
});
