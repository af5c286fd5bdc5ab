import type { Rule, RuleSet } from '../rule.ts';
import { ask } from './ask.ts';
import { hydrography, measured } from './measured.ts';

const recommended = { severity: 'warning' } as const;

/** What every thematic lot asks for, as SeaDataNet's common data index does. */
function common(set: string, form: string): Rule[] {
  const source = (what: string) => `${form}: ${what}`;
  return [
    ask(set, 'title', source('dataset name')),
    ask(set, 'abstract', source('abstract')),
    ask(set, 'originator', source('originator')),
    ask(set, 'dataCentre', source('data holding centre')),
    ask(set, 'organisationIdentifier', source('EDMO codes of the organisations')),
    ask(set, 'contact', source('contact')),
    ask(set, 'boundingBox', source('positions')),
    ask(set, 'period', source('dates')),
    ask(set, 'licence', source('licence or data policy (L08)')),
    ask(set, 'locator', source('access')),
    ask(set, 'project', source('project (EDMERP)'), recommended),
    ask(set, 'persistentIdentifier', source('DOI'), recommended),
    ask(set, 'seaArea', source('sea area (C19)'), { severity: 'info' }),
  ];
}

const physics = 'SeaDataNet CDI and EMODnet Physics';
const chemistry = 'SeaDataNet CDI and EMODnet Chemistry';
const biology = 'EMODnet Biology (EurOBIS, Darwin Core with EML)';

/** EMODnet Physics: platforms, sensors, series in time. */
export const emodnetPhysicsRules: RuleSet = {
  name: 'emodnet-physics',
  title: { en: 'EMODnet Physics', fr: 'EMODnet Physique' },
  description: {
    en: 'What an EMODnet Physics dataset tells of its platform, sensors, variables and quality.',
    fr: 'Ce qu’un jeu EMODnet Physique dit de sa plateforme, de ses capteurs, de ses variables et de leur qualité.',
  },
  rules: [
    ...common('emodnet-physics', physics),
    ask('emodnet-physics', 'platform', `${physics}: platform (L06, C17)`),
    ask('emodnet-physics', 'platformCode', `${physics}: platform code (WMO, ICES)`, recommended),
    ask('emodnet-physics', 'instrument', `${physics}: instrument (L05, L22)`),
    ask('emodnet-physics', 'variables', `${physics}: parameters (P01, P02)`),
    ask('emodnet-physics', 'variableTerms', `${physics}: parameters (P01, P02)`, recommended),
    ask('emodnet-physics', 'units', `${physics}: units (P06)`),
    ask('emodnet-physics', 'depth', `${physics}: depth of the sensors`, recommended),
    ask('emodnet-physics', 'qualityControl', `${physics}: quality flags (L20)`),
    ask('emodnet-physics', 'format', `${physics}: data format (L24)`, recommended),
  ],
};

/** EMODnet Chemistry: analyses with units, methods and flags. */
export const emodnetChemistryRules: RuleSet = {
  name: 'emodnet-chemistry',
  title: { en: 'EMODnet Chemistry', fr: 'EMODnet Chimie' },
  description: {
    en: 'What an EMODnet Chemistry dataset tells of its cruise, analyses, methods and quality.',
    fr: 'Ce qu’un jeu EMODnet Chimie dit de sa campagne, de ses analyses, de leurs méthodes et de leur qualité.',
  },
  rules: [
    ...common('emodnet-chemistry', chemistry),
    ask('emodnet-chemistry', 'platform', `${chemistry}: platform (L06, C17)`),
    ask('emodnet-chemistry', 'campaign', `${chemistry}: cruise`, recommended),
    ask('emodnet-chemistry', 'instrument', `${chemistry}: instrument or sampler (L05)`),
    ask('emodnet-chemistry', 'variables', `${chemistry}: parameters (P01, P02)`),
    ask('emodnet-chemistry', 'variableTerms', `${chemistry}: parameters (P01, P02)`),
    ask('emodnet-chemistry', 'units', `${chemistry}: units (P06)`),
    ask('emodnet-chemistry', 'variableMethods', `${chemistry}: sampling and analytical methods`),
    ask('emodnet-chemistry', 'depth', `${chemistry}: depth of the samples`),
    ask('emodnet-chemistry', 'qualityControl', `${chemistry}: quality flags (L20)`),
    ask('emodnet-chemistry', 'accuracy', `${chemistry}: limits of detection, uncertainty`, recommended),
    measured(
      'emodnet-chemistry-temperature',
      hydrography.temperature.title,
      hydrography.temperature.pattern,
      `${chemistry}: ancillary data`,
      'info',
    ),
    measured(
      'emodnet-chemistry-salinity',
      hydrography.salinity.title,
      hydrography.salinity.pattern,
      `${chemistry}: ancillary data`,
      'info',
    ),
  ],
};

/** EMODnet Biology: occurrences of taxa. */
export const emodnetBiologyRules: RuleSet = {
  name: 'emodnet-biology',
  title: { en: 'EMODnet Biology', fr: 'EMODnet Biologie' },
  description: {
    en: 'What an EMODnet Biology dataset tells of its taxa, sampling and citation.',
    fr: 'Ce qu’un jeu EMODnet Biologie dit de ses taxons, de l’échantillonnage et de sa citation.',
  },
  rules: [
    ...common('emodnet-biology', biology),
    ask('emodnet-biology', 'creator', `${biology}: creators of the dataset`),
    ask('emodnet-biology', 'taxa', `${biology}: taxonomic coverage`),
    ask('emodnet-biology', 'taxonIdentifiers', `${biology}: scientificNameID (WoRMS LSID)`, recommended),
    ask('emodnet-biology', 'variableMethods', `${biology}: sampling methods`),
    ask('emodnet-biology', 'instrument', `${biology}: sampling instrument (Q01)`, recommended),
    ask('emodnet-biology', 'publicationDate', `${biology}: date of publication`, recommended),
    ask('emodnet-biology', 'keywords', `${biology}: keywords`, recommended),
    ask('emodnet-biology', 'relatedPublication', `${biology}: citation`, { severity: 'info' }),
  ],
};
