import { ruleTexts as en } from '../../locales/en-rules.ts';
import { ruleTexts as fr } from '../../locales/fr-rules.ts';
import type { Locale } from '../../locales/index.ts';
import { useLocale } from '../../locales/locale-context.tsx';

/** The texts of this page alone: they come with it, so that no other page carries them. */
export const ruleTextsIn = (locale: Locale) => ({ en, fr })[locale];

export const useRuleTexts = () => ruleTextsIn(useLocale());
