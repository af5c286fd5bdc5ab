import { harvestTexts as en } from '../locales/en-harvests.ts';
import { themeDeskTexts as enThemes } from '../locales/en-themes.ts';
import { harvestTexts as fr } from '../locales/fr-harvests.ts';
import { themeDeskTexts as frThemes } from '../locales/fr-themes.ts';
import { type Locale, type Messages, messagesIn } from '../locales/index.ts';
import { useLocale } from '../locales/locale-context.tsx';

/** The texts of the portal with those of the pages of sources and runs, which come with these pages alone. */
export type DeskMessages = Messages & { harvestPages: typeof en; themeDesk: typeof enThemes };

const messages: Record<Locale, DeskMessages> = {
  en: { ...messagesIn('en'), harvestPages: en, themeDesk: enThemes },
  fr: { ...messagesIn('fr'), harvestPages: fr, themeDesk: frThemes },
};

export const deskMessagesIn = (locale: Locale): DeskMessages => messages[locale];

export const useDeskMessages = (): DeskMessages => deskMessagesIn(useLocale());
