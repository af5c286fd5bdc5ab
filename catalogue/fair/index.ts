export {
  type Assessment,
  assess,
  metrics,
  rulesVersion,
  type Share,
  type TestResult,
  verdictOf,
} from './assess.ts';
export { type EvidenceLanguage, evidenceText } from './evidence-texts.ts';
export type { Evidence, Judgement, Metric, Subject, Verdict } from './metric.ts';
export { persistentIdentifier } from './metrics/findable.ts';
export { letters, type PrincipleId, principles } from './principles.ts';
export * from './served.ts';
