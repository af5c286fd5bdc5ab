import { reportTexts as en } from '../locales/en-reports.ts';
import { reportTexts as fr } from '../locales/fr-reports.ts';
import type { Locale } from '../locales/index.ts';
import { useLocale } from '../locales/locale-context.tsx';

/** The texts of reports: they come with the pages that show some of one, so that no other page carries them. */
export const reportTextsIn = (locale: Locale) => ({ en, fr })[locale];

export const useReportTexts = () => reportTextsIn(useLocale());
