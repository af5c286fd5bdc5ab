import { describe, expect, it } from 'vitest';
import { recogniseLicence } from './licence-table.ts';

describe('recogniseLicence', () => {
  it.each([
    ['http://creativecommons.org/licenses/by/4.0/', 'CC-BY-4.0'],
    ['https://creativecommons.org/licenses/by-nc-sa/4.0/deed.fr', 'CC-BY-NC-SA-4.0'],
    ['http://creativecommons.org/licenses/by-nc-nd/4.0/legalcode)', 'CC-BY-NC-ND-4.0'],
    ['http://i.creativecommons.org/l/by/3.0/au/88x31.png', 'CC-BY-3.0-AU'],
    ['https://licensebuttons.net/l/by-nc-sa/4.0/88x31.png', 'CC-BY-NC-SA-4.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0'],
    ['http://creativecommons.org/publicdomain/mark/1.0/deed.nl', 'PDM-1.0'],
    ['http://publications.europa.eu/resource/authority/licence/CC_BY_4_0', 'CC-BY-4.0'],
    ['http://publications.europa.eu/resource/authority/licence/CC_BYNCSA_4_0', 'CC-BY-NC-SA-4.0'],
    ['https://spdx.org/licenses/CC-BY-4.0.html', 'CC-BY-4.0'],
    ['CC-BY-4.0', 'CC-BY-4.0'],
    ['CC BY-NC', 'CC-BY-NC'],
    ['Creative Commons Attribution 4.0 International', 'CC-BY-4.0'],
    ['Licence Creative Commons Attribution - Pas d’Utilisation Commerciale 4.0', 'CC-BY-NC-4.0'],
    ['Creative Commons Paternité 3.0', 'CC-BY-3.0'],
    ['Data are licensed under CC0', 'CC0-1.0'],
    [
      'Licence Ouverte 2.0 https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf',
      'etalab-2.0',
    ],
    ['Licence Ouverte / Open Licence Version 2.0', 'etalab-2.0'],
    ['Licence ouverte', 'etalab'],
    ['http://opendatacommons.org/licenses/odbl/1.0/', 'ODbL-1.0'],
    ['Open Database License (ODbL)', 'ODbL-1.0'],
    [
      'Open Government Licence - Canada (http://open.canada.ca/en/open-government-licence-canada)',
      'OGL-Canada-2.0',
    ],
    ['https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/.', 'OGL-UK-3.0'],
    ['http://www.apache.org/licenses/LICENSE-2.0', 'Apache-2.0'],
  ])('%s', (text, id) => expect(recogniseLicence(text)?.id).toBe(id));

  it('lets the anchor decide over the text', () => {
    expect(recogniseLicence('Open data', 'https://creativecommons.org/licenses/by/4.0/')).toEqual({
      id: 'CC-BY-4.0',
      uri: 'https://creativecommons.org/licenses/by/4.0/',
      title: { en: 'Creative Commons Attribution 4.0', fr: 'Creative Commons Attribution 4.0' },
    });
  });

  it.each([
    'license',
    'No limitations to public access',
    'Attribution required',
    'http://creativecommons.org/international/au/',
    'https://data.rennesmetropole.fr/pages/licence/',
    'Usage under the licence agreement of the provider',
    '',
  ])('does not guess at "%s"', (text) => expect(recogniseLicence(text)).toBeUndefined());
});
