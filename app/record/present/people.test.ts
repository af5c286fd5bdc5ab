import { expect, test } from 'vitest';
import type { Party, Responsibility } from '#catalogue/model';
import { peopleByRole } from './people.ts';

const party = (more: Partial<Party>): Party => ({
  identifiers: [],
  organisationIdentifiers: [],
  emails: [],
  phones: [],
  facsimiles: [],
  addresses: [],
  online: [],
  ...more,
});
const inRole = (role: string, more: Partial<Party>): Responsibility => ({ role, party: party(more) });

test('people stand by role, authors first, unknown roles last', () => {
  const groups = peopleByRole(
    [
      { ...inRole('other', { person: 'C' }), roleAsGiven: 'Bosun' },
      inRole('custodian', { organisation: { en: 'Ifremer' } }),
      inRole('author', { person: 'A' }),
    ],
    'fr',
  );
  expect(groups.map(({ role }) => role)).toEqual(['Auteur', 'Gestionnaire', 'Bosun']);
});

test('a party that is told twice in a role stands once, with all that is known', () => {
  const orcid = {
    scheme: 'orcid',
    value: '0000-0002-1825-0097',
    uri: 'https://orcid.org/0000-0002-1825-0097',
  } as const;
  const [group] = peopleByRole(
    [
      inRole('author', { person: 'Ada Roux', emails: ['ada@example.org'] }),
      inRole('author', { person: 'Ada ROUX', identifiers: [orcid], emails: ['ada@example.org'] }),
    ],
    'en',
  );
  expect(group?.people).toEqual([
    expect.objectContaining({
      name: { text: 'Ada Roux' },
      emails: [{ user: 'ada', host: 'example.org' }],
      identifiers: [{ label: 'ORCID', value: orcid.value, href: orcid.uri }],
    }),
  ]);
});

test('a person is shown with the organisation, each with its identifiers', () => {
  const [group] = peopleByRole(
    [
      inRole('pointOfContact', {
        person: 'Ada Roux',
        organisation: { fr: 'Centre de données' },
        organisationIdentifiers: [
          { scheme: 'edmo', value: '486', uri: 'https://edmo.seadatanet.org/report/486' },
        ],
        addresses: [
          { deliveryPoints: ['1 rue du Port'], postalCode: '29280', city: 'Plouzané', country: 'France' },
        ],
        online: [{ url: 'javascript:alert(1)' }, { url: 'https://www.example.org/' }],
      }),
    ],
    'en',
  );
  expect(group?.people[0]).toMatchObject({
    organisation: { text: 'Centre de données', lang: 'fr' },
    organisationIdentifiers: [
      { label: 'EDMO', value: '486', href: 'https://edmo.seadatanet.org/report/486' },
    ],
    address: '1 rue du Port, 29280 Plouzané, France',
    sites: [{ label: 'example.org', href: 'https://www.example.org/' }],
  });
});

test('a party of which nothing is told is left out', () => {
  expect(peopleByRole([inRole('author', {})], 'en')).toEqual([]);
});
