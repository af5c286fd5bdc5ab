import { type Actor, can } from '#accounts';

/** Addresses that stand in a shell as they are; any other is left to whoever types the command. */
const plainEmail = /^[\w.+-]+@[\w.-]+$/;

/** What a centre needs that sends its documents to a source. @param publicUrl of the portal, without a slash at the end */
export function presentSending(
  actor: Actor,
  sourceId: string,
  publicUrl: string,
): { address: string; tokenCommand: string; example: string } {
  const address = `${publicUrl}/api/sources/${sourceId}/documents`;
  const maySend = can(actor, 'documents.push', { kind: 'source', id: sourceId });
  const email = actor.kind === 'person' && maySend && plainEmail.test(actor.email) ? actor.email : undefined;
  return {
    address,
    tokenCommand: `npx halocline tokens create ${sourceId} ${email ?? 'name@example.org'} --days 365`,
    example: [
      `curl -fsS -X PUT "${address}/ctd-2021" \\`,
      '  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/xml" \\',
      '  --data-binary @ctd-2021.xml',
    ].join('\n'),
  };
}
