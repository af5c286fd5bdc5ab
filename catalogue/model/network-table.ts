import type { NamedReference } from './keyword.ts';
import { remembered } from './remembered.ts';

type KnownNetwork = {
  /** Usual short name. */
  name: string;
  en: string;
  fr: string;
  uri?: string;
  /** Other spellings; case, accents, blanks and hyphens don't count. */
  aliases?: readonly string[];
};

/** Marine observation networks and research infrastructures that keywords, projects and credits name. */
export const knownNetworks: readonly KnownNetwork[] = [
  {
    name: 'SOMLIT',
    en: 'Coastal environment observation service',
    fr: 'Service d’observation en milieu littoral',
    uri: 'https://www.somlit.fr/',
  },
  {
    name: 'COAST-HF',
    en: 'Coastal ocean observing system, high frequency',
    fr: 'Réseau national d’observation côtière à haute fréquence',
    uri: 'https://www.coast-hf.fr/',
  },
  {
    name: 'PHYTOBS',
    en: 'Network of phytoplankton observation',
    fr: 'Réseau d’observation du phytoplancton',
    uri: 'https://www.phytobs.fr/',
  },
  {
    name: 'BENTHOBS',
    en: 'Network of benthic macrofauna observation',
    fr: 'Réseau d’observation de la macrofaune benthique',
    uri: 'https://www.benthobs.fr/',
  },
  {
    name: 'MOOSE',
    en: 'Mediterranean Ocean Observing System for the Environment',
    fr: 'Système d’observation de la Méditerranée pour l’environnement',
    uri: 'https://www.moose-network.fr/',
  },
  {
    name: 'DYNALIT',
    en: 'Coastal and shoreline dynamics observation service',
    fr: 'Dynamique du littoral et du trait de côte',
    uri: 'https://www.dynalit.fr/',
  },
  {
    name: 'SONEL',
    en: 'Sea level observation system',
    fr: 'Système d’observation du niveau des eaux littorales',
    uri: 'https://www.sonel.org/',
  },
  { name: 'RONIM', en: 'Sea level observation network', fr: 'Réseau d’observation du niveau de la mer' },
  {
    name: 'REFMAR',
    en: 'National reference network of tide gauges',
    fr: 'Réseaux de référence des observations marégraphiques',
  },
  {
    name: 'ReefTEMPS',
    en: 'Coastal sea network of the South Pacific',
    fr: 'Réseau d’observation des eaux côtières du Pacifique Sud',
    uri: 'http://www.reeftemps.science/',
  },
  {
    name: 'RESOMAR',
    en: 'Network of marine stations and observatories',
    fr: 'Réseau des stations et observatoires marins',
    uri: 'https://resomar.cnrs.fr/',
  },
  {
    name: 'ILICO',
    en: 'Coastal ocean and nearshore research infrastructure',
    fr: 'Infrastructure de recherche littorale et côtière',
    uri: 'https://www.ir-ilico.fr/',
    aliases: ['IR ILICO'],
  },
  {
    name: 'SNO CORAIL',
    en: 'Coral reef observation service',
    fr: 'Service d’observation des récifs coralliens',
  },
  {
    name: 'SO-MEMO',
    en: 'Marine mammals and southern ocean',
    fr: 'Mammifères échantillonneurs du milieu océanique',
    uri: 'https://www.meop.net/',
    aliases: ['SNO MEMO', 'SNO-MEMO'],
  },
  {
    name: 'PIRATA',
    en: 'Prediction and Research Moored Array in the Tropical Atlantic',
    fr: 'Réseau de mouillages de recherche et prévision en Atlantique tropical',
    uri: 'https://www.brest.ird.fr/pirata/',
  },
  { name: 'OISO', en: 'Indian Ocean observation service', fr: 'Océan Indien service d’observation' },
  {
    name: 'REPHY',
    en: 'Phytoplankton and hydrology monitoring network',
    fr: 'Réseau d’observation et de surveillance du phytoplancton et de l’hydrologie',
  },
  {
    name: 'ROCCH',
    en: 'Chemical contaminant monitoring network',
    fr: 'Réseau d’observation de la contamination chimique',
  },
  { name: 'REMI', en: 'Microbiological monitoring network', fr: 'Réseau de contrôle microbiologique' },
  {
    name: 'CANDHIS',
    en: 'National in-situ wave data centre',
    fr: 'Centre d’archivage national de données de houle in situ',
    uri: 'https://candhis.cerema.fr/',
  },
  {
    name: 'Argo',
    en: 'Argo profiling float programme',
    fr: 'Programme international de flotteurs profileurs Argo',
    uri: 'https://argo.ucsd.edu/',
    aliases: ['Euro-Argo', 'Argo France', 'BGC-Argo', 'Deep-Argo', 'Biogeochemical Argo'],
  },
  {
    name: 'OceanSITES',
    en: 'Deepwater reference stations',
    fr: 'Réseau mondial de stations océaniques de référence',
    uri: 'http://www.oceansites.org/',
  },
  {
    name: 'GOSUD',
    en: 'Global Ocean Surface Underway Data',
    fr: 'Données mondiales de surface acquises en route',
    uri: 'https://www.gosud.org/',
  },
  {
    name: 'EMSO',
    en: 'European Multidisciplinary Seafloor and water column Observatory',
    fr: 'Observatoire européen pluridisciplinaire de fond de mer et de colonne d’eau',
    uri: 'https://emso.eu/',
    aliases: ['EMSO ERIC', 'EMSO France'],
  },
  {
    name: 'GO-SHIP',
    en: 'Global Ocean Ship-based Hydrographic Investigations Program',
    fr: 'Programme mondial d’hydrographie par navires',
    uri: 'https://www.go-ship.org/',
  },
  {
    name: 'GOOS',
    en: 'Global Ocean Observing System',
    fr: 'Système mondial d’observation de l’océan',
    uri: 'https://goosocean.org/',
  },
  {
    name: 'DBCP',
    en: 'Data Buoy Cooperation Panel',
    fr: 'Groupe de coopération pour les programmes de bouées de mesures',
    uri: 'https://www.ocean-ops.org/dbcp/',
  },
  {
    name: 'JERICO',
    en: 'Joint European Research Infrastructure of Coastal Observatories',
    fr: 'Infrastructure européenne de recherche des observatoires côtiers',
    uri: 'https://www.jerico-ri.eu/',
    aliases: ['JERICO-RI', 'JERICO-NEXT', 'JERICO-S3'],
  },
  {
    name: 'ICOS',
    en: 'Integrated Carbon Observation System',
    fr: 'Système intégré d’observation du carbone',
    uri: 'https://www.icos-cp.eu/',
    aliases: ['ICOS Ocean', 'ICOS-OTC'],
  },
  {
    name: 'EMBRC',
    en: 'European Marine Biological Resource Centre',
    fr: 'Centre européen de ressources biologiques marines',
    uri: 'https://www.embrc.eu/',
    aliases: ['EMBRC-France', 'EMBRC ERIC'],
  },
  {
    name: 'EuroGOOS',
    en: 'European Global Ocean Observing System',
    fr: 'Système européen d’observation de l’océan',
    uri: 'https://eurogoos.eu/',
  },
  {
    name: 'EMODnet',
    en: 'European Marine Observation and Data Network',
    fr: 'Réseau européen d’observation et de données du milieu marin',
    uri: 'https://emodnet.ec.europa.eu/',
  },
  {
    name: 'SeaDataNet',
    en: 'Pan-European infrastructure for ocean and marine data management',
    fr: 'Infrastructure paneuropéenne de gestion des données océaniques et marines',
    uri: 'https://www.seadatanet.org/',
  },
  {
    name: 'ODATIS',
    en: 'Ocean cluster of the Data Terra research infrastructure',
    fr: 'Pôle océan de l’infrastructure de recherche Data Terra',
    uri: 'https://www.odatis-ocean.fr/',
  },
  {
    name: 'IMOS',
    en: 'Integrated Marine Observing System',
    fr: 'Système intégré d’observation marine (Australie)',
    uri: 'https://imos.org.au/',
  },
  {
    name: 'IOOS',
    en: 'Integrated Ocean Observing System',
    fr: 'Système intégré d’observation de l’océan (États-Unis)',
    uri: 'https://ioos.noaa.gov/',
  },
  {
    name: 'GHRSST',
    en: 'Group for High Resolution Sea Surface Temperature',
    fr: 'Groupe pour la température de surface de la mer à haute résolution',
    uri: 'https://www.ghrsst.org/',
  },
];

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

