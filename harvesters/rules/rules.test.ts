import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRecord, type Resource } from '#catalogue/model';
import { actionNames } from './actions/index.ts';
import { compileRules } from './apply.ts';
import { compileCondition, condition } from './condition.ts';
import { boxesMeet, dateFields, textFields } from './fields.ts';
import { interpretationName, parseSourceRules, previewRules, rulesInterpreter } from './index.ts';

const about = { format: 'iso19139', identifier: 'one' } as const;

function recordOf(said: Partial<Resource>) {
  const record = emptyRecord();
  return { ...record, resource: { ...record.resource, ...said } };
}
function rulesOf(given: unknown) {
  const parsed = parseSourceRules(given);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.rules;
}
function errorsOf(given: unknown) {
  const parsed = parseSourceRules(given);
  return 'errors' in parsed ? parsed.errors : [];
}

describe('a condition', () => {
  const record = recordOf({
    titles: { fr: 'Température de surface' },
    keywords: [{ label: { en: 'Ocean' } }, { label: { en: 'SST' } }],
    spatialExtents: [
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [-6, 47],
            [-4, 49],
          ],
        },
        inclusive: true,
      },
      { box: { west: 100, south: 0, east: 110, north: 10 }, inclusive: false },
    ],
  });
  it.each([
    [{ type: ['dataset'] }, true],
    [{ type: ['service'] }, false],
    [{ format: ['iso19139'] }, true],
    [{ keyword: 'sst' }, true],
    [{ keyword: ['x', 'ocean'] }, true],
    [{ title: { contains: 'temperature' } }, true],
    [{ title: { contains: 'temperature', matches: 'surface$' } }, true],
    [{ title: { contains: 'temperature', matches: 'surf$' } }, false],
    [{ text: { matches: '\\bsst\\b' } }, true],
    [{ area: { west: -5, south: 48, east: 0, north: 50 } }, true],
    [{ area: { west: 101, south: 1, east: 102, north: 2 } }, false],
    [{ without: ['licence', 'organisation'] }, true],
    [{ without: ['keyword'] }, false],
    [{ not: { keyword: 'SST' } }, false],
    [{ keyword: 'SST', type: ['service'] }, false],
    [{ all: [{ keyword: 'SST' }, { not: { type: ['service'] } }] }, true],
    [{ any: [{ keyword: 'x' }, { all: [{ type: ['dataset'] }] }] }, true],
    [{ cql2: "keyword = 'SST' AND type = 'dataset'" }, true],
  ])('%j: %s', (given, expected) => {
    expect(compileCondition(condition.parse(given))(record, about)).toBe(expected);
  });

  it('meets boxes across the antimeridian', () => {
    const pacific = { west: 170, south: -10, east: -170, north: 10 };
    expect(boxesMeet(pacific, { west: -175, south: 0, east: -160, north: 5 })).toBe(true);
    expect(boxesMeet(pacific, { west: 165, south: 0, east: 171, north: 5 })).toBe(true);
    expect(boxesMeet(pacific, { west: 0, south: 0, east: 10, north: 5 })).toBe(false);
  });
});

