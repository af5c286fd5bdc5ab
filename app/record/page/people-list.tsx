import { useMessages } from '../../locales/locale-context.tsx';
import type { IdentifierLink, PeopleOfRole, PersonView } from '../present/people.ts';
import { EmailLink } from './email-link.tsx';
import { Labelled } from './section.tsx';

const shownAtFirst = 12;

/** People and organisations by role. */
export function PeopleList({ groups }: { groups: readonly PeopleOfRole[] }) {
  const { recordPage } = useMessages();
  return groups.map(({ role, people }) => (
    <Labelled key={role} label={role}>
      <PersonCards people={people.slice(0, shownAtFirst)} />
      {people.length > shownAtFirst && (
        <details className="mt-3">
          <summary className="text-link underline">{recordPage.showAll(people.length)}</summary>
          <PersonCards people={people.slice(shownAtFirst)} />
        </details>
      )}
    </Labelled>
  ));
}

/** People side by side, each with what is known of them. */
export function PersonCards({ people }: { people: readonly PersonView[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17.5rem),1fr))] gap-x-8 gap-y-4">
      {people.map((person) => (
        <li key={`${person.name.text} ${person.organisation?.text}`} className="min-w-0 break-words">
          <Person person={person} />
        </li>
      ))}
    </ul>
  );
}

function Person({ person }: { person: PersonView }) {
  const {
    name,
    organisation,
    position,
    identifiers,
    organisationIdentifiers,
    emails,
    phones,
    address,
    sites,
  } = person;
  return (
    <>
      <p className="font-medium" lang={name.lang}>
        {name.text}
      </p>
      <Identifiers identifiers={identifiers} />
      {organisation && <p lang={organisation.lang}>{organisation.text}</p>}
      <Identifiers identifiers={organisationIdentifiers} />
      <div className="text-[0.9375rem] leading-7 text-soft">
        {position && <p lang={position.lang}>{position.text}</p>}
        {address && <p>{address}</p>}
        {emails.map((email) => (
          <p key={`${email.user} ${email.host}`}>
            <EmailLink email={email} />
          </p>
        ))}
        {phones.map((phone) => (
          <p key={phone}>{phone}</p>
        ))}
        {sites.map(({ label, href }) => (
          <p key={href}>
            <a href={href} rel="noopener">
              {label}
            </a>
          </p>
        ))}
      </div>
    </>
  );
}

/** ORCID, ROR, EDMO… as links to their registers. */
function Identifiers({ identifiers }: { identifiers: readonly IdentifierLink[] }) {
  if (identifiers.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-sm leading-7">
      {identifiers.map(({ label, value, href }) => (
        <span key={value}>
          <span className="text-soft">{label}</span>{' '}
          {href ? (
            <a href={href} rel="noopener">
              {value}
            </a>
          ) : (
            value
          )}
        </span>
      ))}
    </p>
  );
}
