export { type CheckOptions, checkDocument } from './check-document.ts';
export { checkRecord } from './check-record.ts';
export { type ElementName, elementNames, elements } from './elements/index.ts';
export type { CheckFinding, CheckReport } from './report.ts';
export { type CheckLanguage, checkLanguages } from './rule.ts';
export { type RuleSetName, ruleSetNames, ruleSets } from './rule-sets/index.ts';
