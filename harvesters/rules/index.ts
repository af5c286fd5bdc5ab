export type { RuleAction } from './actions/index.ts';
export { interpretationName, rulesInterpreter } from './interpreter.ts';
export { parseSourceRules, type RulesError } from './parse.ts';
export { type PreviewRecord, previewRules, type RulesPreview } from './preview.ts';
export type { SourceRule, SourceRules } from './source-rules.ts';
export { parseRulesText, type RulesTextError, rulesText } from './text.ts';
