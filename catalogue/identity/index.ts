export { byPrecedence, type Candidate, usualPrecedence } from './canonical.ts';
export { formClusters, type Link, ordered, type Pair } from './clusters.ts';
export { compareProfiles, type Judgement, type Reason } from './compare.ts';
export { type IdentityProfile, identityProfile, identityVersion, lookupKeys } from './profile.ts';
export { reasonTexts } from './words.ts';
