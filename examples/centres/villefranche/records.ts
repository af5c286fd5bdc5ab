import { CC_BY, CC_BY_NC, type Facts, type Funding, type Link, type Party } from '../../documents/facts.ts';
import {
  devices,
  free,
  gemet,
  inspire,
  networks,
  parameters,
  platforms,
  satellites,
  science,
  seas,
  taxa,
} from '../../documents/vocabulary.ts';

const OOV: Party = {
  organisation: 'Observatoire océanologique de Villefranche-sur-Mer',
  role: 'publisher',
  edmo: 3928,
};
const CONTACT: Party = {
  organisation: 'Institut de la mer de Villefranche',
  role: 'pointOfContact',
  email: 'observation@villefranche.example.org',
};
const AUTHORS: Party = {
  organisation: "Laboratoire d'océanographie de Villefranche",
  role: 'author',
  edmo: 490,
};
/** Nobody of that name exists. */
const PERSON: Party = {
  organisation: 'Sorbonne Université',
  role: 'author',
  ror: 'https://ror.org/02en5vm52',
  person: { family: 'Ligure', given: 'Mathilde', orcid: '0000-0000-0000-1047' },
};
const PARTIES = [AUTHORS, OOV, CONTACT] as const;

const ANR: Funding = {
  funder: 'Agence Nationale de la Recherche',
  funderId: 'https://doi.org/10.13039/501100001665',
  award: 'ANR-10-EQPX-40',
  title: 'NAOS',
};

type VillefrancheFormat = 'schema.org' | 'iso19139' | 'datacite-xml' | 'datacite-json';

/** A record, and the file of the folder that holds it. */
export type VillefrancheRecord = {
  readonly path: string;
  readonly format: VillefrancheFormat;
  readonly facts: Facts;
};

function access(name: string): Link[] {
  const base = 'https://data.villefranche.example.org';
  return [
    { kind: 'landing', url: `${base}/dataset/${name}`, name: 'Landing page' },
    { kind: 'download', url: `${base}/files/${name}.zip`, name: `${name}.zip` },
    { kind: 'erddap', url: `${base}/erddap/tabledap/${name}.html`, name: 'ERDDAP' },
  ];
}

const DYFAMED_SITE = {
  place: { en: 'Ligurian Sea, DYFAMED site', fr: 'Mer Ligure, site DYFAMED' },
  box: [7.87, 7.87, 43.42, 43.42],
} as const;

const POINT_B = {
  place: { en: 'Bay of Villefranche, Point B', fr: 'Rade de Villefranche, Point B' },
  box: [7.3167, 7.3167, 43.6833, 43.6833],
} as const;

