export { AnswerFailure, askJson, isMendable, type JsonAnswer } from './ask-json.ts';
export { followPages, type LinkedPage } from './follow-pages.ts';
export { linkOf, nextOf, withUserOf } from './links.ts';
export { memberDocument } from './member.ts';
export { pageSizeOf } from './page-size.ts';
export { recover } from './recovery.ts';
