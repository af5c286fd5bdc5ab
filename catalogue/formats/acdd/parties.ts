import {
  type CatalogueRecord,
  findCode,
  type PartyIdentifier,
  parsePartyIdentifier,
  type Responsibility,
  roles,
} from '../../model/index.ts';
import { isAddress, isPersonName, makeParty, type Report, withoutRepeats } from '../reading/index.ts';
import type { Attributes } from './attributes.ts';
import { companionsOf, namesOf } from './lists.ts';

/** Groups of attributes that name a party (ACDD 1.3; the last ones come from Argo, OceanSITES, IMOS and older ACDD). */
const groups: readonly { names: readonly string[]; stem: string; role: string; organisation?: boolean }[] = [
  { names: ['creator_name'], stem: 'creator', role: 'author' },
  { names: ['author', 'author_name'], stem: 'author', role: 'author' },
  {
    names: ['principal_investigator', 'principal_investigator_name', 'pi_name'],
    stem: 'principal_investigator',
    role: 'principalInvestigator',
  },
  { names: ['publisher_name'], stem: 'publisher', role: 'publisher' },
  { names: ['contact_name'], stem: 'contact', role: 'pointOfContact' },
  {
    names: ['data_assembly_center', 'data_centre', 'data_center'],
    stem: 'data_centre',
    role: 'custodian',
    organisation: true,
  },
];

/** Who made, published and helped with the data; the institution where nobody else stands for it. */
export function responsibilitiesOf(
  attributes: Attributes,
  language: string,
  report: Report,
): CatalogueRecord['resource']['responsibilities'] {
  const found = groups.flatMap((group) => partiesOf(group, attributes, language, report));
  found.push(...contributorsOf(attributes, language, report));
  const contact = attributes.text('contact', 'contact_email');
  if (contact !== undefined) found.push(...contactOf(contact, language));
  const institution = attributes.text('institution');
  if (institution !== undefined) {
    // The institution that the data come from (CF 2.6.2) is that of the people named, unless they say another.
    for (const { party } of found)
      if (party.person !== undefined && party.organisation === undefined && found.length === 1)
        party.organisation = { [language]: institution };
    const isNamed = found.some(({ party }) => Object.values(party.organisation ?? {}).includes(institution));
    const party = isNamed ? undefined : makeParty({ organisation: { [language]: institution } });
    if (party) found.push({ role: 'originator', party });
  }
  return withoutRepeats(found);
}

function partiesOf(
  { names, stem, role, organisation }: (typeof groups)[number],
  attributes: Attributes,
  language: string,
  report: Report,
): Responsibility[] {
  const given = attributes.first(...names);
  const part = (suffix: string) => attributes.text(`${stem}_${suffix}`);
  // A publisher told by address or e-mail only is still one.
  const single = part('institution') ?? '';
  if (!given && single === '' && part('email') === undefined) return [];
  const count = part('email')?.split(/[,;]/).length;
  const who = given ? namesOf(given.text, count) : [single];
  const listed = (suffix: string) => companions(attributes, `${stem}_${suffix}`, who.length, report);
  const emails = listed('email');
  const urls = listed('url');
  const types = listed('type');
  const institutions = listed('institution');
  const told = part('role');
  return who.flatMap((name, index) => {
    const type = types[index] ?? types[0];
    const inside = institutions[index] ?? institutions[0];
    const isOrganisation =
      organisation === true || isOrganisationName(name, type, inside ?? attributes.text('institution'));
    const party = makeParty({
      ...(isOrganisation || name === '' ? {} : { person: name }),
      ...(isOrganisation && name !== ''
        ? { organisation: { [language]: name } }
        : inside
          ? { organisation: { [language]: inside } }
          : {}),
      ...identifiersOf(attributes, stem, index, isOrganisation),
      emails: emailsOf(emails[index]),
      online: urls[index] && isAddress(urls[index]) ? [{ url: urls[index] }] : [],
      addresses: addressesOf(attributes, stem),
    });
    return party ? [{ ...(told === undefined ? { role } : roleOf(told)), party }] : [];
  });
}

