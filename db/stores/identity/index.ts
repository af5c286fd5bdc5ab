import type { IdentityStore } from '#ledger/identity';
import type { Database } from '../../database.ts';
import { auditTrail } from '../../schema/index.ts';
import { type Clock, utcSeconds } from '../clock.ts';
import { addDecision, endDecision, findDecision, listDecisions } from './decisions.ts';
import { takeStep } from './follow.ts';
import { createIdentityReading } from './reading.ts';
import { regroup } from './regroup.ts';
import { identityStatements } from './statements.ts';

const immediate = { behavior: 'immediate' } as const;
const clustersAtOnce = 200;

/** Builds the store of clusters. Each change of it is one transaction: killed in between, nothing of it happened. */
export function createIdentityStore(database: Database, clock: Clock): IdentityStore {
  const { query, connection } = database;
  const statements = identityStatements(database);
  const now = () => utcSeconds(clock());
  const stateOf = () => statements.state()[0] ?? { through: 0, version: 0, precedence: '[]' };
  const followed = (reason: string) => ({ at: now(), actor: 'system', reason });

  return {
    ...createIdentityReading(database),
    async state() {
      const { through, version } = stateOf();
      return { through, version };
    },
    async changedAfter(revision, limit) {
      const rows = statements.changedAfter(revision, limit);
      return {
        through: rows.at(-1)?.revision ?? revision,
        recordIds: [
          ...new Set(rows.filter(({ kind }) => kind !== 'derived').map(({ recordId }) => recordId)),
        ],
      };
    },
    async follow(step) {
      return connection
        .transaction(() => {
          const state = stateOf();
          if (state.through !== step.from) return false;
          if (step.put.length + step.remove.length > 0)
            takeStep(statements, step, followed('Records changed.'));
          statements.saveState(step.through, state.version, state.precedence);
          return true;
        })
        .immediate();
    },
    async reset(version) {
      connection
        .transaction(() => {
          // Clusters stay until their members are looked at: the index must hear of those that fall apart.
          for (const table of ['identity_keys', 'identity_links', 'identity_profiles'])
            connection.prepare(`DELETE FROM ${table}`).run();
          statements.saveState(0, version, JSON.stringify(statements.precedences()));
        })
        .immediate();
    },
    async reorder() {
      const precedence = JSON.stringify(statements.precedences());
      const { precedence: before } = stateOf();
      if (before === precedence) return 0;
      let after = '';
      let looked = 0;
      for (;;) {
        const names = statements.clusterNames(after, clustersAtOnce).map(({ clusterId }) => clusterId);
        const last = names.at(-1);
        if (last === undefined) break;
        connection
          .transaction(() =>
            regroup(statements, new Set(names), followed('The precedence of sources changed.')),
          )
          .immediate();
        after = last;
        looked += names.length;
        await new Promise(setImmediate);
      }
      connection
        .transaction(() => {
          const { through, version } = stateOf();
          statements.saveState(through, version, precedence);
        })
        .immediate();
      return looked;
    },
    async decisions(limit) {
      return listDecisions(query, limit);
    },
    async decision(id) {
      return findDecision(query, id);
    },
    async decide(decision, { actor, reason = '' }, audit) {
      return query.transaction((transaction) => {
        const at = now();
        const added = addDecision(transaction, decision, actor, at);
        transaction
          .insert(auditTrail)
          .values({ at, actor, ...audit })
          .run();
        regroup(statements, new Set([...decision.records, ...decision.others]), { at, actor, reason });
        return added;
      }, immediate);
    },
    async undo(id, { actor, reason = '' }, audit) {
      return query.transaction((transaction) => {
        const at = now();
        const spokenOf = endDecision(transaction, id, actor, at);
        if (!spokenOf) return false;
        transaction
          .insert(auditTrail)
          .values({ at, actor, ...audit })
          .run();
        regroup(statements, new Set(spokenOf), { at, actor, reason });
        return true;
      }, immediate);
    },
  };
}
