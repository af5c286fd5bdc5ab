import { compareProfiles, lookupKeys, ordered } from '#catalogue/identity';
import type { IdentityStep } from '#ledger/identity';
import { profilesOf, type Regrouping, regroup } from './regroup.ts';
import type { IdentityStatements } from './statements.ts';

/**
 * A key that more records have tells nothing: a placeholder, the DOI of a whole collection, a title of a form. None of its
 * holders is looked up by it; when it becomes so, or no longer is, all of them are judged again, so that the order in
 * which records come makes no difference.
 */
const mostHolders = 40;

/** Takes a step; called within the writing transaction. */
export function takeStep(statements: IdentityStatements, step: IdentityStep, cause: Regrouping): void {
  const ids = [...step.put.map(({ recordId }) => recordId), ...step.remove];
  const crossing = replaceKeys(statements, step, ids);
  const judged = new Set(ids);
  if (crossing.length > 0)
    for (const { recordId } of statements.holders(JSON.stringify(crossing))) judged.add(recordId);
  const asked = JSON.stringify([...judged]);
  const seeds = new Set(judged);
  for (const { leftId, rightId } of statements.linksOf(asked, asked)) seeds.add(leftId).add(rightId);
  statements.forgetLinks(asked, asked);
  for (const id of judge(statements, asked)) seeds.add(id);
  regroup(statements, seeds, cause);
}

/** Writes profiles and keys. @returns the keys that began or ceased to tell something */
function replaceKeys(statements: IdentityStatements, step: IdentityStep, ids: readonly string[]): string[] {
  const asked = JSON.stringify(ids);
  const balance = new Map<string, number>();
  const count = (key: string, by: number) => balance.set(key, (balance.get(key) ?? 0) + by);
  for (const { key } of statements.keysOf(asked)) count(key, -1);
  statements.forgetKeys(asked);
  statements.forgetProfiles(JSON.stringify(step.remove));
  const rows: [string, string][] = [];
  for (const { recordId, profile } of step.put) {
    statements.saveProfile(recordId, JSON.stringify(profile));
    for (const key of lookupKeys(profile)) {
      rows.push([key, recordId]);
      count(key, 1);
    }
  }
  statements.addKeys(JSON.stringify(rows));
  const moved = [...balance].filter(([, by]) => by !== 0).map(([key]) => key);
  const now = new Map(statements.countKeys(JSON.stringify(moved)).map(({ key, number }) => [key, number]));
  return moved.filter((key) => {
    const after = now.get(key) ?? 0;
    return after > mostHolders !== after - (balance.get(key) ?? 0) > mostHolders;
  });
}

/** Judges records against all that share a key with them. @returns those that were found alike */
function judge(statements: IdentityStatements, asked: string): Set<string> {
  const pairs = new Map(
    statements.candidates(asked, mostHolders).map(({ one, other }) => {
      const pair = ordered({ left: one, right: other });
      return [`${pair.left} ${pair.right}`, pair];
    }),
  );
  const known = profilesOf(
    statements,
    new Set([...pairs.values()].flatMap(({ left, right }) => [left, right])),
  );
  const alike = new Set<string>();
  for (const { left, right } of pairs.values()) {
    const [one, other] = [known.get(left), known.get(right)];
    if (!one || !other) continue;
    const { verdict, score, reasons } = compareProfiles(
      one.profile,
      other.profile,
      one.sourceId === other.sourceId,
    );
    if (verdict !== 'same' && verdict !== 'perhaps') continue;
    statements.saveLink(left, right, verdict, score, JSON.stringify(reasons));
    alike.add(left).add(right);
  }
  return alike;
}
