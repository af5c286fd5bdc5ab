import { CC_BY, ETALAB, type Facts, type Link, type Party } from '../../documents/facts.ts';
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

const OASU: Party = {
  organisation: "OASU, Observatoire aquitain des sciences de l'univers",
  role: 'publisher',
  edmo: 1002,
};
const OASU_CONTACT: Party = {
  organisation: 'OASU, service des données',
  role: 'pointOfContact',
  email: 'donnees@oasu.example.org',
};
const OMP: Party = { organisation: 'Observatoire Midi-Pyrénées', role: 'publisher' };
const OMP_CONTACT: Party = {
  organisation: 'OMP data service',
  role: 'pointOfContact',
  email: 'data@omp.example.org',
};
const LEGOS: Party = { organisation: 'LEGOS', role: 'author', edmo: 3500 };
const BORDEAUX = [
  OASU,
  OASU_CONTACT,
  { organisation: 'Université de Bordeaux', role: 'owner', ror: 'https://ror.org/057qpr032' },
] as const;
const TOULOUSE = [OMP, OMP_CONTACT, LEGOS] as const;

function oasu(name: string): Link[] {
  const base = 'https://data.oasu.example.org';
  return [
    { kind: 'landing', url: `${base}/${name}`, name: 'Page' },
    { kind: 'download', url: `${base}/${name}/${name}.csv`, name: `${name}.csv` },
  ];
}

function omp(name: string): Link[] {
  const base = 'https://data.omp.example.org';
  return [
    { kind: 'landing', url: `${base}/${name}`, name: 'Product page' },
    { kind: 'ftp', url: `ftp://ftp.omp.example.org/pub/${name}/`, name: 'FTP' },
    { kind: 'opendap', url: `${base}/thredds/dodsC/${name}`, name: 'OPeNDAP' },
  ];
}

