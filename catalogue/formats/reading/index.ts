export { networksOf } from './networks.ts';
export { readPartyIdentifier } from './party-identifier.ts';
export { period, readPeriodText } from './period.ts';
export { type Place, Report } from './report.ts';
export { isPersonName, makeParty, type PartyDraft, withoutRepeats } from './responsibilities.ts';
export { addRights, readAccessRight } from './rights.ts';
export { readByteSize } from './size.ts';
export { addParagraph, isAddress, oneLine, present } from './text.ts';