const index = new Map<string, KnownNetwork>();
for (const network of knownNetworks) {
  for (const spelling of [network.name, network.en, network.fr, ...(network.aliases ?? [])]) {
    index.set(fold(spelling), network);
  }
}

/**
 * Recognises an observation network in a keyword, a project's name or an organisation's: the whole text must be the
 * name, `name: long form`, `long form (NAME)` or `réseau NAME`; a text that only mentions it is none.
 * @returns the network with its usual name and address, or `undefined`
 */
export function recogniseNetwork(text: string): NamedReference | undefined {
  const trimmed = text.trim();
  const network = trimmed.length > 200 ? undefined : networkNamed(trimmed);
  if (!network) return undefined;
  const { name, en, fr, uri } = network;
  return { names: { und: name }, description: { en, fr }, ...(uri ? { uri } : {}) };
}

const networkNamed = remembered((trimmed: string): KnownNetwork | undefined => {
  const bracket = /\(([^()]+)\)\s*$/.exec(trimmed)?.[1];
  const candidates = [
    trimmed,
    trimmed.replace(/\s*\([^()]*\)\s*$/, ''),
    ...(bracket ? [bracket] : []),
    trimmed.split(/\s*[:–]\s+|\s+-\s+/)[0] ?? '',
    trimmed.replace(/^(r[ée]seau|network|sno|observatoire|infrastructure|programme?)\s+/i, ''),
    trimmed.replace(/\s+(network|programme?|project)$/i, ''),
  ];
  for (const candidate of candidates) {
    const network = index.get(fold(candidate));
    if (network) return network;
  }
  return undefined;
});
