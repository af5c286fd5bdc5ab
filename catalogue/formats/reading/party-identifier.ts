import { type PartyIdentifier, parsePartyIdentifier } from '../../model/index.ts';

/**
 * Recognises an identifier of a person or organisation.
 * @param text as sent
 * @param schemeName name of the scheme that the document gives with it, such as DataCite's nameIdentifierScheme
 * @returns `undefined` for an empty text
 */
export function readPartyIdentifier(text: string, schemeName?: string): PartyIdentifier | undefined {
  return text.trim() === '' ? undefined : parsePartyIdentifier(text, schemeName);
}
