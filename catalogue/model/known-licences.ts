import type { LanguageMap } from './language.ts';

export type KnownLicence = {
  /** SPDX id, or our own where there is none. */
  id: string;
  /** `false` where the id is our own. */
  spdx?: false;
  uri: string;
  title: LanguageMap;
  /** Host and path of the addresses that mean it (without scheme and `www.`), lower case. */
  addresses: readonly string[];
  /** Wordings, on text folded to lower case without accents and with single blanks. */
  wordings: readonly RegExp[];
};

/**
 * Licences without parameters, the more particular first; the Creative Commons family is recognised by rule. Facts are
 * from the SPDX License List, the EU authority table of licences and the licences' own pages.
 */
export const knownLicences: readonly KnownLicence[] = [
  {
    id: 'etalab-2.0',
    uri: 'https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf',
    title: { en: 'Etalab Open Licence 2.0', fr: 'Licence Ouverte Etalab 2.0' },
    addresses: [
      'etalab.gouv.fr/wp-content/uploads/2017/04/etalab-licence-ouverte-v2.0.pdf',
      'etalab.gouv.fr/wp-content/uploads/2018/11/open-licence.pdf',
      'etalab.gouv.fr/licence-ouverte-open-licence',
      'github.com/etalab/licence-ouverte/blob/master/lo.md',
      'spdx.org/licenses/etalab-2.0',
    ],
    wordings: [
      /licence ouverte.{0,40}\b(2\.0|v ?2|version 2)\b/,
      /open licen[cs]e.{0,20}etalab.{0,20}\b2/,
      /etalab[- ]2\.0/,
      /\blov2\b/,
    ],
  },
  {
    id: 'etalab-1.0',
    spdx: false,
    uri: 'https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf',
    title: { en: 'Etalab Open Licence 1.0', fr: 'Licence Ouverte Etalab 1.0' },
    addresses: [
      'etalab.gouv.fr/wp-content/uploads/2014/05/licence_ouverte.pdf',
      'etalab.gouv.fr/pages/licence-ouverte-open-licence-5899923.html',
      'data.gouv.fr/licence-ouverte-open-licence',
      'ddata.over-blog.com/xxxyyy/4/37/99/26/licence/licence-ouverte-open-licence.pdf',
      'wiki.data.gouv.fr/images/9/9d/licence_ouverte.pdf',
    ],
    wordings: [/licence ouverte.{0,40}\b(1\.0|v ?1|version 1)\b/],
  },
  {
    id: 'etalab',
    spdx: false,
    uri: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    title: { en: 'Etalab Open Licence', fr: 'Licence Ouverte Etalab' },
    addresses: [],
    wordings: [
      /\blicence ouverte\b/,
      /etalab.{0,30}\bopen licen[cs]e\b/,
      /\bopen licen[cs]e\b.{0,30}etalab/,
      /\blicence etalab\b|\betalab licen[cs]e\b/,
    ],
  },
  {
    id: 'ODbL-1.0',
    uri: 'https://opendatacommons.org/licenses/odbl/1-0/',
    title: { en: 'Open Database License 1.0', fr: 'Licence ODbL 1.0 (Open Database License)' },
    addresses: [
      'opendatacommons.org/licenses/odbl',
      'opendatacommons.org/category/odbl',
      'spdx.org/licenses/odbl-1.0',
      'opendefinition.org/licenses/odc-odbl',
      'vvlibri.org/fr/licence/odbl',
      'openstreetmap.org/copyright',
      'publications.europa.eu/resource/authority/licence/odc_bl',
      'dcat-ap.de/def/licenses/odbl',
    ],
    wordings: [/\bo(?:db|bd)l\b/, /open data ?base licen[cs]e/],
  },
  {
    id: 'ODC-By-1.0',
    uri: 'https://opendatacommons.org/licenses/by/1-0/',
    title: { en: 'Open Data Commons Attribution License 1.0', fr: 'Open Data Commons Attribution 1.0' },
    addresses: [
      'opendatacommons.org/licenses/by',
      'spdx.org/licenses/odc-by-1.0',
      'opendefinition.org/licenses/odc-by',
      'publications.europa.eu/resource/authority/licence/odc_by',
      'dcat-ap.de/def/licenses/odby',
    ],
    wordings: [/\bodc[- ]by\b/, /open data commons attribution/],
  },
  {
    id: 'PDDL-1.0',
    uri: 'https://opendatacommons.org/licenses/pddl/1-0/',
    title: { en: 'Public Domain Dedication and License 1.0', fr: 'Public Domain Dedication and License 1.0' },
    addresses: [
      'opendatacommons.org/licenses/pddl',
      'spdx.org/licenses/pddl-1.0',
      'opendefinition.org/licenses/odc-pddl',
      'publications.europa.eu/resource/authority/licence/odc_pddl',
      'dcat-ap.de/def/licenses/odcpddl',
    ],
    wordings: [/\bpddl\b/, /public domain dedication and licen[cs]e/],
  },
  ...(['3.0', '2.0', '1.0'] as const).map(
    (version): KnownLicence => ({
      id: `OGL-UK-${version}`,
      uri: `https://www.nationalarchives.gov.uk/doc/open-government-licence/version/${version.charAt(0)}/`,
      title: {
        en: `Open Government Licence ${version} (United Kingdom)`,
        fr: `Open Government Licence ${version} (Royaume-Uni)`,
      },
      addresses: [
        `nationalarchives.gov.uk/doc/open-government-licence/version/${version.charAt(0)}`,
        `spdx.org/licenses/ogl-uk-${version}`,
        `publications.europa.eu/resource/authority/licence/ogl_${version.replace('.', '_')}`,
      ],
      wordings: [
        new RegExp(`\\bogl[- ](uk-)?v?${version.replace('.', '\\.')}`),
        new RegExp(`open government licence,? \\(?(ogl |version |v)?${version.replace('.', '\\.')}`),
      ],
    }),
  ),
  {
    id: 'OGL-Canada-2.0',
    uri: 'https://open.canada.ca/en/open-government-licence-canada',
    title: { en: 'Open Government Licence – Canada', fr: 'Licence du gouvernement ouvert – Canada' },
    addresses: [
      'open.canada.ca/en/open-government-licence-canada',
      'open.canada.ca/fr/licence-du-gouvernement-ouvert-canada',
      'ouvert.canada.ca/fr/licence-du-gouvernement-ouvert-canada',
      'ouvert.canada.ca/en/open-government-licence-canada',
      'data.gc.ca/eng/open-government-licence-canada',
      'spdx.org/licenses/ogl-canada-2.0',
    ],
    wordings: [/open government licen[cs]e\W+canada/, /licence du gouvernement ouvert\W+canada/],
  },
  {
    id: 'OGL-UK',
    spdx: false,
    uri: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/',
    title: {
      en: 'Open Government Licence (United Kingdom)',
      fr: 'Open Government Licence (Royaume-Uni)',
    },
    addresses: [
      'nationalarchives.gov.uk/doc/open-government-licence',
      'reference.data.gov.uk/id/open-government-licence',
    ],
    wordings: [/^open government licen[cs]e\.?$/, /\buk open government licen[cs]e\b/],
  },
  {
    id: 'NLOD-1.0',
    uri: 'https://data.norge.no/nlod/en/1.0',
    title: {
      en: 'Norwegian Licence for Open Government Data 1.0',
      fr: 'Licence norvégienne des données publiques 1.0',
    },
    addresses: ['data.norge.no/nlod/en/1.0', 'data.norge.no/nlod/no/1.0', 'spdx.org/licenses/nlod-1.0'],
    wordings: [/\bnlod[- ]?1\.0\b/],
  },
  {
    id: 'NLOD-2.0',
    uri: 'https://data.norge.no/nlod/en/2.0',
    title: {
      en: 'Norwegian Licence for Open Government Data 2.0',
      fr: 'Licence norvégienne des données publiques 2.0',
    },
    addresses: [
      'data.norge.no/nlod',
      'spdx.org/licenses/nlod-2.0',
      'publications.europa.eu/resource/authority/licence/nlod_2_0',
    ],
    wordings: [/\bnlod\b/, /norwegian licen[cs]e for (open|public) government data/],
  },
  {
    id: 'DL-DE-BY-2.0',
    uri: 'https://www.govdata.de/dl-de/by-2-0',
    title: {
      en: 'Data licence Germany – attribution – 2.0',
      fr: 'Licence de données Allemagne – attribution – 2.0',
    },
    addresses: [
      'govdata.de/dl-de/by-2-0',
      'dcat-ap.de/def/licenses/dl-by-de/2.0',
      'spdx.org/licenses/dl-de-by-2.0',
      'publications.europa.eu/resource/authority/licence/dldeby2_0',
    ],
    wordings: [
      /dl-de[/-]by-2[.-]0/,
      /data licen[cs]e germany\W+attribution\W+(version )?2/,
      /datenlizenz deutschland\W+namensnennung\W+(version )?2/,
    ],
  },
  {
    id: 'DL-DE-ZERO-2.0',
    uri: 'https://www.govdata.de/dl-de/zero-2-0',
    title: {
      en: 'Data licence Germany – Zero – 2.0',
      fr: 'Licence de données Allemagne – Zero – 2.0',
    },
    addresses: [
      'govdata.de/dl-de/zero-2-0',
      'dcat-ap.de/def/licenses/dl-zero-de/2.0',
      'spdx.org/licenses/dl-de-zero-2.0',
      'publications.europa.eu/resource/authority/licence/dldezero2_0',
    ],
    wordings: [/dl-de[/-]zero-2[.-]0/, /data licen[cs]e germany\W+zero/, /datenlizenz deutschland\W+zero/],
  },
  {
    id: 'COM-REUSE',
    spdx: false,
    uri: 'http://publications.europa.eu/resource/authority/licence/COM_REUSE',
    title: {
      en: 'European Commission reuse notice (Decision 2011/833/EU)',
      fr: 'Avis de réutilisation de la Commission européenne (décision 2011/833/UE)',
    },
    addresses: ['publications.europa.eu/resource/authority/licence/com_reuse'],
    wordings: [/commission decision 2011\/833\/eu|decision 2011\/833\/ue/],
  },
  {
    id: 'SDN-licence',
    spdx: false,
    uri: 'http://www.seadatanet.org/urnurl/SDN:L08::LS',
    title: { en: 'SeaDataNet licence', fr: 'Licence SeaDataNet' },
    addresses: [
      'seadatanet.org/urnurl/sdn:l08::ls',
      'seadatanet.org/urnurl/sdn:l08:2:ls',
      'vocab.nerc.ac.uk/collection/l08/current/ls',
    ],
    wordings: [/^seadatanet licen[cs]e\.?$/, /^licence seadatanet\.?$/, /\bsdn:l08:[^:]*:ls\b/],
  },
  {
    id: 'CMEMS-licence',
    spdx: false,
    uri: 'https://marine.copernicus.eu/user-corner/service-commitments-and-licence',
    title: {
      en: 'Copernicus Marine Service licence',
      fr: 'Licence du service Copernicus Marine',
    },
    addresses: [
      'marine.copernicus.eu/user-corner/service-commitments-and-licence',
      'marine.copernicus.eu/web/27-service-commitments-and-licence.php',
      'marine.copernicus.eu/services-portfolio/service-commitments-and-licence',
    ],
    wordings: [
      /copernicus marine (environment monitoring )?service.{0,40}commitments and licen[cs]e/,
      /copernicus marine service licen[cs]e|licence du service copernicus marine/,
    ],
  },
  {
    id: 'Copernicus-Sentinel',
    spdx: false,
    uri: 'https://scihub.copernicus.eu/twiki/pub/SciHubWebPortal/TermsConditions/Sentinel_Data_Terms_and_Conditions.pdf',
    title: {
      en: 'Legal notice on the use of Copernicus Sentinel data',
      fr: 'Avis juridique sur l’utilisation des données Copernicus Sentinel',
    },
    addresses: [
      'scihub.copernicus.eu/twiki/pub/scihubwebportal/termsconditions/sentinel_data_terms_and_conditions.pdf',
      'sentinel.esa.int/documents/247904/690755/sentinel_data_legal_notice',
      'sentinels.copernicus.eu/documents/247904/690755/sentinel_data_legal_notice',
    ],
    wordings: [/legal notice on the use of copernicus sentinel data/],
  },
  {
    id: 'Apache-2.0',
    uri: 'https://www.apache.org/licenses/LICENSE-2.0',
    title: { en: 'Apache License 2.0', fr: 'Licence Apache 2.0' },
    addresses: [
      'apache.org/licenses/license-2.0',
      'spdx.org/licenses/apache-2.0',
      'opensource.org/licenses/apache-2.0',
      'opensource.org/license/apache-2-0',
      'publications.europa.eu/resource/authority/licence/apache_2_0',
    ],
    wordings: [/\bapache (software )?licen[cs]e,? (v|version )?2\.0\b/, /^apache[- ]2\.0$/],
  },
  {
    id: 'MIT',
    uri: 'https://opensource.org/license/mit',
    title: { en: 'MIT License', fr: 'Licence MIT' },
    addresses: [
      'opensource.org/license/mit',
      'opensource.org/licenses/mit',
      'spdx.org/licenses/mit',
      'publications.europa.eu/resource/authority/licence/mit',
    ],
    wordings: [/^(the )?mit( licen[cs]e)?$/, /^licence mit$/],
  },
  {
    id: 'BSD-3-Clause',
    uri: 'https://opensource.org/license/bsd-3-clause',
    title: { en: 'BSD 3-Clause License', fr: 'Licence BSD à trois clauses' },
    addresses: [
      'opensource.org/license/bsd-3-clause',
      'opensource.org/licenses/bsd-3-clause',
      'spdx.org/licenses/bsd-3-clause',
    ],
    wordings: [/^bsd[- ]3[- ]clause( licen[cs]e)?$/],
  },
  {
    id: 'EUPL-1.2',
    uri: 'https://eupl.eu/1.2/en/',
    title: { en: 'European Union Public Licence 1.2', fr: 'Licence publique de l’Union européenne 1.2' },
    addresses: [
      'eupl.eu/1.2',
      'spdx.org/licenses/eupl-1.2',
      'publications.europa.eu/resource/authority/licence/eupl_1_2',
    ],
    wordings: [/\beupl[- ](v|version )?1\.2\b/],
  },
  gnu('AGPL', '3.0', 'or-later'),
  gnu('AGPL', '3.0', 'only'),
  gnu('LGPL', '3.0', 'or-later'),
  gnu('LGPL', '3.0', 'only'),
  gnu('LGPL', '2.1', 'or-later'),
  gnu('LGPL', '2.1', 'only'),
  gnu('GPL', '3.0', 'or-later'),
  gnu('GPL', '3.0', 'only'),
  gnu('GPL', '2.0', 'or-later'),
  gnu('GPL', '2.0', 'only'),
];

