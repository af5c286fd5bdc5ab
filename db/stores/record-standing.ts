import { sql } from 'drizzle-orm';
import type { Problem } from '#catalogue/model';
import type { RecordLink, Visibility } from '#ledger';
import type { Database } from '../database.ts';
import { linkChecks, recordLinks, standingProblems } from '../schema/index.ts';
import { isPublic } from './record-visibility.ts';

const value = (name: string) => sql`${sql.placeholder(name)}`;

export type StandingStatements = ReturnType<typeof standingStatements>;

/** The prepared statements of what reports are made of. */
export function standingStatements({ query }: Database) {
  const link = { url: value('url'), kind: value('kind'), path: value('path') };
  return {
    insertProblem: query
      .insert(standingProblems)
      .values({
        sourceId: value('sourceId'),
        recordId: value('recordId'),
        code: value('code'),
        severity: value('severity'),
        number: value('number'),
      })
      .prepare(),
    insertLink: query
      .insert(recordLinks)
      .values({ ...link, sourceId: value('sourceId'), recordId: value('recordId') })
      .prepare(),
    awaitCheck: query
      .insert(linkChecks)
      .values({
        url: value('url'),
        host: value('host'),
        checkedAt: 0,
        nextCheckAt: 0,
        failures: 0,
        outcome: 'not-checked',
      })
      .onConflictDoNothing()
      .prepare(),
  };
}

/**
 * Writes what reports tell of a new record: its problems by rule, and its links. As the triggers do that follow its changes,
 * of which the text of the record would have to be taken apart again: at the first harvest of a source that was a tenth of
 * all work.
 */
export function noteStanding(
  statements: StandingStatements,
  { recordId, sourceId, visibility }: { recordId: string; sourceId: string; visibility: Visibility },
  problems: readonly Problem[],
  links: readonly RecordLink[],
): void {
  if (!isPublic(visibility)) return;
  const byRule = new Map<string, { code: string; severity: string; number: number }>();
  for (const { code, severity } of problems) {
    const rule = byRule.get(`${severity} ${code}`) ?? { code, severity, number: 0 };
    rule.number += 1;
    byRule.set(`${severity} ${code}`, rule);
  }
  for (const rule of byRule.values()) statements.insertProblem.run({ ...rule, sourceId, recordId });
  for (const link of links) {
    // Who may not have the data need not be told where it is.
    if (visibility !== 'public' && link.kind !== 'identifier') continue;
    statements.insertLink.run({ ...link, sourceId, recordId });
    statements.awaitCheck.run({ url: link.url, host: hostOf(link.url) });
  }
}

/** As it stands in the address, ASCII in lower case. */
function hostOf(url: string): string {
  const rest = url.slice(url.indexOf('://') + 3);
  const end = rest.indexOf('/');
  return (end === -1 ? rest : rest.slice(0, end)).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
