import { describe, expect, it } from 'vitest';
import { isSpdxId, recogniseLicence } from './licence-table.ts';

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
    ['This work is licensed under a Creative Commons Attribution (CC-BY) 4.0 License', 'CC-BY-4.0'],
    ['Available under the Creative Commons Attribution (CC-BY) License v4.0', 'CC-BY-4.0'],
    ['CC-BY: Creative Commons Attribution 3.0 Unported', 'CC-BY-3.0'],
    ['Creative Commons Attribution 3.0 Australia License', 'CC-BY-3.0-AU'],
    [
      'Creative Commons Attribution-NonCommercial-Share Alike 3.0 United States [CC BY-NC-SA 3.0]',
      'CC-BY-NC-SA-3.0-US',
    ],
    ['Attribution 4.0 International', 'CC-BY-4.0'],
    ['Attribution-NonCommercial-NoDerivatives 4.0 International', 'CC-BY-NC-ND-4.0'],
    ['http://creativecommons.org/licenses/by-sa/4.0/legalcode', 'CC-BY-SA-4.0'],
    ['http://dcat-ap.de/def/licenses/cc-zero', 'CC0-1.0'],
    ['http://dcat-ap.de/def/licenses/cc-by/4.0', 'CC-BY-4.0'],
    ['http://publications.europa.eu/resource/authority/licence/CC0', 'CC0-1.0'],
    ['http://publications.europa.eu/resource/authority/licence/COM_REUSE', 'COM-REUSE'],
    ['https://opendefinition.org/licenses/odc-odbl', 'ODbL-1.0'],
    ['Licence OdBL http://www.openstreetmap.org/copyright/fr', 'ODbL-1.0'],
    ['https://opendatacommons.org/licenses/by/1-0/', 'ODC-By-1.0'],
    ['PDDL', 'PDDL-1.0'],
    ['Licence Ouverte 1.0 http://www.data.gouv.fr/Licence-Ouverte-Open-Licence.', 'etalab-1.0'],
    ['Base de données soumise aux conditions de la licence ouverte Etalab.', 'etalab'],
    [
      '« Licence Ouverte / Open Licence » Version 2.0 (avril 2017), définie par la mission Etalab',
      'etalab-2.0',
    ],
    ['Open Government Licence', 'OGL-UK'],
    ['http://reference.data.gov.uk/id/open-government-licence', 'OGL-UK'],
    ['http://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/', 'OGL-UK-2.0'],
    ['This information is licensed under the Open Government Licence (OGL 3.0).', 'OGL-UK-3.0'],
    ['This information is licensed under the Open Government Licence v3.0.', 'OGL-UK-3.0'],
    [
      'Licence du gouvernement ouvert - Canada (http://ouvert.canada.ca/fr/licence-du-gouvernement-ouvert-canada)',
      'OGL-Canada-2.0',
    ],
    ['NLOD 1.0', 'NLOD-1.0'],
    ['https://data.norge.no/nlod/en/2.0', 'NLOD-2.0'],
    ['https://www.govdata.de/dl-de/by-2-0', 'DL-DE-BY-2.0'],
    ['Datenlizenz Deutschland – Namensnennung – Version 2.0', 'DL-DE-BY-2.0'],
    ['https://www.govdata.de/dl-de/zero-2-0', 'DL-DE-ZERO-2.0'],
    ['SeaDataNet\n  licence', 'SDN-licence'],
    ['http://www.seadatanet.org/urnurl/SDN:L08::LS', 'SDN-licence'],
    [
      'See Copernicus Marine Environment Monitoring Service Data commitments and licence at: http://marine.copernicus.eu/web/27-service-commitments-and-licence.php',
      'CMEMS-licence',
    ],
    ['Legal notice on the use of Copernicus Sentinel Data and Service Information', 'Copernicus-Sentinel'],
    ['GNU General Public License version 3', 'GPL-3.0-only'],
    ['https://opensource.org/licenses/GPL-3.0', 'GPL-3.0-only'],
    ['GPL-3.0-or-later', 'GPL-3.0-or-later'],
    ['https://spdx.org/licenses/LGPL-2.1-or-later.html', 'LGPL-2.1-or-later'],
    ['AGPL-3.0-only', 'AGPL-3.0-only'],
    ['https://spdx.org/licenses/MIT.html', 'MIT'],
    ['MIT License', 'MIT'],
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
    'No conditions apply to access and use',
    'http://inspire.ec.europa.eu/metadata-codelist/ConditionsApplyingToAccessAndUse/noConditionsApply',
    'Attribution 4.0',
    'Licence passée entre l’Office fédéral de l’environnement et le canton de Fribourg',
    'https://spdx.org/licenses/',
    'http://creativecommons.org/licenses/',
    'SeaDataNet licence terms may apply to some of the profiles',
    '',
  ])('does not guess at "%s"', (text) => expect(recogniseLicence(text)).toBeUndefined());
});

describe('isSpdxId', () => {
  it.each([
    ['CC-BY-4.0', true],
    ['CC-BY-3.0-AU', true],
    ['CC-BY-3.0-FR', false],
    ['CC-BY', false],
    ['CC0-1.0', true],
    ['etalab-2.0', true],
    ['etalab-1.0', false],
    ['OGL-UK', false],
    ['DL-DE-BY-2.0', true],
    ['GPL-2.0-only', true],
    ['SDN-licence', false],
  ])('%s: %s', (id, expected) => expect(isSpdxId(id)).toBe(expected));
});