/** A licence of the GNU project: later versions may be chosen only where that is said. */
function gnu(family: 'AGPL' | 'LGPL' | 'GPL', version: string, later: 'or-later' | 'only'): KnownLicence {
  const name = `${family.toLowerCase()}-${version}`;
  const number = version.replace('.0', '(\\.0)?').replace('2.1', '2\\.1');
  const kind = { AGPL: 'affero general', LGPL: 'lesser general', GPL: 'general' }[family];
  const kindFr = { AGPL: 'générale Affero', LGPL: 'générale limitée', GPL: 'générale' }[family];
  const isLater = later === 'or-later';
  const after = isLater ? '(\\+|-or-later| or later| or any later version)' : '(-only| only)?';
  const words = isLater ? ' or later' : '';
  return {
    id: `${family}-${version}-${later}`,
    uri: `https://www.gnu.org/licenses/${name}.html`,
    title: {
      en: `GNU ${kind.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())} Public License ${version}${words}`,
      fr: `Licence publique ${kindFr} GNU ${version}${isLater ? ' ou ultérieure' : ''}`,
    },
    addresses: isLater
      ? [`spdx.org/licenses/${name}-or-later`, `spdx.org/licenses/${name}+`]
      : [
          `spdx.org/licenses/${name}`,
          `spdx.org/licenses/${name}-only`,
          `gnu.org/licenses/${name}`,
          `gnu.org/licenses/old-licenses/${name}`,
          `opensource.org/licenses/${name}`,
          `opensource.org/license/${name.replace('.', '-')}`,
          `publications.europa.eu/resource/authority/licence/${name.replace(/[.-]/g, '_')}`,
        ],
    wordings: [
      new RegExp(`^(gnu )?${family.toLowerCase()}[- ]?v?${number}${after}$`),
      new RegExp(`^(the )?gnu ${kind} public licen[cs]e,? (v|version )?${number}${after}$`),
    ],
  };
}
