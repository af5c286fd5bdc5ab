import { identityTexts as en } from '../locales/en-identity.ts';
import { identityTexts as fr } from '../locales/fr-identity.ts';
import type { Locale } from '../locales/index.ts';
import { useLocale } from '../locales/locale-context.tsx';

/** The texts of this page alone: they come with it, so that no other page carries them. */
export const identityTextsIn = (locale: Locale) => ({ en, fr })[locale];

export const useIdentityTexts = () => identityTextsIn(useLocale());