describe('rules that a person wrote', () => {
  const rule = (action: unknown, more = {}) => ({ rules: [{ id: 'one', action, ...more }] });

  it.each([
    [[], '', /expected object/, /docs\/rules/],
    [{ rule: [] }, '', /Unrecognized key/, /spelling of "rule"/],
    [rule({ do: 'delete' }), 'rules[0].action.do', /no such action/, /default-licence, default-party/],
    [
      rule({ do: 'default-licence', licence: 'ours' }),
      'rules[0].action.licence',
      /not known/,
      /creativecommons/,
    ],
    [
      rule({ do: 'drop-link', url: { matches: '(a' } }),
      'rules[0].action.url.matches',
      /Character 1 .*not closed/,
      /regular expression/,
    ],
    [rule({ do: 'drop-link', url: {} }), 'rules[0].action.url', /Nothing is asked/, /"contains"/],
    [
      rule({ do: 'resource-type', type: 'data' }),
      'rules[0].action.type',
      /Invalid option/,
      /dataset, series/,
    ],
    [
      rule({ do: 'resource-type', type: 'map' }, { when: { cql2: "titel = 'x'" } }),
      'rules[0].when.cql2',
      /Character 1 .*no field "titel"/,
      /title, abstract/,
    ],
    [
      rule({ do: 'resource-type', type: 'map' }, { when: { all: [{ not: {} }] } }),
      'rules[0].when.all[0].not',
      /asks nothing/,
      /Leave it away/,
    ],
    [
      rule({ do: 'resource-type', type: 'map' }, { when: { without: ['licences'] } }),
      'rules[0].when.without[0]',
      /no field/,
      /licence/,
    ],
    [
      { rules: [1, 2].map(() => ({ id: 'same', action: { do: 'resource-type', type: 'map' } })) },
      'rules[1].id',
      /called "same" already/,
      /id of its own/,
    ],
    [rule({ do: 'language', language: 'french' }), 'rules[0].action.language', /no language/, /short tag/],
    [
      rule({ do: 'organisation', match: 'x', identifiers: ['0000'] }),
      'rules[0].action.identifiers[0]',
      /no identifier/,
      /ror\.org/,
    ],
    [
      { filter: { only: { area: { west: 0, south: 9, east: 1, north: 1 } } } },
      'filter.only.area',
      /South/,
      /degrees/,
    ],
    [{ refuse: { errorsOf: ['iso'] } }, 'refuse.errorsOf[0]', /Invalid option/, /halocline, inspire/],
    [{ refuse: { without: ['name'] } }, 'refuse.without[0]', /Invalid option/, /licence/],
  ])('%j is wrong at "%s"', (given, path, message, remedy) => {
    expect(errorsOf(given)).toEqual([
      { path, message: expect.stringMatching(message), remedy: expect.stringMatching(remedy) },
    ]);
  });

  it('are as docs/rules.md shows them', () => {
    const text = readFileSync(fileURLToPath(new URL('../../docs/rules.md', import.meta.url)), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? [];
    expect(rulesOf(JSON.parse(example)).rules.map(({ id }) => id)).toEqual([
      'licence-of-buoys',
      'ifremer',
      'p02',
      'wms',
    ]);
    for (const name of [...actionNames, ...Object.keys(textFields), ...Object.keys(dateFields)])
      expect(text).toContain(`\`${name}\``);
  });

  it('are told every error at once', () => {
    expect(
      errorsOf({ filter: { only: {} }, rules: [{ id: 'A', action: { do: 'drop-link', url: '' } }] }).map(
        ({ path }) => path,
      ),
    ).toEqual(['filter.only', 'rules[0].id', 'rules[0].action.url.equals[0]']);
  });

  it('never throw, however they are nested and whatever they hold', () => {
    let deep: unknown = {};
    for (let depth = 0; depth < 50_000; depth += 1) deep = { not: deep };
    expect(errorsOf({ filter: { only: deep } })).toMatchObject([{ message: /too deep/ }]);
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (given) => {
        parseSourceRules(given);
        parseSourceRules({ rules: [{ id: 'a', when: given, action: given }], filter: given });
      }),
    );
  });

  it('have a name that changes with them, and none when they are empty', () => {
    const [one, other] = [
      rulesOf(rule({ do: 'resource-type', type: 'map' })),
      rulesOf(rule({ do: 'resource-type', type: 'image' })),
    ];
    expect(interpretationName('readers-2', undefined)).toBe('readers-2');
    expect(interpretationName('readers-2', rulesOf({}))).toBe('readers-2');
    expect(interpretationName('readers-2', one)).toMatch(/^readers-2\+rules-1-[0-9a-f]{16}$/);
    expect(interpretationName('readers-2', one)).not.toBe(interpretationName('readers-2', other));
    expect(rulesInterpreter('readers-2', one).name).toBe(interpretationName('readers-2', one));
    expect(interpretationName('readers-2', rulesOf(structuredClone(one)))).toBe(
      interpretationName('readers-2', one),
    );
  });

  it('that are no rules of this version end the run in words', () => {
    const stored = { ...rulesOf({}), rules: [{ id: 'x', action: { do: 'unheard-of' } }] };
    expect(() => rulesInterpreter('readers-2', JSON.parse(JSON.stringify(stored)))).toThrow(
      /rules\[0\]\.action\.do/,
    );
  });
});

