import {
  CC_BY,
  CC_BY_NC,
  CC0,
  type Facts,
  type Funding,
  type Link,
  type Party,
} from '../../documents/facts.ts';
import {
  devices,
  free,
  gemet,
  networks,
  parameters,
  platforms,
  seas,
  taxa,
} from '../../documents/vocabulary.ts';

const REPOSITORY: Party = { organisation: 'Halocline Example Repository', role: 'publisher' };

const IFREMER = { organisation: 'Ifremer', ror: 'https://ror.org/044jxhp58' };
const SORBONNE = { organisation: 'Sorbonne Université', ror: 'https://ror.org/02en5vm52' };
const CNRS = { organisation: 'CNRS', ror: 'https://ror.org/02feahw73' };
const IRD = { organisation: 'IRD', ror: 'https://ror.org/05q3vnk25' };

/** Nobody below exists. The first is the fictitious researcher of ORCID's own documentation. */
const CARBERRY = { family: 'Carberry', given: 'Josiah', orcid: '0000-0002-1825-0097' };
const THALWEG = { family: 'Thalweg', given: 'Anatole', orcid: '0000-0000-0000-1012' };
const BATHYAL = { family: 'Bathyal', given: 'Ondine', orcid: '0000-0000-0000-1020' };
const ESTRAN = { family: 'Estran', given: 'Lucie', orcid: '0000-0000-0000-1039' };
const MISTRAL = { family: 'Mistral', given: 'Gwenn' };

type Institution = { readonly organisation: string; readonly ror: string };

function author(person: NonNullable<Party['person']>, institution: Institution): Party {
  return { ...institution, role: 'author', person };
}

const EUROPE: Funding = { funder: 'European Commission', funderId: 'https://doi.org/10.13039/501100000780' };
const ANR: Funding = {
  funder: 'Agence Nationale de la Recherche',
  funderId: 'https://doi.org/10.13039/501100001665',
};

/** The landing page and the files of one deposit. */
function deposit(number: number, ...files: string[]): Link[] {
  const base = `https://repository.halocline.example.org/data/${number}`;
  return [
    { kind: 'landing', url: `${base}/`, name: 'Landing page' },
    ...files.map((file): Link => ({ kind: 'download', url: `${base}/${file}`, name: file })),
  ];
}

/** A withdrawn deposit. */
export const REPOSITORY_WITHDRAWN = { number: 10109, updated: '2024-06-01T06:00:00Z' } as const;

export type Deposit = { readonly number: number; readonly facts: Omit<Facts, 'id' | 'doi'> };

