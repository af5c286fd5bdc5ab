import { findCode, type Responsibility, roles } from '../../model/index.ts';
import { isPersonName, makeParty, readPartyIdentifier, withoutRepeats } from '../reading/index.ts';
import { type DataciteDocument, isUnknownValue, type Name } from './document.ts';

/** Creators, contributors by their type, and the publisher. */
export function responsibilitiesOf(document: DataciteDocument): Responsibility[] {
  const found = [
    ...document.creators.flatMap((name) => responsibility(name, { role: 'author' })),
    ...document.contributors.flatMap((name) => responsibility(name, roleOf(name.contributorType))),
    ...(document.publisher ? responsibility(document.publisher, { role: 'publisher' }) : []),
  ];
  return withoutRepeats(found);
}

/** A contributorType that our codelist has no word for (Researcher, Supervisor…) is kept beside `contributor`. */
function roleOf(contributorType: string | undefined): { role: string; roleAsGiven?: string } {
  const code = contributorType === undefined ? undefined : findCode(roles, contributorType);
  if (code) return { role: code.value };
  return { role: 'contributor', ...(contributorType === undefined ? {} : { roleAsGiven: contributorType }) };
}

function responsibility(name: Name, role: { role: string; roleAsGiven?: string }): Responsibility[] {
  if (isUnknownValue(name.text)) return [];
  const identifiers = name.identifiers.flatMap(
    ({ value, scheme }) => readPartyIdentifier(value, scheme) ?? [],
  );
  const unique = [...new Map(identifiers.map((one) => [`${one.scheme} ${one.value}`, one])).values()];
  const isPerson = isPersonal(
    name,
    unique.map(({ scheme }) => scheme),
  );
  // Some records give the identifier of the affiliation as its name.
  const named = name.affiliations.filter((one) => !/^https?:\/\//i.test(one.name)).map((one) => one.name);
  const affiliationIdentifiers = name.affiliations.flatMap((one) => {
    const code = one.identifier ?? (/^https?:\/\//i.test(one.name) ? one.name : undefined);
    return code === undefined ? [] : (readPartyIdentifier(code, one.scheme) ?? []);
  });
  const language = name.language ?? 'und';
  const party = makeParty(
    isPerson
      ? {
          person: name.text,
          ...(name.givenName === undefined ? {} : { givenName: name.givenName }),
          ...(name.familyName === undefined ? {} : { familyName: name.familyName }),
          ...(named.length === 0 ? {} : { organisation: { und: named.join('; ') } }),
          identifiers: unique,
          organisationIdentifiers: affiliationIdentifiers,
        }
      : {
          organisation: { [language]: name.text },
          identifiers: unique,
        },
  );
  return party ? [{ ...role, party }] : [];
}

/** What nameType says; without it, the parts of the name, the kind of identifier and the comma decide. */
function isPersonal(name: Name, schemes: readonly string[]): boolean {
  if (/^person/i.test(name.nameType ?? '')) return true;
  if (/^organi[sz]ation/i.test(name.nameType ?? '')) return false;
  if (name.givenName !== undefined || name.familyName !== undefined || schemes.includes('orcid')) return true;
  if (schemes.includes('ror') || schemes.includes('grid')) return false;
  return isPersonName(name.text);
}
