import { isDeepStrictEqual } from 'node:util';
import type { AccountStore } from '#accounts';
import { DomainError } from '#runtime/errors';
import type { DigestSettings, DigestStore } from '../digest/index.ts';
import type { HarvestSource } from '../types.ts';

/** What is known of a source and does not stand in its row, or stands there by an identifier. */
export type SourceSettings = {
  /** E-mail address of the account that owns it. */
  owner?: string;
  digest: DigestSettings;
};

export type SettingsPorts = {
  accounts: Pick<AccountStore, 'findAccountByEmail' | 'getAccount'>;
  digests: Pick<DigestStore, 'settings' | 'saveSettings'>;
};

export async function settingsOf(
  { id, ownerId }: Pick<HarvestSource, 'id' | 'ownerId'>,
  { accounts, digests }: SettingsPorts,
): Promise<SourceSettings> {
  const owner = ownerId === undefined ? undefined : (await accounts.getAccount(ownerId))?.email;
  return { ...(owner ? { owner } : {}), digest: await digests.settings(id) };
}

/**
 * The account that an owner's address names.
 * @param email '' for nobody
 * @throws DomainError `invalid` (field `owner`) when nobody has it
 */
export async function ownerIdOf(
  email: string,
  { accounts }: Pick<SettingsPorts, 'accounts'>,
): Promise<string | undefined> {
  if (email === '') return undefined;
  const account = await accounts.findAccountByEmail(email);
  if (!account)
    throw new DomainError('invalid', 'owner: nobody has an account with this address. Invite them first.', {
      field: 'owner',
    });
  return account.id;
}

/** Keeps how a source wants its digest. @returns whether that is another way than before */
export async function keepDigest(
  id: string,
  digest: DigestSettings,
  { digests }: Pick<SettingsPorts, 'digests'>,
): Promise<boolean> {
  if (isDeepStrictEqual(await digests.settings(id), digest)) return false;
  await digests.saveSettings(id, digest);
  return true;
}
