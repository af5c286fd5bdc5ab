export { lastPeriod } from './period.ts';
export type { DigestLetter, DigestStore } from './ports.ts';
export { createPostman, type DueDigest, type Postman, type Preview } from './postman.ts';
export {
  type DigestFrequency,
  type DigestLanguage,
  type DigestSettings,
  digestFrequencies,
  digestLanguages,
} from './types.ts';