describe('applying rules', () => {
  const licensed = {
    id: 'licence',
    action: { do: 'default-licence', licence: 'CC-BY-4.0' },
  };

  it('goes in order: a rule sees what those before it made', () => {
    const apply = compileRules(
      rulesOf({
        rules: [
          { id: 'words', action: { do: 'replace-keyword', keyword: 'sst', label: { en: 'Temperature' } } },
          {
            id: 'type',
            when: { keyword: 'Temperature' },
            action: { do: 'resource-type', type: 'series' },
          },
          { id: 'never', when: { keyword: 'sst' }, action: { do: 'resource-type', type: 'map' } },
        ],
      }),
    );
    const outcome = apply(recordOf({ keywords: [{ label: { en: 'SST' } }] }), about);
    expect(outcome).toMatchObject({ overlaid: true, record: { resource: { type: 'series' } } });
    expect(outcome.trace.map(({ rule }) => rule)).toEqual(['words', 'type']);
  });

  it('does not take for overlaid what is as it was in the end', () => {
    const apply = compileRules(
      rulesOf({
        rules: [
          { id: 'there', action: { do: 'resource-type', type: 'series' } },
          { id: 'back', action: { do: 'resource-type', type: 'dataset' } },
        ],
      }),
    );
    expect(apply(recordOf({ typeAsGiven: 'dataset' }), about)).toMatchObject({
      overlaid: false,
      trace: [{ rule: 'there' }, { rule: 'back' }],
    });
  });

  it('leaves out by what the document says, before any rule', () => {
    const apply = compileRules(
      rulesOf({
        filter: { only: { cql2: "licence IS NULL AND type = 'dataset'" }, except: { keyword: 'draft' } },
        rules: [licensed],
      }),
    );
    expect(apply(recordOf({}), about)).toMatchObject({ overlaid: true, trace: [{ rule: 'licence' }] });
    expect(apply(recordOf({}), about).excluded).toBeUndefined();
    expect(apply(recordOf({ type: 'service' }), about)).toMatchObject({ excluded: /only others/, trace: [] });
    expect(apply(recordOf({ keywords: [{ label: { en: 'Draft' } }] }), about)).toMatchObject({
      excluded: /leaves it out/,
    });
  });

  it('refuses what lacks an element or breaks a rule set once the rules were applied', () => {
    const lacking = compileRules(rulesOf({ refuse: { without: ['title', 'licence'] }, rules: [licensed] }));
    expect(lacking(recordOf({ titles: { en: 'A' } }), about).refused).toBeUndefined();
    expect(lacking(recordOf({}), about).refused).toMatchObject({
      severity: 'error',
      code: 'validation-refused',
      path: 'resource.titles',
      message: /Missing: Title/,
      hint: /\w/,
    });
    const strict = compileRules(rulesOf({ refuse: { errorsOf: ['oai-dc'] } }));
    expect(strict(recordOf({}), about).refused).toMatchObject({ message: /\(oai-dc-title\)/ });
  });
});

describe('the preview of rules', () => {
  it('counts and shows what each rule would change, leave out and refuse', async () => {
    const rules = rulesOf({
      filter: { except: { type: ['service'] } },
      rules: [
        { id: 'licence', action: { do: 'default-licence', licence: 'CC-BY-4.0' } },
        { id: 'idle', action: { do: 'drop-link', url: 'https://example.org/' } },
      ],
      refuse: { without: ['title'] },
    });
    const records = [
      ...Array.from({ length: 7 }, () => recordOf({ titles: { en: 'A' } })),
      recordOf({}),
      recordOf({ type: 'service' }),
    ].map((record, index) => ({ record, format: 'iso19139' as const, identifier: `r${index}` }));
    const preview = await previewRules(records, rules);
    expect(preview).toMatchObject({
      records: 9,
      overlaid: 8,
      rules: [
        { id: 'licence', changed: 8 },
        { id: 'idle', changed: 0, examples: [] },
      ],
      excluded: { count: 1, examples: [{ identifier: 'r8' }] },
      refused: { count: 1, examples: [{ identifier: 'r7' }] },
    });
    expect(preview.rules[0]?.examples).toHaveLength(5);
    expect(preview.rules[0]?.examples[0]).toEqual({
      identifier: 'r0',
      path: 'resource.licences',
      after: 'https://creativecommons.org/licenses/by/4.0/',
    });
  });
});
