import { CC_BY, type Facts, type Link, type Party, type Polygon } from '../../documents/facts.ts';
import { devices, free, networks, parameters, platforms, seas } from '../../documents/vocabulary.ts';

const SISMER: Party = {
  organisation: 'Ifremer, Scientific Information Systems for the sea',
  role: 'pointOfContact',
  edmo: 486,
  email: 'sismer@sismer.example.org',
};
const PARTIES = [SISMER, { ...SISMER, role: 'custodian' }, { ...SISMER, role: 'distributor' }] as const;

/** A record, and the sets that it belongs to. */
export type SismerRecord = { readonly sets: readonly string[]; readonly facts: Facts };

/** Items that were withdrawn: their identifier, and when. */
export const SISMER_WITHDRAWN = [
  { id: 'urn:SDN:CSR:LOCAL:1999TEST01', updated: '2022-05-04T10:00:00Z', sets: ['cruises'] },
  { id: 'urn:SDN:CDI:LOCAL:486-duplicate-ctd', updated: '2023-09-29T17:21:08Z', sets: ['observations'] },
] as const;

function cruiseLinks(name: string): Link[] {
  return [
    {
      kind: 'landing',
      url: `https://campagnes.sismer.example.org/${name}`,
      name: 'Cruise page',
      description: {
        en: 'Cruise page of the French oceanographic fleet',
        fr: 'Page de la campagne, flotte océanographique française',
      },
    },
    {
      kind: 'document',
      url: `https://campagnes.sismer.example.org/${name}/report.pdf`,
      name: 'Cruise report',
    },
  ];
}

function dataLinks(name: string): Link[] {
  return [
    { kind: 'landing', url: `https://data.sismer.example.org/${name}`, name: 'Data page' },
    { kind: 'download', url: `https://data.sismer.example.org/${name}/request`, name: 'Data request' },
  ];
}

function cruise(
  facts: Omit<Facts, 'parties' | 'links' | 'scope' | 'licence'> & { name: string; ship: string },
): Facts {
  const { name, ship, ...rest } = facts;
  return {
    ...rest,
    scope: 'fieldSession',
    credit: `R/V ${ship}`,
    parties: PARTIES,
    licence: CC_BY,
    links: cruiseLinks(name),
  };
}

const OVIDE_TRACK: Polygon = [
  [-9.5, 40.3],
  [-9.2, 41.2],
  [-20, 46],
  [-30, 58],
  [-42.5, 60.6],
  [-43, 59.8],
  [-31, 57.2],
  [-21, 45.2],
  [-9.5, 40.3],
];