/** `contributor_name` with `contributor_role`; one person may have several roles (`author,editor;funder`). */
function contributorsOf(attributes: Attributes, language: string, report: Report): Responsibility[] {
  const given = attributes.first('contributor_name');
  if (!given) return [];
  const said = attributes.text('contributor_role');
  const who = namesOf(given.text, said?.split(said.includes(';') ? ';' : ',').length);
  const list = (suffix: string) => companions(attributes, `contributor_${suffix}`, who.length, report);
  const [told, emails, urls] = [list('role'), list('email'), list('url')];
  return who.flatMap((name, index) => {
    const isOrganisation = isOrganisationName(name, undefined, attributes.text('institution'));
    const party = makeParty({
      ...(isOrganisation ? { organisation: { [language]: name } } : { person: name }),
      emails: emailsOf(emails[index]),
      online: urls[index] && isAddress(urls[index]) ? [{ url: urls[index] }] : [],
    });
    const wording = told[index] ?? (told.length === 1 ? (told[0] ?? '') : '');
    // A sentence is one role; words with commas between are several.
    const several = wording.split(',').map((role) => role.trim());
    const each = several.every((role) => findCode(roles, role)) ? several : [wording];
    return party ? each.map((role) => ({ ...roleOf(role), party })) : [];
  });
}

function companions(attributes: Attributes, name: string, count: number, report: Report): string[] {
  const given = attributes.first(name);
  const list = companionsOf(given?.text, count);
  if (given && list.length > 1 && list.length !== count)
    report.warning(
      'list-lengths-differ',
      given.place,
      `${given.name} has ${list.length} entries for ${count} names.`,
      'Give as many entries as there are names, in the same order, separated alike.',
    );
  return list;
}

/** ACDD takes a creator without type for a person, but a name that is plainly an organisation's is one. */
function isOrganisationName(
  name: string,
  type: string | undefined,
  institution: string | undefined,
): boolean {
  if (type !== undefined) return /institution|organi[sz]ation|group/i.test(type);
  if (isPersonName(name) && name.includes(',')) return false;
  if (name === institution || !name.includes(' ')) return true;
  return (
    /^[^a-z]+$/.test(name.replace(/\s/g, '')) ||
    /\([A-Z]{2,}\)$|institut|universit|organi[sz]ation|association|agence|cent(er|re)\b|laborator|agency|administration|department|ministry|service|program|project|observatory|office|council|foundation|consortium|system|society|survey|\bteam\b|\bgroup\b|contributors|data|\b(NOAA|NASA|CNRS|IFREMER|ERD|NDBC|Argo|Axiom)\b/i.test(
      name,
    )
  );
}

function identifiersOf(attributes: Attributes, stem: string, index: number, isOrganisation: boolean) {
  const read = (suffix: string, scheme?: string): PartyIdentifier[] => {
    const text = attributes.text(`${stem}_${suffix}`);
    const value = text?.split(/[;,]/)[index]?.trim();
    return value ? [parsePartyIdentifier(value, scheme)] : [];
  };
  const organisation = [...read('ror', 'ROR'), ...read('edmo', 'EDMO')];
  const person = [...read('orcid', 'ORCID'), ...read('uri'), ...read('id')];
  return isOrganisation
    ? { identifiers: [...person, ...organisation] }
    : { identifiers: person, organisationIdentifiers: organisation };
}

function addressesOf(attributes: Attributes, stem: string) {
  const street = attributes.text(`${stem}_address`);
  const city = attributes.text(`${stem}_city`);
  const state = attributes.text(`${stem}_state`);
  const postalCode = attributes.text(`${stem}_postalcode`);
  const country = attributes.text(`${stem}_country`);
  if (!street && !city && !state && !postalCode && !country) return [];
  return [
    {
      deliveryPoints: street ? [street] : [],
      ...(city ? { city } : {}),
      ...(state ? { administrativeArea: state } : {}),
      ...(postalCode ? { postalCode } : {}),
      ...(country ? { country } : {}),
    },
  ];
}

function emailsOf(text: string | undefined): string[] {
  return (text ?? '').split(/[\s,;]+/).filter((part) => /^[^@\s]+@[^@\s]+$/.test(part));
}

function contactOf(text: string, language: string): Responsibility[] {
  const emails = emailsOf(text);
  const party = makeParty(emails.length > 0 ? { emails } : { organisation: { [language]: text } });
  return party ? [{ role: 'pointOfContact', party }] : [];
}

function roleOf(word: string): { role: string; roleAsGiven?: string } {
  if (/^(co-?)?pi$/i.test(word)) return { role: 'principalInvestigator' };
  const code = findCode(roles, word);
  if (code) return { role: code.value };
  return { role: 'contributor', ...(word === '' ? {} : { roleAsGiven: word }) };
}
