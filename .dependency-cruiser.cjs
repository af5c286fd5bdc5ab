/**
 * The import rules between rooms (docs/architecture.md). A room's door is an `index.ts`;
 * what a room may import stands in `mayImport`, and nothing else is allowed.
 */
const mayImport = {
  catalogue: [],
  datafiles: ['catalogue'],
  vocabularies: ['catalogue'],
  runtime: [],
  accounts: ['runtime'],
  ledger: ['catalogue', 'vocabularies', 'accounts', 'runtime'],
  assessment: ['catalogue', 'ledger', 'runtime'],
  search: ['catalogue', 'vocabularies', 'runtime'],
  harvesters: ['catalogue', 'datafiles', 'vocabularies', 'ledger', 'assessment', 'accounts', 'runtime'],
  protocols: ['catalogue', 'vocabularies', 'ledger', 'search', 'accounts', 'runtime'],
  db: ['catalogue', 'vocabularies', 'accounts', 'ledger', 'assessment', 'harvesters', 'search', 'runtime'],
  app: [
    'catalogue',
    'vocabularies',
    'accounts',
    'ledger',
    'assessment',
    'harvesters',
    'search',
    'protocols',
    'runtime',
  ],
  examples: [],
};
const rooms = [...Object.keys(mayImport), 'server'];
const tests = '(\\.test\\.tsx?$|/testing/)';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...Object.entries(mayImport).map(([room, allowed]) => ({
      name: `${room}-imports`,
      severity: 'error',
      from: { path: `^${room}/`, pathNot: tests },
      to: { path: `^(${rooms.filter((other) => other !== room && !allowed.includes(other)).join('|')})/` },
    })),
    ...rooms.map((room) => ({
      name: `door-of-${room}`,
      comment: 'Another room is entered by its index.ts only.',
      severity: 'error',
      from: { path: '^(?!node_modules)', pathNot: `^(${room}|tests)/` },
      to: { path: `^${room}/`, pathNot: '/index\\.tsx?$' },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|data|[.]cache|[.]react-router)/|[+]types/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
