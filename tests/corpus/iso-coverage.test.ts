import { expect, test } from 'vitest';
import { shared } from '../shared.ts';
import { schemasFolder } from '../xsd.ts';
import { coverageReport, isoCoverage, shares } from './iso-coverage.ts';

const corpus = shared('corpus');

test.runIf(corpus && schemasFolder)(
  'nearly every value of valid ISO documents is in the model and written again',
  async () => {
    const coverage = await isoCoverage(corpus ?? '');
    process.stdout.write(`\n${coverageReport(coverage, false).split('\n').slice(0, 33).join('\n')}\n`);
    expect(coverage.documents).toBeGreaterThan(300);
    expect(shares(coverage).ofAll).toBeGreaterThanOrEqual(0.97);
    // What the rest is, the reader says; these few were read and are told as another value of the same record is.
    expect(coverage.silent.length).toBeLessThan(coverage.total.modelled / 200);
  },
  600_000,
);
