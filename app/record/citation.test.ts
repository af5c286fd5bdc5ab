import { describe, expect, it } from 'vitest';
import { emptyRecord, type Party, parseIdentifier, party } from '#catalogue/model';
import { messagesIn } from '../locales/index.ts';
import { citationOf } from './citation.ts';

const page = 'https://portal.invalid/records/abc';
const cite = (fill: (resource: ReturnType<typeof emptyRecord>['resource']) => void) => {
  const { resource } = emptyRecord();
  resource.titles = { en: 'Salinity off Brest' };
  fill(resource);
  return citationOf(resource, page, 'en', messagesIn('en'));
};
const person = (familyName: string, givenName: string): Party => party.parse({ familyName, givenName });
const organisation = (name: string): Party => party.parse({ organisation: { en: name } });

describe('citationOf', () => {
  it('names creators, year, title, version, publisher and DOI', () =>
    expect(
      cite((resource) => {
        resource.responsibilities = [
          { role: 'author', party: person('Le Goff', 'Anne') },
          { role: 'author', party: person('Morel', 'Paul') },
          { role: 'publisher', party: organisation('Coriolis') },
        ];
        resource.dates = [
          { type: 'creation', date: '1999' },
          { type: 'publication', date: '2016-05-01' },
        ];
        resource.edition = '2.1';
        resource.identifiers = [parseIdentifier('10.17882/42182')];
      }),
    ).toBe(
      'Le Goff, Anne; Morel, Paul (2016). Salinity off Brest. Version 2.1. Coriolis. https://doi.org/10.17882/42182',
    ));

  it('does not repeat an organisation that is both creator and publisher', () =>
    expect(
      cite((resource) => {
        resource.responsibilities = [{ role: 'custodian', party: organisation('Shom') }];
      }),
    ).toBe(`Shom. Salinity off Brest. ${page}`));

  it('says what it has when nobody is named', () =>
    expect(
      cite((resource) => {
        resource.dates = [{ type: 'revision', date: '2020-01-01' }];
      }),
    ).toBe(`Salinity off Brest (2020). ${page}`));

  it('cuts long lists of names', () =>
    expect(
      cite((resource) => {
        resource.responsibilities = Array.from({ length: 12 }, (_, index) => ({
          role: 'author',
          party: person(`Name${index}`, 'A.'),
        }));
      }),
    ).toContain('Name7, A.; et al.'));
});
