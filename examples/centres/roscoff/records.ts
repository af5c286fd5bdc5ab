import { CC_BY, CC_BY_NC, type Facts, type Funding, type Link, type Party } from '../../documents/facts.ts';
import {
  devices,
  free,
  gemet,
  inspire,
  networks,
  parameters,
  platforms,
  seas,
  taxa,
} from '../../documents/vocabulary.ts';

const STATION: Party = {
  organisation: 'Station biologique de Roscoff',
  role: 'publisher',
};
const CONTACT: Party = {
  organisation: 'Station biologique de Roscoff, observation',
  role: 'pointOfContact',
  email: 'observation@sb-roscoff.example.org',
};
const SORBONNE: Party = {
  organisation: 'Sorbonne Université',
  role: 'owner',
  ror: 'https://ror.org/02en5vm52',
};
const CNRS: Party = { organisation: 'CNRS', role: 'owner', ror: 'https://ror.org/02feahw73' };
const PARTIES = [STATION, CONTACT, SORBONNE, CNRS] as const;

const EMBRC: Funding = {
  funder: 'Agence Nationale de la Recherche',
  award: 'ANR-10-INBS-02',
  title: 'EMBRC-France',
};

const OFF_ROSCOFF = {
  place: { fr: 'Manche occidentale, au large de Roscoff', en: 'Western English Channel, off Roscoff' },
  box: [-3.9375, -3.9375, 48.7778, 48.7778],
} as const;

function files(name: string, ...kinds: ('csv' | 'erddap' | 'wms')[]): Link[] {
  const base = 'https://data.sb-roscoff.example.org';
  return [
    { kind: 'landing', url: `${base}/page/${name}`, name: 'Page' },
    ...kinds.map((kind): Link => {
      if (kind === 'csv') return { kind: 'download', url: `${base}/files/${name}.csv`, name: `${name}.csv` };
      return kind === 'erddap'
        ? { kind: 'erddap', url: `${base}/erddap/tabledap/${name}.html`, name: 'ERDDAP' }
        : {
            kind: 'wms',
            url: `${base}/geoserver/wms?service=WMS&request=GetCapabilities`,
            name: 'WMS',
            layer: name,
          };
    }),
  ];
}

