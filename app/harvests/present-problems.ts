import { problemText } from '#catalogue/problems';
import type { HarvestRun, ProblemRule, RunProblem } from '#harvesters';
import type { Locale } from '../locales/index.ts';
import type { PortalServices } from '../services.ts';
import { problemView, type RunProblemView } from '../sources/present-sources.ts';

export type RuleView = ProblemRule & { title: string; examples: RunProblemView[] };

export type ProblemsView = {
  /** All that the run met, and those of them that were kept. */
  met: number;
  kept: number;
  rules: RuleView[];
  /** All of one rule, from a place on. */
  chosen?: { code: string; title: string; from: number; total: number; shown: RunProblemView[] };
};

const examplesShown = 3;
/** Rules whose examples are shown; the rarest are named only. */
const rulesWithExamples = 40;
const problemsAtOnce = 50;

/** The problems of a run by rule, with examples; of one rule, all, page by page. */
export async function presentProblems(
  run: HarvestRun,
  chosen: string | undefined,
  from: number,
  { runs }: PortalServices,
  locale: Locale,
): Promise<ProblemsView> {
  const rules = await runs.problemRules(run.id);
  const kept = rules.reduce((sum, { problems }) => sum + problems, 0);
  const about = { met: Math.max(run.counts.problems, kept), kept };
  const view = (problem: RunProblem) => problemView(problem, locale);
  const titleOf = (code: string) => problemText(code, locale)?.title ?? code;
  if (chosen !== undefined && rules.some(({ code }) => code === chosen)) {
    const { total, problems } = await runs.problemsOf(run.id, from, problemsAtOnce, chosen);
    const all = { code: chosen, title: titleOf(chosen), from, total, shown: problems.map(view) };
    return { ...about, rules: [], chosen: all };
  }
  const views = await Promise.all(
    rules.map(async (rule, place) => {
      const examples =
        place < rulesWithExamples
          ? (await runs.problemsOf(run.id, 0, examplesShown, rule.code)).problems.map(view)
          : [];
      return { ...rule, title: titleOf(rule.code), examples };
    }),
  );
  return { ...about, rules: views };
}