/** Twelve deposits of an open repository. */
export const REPOSITORY_DEPOSITS: readonly Deposit[] = [
  {
    number: 10101,
    facts: {
      updated: '2024-09-10T12:00:00Z',
      title: {
        en: 'SOMLIT-Astan time series off Roscoff, hydrology and biogeochemistry',
        fr: 'Série SOMLIT-Astan au large de Roscoff, hydrologie et biogéochimie',
      },
      abstract: {
        en: 'Fortnightly measurements at the SOMLIT-Astan station, 3.5 km off Roscoff in the western English Channel, over 60 m of water that tides keep mixed all year: temperature, salinity, oxygen, pH, nutrients, chlorophyll a, particulate carbon and nitrogen, suspended matter and isotopes, at the surface and near the bottom, at high water of neap tides. One of the coastal stations of the national observation service SOMLIT.',
        fr: "Mesures bimensuelles à la station SOMLIT-Astan, à 3,5 km de Roscoff en Manche occidentale, par 60 m d'une eau que la marée brasse toute l'année : température, salinité, oxygène, pH, sels nutritifs, chlorophylle a, carbone et azote particulaires, matières en suspension et isotopes, en surface et près du fond, à pleine mer de morte-eau.",
      },
      published: '2021-03-15',
      edition: '4',
      parties: [
        author(ESTRAN, SORBONNE),
        author(CARBERRY, CNRS),
        { organisation: 'SOMLIT', role: 'pointOfContact', email: 'somlit@repository.example.org' },
        REPOSITORY,
      ],
      keywords: [
        parameters('TEMP', 'PSAL', 'DOXY', 'NTRZ', 'PHOS', 'SLCA', 'CPWC', 'TSED'),
        networks('SOMLIT', 'ILICO'),
        seas('1_7'),
      ],
      place: { en: 'Western English Channel, off Roscoff' },
      box: [-3.9375, -3.9375, 48.7778, 48.7778],
      period: { begin: '2000-02-18' },
      depths: { top: 2, bottom: 58 },
      lineage: {
        en: 'Sampling by Niskin bottle from R/V Neomysis; analyses follow the common protocols of SOMLIT, with yearly intercomparison.',
      },
      licence: CC_BY_NC,
      format: { name: 'text/csv' },
      links: deposit(10101, 'somlit-astan.csv', 'readme.pdf'),
      funding: [{ ...EUROPE, award: '871153', title: 'JERICO-S3' }],
      related: [{ relation: 'IsPartOf', type: 'URL', identifier: 'https://www.somlit.fr/' }],
    },
  },
  {
    number: 10102,
    facts: {
      updated: '2024-12-10T04:00:00Z',
      title: { en: 'Argo float data and metadata from the Global Data Assembly Centre (Argo GDAC)' },
      abstract: {
        en: 'Monthly snapshot of the Argo Global Data Assembly Centre: profiles, trajectories, metadata and technical files of all floats since 1997, as NetCDF in one archive. Temperature and salinity of the upper 2,000 m, deep profiles to 6,000 m and biogeochemical variables. Snapshots are never changed, so that an analysis can be repeated; cite the general DOI of Argo with the key of the snapshot.',
      },
      published: '2024-12-10',
      edition: '2024-12',
      parties: [{ organisation: 'Argo', role: 'author' }, REPOSITORY],
      keywords: [parameters('TEMP', 'PSAL', 'DOXY'), platforms('46'), networks('Argo')],
      place: { en: 'Global ocean' },
      box: [-180, 180, -90, 90],
      period: { begin: '1997-07-28', end: '2024-12-09' },
      licence: CC_BY,
      format: { name: 'application/x-netcdf' },
      links: deposit(10102, '2024-12-argo-snapshot.tar.gz'),
      funding: [{ ...EUROPE, award: '824131', title: 'Euro-Argo RISE' }],
      related: [{ relation: 'IsIdenticalTo', type: 'DOI', identifier: '10.17882/42182' }],
    },
  },
  {
    number: 10103,
    facts: {
      updated: '2022-01-17T09:30:00Z',
      title: {
        en: 'Floating microplastics in the Bay of Brest, manta trawls 2014-2017',
        fr: 'Microplastiques flottants de la rade de Brest, chaluts manta 2014-2017',
      },
      abstract: {
        en: 'Number, mass, size, shape and polymer of microplastics caught at the surface of the Bay of Brest by a manta trawl of 335 µm mesh, at six stations from the Élorn and Aulne estuaries to the Goulet, each season. Particles were sorted under a stereomicroscope and identified by Raman spectroscopy. Polyethylene dominates; concentrations double after floods.',
        fr: "Nombre, masse, taille, forme et polymère des microplastiques pêchés à la surface de la rade de Brest par un chalut manta à maille de 335 µm, à six stations des estuaires de l'Élorn et de l'Aulne jusqu'au goulet, à chaque saison. Identification par spectroscopie Raman.",
      },
      published: '2018-05-02',
      parties: [author(BATHYAL, IFREMER), author(THALWEG, CNRS), REPOSITORY],
      keywords: [
        parameters('UMLW'),
        devices('69', '22'),
        gemet(1526),
        free({ en: 'microplastics' }, { en: 'Raman spectroscopy' }),
      ],
      place: { en: 'Bay of Brest' },
      box: [-4.6, -4.2, 48.27, 48.42],
      period: { begin: '2014-05-12', end: '2017-03-02' },
      licence: CC_BY,
      format: { name: 'text/csv' },
      links: deposit(10103, 'microplastics.csv', 'spectra.zip'),
      related: [{ relation: 'IsSupplementTo', type: 'DOI', identifier: '10.5072/example-article.1' }],
    },
  },
  {
    number: 10104,
    facts: {
      updated: '2023-03-29T15:45:00Z',
      title: { en: 'Images of cold-water coral habitats in the Lampaul canyon, Bay of Biscay' },
      abstract: {
        en: 'Twelve thousand seabed photographs of the reefs of Lophelia and Madrepora in the Lampaul canyon between 700 and 950 m, taken by a towed camera every ten seconds, with position, altitude and annotations of species, substrate, litter and trawl marks. Images were annotated by three observers against one catalogue; a tenth was annotated twice.',
      },
      published: '2020-10-05',
      parties: [author(BATHYAL, IFREMER), REPOSITORY],
      keywords: [
        parameters('SBPH', 'BDRV'),
        devices('180'),
        seas('1_8'),
        gemet(775, 7497),
        free({ en: 'cold-water coral' }, { en: 'image annotation' }),
      ],
      place: { en: 'Lampaul canyon' },
      box: [-7.65, -7.35, 47.55, 47.72],
      period: { begin: '2012-09-04', end: '2012-09-09' },
      depths: { top: 700, bottom: 950 },
      licence: CC_BY_NC,
      format: { name: 'image/jpeg' },
      links: deposit(10104, 'images.tar', 'annotations.csv'),
      funding: [{ ...EUROPE, award: '633211', title: 'AtlantOS' }],
    },
  },
  {
    number: 10105,
    facts: {
      updated: '2021-08-02T10:20:00Z',
      title: { en: 'Underwater noise of the Iroise Sea: broadband hydrophone recordings off Ushant' },
      abstract: {
        en: 'One year of underwater sound at 110 m west of Ushant, near the traffic separation scheme, from a bottom-moored hydrophone sampled at 64 kHz for ten minutes every half hour. Third-octave levels are given for the whole year, sound files for the first day of each month. Shipping noise, rain, breaking waves, dolphins and fin whales were labelled. Contributes to descriptor 11 of the Marine Strategy Framework Directive.',
      },
      published: '2021-07-20',
      parties: [author(MISTRAL, CNRS), author(CARBERRY, IFREMER), REPOSITORY],
      keywords: [
        parameters('NOYS'),
        devices('369'),
        platforms('43'),
        seas('1_6'),
        free({ en: 'passive acoustics' }, { en: 'MSFD descriptor 11' }),
      ],
      box: [-5.6, -5.6, 48.45, 48.45],
      period: { begin: '2018-04-10', end: '2019-04-12' },
      depths: { top: 110, bottom: 110 },
      licence: CC_BY,
      format: { name: 'audio/x-wav' },
      links: deposit(10105, 'levels.nc', 'sounds.zip'),
    },
  },
  {
    number: 10106,
    facts: {
      updated: '2023-11-11T11:11:11Z',
      title: {
        en: 'Autonomous glider observations of subduction at the Almeria-Oran front, western Alboran Sea',
      },
      abstract: {
        en: 'Five repeated sections of a Slocum glider with a pumped CTD, an optode, a fluorometer and a microstructure probe across the Almeria-Oran front, down to 900 m, during the formation of an eddy. Spirals of low salinity and high chlorophyll reach 200 m along sloping density surfaces. Quality flags follow the OceanGliders 1.0 format.',
      },
      published: '2022-02-14',
      parties: [author(THALWEG, SORBONNE), author(ESTRAN, CNRS), REPOSITORY],
      keywords: [
        parameters('TEMP', 'PSAL', 'DOXY', 'CPWC', 'SIGT'),
        platforms('27'),
        devices('130', '184', '351'),
        seas('3_1_1_2'),
        free({ en: 'subduction' }, { en: 'submesoscale' }),
      ],
      polygon: [
        [-2.6, 35.6],
        [-0.2, 35.7],
        [-0.5, 36.9],
        [-2.4, 36.6],
        [-2.6, 35.6],
      ],
      period: { begin: '2019-03-27', end: '2019-04-24' },
      depths: { top: 0, bottom: 900 },
      licence: CC0,
      format: { name: 'application/x-netcdf' },
      links: deposit(10106, 'glider-sections.nc'),
      funding: [{ ...EUROPE, award: '862626', title: 'EuroSea' }],
    },
  },
  {
    number: 10107,
    facts: {
      updated: '2022-05-05T05:05:05Z',
      title: {
        fr: 'Échouages de sargasses sur les côtes de Guadeloupe et de Martinique vus par caméras littorales',
      },
      abstract: {
        fr: "Surface de sargasses échouées ou flottant près du rivage, mesurée chaque heure de jour par quinze caméras de baies au vent de la Guadeloupe et de la Martinique. Les images sont orthorectifiées puis segmentées par un réseau de neurones, dont les masques et 2 000 images annotées à la main sont fournis. La série montre la saison d'échouage de mars à septembre et sert aux bulletins d'alerte et à l'étude des émissions de sulfure d'hydrogène.",
      },
      published: '2022-04-28',
      parties: [author(MISTRAL, IRD), REPOSITORY],
      keywords: [
        free(
          { fr: 'sargasses' },
          { fr: 'échouage' },
          { fr: 'caméra littorale' },
          { fr: 'apprentissage profond' },
        ),
        gemet(301, 751),
        seas('1_10'),
      ],
      place: { fr: 'Petites Antilles' },
      box: [-61.85, -60.8, 14.35, 16.55],
      period: { begin: '2018-03-01', end: '2021-12-31' },
      licence: CC_BY,
      format: { name: 'text/csv' },
      links: deposit(10107, 'surfaces.csv', 'masques.zip'),
      funding: [ANR],
    },
  },
  {
    number: 10108,
    facts: {
      updated: '2024-02-26T14:00:00Z',
      title: {
        en: 'Growth and mortality of Pacific oysters at twelve sites of the French coast, 1993-2023',
        fr: 'Croissance et mortalité des huîtres creuses sur douze sites du littoral français, 1993-2023',
      },
      abstract: {
        en: 'Yearly cycles of growth and mortality of spat, half-grown and adult Pacific oysters of known origin, reared in the same way at twelve sites from Normandy to the Thau lagoon. Live and dead oysters are counted and weighed every two to four weeks from March to December. The series shows the outbreak of summer mortality of spat in 2008 and its spread with temperature above 16 °C.',
        fr: "Cycles annuels de croissance et de mortalité de naissain, de demi-élevage et d'adultes d'huîtres creuses d'origine connue, élevés de même façon sur douze sites de la Normandie à la lagune de Thau. Les huîtres vivantes et mortes sont comptées et pesées toutes les deux à quatre semaines de mars à décembre.",
      },
      published: '2014-11-01',
      edition: '10',
      parties: [author(ESTRAN, IFREMER), REPOSITORY],
      keywords: [
        taxa('Crassostrea gigas'),
        parameters('SATM'),
        gemet(1526, 4589),
        free({ en: 'aquaculture' }, { en: 'oyster mortality' }),
      ],
      place: { en: 'French coast' },
      box: [-4.5, 3.7, 43.4, 49.4],
      period: { begin: '1993-03-01', end: '2023-12-31' },
      licence: CC_BY,
      format: { name: 'text/csv' },
      links: deposit(10108, 'growth.csv', 'mortality.csv'),
      related: [{ relation: 'IsNewVersionOf', type: 'DOI', identifier: '10.5072/halocline.10108.v9' }],
    },
  },
  {
    number: 10110,
    facts: {
      updated: '2020-06-08T18:18:18Z',
      title: {
        en: 'Particles and plankton around the Kerguelen Plateau from the Underwater Vision Profiler',
      },
      abstract: {
        en: 'Vertical profiles of particle size spectra from 64 µm to 2.6 cm and images of zooplankton larger than 0.7 mm, from an Underwater Vision Profiler 5 mounted on the CTD rosette, at 118 stations over and around the Kerguelen Plateau in early spring. The naturally iron-fertilised bloom to the east exports large aggregates to 400 m; images were classified with EcoTaxa and validated by hand.',
      },
      published: '2020-06-01',
      parties: [author(THALWEG, SORBONNE), author(BATHYAL, SORBONNE), REPOSITORY],
      keywords: [
        taxa('Copepoda'),
        parameters('TSED', 'ZNTX'),
        platforms('31'),
        devices('352', '130'),
        seas('10'),
        gemet(6282),
        free({ en: 'UVP5' }, { en: 'carbon export' }),
      ],
      place: { en: 'Kerguelen Plateau' },
      box: [66, 76, -53, -46],
      period: { begin: '2011-10-10', end: '2011-11-20' },
      depths: { top: 0, bottom: 2500 },
      licence: CC_BY,
      format: { name: 'text/tab-separated-values' },
      links: deposit(10110, 'particles.tsv', 'images.zip'),
    },
  },
  {
    number: 10111,
    facts: {
      updated: '2023-07-07T07:00:00Z',
      title: { en: 'Waves in sea ice: drifting buoys of the Antarctic marginal ice zone' },
      abstract: {
        en: 'Spectra of waves every three hours from eight low-cost buoys laid on floes of the Antarctic marginal ice zone south of Tasmania, from the ice edge to 250 km inside the pack, with their drift and temperature. Damping of swell by ice and the break-up of floes in two storms are documented.',
      },
      published: '2023-07-01',
      parties: [author(CARBERRY, IFREMER), REPOSITORY],
      keywords: [
        parameters('WVSP', 'ICEM', 'WVST'),
        platforms('42'),
        devices('110'),
        seas('10'),
        gemet(4131),
      ],
      place: { en: 'Southern Ocean south of Tasmania' },
      box: [140, 160, -66, -61],
      period: { begin: '2020-07-15', end: '2020-10-30' },
      licence: CC0,
      format: { name: 'application/x-netcdf' },
      links: deposit(10111, 'buoys.nc'),
    },
  },
  {
    number: 10112,
    facts: {
      updated: '2021-12-20T20:12:00Z',
      title: {
        en: 'Photogrammetry of Posidonia oceanica meadows of Corsica',
        fr: 'Photogrammétrie des herbiers de posidonie de Corse',
      },
      abstract: {
        en: 'Orthophotographs at 2 mm and surface models of sixteen plots of Posidonia oceanica meadow, from 5 to 38 m, along the west coast of Corsica, taken by divers at the lower limit and in anchoring scars, three times in five years. Shoot densities and bare mortes were counted on quadrats.',
        fr: "Orthophotographies à 2 mm et modèles de surface de seize placettes d'herbier de posidonie, de 5 à 38 m, sur la côte ouest de la Corse, pris par des plongeurs à la limite inférieure et dans des cicatrices d'ancrage, à trois reprises en cinq ans.",
      },
      published: '2021-12-15',
      parties: [author(MISTRAL, CNRS), REPOSITORY],
      keywords: [
        taxa('Posidonia oceanica'),
        platforms('72'),
        devices('180'),
        seas('3_1_1'),
        gemet(5031),
        free({ en: 'seagrass meadow' }, { en: 'photogrammetry' }),
      ],
      place: { en: 'West coast of Corsica' },
      box: [8.5, 9.2, 41.5, 42.7],
      period: { begin: '2016-06-01', end: '2021-07-31' },
      depths: { top: 5, bottom: 38 },
      licence: CC_BY,
      format: { name: 'image/tiff' },
      links: deposit(10112, 'orthophotos.tar'),
    },
  },
  {
    number: 10113,
    facts: {
      updated: '2024-10-30T13:00:00Z',
      title: {
        en: 'Temperature and salinity profiles of loggerhead turtles released from La Réunion',
        fr: 'Profils de température et de salinité de tortues caouannes relâchées à La Réunion',
      },
      abstract: {
        en: 'Profiles to 250 m from relay data loggers glued on the shell of fourteen juvenile loggerhead turtles, cared for and released at La Réunion, along their journeys to Oman and Madagascar. Turtles dive in the tropical cyclones of the southwest Indian Ocean, where floats are few: cold wakes and barrier layers were measured. Some loggers carried salinity, some temperature alone.',
        fr: "Profils jusqu'à 250 m de balises collées sur la carapace de quatorze jeunes tortues caouannes soignées et relâchées à La Réunion, le long de leurs voyages vers Oman et Madagascar.",
      },
      published: '2023-02-01',
      revised: '2024-10-01',
      edition: '2',
      parties: [
        author(ESTRAN, IRD),
        { organisation: 'Example centre for turtles', role: 'pointOfContact' },
        REPOSITORY,
      ],
      keywords: [
        parameters('TEMP', 'PSAL'),
        platforms('70'),
        seas('5'),
        free({ en: 'biologging' }, { en: 'loggerhead turtle' }, { en: 'tropical cyclone' }),
      ],
      place: { en: 'Southwest Indian Ocean' },
      box: [40, 75, -30, 24],
      period: { begin: '2019-01-20', end: '2023-06-30' },
      depths: { top: 0, bottom: 250 },
      licence: CC_BY,
      format: { name: 'application/x-netcdf' },
      links: deposit(10113, 'turtles.nc'),
      funding: [EUROPE],
    },
  },
];
