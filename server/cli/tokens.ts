import { z } from 'zod';
import { system } from '#accounts';
import { DomainError } from '#runtime/errors';
import type { Output } from '../progress.ts';
import { withHouse } from './with-house.ts';

const createCommand = z.object({
  name: z.string().default('made by command'),
  days: z.coerce.number().int().optional(),
});

/**
 * `halocline tokens create`: a key with which a program sends the documents of a source.
 * @throws DomainError `not-found` for an account or source, `invalid`
 */
export async function createToken(
  sourceId: string,
  email: string,
  options: unknown,
  output: Output,
): Promise<void> {
  const parsed = createCommand.safeParse(options);
  if (!parsed.success) throw new DomainError('invalid', 'days: must be a whole number.');
  const { name, days } = parsed.data;
  await withHouse(async ({ accounts, stores }) => {
    const account = await stores.accounts.findAccountByEmail(email);
    if (!account) throw new DomainError('not-found', `There is no account with the address "${email}".`);
    if (!(await stores.sources.get(sourceId)))
      throw new DomainError('not-found', `There is no source "${sourceId}".`);
    const wanted = { accountId: account.id, sourceId, name, ...(days === undefined ? {} : { days }) };
    const { token, secret } = await accounts.createToken(system, wanted);
    output.line(secret);
    output.line(`Keep it: it is not shown again. It ends on ${token.expiresAt} (token ${token.id}).`);
  });
}

/** `halocline tokens list`: those of a source that are alive. */
export async function listTokens(sourceId: string, output: Output): Promise<void> {
  await withHouse(async ({ accounts, stores }) => {
    const tokens = await accounts.listTokens(system, sourceId);
    if (tokens.length === 0) output.line(`No token for "${sourceId}" is alive.`);
    const owners = await stores.accounts.getAccounts(tokens.map(({ userId }) => userId));
    for (const { id, userId, name, expiresAt, usedAt } of tokens) {
      const owner = owners.find((account) => account.id === userId)?.email ?? userId;
      output.line(
        `${id}  ${owner}  until ${expiresAt}  ${usedAt ? `used ${usedAt}` : 'never used'}  ${name}`,
      );
    }
  });
}

/** `halocline tokens revoke`. @throws DomainError `not-found` */
export async function revokeToken(tokenId: string, output: Output): Promise<void> {
  await withHouse(async ({ accounts }) => {
    await accounts.revokeToken(system, tokenId);
    output.line('The token is worth nothing any more.');
  });
}