/** Thirteen datasets of coastal biology. */
export const ROSCOFF_RECORDS: readonly Facts[] = [
  {
    id: 'somlit-astan',
    updated: '2024-09-10T12:30:00Z',
    title: {
      fr: 'Série SOMLIT-Astan au large de Roscoff, hydrologie et biogéochimie',
      en: 'SOMLIT-Astan time series off Roscoff, hydrology and biogeochemistry',
    },
    abstract: {
      fr: "Depuis 2000, tous les quinze jours, à pleine mer de morte-eau, la station SOMLIT-Astan est échantillonnée en surface et près du fond à bord du Neomysis : température, salinité, oxygène dissous, pH, ammonium, nitrate, nitrite, phosphate, silicate, chlorophylle a, carbone et azote organiques particulaires, matières en suspension et isotopes stables. L'eau y reste brassée toute l'année par la marée.",
      en: 'Every fortnight since 2000, at high water of neap tides, the SOMLIT-Astan station is sampled at the surface and near the bottom from R/V Neomysis: temperature, salinity, dissolved oxygen, pH, ammonium, nitrate, nitrite, phosphate, silicate, chlorophyll a, particulate organic carbon and nitrogen, suspended matter and stable isotopes. Tides keep the water mixed all year.',
    },
    published: '2021-03-15',
    doi: '10.5072/halocline.10101',
    parties: PARTIES,
    keywords: [
      parameters('TEMP', 'PSAL', 'DOXY', 'ALKY', 'AMON', 'NTRZ', 'PHOS', 'SLCA', 'CPWC', 'CORG', 'TSED'),
      platforms('31'),
      devices('30', '130', '181'),
      seas('1_7'),
      networks('SOMLIT', 'ILICO'),
      inspire('ef', 'of'),
      gemet(1526, 5763),
    ],
    ...OFF_ROSCOFF,
    period: { begin: '2000-02-18' },
    frequency: 'fortnightly',
    lineage: {
      en: 'Common protocols of SOMLIT, with yearly intercomparison and quality flags.',
      fr: 'Protocoles communs de SOMLIT, intercomparaison annuelle et codes qualité.',
    },
    licence: CC_BY_NC,
    format: { name: 'text/csv' },
    links: files('somlit-astan', 'csv', 'erddap'),
  },
  {
    id: 'somlit-estacade',
    updated: '2024-09-10T12:35:00Z',
    title: { fr: 'Série SOMLIT-Estacade, Roscoff', en: 'SOMLIT-Estacade time series, Roscoff' },
    abstract: {
      fr: "Série côtière de l'estacade de Roscoff, entreprise en 1985 : température, salinité, sels nutritifs, chlorophylle a et matières en suspension à pleine mer, en surface. Très proche de la côte, la station répond aux apports des rivières du Léon, dont les nitrates, et complète la station du large, SOMLIT-Astan.",
      en: 'Coastal series at the Roscoff pier, begun in 1985: temperature, salinity, nutrients, chlorophyll a and suspended matter at high water, at the surface. Very near the shore, the station answers to the rivers of Léon, in particular to their nitrate, and complements the offshore station SOMLIT-Astan.',
    },
    published: '2021-03-15',
    parties: PARTIES,
    keywords: [
      parameters('TEMP', 'PSAL', 'NTRZ', 'PHOS', 'SLCA', 'CPWC'),
      platforms('17'),
      seas('1_7'),
      networks('SOMLIT'),
    ],
    place: { fr: 'Roscoff', en: 'Roscoff' },
    box: [-3.9658, -3.9658, 48.732, 48.732],
    period: { begin: '1985-02-01' },
    frequency: 'fortnightly',
    licence: CC_BY_NC,
    format: { name: 'text/csv' },
    links: files('somlit-estacade', 'csv', 'erddap'),
  },
  {
    id: 'phytobs-astan',
    updated: '2024-06-06T06:06:06Z',
    title: {
      fr: 'Microphytoplancton de la station Astan (PHYTOBS)',
      en: 'Microphytoplankton at the Astan station (PHYTOBS)',
    },
    abstract: {
      fr: 'Dénombrement au microscope inversé, selon Utermöhl, du microphytoplancton de la station Astan tous les quinze jours : plus de deux cents taxons, surtout des diatomées (Bacillariophyceae) et des dinoflagellés (Dinophyceae). La floraison de Guinardia delicatula domine de mai à août. La série appartient au réseau PHYTOBS, commun à SOMLIT et REPHY.',
      en: 'Counts of microphytoplankton with an inverted microscope, after Utermöhl, every fortnight at the Astan station: more than two hundred taxa, mostly diatoms (Bacillariophyceae) and dinoflagellates (Dinophyceae). The bloom of Guinardia delicatula dominates from May to August. The series belongs to the PHYTOBS network, shared by SOMLIT and REPHY.',
    },
    published: '2022-05-01',
    parties: PARTIES,
    keywords: [
      taxa('Bacillariophyceae', 'Dinophyceae', 'Noctiluca scintillans'),
      parameters('PATX'),
      devices('30', 'LAB05'),
      networks('PHYTOBS', 'SOMLIT'),
      seas('1_7'),
      gemet(6247, 5027),
      inspire('sd'),
    ],
    ...OFF_ROSCOFF,
    period: { begin: '2000-02-18' },
    frequency: 'fortnightly',
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: files('phytobs-astan', 'csv'),
  },
  {
    id: 'zooplankton-astan',
    updated: '2023-12-12T12:12:12Z',
    title: {
      fr: 'Mésozooplancton de la station Astan, filet WP2',
      en: 'Mesozooplankton at the Astan station, WP2 net',
    },
    abstract: {
      fr: "Traits verticaux d'un filet WP2 de 200 µm du fond à la surface, deux fois par mois. Les échantillons fixés sont numérisés au ZooScan et triés avec EcoTaxa : abondance, biovolume et spectre de taille d'une quarantaine de groupes. Les copépodes dominent : Calanus helgolandicus, Acartia clausi, Temora longicornis, Pseudocalanus elongatus.",
      en: 'Vertical hauls of a 200 µm WP2 net from the bottom to the surface, twice a month. Fixed samples are digitised with a ZooScan and sorted with EcoTaxa: abundance, biovolume and size spectrum of some forty groups. Copepods dominate: Calanus helgolandicus, Acartia clausi, Temora longicornis, Pseudocalanus elongatus.',
    },
    published: '2020-02-02',
    parties: PARTIES,
    keywords: [
      taxa('Copepoda', 'Calanus helgolandicus', 'Acartia clausi', 'Temora longicornis'),
      parameters('ZATX', 'ZNTX'),
      devices('22', '352'),
      seas('1_7'),
      gemet(6282),
      inspire('sd'),
    ],
    ...OFF_ROSCOFF,
    period: { begin: '2009-01-01' },
    frequency: 'fortnightly',
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: files('zooplankton-astan', 'csv'),
    funding: [EMBRC],
  },
  {
    id: 'edna-astan-18s',
    updated: '2023-05-22T08:00:00Z',
    title: {
      fr: 'ADN environnemental des eucaryotes planctoniques à Astan, métabarcodes 18S V4',
      en: 'Environmental DNA of planktonic eukaryotes at Astan, 18S V4 metabarcodes',
    },
    abstract: {
      fr: "Huit ans de métabarcodes de la région V4 du gène 18S de l'ARNr, deux fois par mois, pour deux fractions de taille (0,2-3 µm et plus de 3 µm) de l'eau de surface de la station Astan. Tables de variants de séquence, assignation taxonomique PR2 et métadonnées MIxS sont fournies ; les lectures brutes sont dans une archive de séquences. La succession annuelle des protistes se répète avec une forte régularité.",
      en: 'Eight years of metabarcodes of the V4 region of the 18S rRNA gene, twice a month, for two size fractions (0.2-3 µm and above 3 µm) of surface water at the Astan station. Sequence variant tables, PR2 taxonomic assignments and MIxS metadata are given; raw reads are in a sequence archive. The yearly succession of protists recurs with great regularity.',
    },
    published: '2021-09-01',
    parties: PARTIES,
    keywords: [
      parameters('PATX', 'BDRV'),
      devices('30', 'LAB50'),
      seas('1_7'),
      gemet(5027),
      free(
        { en: 'environmental DNA', fr: 'ADN environnemental' },
        { en: 'metabarcoding', fr: 'métabarcoding' },
        { en: 'protists', fr: 'protistes' },
      ),
    ],
    ...OFF_ROSCOFF,
    period: { begin: '2009-01-06', end: '2016-12-20' },
    licence: CC_BY,
    format: { name: 'text/tab-separated-values' },
    links: files('edna-astan-18s', 'csv'),
    funding: [EMBRC],
  },
  {
    id: 'cytometry-astan',
    updated: '2024-01-15T15:00:00Z',
    title: {
      fr: 'Pico- et nanoplancton par cytométrie en flux, stations de Roscoff',
      en: 'Pico- and nanoplankton by flow cytometry, Roscoff stations',
    },
    abstract: {
      fr: 'Abondance des cyanobactéries Synechococcus, des pico- et nano-eucaryotes, des cryptophytes, des bactéries hétérotrophes et des virus, par cytométrie en flux sur échantillons fixés au glutaraldéhyde, en surface, aux stations Astan et Estacade. Diffusion et fluorescences moyennes de chaque groupe.',
      en: 'Abundance of Synechococcus cyanobacteria, pico- and nanoeukaryotes, cryptophytes, heterotrophic bacteria and viruses, by flow cytometry of samples fixed with glutaraldehyde, at the surface of the Astan and Estacade stations. Mean scatter and fluorescence of each group.',
    },
    published: '2020-11-11',
    parties: PARTIES,
    keywords: [parameters('BATX', 'BNTX', 'PNTX'), devices('LAB37'), networks('SOMLIT'), seas('1_7')],
    place: { fr: 'Roscoff', en: 'Roscoff' },
    box: [-3.9658, -3.9375, 48.732, 48.7778],
    period: { begin: '2007-03-01' },
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: files('cytometry-astan', 'csv'),
  },
  {
    id: 'kelp-laminaria-digitata',
    updated: '2022-08-08T10:00:00Z',
    title: {
      fr: 'Suivi des champs de laminaires Laminaria digitata et Saccharina latissima, baie de Morlaix',
      en: 'Monitoring of kelp beds of Laminaria digitata and Saccharina latissima, Bay of Morlaix',
    },
    abstract: {
      fr: "Densité, longueur, biomasse et recrutement de Laminaria digitata et de Saccharina latissima sur quadrats permanents, aux grandes marées de mars et de septembre, dans quatre sites de la baie de Morlaix. Températures de l'eau et de l'émersion enregistrées sur place. Le suivi cherche l'effet du réchauffement et de la récolte goémonière sur l'espèce, près de sa limite méridionale.",
      en: 'Density, length, biomass and recruitment of Laminaria digitata and Saccharina latissima on permanent quadrats, at the spring tides of March and September, at four sites of the Bay of Morlaix. Water and emersion temperatures are recorded on site. The monitoring looks for the effects of warming and of kelp harvest on the species, near its southern limit.',
    },
    published: '2019-04-04',
    parties: PARTIES,
    keywords: [
      taxa('Laminaria digitata', 'Saccharina latissima'),
      parameters('ACNT', 'TEMP'),
      platforms('13'),
      gemet(301, 1471),
      inspire('hb', 'sd'),
      seas('1_7'),
    ],
    place: { fr: 'Baie de Morlaix', en: 'Bay of Morlaix' },
    polygon: [
      [-4.02, 48.68],
      [-3.8, 48.64],
      [-3.78, 48.76],
      [-4.02, 48.75],
      [-4.02, 48.68],
    ],
    period: { begin: '2011-03-20' },
    frequency: 'irregular',
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: files('kelp-laminaria-digitata', 'csv', 'wms'),
    funding: [{ funder: 'Agence Nationale de la Recherche', award: 'ANR-10-BTBR-04', title: 'IDEALG' }],
  },
  {
    id: 'benthobs-pierre-noire',
    updated: '2024-03-30T09:45:00Z',
    title: {
      fr: 'Macrofaune benthique de la Pierre Noire et de la rivière de Morlaix (BENTHOBS)',
      en: 'Benthic macrofauna of Pierre Noire and Rivière de Morlaix (BENTHOBS)',
    },
    abstract: {
      fr: "Abondance des espèces de la macrofaune des sables fins de la Pierre Noire et des vases de la rivière de Morlaix, à la benne Smith-McIntyre, de deux à cinq fois par an depuis 1977. La série encadre la marée noire de l'Amoco Cadiz (mars 1978) : effondrement des amphipodes Ampelisca, puis retour en quinze ans. Polychètes, mollusques et crustacés sont déterminés à l'espèce.",
      en: 'Species abundances of the macrofauna of the fine sands of Pierre Noire and of the muds of the Rivière de Morlaix, by Smith-McIntyre grab, two to five times a year since 1977. The series brackets the Amoco Cadiz oil spill (March 1978): collapse of Ampelisca amphipods, and return in fifteen years. Polychaetes, molluscs and crustaceans are identified to species.',
    },
    published: '2018-06-18',
    parties: PARTIES,
    keywords: [
      taxa('Polychaeta', 'Crepidula fornicata'),
      parameters('ZBTX', 'MFAB'),
      devices('50'),
      networks('BENTHOBS', 'RESOMAR'),
      gemet(775, 5049, 5034),
      inspire('hb', 'sd'),
      seas('1_7'),
    ],
    place: { fr: 'Baie de Morlaix', en: 'Bay of Morlaix' },
    box: [-3.95, -3.85, 48.64, 48.71],
    period: { begin: '1977-04-01' },
    frequency: 'quarterly',
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: files('benthobs-pierre-noire', 'csv', 'erddap'),
  },
  {
    id: 'undaria-marinas',
    updated: '2021-10-10T10:10:00Z',
    title: {
      fr: 'Espèces introduites des pontons des ports de plaisance bretons : Undaria pinnatifida et autres',
      en: 'Introduced species on pontoons of Breton marinas: Undaria pinnatifida and others',
    },
    abstract: {
      fr: 'Évaluation rapide, deux fois par an, des espèces non indigènes fixées sous les pontons de dix ports de plaisance, de Saint-Malo à Quiberon : la laminaire japonaise Undaria pinnatifida, des ascidies, des bryozoaires. Occurrences, abondances semi-quantitatives, photographies et code-barres COI.',
      en: 'Rapid assessment, twice a year, of non-indigenous species fixed under the pontoons of ten marinas from Saint-Malo to Quiberon: the Japanese kelp Undaria pinnatifida, ascidians, bryozoans. Occurrences, semi-quantitative abundances, photographs and COI barcodes.',
    },
    published: '',
    parties: PARTIES,
    keywords: [
      taxa('Undaria pinnatifida'),
      platforms('16', '72'),
      inspire('sd'),
      free(
        { en: 'non-indigenous species', fr: 'espèces non indigènes' },
        { en: 'marina', fr: 'port de plaisance' },
      ),
    ],
    place: { fr: 'Ports de plaisance de Bretagne', en: 'Marinas of Brittany' },
    box: [-4.8, -1.9, 47.4, 48.9],
    period: { begin: '2014-06-01', end: '2020-11-30' },
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: files('undaria-marinas', 'csv'),
  },
  {
    id: 'zostera-callot',
    updated: '2020-07-07T07:07:07Z',
    title: {
      fr: 'Herbiers de zostère marine de Callot et de Sainte-Marguerite',
      en: 'Seagrass meadows of Zostera marina at Callot and Sainte-Marguerite',
    },
    abstract: {},
    published: '2017-07-01',
    parties: PARTIES,
    keywords: [taxa('Zostera marina'), networks('REBENT'), inspire('hb'), gemet(5031)],
    place: { fr: 'Côte du Léon', en: 'Coast of Léon' },
    box: [-4.62, -3.9, 48.58, 48.72],
    period: { begin: '2004-03-01', end: '2019-10-01' },
    licence: CC_BY,
    links: files('zostera-callot', 'wms'),
  },
  {
    id: 'alexandrium-morlaix',
    updated: '2022-02-02T22:22:22Z',
    title: { en: 'Blooms and cysts of the toxic dinoflagellate Alexandrium minutum in Breton estuaries' },
    abstract: {
      en: 'Cell concentrations of Alexandrium minutum, parasites, paralytic toxins and nutrients every two or three days during the blooms of May to September in the Penzé and Rance estuaries, and counts of resting cysts in surface sediments of the Bay of Morlaix and the Bay of Brest, with revival experiments on dated sediment layers.',
    },
    published: '2016-05-31',
    parties: PARTIES,
    keywords: [
      taxa('Alexandrium minutum', 'Dinophyceae'),
      parameters('PATX', 'TEMP', 'PSAL'),
      devices('51', '30'),
      gemet(2974, 5049),
      free({ en: 'harmful algal bloom' }),
    ],
    place: { en: 'Estuaries of northern Brittany' },
    box: [-4.6, -1.95, 48.2, 48.75],
    period: { begin: '1988-05-01', end: '2014-09-30' },
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: files('alexandrium-morlaix', 'csv'),
  },
  {
    id: 'coast-hf-astan',
    updated: '2024-12-01T23:00:00Z',
    title: {
      fr: 'Bouée Astan (COAST-HF), mesures à haute fréquence',
      en: 'Astan buoy (COAST-HF), high-frequency measurements',
    },
    abstract: {
      fr: 'Bouée cardinale instrumentée au large de Batz : température, salinité, oxygène dissous, fluorescence, et depuis 2015 pression partielle de CO2, toutes les trente minutes, transmises chaque heure. Dérives corrigées par les mesures bimensuelles de SOMLIT-Astan. La Manche occidentale y passe de puits de CO2 au printemps à source en automne.',
      en: 'Instrumented cardinal buoy off the island of Batz: temperature, salinity, dissolved oxygen, fluorescence and, since 2015, partial pressure of CO2, every thirty minutes, sent every hour. Drifts are corrected with the fortnightly measurements of SOMLIT-Astan. The western Channel turns from a sink of CO2 in spring to a source in autumn.',
    },
    published: '2015-09-01',
    parties: PARTIES,
    keywords: [
      parameters('TEMP', 'PSAL', 'DOXY', 'CPWC', 'PCO2'),
      platforms('41'),
      devices('130', '351', '113'),
      networks('COAST-HF', 'ILICO'),
      seas('1_7'),
      inspire('ef'),
    ],
    place: { fr: 'Basse Astan', en: 'Astan shoal' },
    box: [-3.961, -3.961, 48.749, 48.749],
    period: { begin: '2011-05-01' },
    frequency: 'continual',
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: files('coast-hf-astan', 'csv', 'erddap'),
  },
  {
    id: 'ascophyllum-temperature',
    updated: '2023-08-31T08:31:00Z',
    title: {
      fr: "Peuplements d'Ascophyllum nodosum de l'estran de Roscoff : canopée, faune et flux de carbone",
    },
    abstract: {
      fr: "Couverture et biomasse d'Ascophyllum nodosum, faune mobile et fixée associée, et flux de CO2 mesurés sous cloche à l'émersion et en chambre benthique à l'immersion, avant et après retrait expérimental de la canopée, sur l'estran rocheux de Roscoff. Mesures mensuelles pendant trois ans, puis saisonnières.",
    },
    published: '2015-01-30',
    parties: PARTIES,
    keywords: [
      taxa('Ascophyllum nodosum'),
      parameters('PCO2', 'ACNT'),
      platforms('13'),
      devices('151'),
      gemet(301, 4858),
    ],
    place: { fr: 'Roscoff' },
    box: [-3.99, -3.96, 48.72, 48.735],
    period: { begin: '2006-03-01', end: '2013-06-30' },
    licence: CC_BY,
    format: { name: 'text/csv' },
    links: files('ascophyllum-temperature', 'csv'),
  },
];
