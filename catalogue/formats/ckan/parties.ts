import { findCode, parsePartyIdentifier, type Responsibility, roles } from '../../model/index.ts';
import { isAddress, isPersonName, makeParty, withoutRepeats } from '../reading/index.ts';
import type { CkanObject } from './package.ts';

/** Lists of parties that ckanext-dcat's schemas have, with their role. */
const lists: readonly (readonly [string, string])[] = [
  ['contact', 'pointOfContact'],
  ['contact_point', 'pointOfContact'],
  ['creator', 'author'],
  ['publisher', 'publisher'],
  ['contributor', 'contributor'],
];

/** Parties whose parts are fields of the dataset: names, and the stem of the rest. */
const fields: readonly { names: readonly string[]; stem: string; role: string }[] = [
  { names: ['contact_name'], stem: 'contact', role: 'pointOfContact' },
  { names: ['maintainer'], stem: 'maintainer', role: 'pointOfContact' },
  { names: ['author'], stem: 'author', role: 'author' },
  { names: ['creator_name'], stem: 'creator', role: 'author' },
  { names: ['publisher_name'], stem: 'publisher', role: 'publisher' },
];

/** Who is responsible for a dataset; the organisation that owns it in CKAN is the publisher where none is told. */
export function responsibilitiesOf(dataset: CkanObject): Responsibility[] {
  const found = lists.flatMap(([key, role]) => dataset.objects(key).flatMap((one) => listed(one, role)));
  for (const { names, stem, role } of fields) {
    const name = dataset.text(...names);
    const email = emailOf(dataset.text(`${stem}_email`));
    // Some portals keep the number of a user where the name belongs.
    const told = name !== undefined && !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(name) ? name : undefined;
    const url = dataset.text(`${stem}_url`);
    found.push(
      ...responsibility(role, {
        names: told === undefined ? {} : { [dataset.language]: told },
        email,
        url,
        identifier: dataset.text(`${stem}_identifier`),
      }),
    );
  }
  found.push(...responsibleParty(dataset));
  const named = dataset.values('publisher').filter((value) => typeof value === 'string');
  for (const name of named)
    found.push(...responsibility('publisher', { names: { [dataset.language]: name } }));
  const [owner] = dataset.objects('organization');
  const names = owner?.map('title', 'display_name', 'name') ?? {};
  const hasPublisher = found.some(({ role }) => role === 'publisher');
  const known = found.some(({ party }) =>
    Object.values(party.organisation ?? {}).some((name) => Object.values(names).includes(name)),
  );
  if (!known)
    found.push(
      ...responsibility(hasPublisher ? 'distributor' : 'publisher', { names, isOrganisation: true }),
    );
  return withoutRepeats(found);
}

/** `British Geological Survey (custodian, distributor)`, as the harvesters of data.gov.uk write it. */
function responsibleParty(dataset: CkanObject): Responsibility[] {
  const parts = /^(.*?)\s*\(([^()]*)\)$/.exec(dataset.text('responsible_party') ?? '');
  if (!parts) return [];
  return (parts[2] ?? '').split(',').flatMap((word) => {
    const role = findCode(roles, word.trim())?.value;
    return role === undefined
      ? []
      : responsibility(role, { names: { [dataset.language]: parts[1] ?? '' }, isOrganisation: true });
  });
}

function listed(one: CkanObject, role: string): Responsibility[] {
  const affiliation = one.map('affiliation');
  return responsibility(role, {
    names: one.map('name', 'title'),
    affiliation,
    email: emailOf(one.text('email')),
    url: one.text('url', 'homepage'),
    identifier: one.text('uri', 'identifier'),
    phone: one.text('phone'),
  });
}

type Told = {
  names: Record<string, string>;
  isOrganisation?: boolean;
  affiliation?: Record<string, string>;
  email?: string | undefined;
  url?: string | undefined;
  identifier?: string | undefined;
  phone?: string | undefined;
};

/** CKAN does not tell persons from organisations: only "Family, Given" is plainly a person. */
function responsibility(role: string, told: Told): Responsibility[] {
  const [name] = Object.values(told.names);
  const isPerson =
    told.isOrganisation !== true && name !== undefined && name.includes(',') && isPersonName(name);
  const organisation = isPerson ? (told.affiliation ?? {}) : told.names;
  const party = makeParty({
    ...(isPerson ? { person: name } : {}),
    ...(Object.keys(organisation).length > 0 ? { organisation } : {}),
    identifiers: told.identifier === undefined ? [] : [parsePartyIdentifier(told.identifier)],
    emails: told.email === undefined ? [] : [told.email],
    phones: told.phone === undefined ? [] : [told.phone],
    online: told.url !== undefined && isAddress(told.url) ? [{ url: told.url }] : [],
  });
  return party ? [{ role, party }] : [];
}

function emailOf(text: string | undefined): string | undefined {
  const address = text?.replace(/^mailto:/i, '');
  return address !== undefined && /^[^@\s]+@[^@\s]+$/.test(address) ? address : undefined;
}
