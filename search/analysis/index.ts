export { fold } from './fold.ts';
export { indexedLength, indexedText, indexedTexts, stemMark } from './indexed-text.ts';
export { plainStem, stemLanguages, stems } from './stem.ts';
export { isStopWord } from './stop-words.ts';
export { type Clause, readTypedText } from './typed-text.ts';
export { type Word, words } from './words.ts';