/** Twelve cruises and collections of the French fleet. */
export const SISMER_RECORDS: readonly SismerRecord[] = [
  {
    sets: ['cruises', 'cruises:physics'],
    facts: {
      id: 'urn:SDN:CSR:LOCAL:OVIDE',
      updated: '2021-02-15T09:00:00Z',
      scope: 'series',
      title: {
        en: 'OVIDE: repeated hydrographic section from Greenland to Portugal',
        fr: 'OVIDE : radiale hydrologique répétée du Groenland au Portugal',
      },
      abstract: {
        en: 'Every second summer since 2002 the OVIDE section, line A25 of GO-SHIP, has been occupied from Cape Farewell to Lisbon: about a hundred full-depth stations with CTD-O2, lowered ADCP, nutrients, carbonate system and transient tracers. The series measures the transport of the North Atlantic Current, of the Irminger Current and of the overflows, and the changes of heat and anthropogenic carbon in the subpolar gyre.',
        fr: "Un été sur deux depuis 2002, la radiale OVIDE, ligne A25 de GO-SHIP, est parcourue du cap Farewell à Lisbonne : une centaine de stations du fond à la surface avec CTD-O2, courantomètre LADCP, sels nutritifs, système des carbonates et traceurs transitoires. La série mesure le transport du courant nord-atlantique, du courant d'Irminger et des eaux de débordement, et l'évolution de la chaleur et du carbone anthropique dans le gyre subpolaire.",
      },
      published: '2002-06-10',
      parties: PARTIES,
      keywords: [
        parameters('TEMP', 'PSAL', 'DOXY', 'TCO2', 'ALKY', 'RFVL'),
        platforms('31'),
        seas('1'),
        networks('GO-SHIP'),
      ],
      polygon: OVIDE_TRACK,
      box: [-43, -9.2, 40.3, 60.6],
      period: { begin: '2002-06-10' },
      depths: { top: 0, bottom: 5200 },
      licence: CC_BY,
      links: cruiseLinks('ovide'),
    },
  },
  {
    sets: ['cruises', 'cruises:physics'],
    facts: cruise({
      name: 'ovide-2018',
      ship: 'Thalassa',
      id: 'urn:SDN:CSR:LOCAL:OVIDE2018',
      updated: '2021-02-15T09:05:00Z',
      parent: 'urn:SDN:CSR:LOCAL:OVIDE',
      title: { en: 'OVIDE 2018 cruise, R/V Thalassa', fr: 'Campagne OVIDE 2018, N/O Thalassa' },
      abstract: {
        en: 'Ninth occupation of the OVIDE section, from Lisbon to the tip of Greenland, in June and July 2018. Stations from the surface to the bottom with a CTD-O2 rosette of 28 bottles and lowered current profilers; hull ADCPs and thermosalinograph under way; deployment of Argo floats, some of them biogeochemical or deep. Water samples were analysed on board for salinity, oxygen, nutrients, alkalinity and pH.',
        fr: "Neuvième passage de la radiale OVIDE, de Lisbonne à la pointe du Groenland, en juin et juillet 2018. Stations de la surface au fond avec une rosette CTD-O2 de 28 bouteilles et des profileurs de courant ; ADCP de coque et thermosalinographe en route ; mise à l'eau de flotteurs Argo, dont des flotteurs biogéochimiques et profonds. Salinité, oxygène, sels nutritifs, alcalinité et pH ont été analysés à bord.",
      },
      published: '2018-07-12',
      keywords: [
        parameters('TEMP', 'PSAL', 'DOXY', 'ALKY', 'NTRZ', 'PHOS', 'SLCA'),
        platforms('31'),
        devices('130', '115', '116', '133', '30'),
        seas('1'),
      ],
      polygon: OVIDE_TRACK,
      box: [-43, -9.2, 40.3, 60.6],
      period: { begin: '2018-06-13', end: '2018-07-12' },
      depths: { top: 0, bottom: 5200 },
    }),
  },
  {
    sets: ['cruises', 'cruises:physics'],
    facts: cruise({
      name: 'moose-ge-2017',
      ship: "L'Atalante",
      id: 'urn:SDN:CSR:LOCAL:MOOSEGE2017',
      updated: '2020-01-20T12:30:00Z',
      title: { en: "MOOSE-GE 2017 cruise, R/V L'Atalante", fr: "Campagne MOOSE-GE 2017, N/O L'Atalante" },
      abstract: {
        en: 'Yearly large-scale survey of the northwestern Mediterranean Sea by the MOOSE observation network: some eighty full-depth stations between the Gulf of Lion, the Balearic Islands, Corsica and the Ligurian Sea, servicing of the LION and DYFAMED moorings, release of floats and gliders. Physics, oxygen, nutrients, carbonate system, pigments, cytometry and zooplankton by net and UVP.',
        fr: "Couverture annuelle à grande échelle de la Méditerranée nord-occidentale par le réseau MOOSE : environ quatre-vingts stations jusqu'au fond entre golfe du Lion, Baléares, Corse et mer Ligure, relevage des mouillages LION et DYFAMED, mise à l'eau de flotteurs et de gliders. Physique, oxygène, sels nutritifs, carbonates, pigments, cytométrie et zooplancton au filet et à l'UVP.",
      },
      published: '2017-09-24',
      keywords: [
        parameters('TEMP', 'PSAL', 'DOXY', 'NTRZ', 'CPWC', 'ZNTX'),
        platforms('31'),
        devices('130', '115', '116', '22', 'LAB37'),
        seas('3_1_1', '3_1_1_4'),
        networks('MOOSE'),
      ],
      box: [3, 9.5, 38.5, 44.2],
      period: { begin: '2017-08-31', end: '2017-09-24' },
      depths: { top: 0, bottom: 2800 },
    }),
  },
  {
    sets: ['cruises', 'cruises:physics'],
    facts: cruise({
      name: 'rrex-2015',
      ship: 'Thalassa',
      id: 'urn:SDN:CSR:LOCAL:RREX2015',
      updated: '2019-11-04T08:15:00Z',
      title: {
        en: 'RREX 2015 cruise on the Reykjanes Ridge, R/V Thalassa',
        fr: 'Campagne RREX 2015 sur la dorsale de Reykjanes, N/O Thalassa',
      },
      abstract: {
        en: 'First cruise of the Reykjanes Ridge Experiment: how does the ridge south of Iceland shape the circulation and mixing of the subpolar gyre? Four hydrographic sections along and across the ridge, with CTD-O2, lowered ADCP and a vertical microstructure profiler; seven moorings laid for two years; Argo floats and RAFOS sources.',
        fr: "Première campagne du projet Reykjanes Ridge Experiment : comment la dorsale au sud de l'Islande façonne-t-elle la circulation et le mélange du gyre subpolaire ? Quatre radiales le long et en travers de la dorsale, avec CTD-O2, LADCP et profileur de microstructure ; sept mouillages posés pour deux ans ; flotteurs Argo et sources RAFOS.",
      },
      published: '',
      keywords: [
        parameters('TEMP', 'PSAL', 'DOXY', 'RFVL'),
        platforms('31', '48'),
        devices('130', '116'),
        seas('1'),
      ],
      box: [-42, -20, 50, 63.5],
      period: { begin: '2015-06-05', end: '2015-07-10' },
      depths: { top: 0, bottom: 4000 },
    }),
  },
  {
    sets: ['cruises', 'cruises:fisheries'],
    facts: cruise({
      name: 'pelgas-2019',
      ship: 'Thalassa',
      id: 'urn:SDN:CSR:LOCAL:PELGAS2019',
      updated: '2021-06-30T14:00:00Z',
      title: {
        en: 'PELGAS 2019 ecosystem survey of the Bay of Biscay, R/V Thalassa',
        fr: 'Campagne PELGAS 2019, écosystème pélagique du golfe de Gascogne, N/O Thalassa',
      },
      abstract: {
        en: 'Spring acoustic survey of the pelagic ecosystem of the French shelf of the Bay of Biscay, held every year since 2000. Split-beam echosounders from 18 to 333 kHz along parallel transects, pelagic trawls to identify echoes, a continuous fish egg sampler, CTD stations with bottles and WP2 nets, and counts of marine mammals and seabirds. Yields the biomass of anchovy and sardine.',
        fr: "Campagne acoustique de printemps sur l'écosystème pélagique du plateau français du golfe de Gascogne, menée chaque année depuis 2000. Échosondeurs de 18 à 333 kHz le long de radiales parallèles, chalutages d'identification, échantillonneur continu d'œufs de poissons, stations CTD avec bouteilles et filet WP2, observation des mammifères et des oiseaux marins. Elle estime la biomasse d'anchois et de sardine.",
      },
      published: '2019-06-03',
      keywords: [
        parameters('TEMP', 'PSAL', 'CPWC', 'ASAM', 'ZNTX'),
        platforms('31'),
        devices('130', '22', '30'),
        seas('1_8'),
        free(
          { en: 'anchovy', fr: 'anchois' },
          { en: 'sardine', fr: 'sardine' },
          { en: 'fisheries acoustics', fr: 'acoustique halieutique' },
        ),
      ],
      box: [-6, -1, 43.3, 48.5],
      period: { begin: '2019-04-26', end: '2019-05-27' },
      depths: { top: 0, bottom: 250 },
    }),
  },
  {
    sets: ['cruises', 'cruises:fisheries'],
    facts: cruise({
      name: 'evhoe-2020',
      ship: 'Thalassa',
      id: 'urn:SDN:CSR:LOCAL:EVHOE2020',
      updated: '2022-03-18T10:45:00Z',
      title: {
        en: 'EVHOE 2020 bottom trawl survey, Bay of Biscay and Celtic Sea',
        fr: 'Campagne EVHOE 2020 de chalutage de fond, golfe de Gascogne et mer Celtique',
      },
      abstract: {
        en: 'Autumn bottom trawl survey for the assessment of demersal fish stocks: stratified hauls of half an hour with a GOV trawl, from 15 to 600 m, where all fish, cephalopods and benthic invertebrates are counted, measured and, for the main species, aged. Litter caught in the trawl is sorted for the Marine Strategy Framework Directive.',
        fr: "Campagne d'automne de chalutage de fond pour l'évaluation des stocks démersaux : traits stratifiés d'une demi-heure au chalut GOV, de 15 à 600 m, dont tous les poissons, céphalopodes et invertébrés benthiques sont comptés, mesurés et, pour les principales espèces, âgés. Les déchets remontés sont triés pour la directive cadre stratégie pour le milieu marin.",
      },
      published: '2020-12-05',
      keywords: [
        parameters('TEMP', 'PSAL', 'ZBTX'),
        platforms('31'),
        seas('1_8', '1_6'),
        free(
          { en: 'demersal fish', fr: 'poissons démersaux' },
          { en: 'seafloor litter', fr: 'déchets de fond' },
        ),
      ],
      box: [-11, -1.2, 43.4, 51.8],
      period: { begin: '2020-10-22', end: '2020-12-05' },
      depths: { top: 15, bottom: 600 },
    }),
  },
  {
    sets: ['cruises', 'cruises:physics'],
    facts: cruise({
      name: 'oiso-29',
      ship: 'Marion Dufresne',
      id: 'urn:SDN:CSR:LOCAL:OISO29',
      updated: '2020-10-10T10:10:10Z',
      title: {
        en: 'OISO-29 cruise in the South Indian Ocean, R/V Marion Dufresne',
        fr: 'Campagne OISO-29 dans le sud de l’océan Indien, N/O Marion Dufresne',
      },
      abstract: {
        en: 'Observation of carbon dioxide in the southern Indian Ocean during the rotation of Marion Dufresne between La Réunion, Crozet, Kerguelen and Amsterdam in January and February 2019: surface fugacity of CO2, dissolved inorganic carbon and alkalinity under way, and stations down to the bottom repeated since 1998. The series follows the sink of anthropogenic carbon and acidification.',
        fr: "Observation du dioxyde de carbone dans le sud de l'océan Indien durant la rotation du Marion Dufresne entre La Réunion, Crozet, Kerguelen et Amsterdam, en janvier et février 2019 : fugacité du CO2 de surface, carbone inorganique dissous et alcalinité en route, et stations jusqu'au fond répétées depuis 1998. La série suit le puits de carbone anthropique et l'acidification.",
      },
      published: '2019-02-10',
      keywords: [
        parameters('PCO2', 'TCO2', 'ALKY', 'TEMP', 'PSAL', 'DOXY'),
        platforms('31'),
        devices('130', '30', '133'),
        seas('5', '10'),
      ],
      box: [50, 80, -57, -20],
      period: { begin: '2019-01-05', end: '2019-02-10' },
      depths: { top: 0, bottom: 4900 },
    }),
  },
  {
    sets: ['observations'],
    facts: {
      id: 'urn:SDN:CDI:LOCAL:486-ctd-mediterranean',
      updated: '2024-03-12T16:00:00Z',
      title: {
        en: 'CTD profiles of French cruises in the Mediterranean Sea',
        fr: 'Profils CTD des campagnes françaises en Méditerranée',
      },
      abstract: {
        en: 'Temperature, salinity and oxygen profiles acquired by Sea-Bird CTD probes on French research vessels in the Mediterranean Sea, archived by SISMER and checked with the SeaDataNet flags. Profiles go from the surface to the bottom at one decibar; bottle salinities and Winkler oxygen of the calibrations are attached. Served as ODV and MEDATLAS files through the SeaDataNet portal.',
        fr: "Profils de température, salinité et oxygène acquis par sondes CTD Sea-Bird à bord des navires français en Méditerranée, archivés par le SISMER et contrôlés avec les drapeaux SeaDataNet. Les profils vont de la surface au fond à pas d'un décibar ; les salinités et oxygènes de calibration sont joints. Diffusés en ODV et MEDATLAS par le portail SeaDataNet.",
      },
      created: '1998-01-01',
      revised: '2024-03-01',
      parties: PARTIES,
      keywords: [parameters('TEMP', 'PSAL', 'DOXY'), platforms('31'), devices('130'), seas('3_1')],
      box: [-5.6, 36.2, 30.2, 45.8],
      period: { begin: '1975-02-11' },
      depths: { top: 0, bottom: 5100 },
      licence: CC_BY,
      format: { name: 'Ocean Data View ASCII input', version: '0.4' },
      links: dataLinks('ctd-mediterranean'),
    },
  },
  {
    sets: ['observations'],
    facts: {
      id: 'urn:SDN:CDI:LOCAL:486-xbt-lines',
      updated: '2023-04-17T11:00:00Z',
      title: {
        en: 'Expendable bathythermograph lines of merchant ships, Noumea and Le Havre',
        fr: 'Lignes de bathythermographes perdables des navires marchands, Nouméa et Le Havre',
      },
      abstract: {
        en: 'Temperature profiles to 800 m of XBT probes launched every four hours by merchant ships on the lines from Noumea to Japan, Panama and Australia and from Le Havre to South America, by the IRD network from 1979. Fall-rate coefficients are stated for each profile, with and without correction of the known bias, for studies of heat content and of El Niño.',
        fr: "Profils de température jusqu'à 800 m des sondes XBT lancées toutes les quatre heures par les navires marchands des lignes de Nouméa au Japon, à Panama et à l'Australie, et du Havre à l'Amérique du Sud, par le réseau de l'IRD dès 1979. Les coefficients de chute sont indiqués pour chaque profil, avec et sans correction du biais connu, pour l'étude du contenu thermique et d'El Niño.",
      },
      created: '1985-01-01',
      parties: PARTIES,
      keywords: [parameters('TEMP'), platforms('35'), devices('132'), seas('SVX00019', 'SVX00005')],
      box: [-180, 180, -45, 50],
      period: { begin: '1979-06-15', end: '2012-12-31' },
      depths: { top: 0, bottom: 800 },
      licence: CC_BY,
      format: { name: 'MEDATLAS' },
      links: dataLinks('xbt-lines'),
    },
  },
  {
    sets: ['observations'],
    facts: {
      id: 'urn:SDN:CDI:LOCAL:486-sadcp-fleet',
      updated: '2024-01-30T18:30:00Z',
      title: {
        en: 'Hull-mounted ADCP currents of the French fleet',
        fr: "Courants d'ADCP de coque de la flotte française",
      },
      abstract: {
        en: "Current profiles from the 38 and 150 kHz Ocean Surveyor profilers of Pourquoi pas?, L'Atalante, Thalassa, Marion Dufresne and Antea, processed with the Cascade software: two-minute averages along the track, from 20 m to about 1,000 m, corrected for misalignment and filtered of tides by a model. One NetCDF file per cruise, since 1999.",
        fr: "Profils de courant des ADCP Ocean Surveyor 38 et 150 kHz du Pourquoi pas ?, de L'Atalante, de la Thalassa, du Marion Dufresne et de l'Antea, traités par le logiciel Cascade : moyennes de deux minutes le long de la route, de 20 m à environ 1 000 m, corrigées du défaut d'alignement et de la marée d'un modèle. Un fichier NetCDF par campagne, depuis 1999.",
      },
      created: '2003-05-01',
      parties: PARTIES,
      keywords: [parameters('RFVL'), platforms('31'), devices('115'), seas('SVX00025')],
      box: [-180, 180, -68, 81],
      period: { begin: '1999-01-01' },
      depths: { top: 20, bottom: 1000 },
      licence: CC_BY,
      format: { name: 'NetCDF', version: '4' },
      links: dataLinks('sadcp-fleet'),
    },
  },
  {
    sets: ['bathymetry'],
    facts: {
      id: 'urn:SDN:CDI:LOCAL:486-em122-pourquoi-pas',
      updated: '2022-12-01T07:07:07Z',
      title: {
        en: 'Multibeam soundings of R/V Pourquoi pas? (EM 122 and EM 710)',
        fr: 'Sondages multifaisceaux du N/O Pourquoi pas ? (EM 122 et EM 710)',
      },
      abstract: {
        en: 'Raw and processed files of the Kongsberg EM 122 and EM 710 multibeam echosounders of Pourquoi pas?, by cruise: soundings, seafloor backscatter and water column. Sound velocity profiles come from CTD, XBT or climatology. Regional grids at 25 to 100 m are computed with Globe and feed EMODnet Bathymetry; gas plumes are picked in the water column.',
        fr: "Fichiers bruts et traités des sondeurs multifaisceaux Kongsberg EM 122 et EM 710 du Pourquoi pas ?, par campagne : sondes, imagerie du fond et colonne d'eau. Les profils de célérité viennent de CTD, de XBT ou de climatologie. Des grilles régionales de 25 à 100 m sont calculées avec Globe et alimentent EMODnet Bathymétrie ; les panaches de gaz sont pointés dans la colonne d'eau.",
      },
      created: '2006-01-01',
      parties: PARTIES,
      keywords: [
        parameters('MBAN', 'ASAM'),
        platforms('31'),
        devices('157'),
        free({ en: 'multibeam', fr: 'multifaisceau' }),
      ],
      topics: ['elevation', 'oceans'],
      box: [-180, 180, -60, 72],
      period: { begin: '2006-01-01' },
      depths: { top: 3, bottom: 8000 },
      licence: CC_BY,
      format: { name: 'Kongsberg .all' },
      links: dataLinks('em122-pourquoi-pas'),
    },
  },
  {
    sets: ['observations'],
    facts: {
      id: 'urn:SDN:CDI:LOCAL:486-currentmeters-biscay',
      updated: '2018-08-18T08:18:18Z',
      title: {
        en: 'Current meter moorings of the Bay of Biscay slope, ARCANE project',
        fr: 'Mouillages de courantomètres de la pente du golfe de Gascogne, projet ARCANE',
      },
      abstract: {
        en: 'Hourly currents and temperatures from Aanderaa current meters moored between 80 and 4,000 m on the continental slope of the northern Bay of Biscay, in the ARCANE project from 1994 to 2001, with the trajectories of subsurface floats. The series reveal the poleward slope current in winter, internal tides generated at the shelf break and the slow circulation of Mediterranean Water.',
        fr: "Courants et températures horaires de courantomètres Aanderaa mouillés de 80 à 4 000 m sur la pente continentale du nord du golfe de Gascogne, dans le projet ARCANE de 1994 à 2001, et trajectoires de flotteurs de subsurface. Les séries révèlent le courant de pente vers le nord en hiver, les marées internes nées au rebord du plateau et la lente circulation de l'eau méditerranéenne.",
      },
      created: '2001-12-31',
      parties: PARTIES,
      keywords: [parameters('RFVL', 'TEMP', 'LGCR'), platforms('43', '44'), devices('114'), seas('1_8')],
      box: [-12, -4, 44, 49],
      period: { begin: '1994-07-01', end: '2001-09-30' },
      depths: { top: 80, bottom: 4000 },
      licence: CC_BY,
      format: { name: 'MEDATLAS' },
      links: dataLinks('currentmeters-biscay'),
    },
  },
];
