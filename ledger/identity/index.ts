export { createIdentityDesk, type IdentityDesk } from './desk.ts';
export { type Continued, createIdentity, type Identity, type IdentityProgress } from './identity.ts';
export type { IdentityAudit, IdentityScope, IdentityStep, IdentityStore, NewDecision } from './ports.ts';
export type { Cluster, IdentityDecision, Namesake, ProposedPair } from './types.ts';