/** Twelve datasets of the two observatories. */
export const BORDEAUX_TOULOUSE_RECORDS: readonly Facts[] = [
  {
    id: 'somlit-arcachon',
    updated: '2024-09-12T08:00:00Z',
    title: {
      fr: "Série SOMLIT du bassin d'Arcachon : Eyrac, Comprian et Bouée 13",
      en: 'SOMLIT time series in Arcachon Bay: Eyrac, Comprian and Bouée 13',
    },
    abstract: {
      fr: "Suivi bimensuel de l'hydrologie de la lagune mésotidale d'Arcachon aux stations Eyrac, Comprian et Bouée 13, des eaux internes aux passes : température, salinité, oxygène, pH, sels nutritifs, chlorophylle a, carbone et azote particulaires, matières en suspension. La série décrit l'influence de la Leyre et des échanges avec l'océan, et la baisse des herbiers.",
      en: 'Fortnightly hydrology of the mesotidal lagoon of Arcachon at the Eyrac, Comprian and Bouée 13 stations, from inner waters to the inlets: temperature, salinity, oxygen, pH, nutrients, chlorophyll a, particulate carbon and nitrogen, suspended matter. The series describes the influence of the river Leyre and of exchanges with the ocean, and the decline of seagrass.',
    },
    published: '2020-10-01',
    parties: BORDEAUX,
    keywords: [
      parameters('TEMP', 'PSAL', 'DOXY', 'NTRZ', 'PHOS', 'SLCA', 'CPWC', 'TSED'),
      networks('SOMLIT', 'ILICO'),
      seas('1_8'),
      gemet(4589, 5763),
    ],
    place: { fr: "Bassin d'Arcachon", en: 'Arcachon Bay' },
    box: [-1.27, -1.06, 44.6, 44.77],
    period: { begin: '1997-02-01' },
    frequency: 'fortnightly',
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: oasu('somlit-arcachon'),
  },
  {
    id: 'somlit-gironde',
    updated: '2024-09-12T08:10:00Z',
    title: {
      fr: "Série SOMLIT de l'estuaire de la Gironde : pk 30, pk 52 et pk 86",
      en: 'SOMLIT time series in the Gironde estuary: pk 30, pk 52 and pk 86',
    },
    abstract: {
      fr: "Mesures mensuelles le long du gradient de salinité de l'estuaire de la Gironde, à bord du Thalia ou de l'Esturial, aux points kilométriques 30, 52 et 86 : hydrologie, sels nutritifs, matières en suspension du bouchon vaseux, carbone organique et zooplancton. L'une des plus longues séries estuariennes de France.",
      en: 'Monthly measurements along the salinity gradient of the Gironde estuary at kilometres 30, 52 and 86: hydrology, nutrients, suspended matter of the turbidity maximum, organic carbon and zooplankton. One of the longest estuarine series of France.',
    },
    published: '2020-10-01',
    parties: BORDEAUX,
    keywords: [
      parameters('TEMP', 'PSAL', 'TSED', 'NTRZ', 'CORG', 'ZATX'),
      networks('SOMLIT'),
      gemet(2974),
      seas('1_8'),
    ],
    place: { fr: 'Estuaire de la Gironde', en: 'Gironde estuary' },
    box: [-0.96, -0.53, 45.0, 45.52],
    period: { begin: '1997-03-01' },
    frequency: 'monthly',
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: oasu('somlit-gironde'),
  },
  {
    id: 'magest',
    updated: '2024-11-02T02:00:00Z',
    title: {
      fr: "MAGEST : réseau automatisé d'observation de l'estuaire de la Gironde",
      en: 'MAGEST: automated observation network of the Gironde estuary',
    },
    abstract: {
      fr: "Turbidité, salinité, température et oxygène dissous toutes les dix minutes depuis 2004 à Pauillac, Bordeaux, Libourne et Portets, dans les sections à fortes turbidités de la Garonne, de la Dordogne et de la Gironde. La série montre la remontée du bouchon vaseux en étiage et les épisodes d'hypoxie devant Bordeaux en été.",
      en: 'Turbidity, salinity, temperature and dissolved oxygen every ten minutes since 2004 at Pauillac, Bordeaux, Libourne and Portets, in the turbid sections of the Garonne, Dordogne and Gironde. The series shows the turbidity maximum moving up at low river flow and the hypoxia off Bordeaux in summer.',
    },
    published: '2012-06-01',
    parties: BORDEAUX,
    keywords: [
      parameters('TEMP', 'PSAL', 'DOXY', 'TSED'),
      platforms('17'),
      networks('COAST-HF', 'MAGEST'),
      gemet(2974, 11788),
      inspire('ef'),
    ],
    place: { fr: 'Estuaire de la Gironde', en: 'Gironde estuary' },
    box: [-0.75, -0.24, 44.69, 45.2],
    period: { begin: '2004-12-01' },
    frequency: 'continual',
    licence: {
      name: {
        fr: 'Données librement consultables ; toute publication doit associer les producteurs du réseau MAGEST.',
        en: 'Data may be consulted freely; any publication has to involve the producers of the MAGEST network.',
      },
    },
    format: { name: 'text/csv' },
    links: oasu('magest'),
  },
  {
    id: 'dynalit-truc-vert',
    updated: '2023-06-23T13:00:00Z',
    title: { fr: 'Profils topographiques de la plage du Truc Vert (SNO DYNALIT)' },
    abstract: {
      fr: "Levés topographiques par GPS différentiel de la plage et de la dune de Truc Vert, au nord du Cap Ferret, deux fois par mois à marée basse de vive-eau, sur 300 m puis 2 km de rivage. La série montre la destruction du profil par les tempêtes de l'hiver 2013-2014 et sa lente reconstruction. Les bathymétries des barres sableuses et les vagues au large l'accompagnent.",
    },
    published: '2020-12-10',
    parties: BORDEAUX,
    keywords: [
      parameters('MBAN'),
      devices('301'),
      networks('DYNALIT', 'ILICO'),
      gemet(751, 1519),
      inspire('el', 'nz'),
      free({ fr: 'trait de côte' }, { fr: 'tempête' }),
    ],
    place: { fr: 'Plage du Truc Vert, Lège-Cap-Ferret' },
    polygon: [
      [-1.258, 44.735],
      [-1.246, 44.735],
      [-1.244, 44.755],
      [-1.256, 44.755],
      [-1.258, 44.735],
    ],
    period: { begin: '2003-09-01' },
    frequency: 'fortnightly',
    licence: ETALAB,
    format: { name: 'text/csv' },
    links: [
      ...oasu('dynalit-truc-vert'),
      {
        kind: 'wfs',
        url: 'https://data.oasu.example.org/geoserver/wfs?service=WFS&request=GetCapabilities',
        name: 'WFS',
        layer: 'dynalit:profils',
      },
    ],
  },
  {
    id: 'benthobs-arcachon',
    updated: '2022-04-21T12:00:00Z',
    title: {
      fr: "Macrofaune benthique et herbiers du bassin d'Arcachon (BENTHOBS, RESOMAR)",
      en: 'Benthic macrofauna and seagrass of Arcachon Bay (BENTHOBS, RESOMAR)',
    },
    abstract: {
      fr: "Macrofaune des sédiments nus et des herbiers à Zostera marina du bassin d'Arcachon, au carottier et à la benne, deux fois par an : abondance et biomasse par espèce, granulométrie, matière organique et biomasse des zostères. Données saisies dans la base RESOMAR des stations marines.",
      en: 'Macrofauna of bare sediments and of Zostera marina meadows of Arcachon Bay, by corer and grab, twice a year: abundance and biomass by species, grain size, organic matter and seagrass biomass. Entered in the RESOMAR database of the marine stations.',
    },
    published: '2019-03-03',
    parties: BORDEAUX,
    keywords: [
      taxa('Zostera marina', 'Polychaeta'),
      parameters('ZBTX', 'MNGS'),
      devices('50', '51'),
      networks('BENTHOBS', 'RESOMAR'),
      gemet(775),
      inspire('hb', 'sd'),
    ],
    place: { fr: "Bassin d'Arcachon", en: 'Arcachon Bay' },
    box: [-1.25, -1.0, 44.58, 44.79],
    period: { begin: '2002-03-01' },
    frequency: 'irregular',
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: oasu('benthobs-arcachon'),
  },
  {
    id: 'sss-legos',
    parent: 'sss-observatory',
    updated: '2024-02-01T09:00:00Z',
    title: {
      en: 'Sea surface salinity from voluntary observing ships (SNO SSS), delayed mode',
      fr: "Salinité de surface des navires d'opportunité (SNO SSS), temps différé",
    },
    abstract: {
      en: 'Validated sea surface salinity and temperature from the thermosalinographs of voluntary observing ships, maintained by the French national service SSS of LEGOS, IRD and CNRS since the 1990s, with bucket samples from 1969 in the tropical Pacific. Each value carries a quality flag and, where water samples allow, an adjustment and its error. Main lines: Europe to the Antilles, Brazil and New Caledonia, Tasmania to Antarctica, Iceland to Newfoundland.',
      fr: "Salinité et température de surface validées des thermosalinographes des navires d'opportunité, entretenus par le service national SSS du LEGOS, de l'IRD et du CNRS depuis les années 1990, avec des prélèvements au seau dès 1969 dans le Pacifique tropical.",
    },
    published: '2013-01-01',
    revised: '2024-01-31',
    doi: '10.5072/halocline.sss-legos',
    parties: TOULOUSE,
    keywords: [
      parameters('PSAL', 'TEMP'),
      platforms('35'),
      devices('133'),
      networks('SSS', 'GOSUD'),
      seas('SVX00005', 'SVX00019', '5'),
    ],
    place: { en: 'Global ocean', fr: 'Océan mondial' },
    box: [-180, 180, -66, 72],
    period: { begin: '1993-01-01' },
    frequency: 'annually',
    licence: CC_BY,
    format: { name: 'application/x-netcdf' },
    links: omp('sss-legos'),
  },
  {
    id: 'sss-pacific-grid',
    parent: 'sss-observatory',
    updated: '2012-03-13T10:00:00Z',
    title: { en: 'Gridded monthly sea surface salinity of the tropical Pacific, 1950-2009' },
    abstract: {
      en: 'Monthly fields of sea surface salinity on a one-degree grid of the tropical Pacific between 120° E and 70° W, by objective analysis of bottle and bucket samples, thermosalinographs of merchant ships, CTDs, moorings of the TAO/TRITON array and Argo floats, with an error field. The grid shows the eastern edge of the fresh pool swinging with El Niño and La Niña and the freshening of the South Pacific Convergence Zone.',
    },
    published: '2011-10-01',
    parties: TOULOUSE,
    keywords: [
      parameters('PSAL'),
      networks('SSS'),
      seas('8', '7'),
      free({ en: 'El Niño' }, { en: 'gridded product' }),
    ],
    place: { en: 'Tropical Pacific Ocean' },
    box: [120, -70, -30, 30],
    period: { begin: '1950-01-01', end: '2009-12-31' },
    licence: CC_BY,
    format: { name: 'application/x-netcdf' },
    links: omp('sss-pacific-grid'),
  },
  {
    id: 'ctoh-x-track-coastal',
    updated: '2023-10-10T16:00:00Z',
    title: {
      en: 'X-TRACK coastal sea level anomalies along altimeter tracks',
      fr: 'Anomalies côtières de niveau de la mer X-TRACK le long des traces altimétriques',
    },
    abstract: {
      en: 'Sea level anomalies along the tracks of TOPEX/Poseidon, Jason-1, Jason-2, Jason-3, Envisat, SARAL and Sentinel-3, reprocessed by the CTOH for coastal seas with the X-TRACK software: editing and reconstruction of corrections near land, projection on mean tracks, harmonic tide constants. Twenty-three regions among which the northeast Atlantic, the western Mediterranean, West Africa and Indonesia.',
      fr: 'Anomalies de niveau de la mer le long des traces altimétriques, retraitées par le CTOH pour les mers côtières avec le logiciel X-TRACK : édition et reconstruction des corrections près des terres, projection sur des traces moyennes, constantes harmoniques de marée. Vingt-trois régions.',
    },
    published: '2017-05-01',
    parties: TOULOUSE,
    keywords: [
      science('SEA LEVEL ANOMALY', 'TIDAL COMPONENTS'),
      satellites('TOPEX/POSEIDON', 'JASON-1', 'OSTM/JASON-2', 'JASON-3', 'ENVISAT', 'SARAL'),
      gemet(7513, 1526),
      free({ en: 'coastal altimetry', fr: 'altimétrie côtière' }),
    ],
    place: { en: 'Coastal seas', fr: 'Mers côtières' },
    box: [-180, 180, -66, 66],
    period: { begin: '1993-01-01' },
    frequency: 'annually',
    licence: CC_BY,
    format: { name: 'application/x-netcdf' },
    links: omp('x-track'),
  },
  {
    id: 'ctoh-acc-fronts',
    updated: '2024-09-17T13:54:59Z',
    title: {
      en: 'Weekly position of the fronts of the Antarctic Circumpolar Current',
      fr: 'Position hebdomadaire des fronts du courant circumpolaire antarctique',
    },
    abstract: {
      en: 'Latitude of the Polar Front and of two branches of the Subantarctic Front at each longitude, every week since 1993, found as contours of absolute dynamic topography from altimetry that agree with the historical hydrographic definition of the fronts. An experimental product, with quicklooks for each week of the Marion Dufresne and Astrolabe voyages.',
      fr: "Latitude du front polaire et de deux branches du front subantarctique à chaque longitude, chaque semaine depuis 1993, par contours de la topographie dynamique absolue altimétrique accordés à la définition hydrographique des fronts. Produit expérimental, avec aperçus pour les voyages du Marion Dufresne et de l'Astrolabe.",
    },
    published: '2023-03-14',
    parties: TOULOUSE,
    keywords: [science('FRONTS', 'ABSOLUTE DYNAMIC TOPOGRAPHY'), seas('10')],
    place: { en: 'Southern Ocean', fr: 'Océan Austral' },
    box: [-180, 180, -66, -35],
    period: { begin: '1993-01-01', end: '2023-12-31' },
    frequency: 'weekly',
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: omp('acc-fronts'),
  },
  {
    id: 'rosame-tide-gauges',
    updated: '2022-12-24T00:00:00Z',
    title: {
      en: 'ROSAME tide gauges of the southern Indian Ocean and Antarctica',
      fr: "Marégraphes ROSAME du sud de l'océan Indien et de l'Antarctique",
    },
    abstract: {
      en: 'Sea level, bottom pressure, water temperature and atmospheric pressure at the coastal stations of Kerguelen, Crozet, Saint-Paul and Dumont d’Urville, hourly, in real time by Argos and in validated delayed mode. Part of the national service SONEL and of GLOSS; the stations serve the calibration of altimeters, tsunami studies and the transport of the Antarctic Circumpolar Current.',
      fr: "Niveau de la mer, pression de fond, température de l'eau et pression atmosphérique aux stations côtières de Kerguelen, Crozet, Saint-Paul et Dumont d'Urville, toutes les heures, en temps réel par Argos et en temps différé validé. Réseau associé à SONEL et GLOSS.",
    },
    published: '2005-01-01',
    parties: TOULOUSE,
    keywords: [
      parameters('ASLV', 'PREX', 'TEMP'),
      platforms('17'),
      devices('111', 'WPS'),
      networks('ROSAME', 'SONEL', 'GLOSS'),
      gemet(7513, 8480),
      seas('5', '10'),
      inspire('ef'),
    ],
    place: { en: 'Southern Indian Ocean', fr: "Sud de l'océan Indien" },
    box: [51.5, 140.1, -66.7, -38.7],
    period: { begin: '1993-04-01' },
    frequency: 'continual',
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: omp('rosame'),
  },
  {
    id: 'ctoh-loop-surface-currents',
    updated: '2021-05-15T05:15:00Z',
    title: { en: 'Surface currents from altimetry and winds, GEKCO' },
    abstract: {
      en: 'Daily surface currents of the global ocean at a quarter of a degree as the sum of the geostrophic current from altimetry, with a formulation for the equator, and of the Ekman current from scatterometer winds. Compared with drogued drifters. Used to follow sargassum, plastics, larvae and turtles.',
    },
    published: '2012-04-01',
    parties: TOULOUSE,
    keywords: [
      science('SURFACE CURRENTS', 'OCEAN CURRENTS'),
      satellites('JASON-1', 'OSTM/JASON-2', 'QUIKSCAT', 'METOP-A'),
      free({ en: 'Ekman' }, { en: 'geostrophic current' }),
    ],
    place: { en: 'Global ocean' },
    box: [-180, 180, -80, 80],
    period: { begin: '1993-01-01', end: '2020-12-31' },
    frequency: 'irregular',
    licence: CC_BY,
    format: { name: 'application/x-netcdf' },
    links: omp('gekco'),
  },
  {
    id: 'sss-observatory',
    updated: '2024-02-01T09:30:00Z',
    scope: 'series',
    title: {
      en: 'Sea surface salinity observation service (SNO SSS): all products',
      fr: 'Service national d’observation SSS : ensemble des produits',
    },
    abstract: {
      en: 'Series of the products of the French national observation service on sea surface salinity: real-time and delayed-mode thermosalinograph data, water samples, gridded fields of the Pacific and Atlantic oceans, isotopes of oxygen. The service keeps thermosalinographs on a dozen merchant ships and on research vessels.',
      fr: "Série des produits du service national d'observation de la salinité de surface : données de thermosalinographes en temps réel et différé, prélèvements, champs du Pacifique et de l'Atlantique, isotopes de l'oxygène.",
    },
    published: '2013-01-01',
    parties: TOULOUSE,
    keywords: [parameters('PSAL'), networks('SSS', 'GOSUD')],
    place: { en: 'Global ocean', fr: 'Océan mondial' },
    box: [-180, 180, -66, 72],
    period: { begin: '1969-01-01' },
    licence: CC_BY,
    links: omp('sss'),
  },
];
