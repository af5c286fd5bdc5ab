import { type CatalogueRecord, findCode, type Responsibility, roles } from '#catalogue/model';
import type { Expectation, ExpectedParty } from './expectation.ts';
import { difference, type Mismatch, mainText, normalised } from './mismatch.ts';

type GivenParty = { name: string | null; organisation: string | null; roles: string[]; email: string | null };

/** Compares the parties of resource, distribution and metadata, as sets; a property that is left out is not checked. */
export function compareParties(
  { parties, also }: Expectation,
  record: CatalogueRecord,
  language: string,
): Mismatch[] {
  if (!parties) return [];
  const { responsibilities, distributors } = record.resource;
  const actual = [
    ...[...responsibilities, ...distributors.map(({ responsibility }) => responsibility)].map((given) =>
      partyOf(given, language, ''),
    ),
    ...record.metadataContacts.map((given) => partyOf(given, language, 'metadata:')),
  ].filter(({ name, organisation, email }) => name || organisation || email);
  const allowed = [...parties, ...(also?.parties ?? [])];
  return difference(
    'parties',
    parties.filter((wanted) => !actual.some((given) => matches(wanted, given))),
    actual.filter((given) => !allowed.some((wanted) => matches(wanted, given))),
    [],
  );
}

function partyOf({ role, roleAsGiven, party }: Responsibility, language: string, prefix: string): GivenParty {
  const text = (value: string | undefined) => (value === undefined ? null : normalised(value) || null);
  // Without a role in the document, `other` is what the model has to say.
  const words = [role, roleAsGiven ?? (role === 'other' ? '' : role)];
  return {
    name: text(party.person),
    organisation: text(mainText(party.organisation, language)),
    roles: words.map((word) => prefix + word),
    email: text(party.emails[0]),
  };
}

function matches(wanted: ExpectedParty, given: GivenParty): boolean {
  const same = (expected: string | null | undefined, actual: string | null) =>
    expected === undefined || (expected === null ? null : normalised(expected)) === actual;
  const agent =
    wanted.agent === undefined || [given.name, given.organisation].some((text) => same(wanted.agent, text));
  return (
    agent &&
    same(wanted.name, given.name) &&
    same(wanted.organisation, given.organisation) &&
    same(wanted.email, given.email) &&
    (wanted.role === undefined || given.roles.some((role) => role === ourRole(wanted.role ?? '')))
  );
}

/** The same role in our words, where the document's word is one of a codelist. */
function ourRole(word: string): string {
  const [prefix, plain] = word.startsWith('metadata:') ? ['metadata:', word.slice(9)] : ['', word];
  return prefix + (findCode(roles, plain)?.value ?? plain);
}
