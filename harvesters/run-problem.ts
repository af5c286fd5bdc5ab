import type { RunProblem } from './types.ts';

/** A problem met while harvesting: of the run as a whole, unless `more` names a record. */
export function runProblem(
  severity: RunProblem['severity'],
  code: string,
  message: string,
  hint: string,
  more: Partial<RunProblem> = {},
): RunProblem {
  return { severity, code, path: '/', message, hint, ...more };
}
