export { AnswerFailure, askJson, isMendable, type JsonAnswer } from './ask-json.ts';
export { hollowDocument, lostRecord, unreachable } from './documents.ts';
export { followPages, type LinkedPage } from './follow-pages.ts';
export { beginning, sinceOf, waterOf } from './high-water.ts';
export { linkOf, nearTo, nextOf, withUserOf } from './links.ts';
export { memberDocument } from './member.ts';
export { pageSizeOf } from './page-size.ts';
export { recover } from './recovery.ts';
export { readShrinking } from './shrinking.ts';
