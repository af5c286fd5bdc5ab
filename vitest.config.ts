import { defineConfig } from 'vitest/config';

/** Three projects: quick tests beside the code, tests that start servers or peers, and the browser. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{accounts,app,assessment,bin,catalogue,datafiles,db,examples,harvesters,ledger,protocols,runtime,search,server,vocabularies}/**/*.test.{ts,tsx}',
          ],
          exclude: ['**/node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/{corpus,interop,hostile,start}/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          // A browser on a busy machine may miss a click; in CI, one more try tells that from a fault.
          retry: process.env['CI'] === 'true' ? 1 : 0,
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