/** Eleven datasets in four formats. */
export const VILLEFRANCHE_RECORDS: readonly VillefrancheRecord[] = [
  {
    path: 'timeseries/dyfamed.jsonld',
    format: 'schema.org',
    facts: {
      id: 'dyfamed',
      updated: '2024-04-25T10:00:00Z',
      title: {
        en: 'DYFAMED observatory in the Ligurian Sea: hydrological and biogeochemical time series',
        fr: 'DYFAMED, observatoire de la mer Ligure : séries hydrologiques et biogéochimiques',
      },
      abstract: {
        en: 'Monthly visits since 1991 to the DYFAMED station, 52 km off Nice in the central Ligurian Sea, sheltered from coastal water by the Northern Current. CTD-O2 profiles to 2,350 m, nutrients, pigments by liquid chromatography, dissolved and particulate carbon, alkalinity, primary production and zooplankton. The series documents winter convection, the spring bloom, the warming and salting of intermediate and deep waters and acidification.',
        fr: "Visites mensuelles depuis 1991 de la station DYFAMED, à 52 km au large de Nice, au centre de la mer Ligure, à l'abri des eaux côtières derrière le courant Nord. Profils CTD-O2 jusqu'à 2 350 m, sels nutritifs, pigments par chromatographie, carbone dissous et particulaire, alcalinité, production primaire et zooplancton. La série documente la convection hivernale, la floraison printanière, le réchauffement et la salinisation des eaux profondes et l'acidification.",
      },
      published: '2016-07-01',
      doi: '10.5072/halocline.dyfamed',
      parties: PARTIES,
      keywords: [
        parameters('TEMP', 'PSAL', 'DOXY', 'NTRZ', 'PHOS', 'SLCA', 'CPWC', 'TCO2', 'ALKY'),
        platforms('31', '48'),
        devices('130', '30', 'LAB11'),
        seas('3_1_1_4'),
        networks('MOOSE', 'OceanSITES', 'EMSO'),
      ],
      ...DYFAMED_SITE,
      period: { begin: '1991-01-18' },
      depths: { top: 0, bottom: 2350 },
      frequency: 'monthly',
      licence: CC_BY,
      format: { name: 'text/csv' },
      links: access('dyfamed'),
    },
  },
  {
    path: 'timeseries/point-b.jsonld',
    format: 'schema.org',
    facts: {
      id: 'point-b',
      updated: '2024-11-05T08:30:00Z',
      title: {
        en: 'SOMLIT Point B time series, Bay of Villefranche',
        fr: 'Série SOMLIT Point B, rade de Villefranche',
      },
      abstract: {
        en: 'Weekly sampling at Point B, at the mouth of the Bay of Villefranche over 85 m of water: CTD profiles, oxygen, nutrients, chlorophyll a, particulate matter and flow cytometry at six depths. Temperature has been measured since 1957, all the parameters of SOMLIT since 1995. Warming reaches 0.7 °C per decade in summer at the surface.',
        fr: "Échantillonnage hebdomadaire au Point B, à l'entrée de la rade de Villefranche, par 85 m de fond : profils CTD, oxygène, sels nutritifs, chlorophylle a, matières particulaires et cytométrie en flux à six profondeurs. La température est mesurée depuis 1957, l'ensemble des paramètres SOMLIT depuis 1995.",
      },
      published: '2019-01-15',
      parties: PARTIES,
      keywords: [
        parameters('TEMP', 'PSAL', 'DOXY', 'NTRZ', 'PHOS', 'SLCA', 'CPWC', 'PNTX'),
        devices('130', '30', 'LAB37'),
        seas('3_1_1_4'),
        networks('SOMLIT', 'ILICO'),
        gemet(1526, 5042),
      ],
      ...POINT_B,
      period: { begin: '1957-01-01' },
      depths: { top: 0, bottom: 80 },
      frequency: 'weekly',
      licence: CC_BY_NC,
      format: { name: 'text/csv' },
      links: access('point-b'),
    },
  },
  {
    path: 'timeseries/point-b-carbonate.xml',
    format: 'datacite-xml',
    facts: {
      id: 'point-b-carbonate',
      updated: '2023-03-20T09:00:00Z',
      title: { en: 'Carbonate chemistry at Point B, Bay of Villefranche, since 2007' },
      abstract: {
        en: 'Weekly total alkalinity and dissolved inorganic carbon at 1 and 50 m at Point B, analysed on samples poisoned with mercuric chloride and referred to certified standards, with pH on the total scale, partial pressure of CO2 and saturation of aragonite computed with seacarb. Between 2007 and 2015 pH decreased by 0.0028 unit per year, faster than the atmosphere alone would cause.',
      },
      published: '2017-04-10',
      doi: '10.5072/villefranche.2007',
      parties: [PERSON, OOV, CONTACT],
      keywords: [
        parameters('ALKY', 'TCO2', 'PCO2'),
        devices('LAB12', '86'),
        gemet(44),
        seas('3_1_1_4'),
        networks('SOMLIT'),
        free({ en: 'ocean acidification' }),
      ],
      ...POINT_B,
      period: { begin: '2007-01-09' },
      licence: CC_BY,
      format: { name: 'text/csv' },
      links: access('point-b-carbonate'),
    },
  },
  {
    path: 'timeseries/zooplankton-point-b.jsonld',
    format: 'schema.org',
    facts: {
      id: 'zooplankton-point-b',
      updated: '2022-10-12T14:00:00Z',
      title: {
        en: 'Zooplankton of Point B imaged by ZooScan since 1966',
        fr: 'Zooplancton du Point B imagé au ZooScan depuis 1966',
      },
      abstract: {
        en: 'Abundance and biovolume of forty zooplankton groups in the vertical hauls of the Juday-Bogorov, WP2 and Régent nets at Point B, digitised with the ZooScan from the collection of fixed samples, classified and validated in EcoTaxa. Copepods follow the dry and wet decades of the Mediterranean; salps and jellyfish show outbreaks.',
        fr: "Abondance et biovolume de quarante groupes du zooplancton des traits verticaux des filets Juday-Bogorov, WP2 et Régent au Point B, numérisés au ZooScan depuis la collection d'échantillons fixés, triés et validés dans EcoTaxa.",
      },
      published: '2020-06-20',
      parties: PARTIES,
      keywords: [
        taxa('Copepoda', 'Pelagia noctiluca'),
        parameters('ZATX', 'ZNTX'),
        devices('22', '352'),
        gemet(6282),
        seas('3_1_1_4'),
      ],
      ...POINT_B,
      period: { begin: '1966-11-01' },
      depths: { top: 0, bottom: 75 },
      licence: CC_BY,
      format: { name: 'text/tab-separated-values' },
      links: access('zooplankton-point-b'),
    },
  },
  {
    path: 'optics/boussole-buoy.xml',
    format: 'iso19139',
    facts: {
      id: 'oov-boussole-buoy',
      updated: '2023-09-18T12:00:00Z',
      title: {
        en: 'BOUSSOLE buoy: marine optics for ocean colour calibration and validation',
        fr: "Bouée BOUSSOLE : optique marine pour l'étalonnage et la validation de la couleur de l'océan",
      },
      abstract: {
        en: 'Upwelling radiance, downwelling irradiance, backscattering, beam attenuation, fluorescence and hydrology at 4 and 9 m every fifteen minutes from a buoy made for optics, a rigid mast with little shadow moored at 2,440 m in the Ligurian Sea. Since 2003 it has served the vicarious calibration and the validation of MERIS, MODIS, VIIRS and OLCI, and the study of the diel cycle of optical properties.',
        fr: "Luminance montante, éclairement descendant, rétrodiffusion, atténuation, fluorescence et hydrologie à 4 et 9 m toutes les quinze minutes, depuis une bouée conçue pour l'optique, mât rigide à faible ombre mouillé par 2 440 m en mer Ligure. Elle sert depuis 2003 à l'étalonnage et à la validation de MERIS, MODIS, VIIRS et OLCI.",
      },
      published: '2010-01-01',
      parties: PARTIES,
      keywords: [
        parameters('VSRW', 'OPBS', 'CPWC', 'R410'),
        science('OCEAN COLOR', 'IRRADIANCE', 'REFLECTANCE'),
        satellites('ENVISAT', 'Sentinel-3A'),
        platforms('41'),
        devices('122', '123'),
        inspire('ef'),
      ],
      place: { en: 'Ligurian Sea', fr: 'Mer Ligure' },
      box: [7.9, 7.9, 43.367, 43.367],
      period: { begin: '2003-09-06' },
      depths: { top: 4, bottom: 9 },
      frequency: 'continual',
      licence: CC_BY,
      format: { name: 'NetCDF', version: '4' },
      links: access('boussole-buoy'),
    },
  },
  {
    path: 'optics/boussole-cruises.xml',
    format: 'iso19139',
    facts: {
      id: 'oov-boussole-cruises',
      updated: '2023-09-18T12:05:00Z',
      title: {
        en: 'BOUSSOLE monthly cruises: pigments, absorption and optical profiles',
        fr: 'Campagnes mensuelles BOUSSOLE : pigments, absorption et profils optiques',
      },
      abstract: {
        en: 'Three days a month on R/V Téthys II at the buoy: profiles of a free-falling optical profiler, CTD rosette to 400 m, phytoplankton pigments by high performance liquid chromatography, particulate absorption on filters, total suspended matter and Secchi depth. A transect from Nice to the site is occupied each time. Over two hundred cruises since July 2001.',
        fr: "Trois jours par mois à bord du Téthys II à la bouée : profils d'un profileur optique en chute libre, rosette CTD jusqu'à 400 m, pigments phytoplanctoniques par chromatographie liquide, absorption particulaire sur filtres, matières en suspension et disque de Secchi. Plus de deux cents campagnes depuis juillet 2001.",
      },
      published: '2010-01-01',
      parties: PARTIES,
      keywords: [
        parameters('CPWC', 'OPWC', 'VSRW', 'SECC', 'TEMP', 'PSAL'),
        platforms('31'),
        devices('LAB11', '122', '130'),
        gemet(1391),
        seas('3_1_1_4'),
      ],
      place: { en: 'Ligurian Sea', fr: 'Mer Ligure' },
      box: [7.2, 7.95, 43.33, 43.7],
      period: { begin: '2001-07-22' },
      depths: { top: 0, bottom: 400 },
      frequency: 'monthly',
      licence: CC_BY,
      format: { name: 'text/csv' },
      links: access('boussole-cruises'),
    },
  },
  {
    path: 'seafloor/emso-ligure-nice.xml',
    format: 'iso19139',
    facts: {
      id: 'oov-emso-ligure-nice',
      updated: '2021-12-03T16:45:00Z',
      title: {
        en: 'EMSO Ligure Nice: cabled geohazard observatory of the Nice slope',
        fr: 'EMSO Ligure Nice : observatoire câblé des géorisques de la pente niçoise',
      },
      abstract: {
        en: 'Cabled seabed observatory at the edge of the Nice airport slope, where a landslide and a small tsunami killed people in October 1979: pore pressure, seabed motion, temperature and currents between 20 and 100 m, in real time. Data show the influence of groundwater from the Var aquifer on the stability of the sediment.',
        fr: "Observatoire câblé du fond, au bord de la pente de l'aéroport de Nice où un glissement et un petit tsunami firent des victimes en octobre 1979 : pression interstitielle, mouvement du fond, température et courants entre 20 et 100 m, en temps réel. Les données montrent l'influence de la nappe du Var sur la stabilité du sédiment.",
      },
      published: '2018-10-16',
      parties: PARTIES,
      keywords: [
        parameters('TEMP', 'RFVL', 'PREX'),
        platforms('11'),
        devices('115', 'WPS'),
        networks('EMSO'),
        inspire('nz', 'ef'),
        gemet(7497),
      ],
      topics: ['oceans', 'geoscientificInformation'],
      place: { en: 'Nice slope', fr: 'Pente de Nice' },
      box: [7.2, 7.24, 43.63, 43.66],
      period: { begin: '2015-01-01' },
      depths: { top: 20, bottom: 100 },
      licence: CC_BY,
      format: { name: 'NetCDF', version: '4' },
      links: access('emso-ligure-nice'),
    },
  },
  {
    path: 'seafloor/emso-ligure-west.json',
    format: 'datacite-json',
    facts: {
      id: 'emso-ligure-west',
      updated: '2024-01-18T18:00:00Z',
      title: { en: 'EMSO Ligure West: deep cabled observatory off Toulon, oceanography' },
      abstract: {
        en: 'Time series of temperature, salinity, oxygen, currents and bioluminescence from the ALBATROSS mooring line and the cabled junction box at 2,450 m, 40 km off Toulon, beside the KM3NeT neutrino telescope, whose optical modules also see the bioluminescent blooms that follow deep convection.',
      },
      published: '2022-09-09',
      doi: '10.5072/villefranche.2450',
      parties: [PERSON, OOV, CONTACT],
      keywords: [
        parameters('TEMP', 'PSAL', 'DOXY', 'RFVL'),
        platforms('11', '48'),
        devices('130', '115', 'BLUMS'),
        networks('EMSO', 'MOOSE'),
        seas('3_1_1'),
        free({ en: 'bioluminescence' }),
      ],
      place: { en: 'Off Toulon' },
      box: [6.0, 6.1, 42.75, 42.85],
      period: { begin: '2010-11-01' },
      depths: { top: 400, bottom: 2450 },
      licence: CC_BY,
      format: { name: 'application/x-netcdf' },
      links: access('emso-ligure-west'),
      related: [{ relation: 'References', type: 'URL', identifier: 'https://www.emso-fr.org/' }],
    },
  },
  {
    path: 'gliders/moose-t00.jsonld',
    format: 'schema.org',
    facts: {
      id: 'moose-t00',
      updated: '2024-10-15T15:00:00Z',
      title: { en: 'Glider section MOOSE T00, Nice to Calvi' },
      abstract: {
        en: 'Sections across the Ligurian Sea between Nice and Calvi by Slocum and SeaExplorer gliders of the MOOSE network: temperature, salinity, oxygen, chlorophyll and CDOM fluorescence and backscattering, from the surface to 1,000 m. Two or three crossings a week during missions of two months resolve the Northern Current, its meanders and the submesoscale.',
      },
      published: '2015-04-01',
      parties: PARTIES,
      keywords: [
        parameters('TEMP', 'PSAL', 'DOXY', 'CPWC', 'OPBS'),
        platforms('27'),
        devices('130', '351', '113'),
        networks('MOOSE', 'OceanGliders'),
        seas('3_1_1_4'),
      ],
      polygon: [
        [7.2, 43.65],
        [8.75, 42.55],
        [8.85, 42.65],
        [7.4, 43.7],
        [7.2, 43.65],
      ],
      period: { begin: '2007-05-22' },
      depths: { top: 0, bottom: 1000 },
      licence: CC_BY,
      format: { name: 'application/x-netcdf' },
      links: access('moose-t00'),
      funding: [ANR],
    },
  },
  {
    path: 'gliders/bgc-argo-ligurian.json',
    format: 'datacite-json',
    facts: {
      id: 'bgc-argo-ligurian',
      updated: '2022-06-30T06:30:00Z',
      title: {
        en: 'Adaptive BGC-Argo missions in the Ligurian Sea with UVP6',
        fr: 'Missions adaptatives BGC-Argo en mer Ligure avec UVP6',
      },
      abstract: {
        en: 'Three profiling floats with radiometers, nitrate sensor and the particle camera UVP6 held around the DYFAMED site by changing their parking depth: 412 profiles of particle size and zooplankton, with the chlorophyll maximum sampled twice a day.',
        fr: 'Trois flotteurs profilants à radiomètres, capteur de nitrate et caméra UVP6 maintenus autour du site DYFAMED en changeant leur profondeur de dérive : 412 profils de taille de particules et de zooplancton.',
      },
      published: '2022-06-01',
      edition: '1.1',
      doi: '10.5072/villefranche.412',
      parties: [PERSON, OOV],
      keywords: [
        parameters('NTRA', 'CPWC', 'VSRW', 'TSED'),
        platforms('46'),
        devices('352', '122'),
        networks('Argo France'),
        seas('3_1_1_4'),
      ],
      place: { en: 'Ligurian Sea' },
      box: [7.3, 8.6, 43.1, 43.9],
      period: { begin: '2020-10-12', end: '2021-09-03' },
      licence: CC_BY,
      format: { name: 'application/x-netcdf' },
      links: access('bgc-argo-ligurian'),
      funding: [ANR],
    },
  },
  {
    path: 'biology/jellyfish-pelagia.xml',
    format: 'datacite-xml',
    facts: {
      id: 'jellyfish-pelagia',
      updated: '2021-05-05T05:00:00Z',
      title: {
        fr: 'Observations de la méduse Pelagia noctiluca sur la Côte d’Azur',
        en: 'Observations of the jellyfish Pelagia noctiluca on the French Riviera',
      },
      abstract: {
        fr: 'Présence et abondance de Pelagia noctiluca signalées par les plages, les plongeurs et les traits de surface nocturnes entre Saint-Raphaël et Menton, avec la distance à la côte, le vent et la position du courant Nord. Les arrivages tiennent aux vents de mer et aux méandres du courant.',
        en: 'Presence and abundance of Pelagia noctiluca reported by beaches, divers and surface tows by night between Saint-Raphaël and Menton, with distance to shore, wind and the position of the Northern Current. Arrivals depend on onshore winds and on meanders of the current.',
      },
      published: '2018-08-01',
      doi: '10.5072/villefranche.1305',
      parties: [PERSON, OOV],
      keywords: [
        taxa('Pelagia noctiluca'),
        platforms('71'),
        gemet(5034, 751),
        seas('3_1_1_4'),
        free({ en: 'citizen science', fr: 'sciences participatives' }),
      ],
      place: { en: 'French Riviera' },
      box: [6.75, 7.55, 43.4, 43.8],
      period: { begin: '2009-05-15', end: '2017-10-15' },
      licence: CC_BY,
      format: { name: 'text/csv' },
      links: access('jellyfish-pelagia'),
    },
  },
];
