import { createContext, useContext } from 'react';
import { type Locale, type Messages, messagesIn } from './index.ts';

const LocaleContext = createContext<Locale>('en');

/** Says to all components below which language the page is in. */
export const LocaleProvider = LocaleContext.Provider;

/** The language of the page. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** The texts of the portal in the language of the page. */
export function useMessages(): Messages {
  return messagesIn(useLocale());
}
