import { Cite } from '@citation-js/core';
import { describe, expect, it } from 'vitest';
import { emptyRecord, type Party, type ResourceType } from '../model/index.ts';
import { bibtexOf, cslItem, endnoteOf, formatCitation, risOf } from './index.ts';

const party = (given: Partial<Party>): Party => ({
  identifiers: [],
  organisationIdentifiers: [],
  emails: [],
  phones: [],
  facsimiles: [],
  addresses: [],
  online: [],
  ...given,
});

function record(type: ResourceType = 'dataset') {
  const made = emptyRecord(type);
  Object.assign(made.resource, {
    titles: { en: 'Salinity & currents of the Iroise Sea', fr: 'Salinité & courants de la mer d’Iroise' },
    abstracts: { en: 'Sections {of} 1999, 50 % of them in winter.' },
    edition: '2.1',
    dates: [
      { type: 'creation', date: '2019' },
      { type: 'publication', date: '2020-05-03' },
    ],
    identifiers: [{ code: '10.17882/99901', scheme: 'doi', uri: 'https://doi.org/10.17882/99901' }],
    responsibilities: [
      { role: 'author', party: party({ familyName: 'Le Goff', givenName: 'Jean-Pierre' }) },
      { role: 'author', party: party({ person: 'Dupont, Marie' }) },
      { role: 'author', party: party({ person: 'Dupont, Marie' }) },
      {
        role: 'author',
        party: party({ organisation: { en: 'Institute of the Sea', fr: 'Institut de la mer' } }),
      },
      { role: 'publisher', party: party({ organisation: { en: 'SEANOE' } }) },
    ],
    keywords: [{ label: { en: 'salinity' } }, { label: { en: 'currents' } }],
  });
  return made;
}

const about = { id: 'r1', pageUrl: 'https://catalogue.example.org/records/r1' };
const itemOf = (language: string, made = record()) => {
  const item = cslItem(made, { ...about, language });
  if (!item) throw new Error('no item');
  return item;
};

describe('an item of CSL', () => {
  it('says what a record says, in the language asked, and no name twice', () => {
    expect(itemOf('fr')).toEqual({
      id: 'r1',
      type: 'dataset',
      title: 'Salinité & courants de la mer d’Iroise',
      author: [
        { family: 'Le Goff', given: 'Jean-Pierre' },
        { family: 'Dupont', given: 'Marie' },
        { literal: 'Institut de la mer' },
      ],
      issued: { 'date-parts': [[2020, 5, 3]] },
      publisher: 'SEANOE',
      version: '2.1',
      DOI: '10.17882/99901',
      abstract: 'Sections {of} 1999, 50 % of them in winter.',
      keyword: 'salinity, currents',
      language: 'fr',
    });
  });

  it('has the address of the page where nothing persistent is known, and no invented parts', () => {
    const bare = emptyRecord('software');
    bare.resource.titles = { und: 'A tool' };
    expect(cslItem(bare, about)).toEqual({ id: 'r1', type: 'software', title: 'A tool', URL: about.pageUrl });
    expect(cslItem(emptyRecord(), about)).toBeNull();
  });
});

describe('a formatted citation', () => {
  it.each([
    [
      'apa',
      'en',
      'Le Goff, J.-P., Dupont, M., & Institute of the Sea. (2020). Salinity & currents of the Iroise Sea (Version 2.1) [Dataset]. SEANOE. https://doi.org/10.17882/99901',
    ],
    [
      'apa',
      'fr',
      'Le Goff, J.-P., Dupont, M., & Institut de la mer. (2020). Salinité & courants de la mer d’Iroise (Version 2.1) [Jeu de données]. SEANOE. https://doi.org/10.17882/99901',
    ],
    [
      'vancouver',
      'en',
      'Le Goff JP, Dupont M, Institute of the Sea. Salinity & currents of the Iroise Sea. SEANOE; 2020. doi:10.17882/99901',
    ],
    [
      'harvard',
      'en',
      'Le Goff, J.-P., Dupont, M., and Institute of the Sea (2020) “Salinity & currents of the Iroise Sea.” SEANOE. Available at: https://doi.org/10.17882/99901.',
    ],
    [
      'ieee',
      'en',
      'J.-P. Le Goff, M. Dupont, and Institute of the Sea, “Salinity & currents of the Iroise Sea” [data set], v. 2.1, SEANOE, May 3, 2020, https://doi.org/10.17882/99901.',
    ],
    [
      'copernicus',
      'en',
      'Le Goff, J.-P., Dupont, M., and Institute of the Sea: Salinity & currents of the Iroise Sea, version 2.1, SEANOE [data set], https://doi.org/10.17882/99901, 2020.',
    ],
    [
      'copernicus',
      'fr',
      'Le Goff, J.-P., Dupont, M., et Institut de la mer: Salinité & courants de la mer d’Iroise, version 2.1, SEANOE [jeu de données], https://doi.org/10.17882/99901, 2020.',
    ],
  ] as const)('in %s, %s', (style, language, expected) => {
    expect(formatCitation(itemOf(language), style, language).replaceAll('\u00a0', ' ')).toBe(expected);
  });

  it('of a record with nothing but a title is still a citation', () => {
    const bare = emptyRecord();
    bare.resource.titles = { en: 'A tide gauge' };
    expect(formatCitation(itemOf('en', bare), 'ieee', 'en')).toBe(
      `“A tide gauge” [data set], ${about.pageUrl}.`,
    );
  });
});

describe('a reference', () => {
  it('in BibTeX keeps names, escapes what TeX would act on, and is read back', () => {
    const text = bibtexOf(itemOf('en'));
    expect(text).toContain('author = {Le Goff, Jean-Pierre and Dupont, Marie and {Institute of the Sea}}');
    expect(text).toContain('title = {Salinity \\& currents of the {Iroise} {Sea}}');
    expect(text).toContain('abstract = {Sections of 1999, 50 \\% of them in winter.}');
    const [read] = JSON.parse(new Cite(text).format('data'));
    expect(read).toMatchObject({ DOI: '10.17882/99901', publisher: 'SEANOE', version: '2.1' });
    expect(read.issued['date-parts'][0].slice(0, 2)).toEqual([2020, 5]);
  });

  it('in RIS is read back', () => {
    const text = risOf(itemOf('en'));
    expect(text).toMatch(/^TY {2}- DATA\n/);
    const [read] = JSON.parse(new Cite(text).format('data'));
    expect(read).toMatchObject({ title: 'Salinity & currents of the Iroise Sea', DOI: '10.17882/99901' });
    expect(read.author).toHaveLength(3);
  });

  it('in the tags of EndNote has each name on a line, and organisations with a comma at the end', () => {
    expect(endnoteOf(itemOf('en')).split('\n')).toEqual([
      '%0 Dataset',
      '%A Le Goff, Jean-Pierre',
      '%A Dupont, Marie',
      '%A Institute of the Sea,',
      '%T Salinity & currents of the Iroise Sea',
      '%D 2020',
      '%8 2020-05-03',
      '%I SEANOE',
      '%7 2.1',
      '%R 10.17882/99901',
      '%U https://doi.org/10.17882/99901',
      '%G en',
      '%K salinity',
      '%K currents',
      '%X Sections {of} 1999, 50 % of them in winter.',
      '',
    ]);
  });
});
