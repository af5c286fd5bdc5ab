import { type Party, party, type Responsibility } from '../../model/index.ts';

/** What a reader found out about a party; lists that it didn't look for are empty. */
export type PartyDraft = Partial<Party>;

/**
 * A party of the model from what a reader found.
 * @returns `undefined` when it says nothing by which anybody could be told or reached
 */
export function makeParty(draft: PartyDraft): Party | undefined {
  const made = party.parse(draft);
  const told =
    made.person !== undefined ||
    Object.keys(made.organisation ?? {}).length > 0 ||
    Object.keys(made.position ?? {}).length > 0 ||
    made.identifiers.length + made.emails.length + made.online.length + made.phones.length > 0;
  return told ? made : undefined;
}

/**
 * Leaves out who was told twice in the same role: many documents say the same party as an agent, as a contact and as
 * an attribution. Of equals, the one of whom more is said stays, in the place of the first.
 */
export function withoutRepeats(responsibilities: readonly Responsibility[]): Responsibility[] {
  const kept = new Map<string, Responsibility>();
  for (const candidate of responsibilities) {
    const key = keyOf(candidate);
    const known = kept.get(key);
    if (!known || JSON.stringify(candidate).length > JSON.stringify(known).length) kept.set(key, candidate);
  }
  return [...kept.values()];
}

function keyOf({ role, roleAsGiven, party: who }: Responsibility): string {
  const name = who.person ?? '';
  const organisation = Object.values(who.organisation ?? {})[0] ?? '';
  const contact = who.emails[0] ?? (name || organisation ? '' : JSON.stringify(who.identifiers));
  return [role, roleAsGiven ?? '', name, organisation, contact].join('\n').toLowerCase();
}

/**
 * Whether a bare name is a person's: "Family, Given" or "Family, G." is; anything else may as well be an organisation.
 * A family name of more than four words, or an acronym after the comma, is an organisation with its short name.
 */
export function isPersonName(name: string): boolean {
  const [family = '', given = '', ...rest] = name.split(',').map((part) => part.trim());
  const word = /^[\p{L}'’`.\- ]+$/u;
  return (
    rest.length === 0 &&
    word.test(family) &&
    word.test(given) &&
    family.split(/\s+/).length <= 4 &&
    given.split(/\s+/).length <= 4 &&
    !/^\p{Lu}{3,}$/u.test(given)
  );
}
