import type { RuleSet } from '../rule.ts';
import { ask } from './ask.ts';
import { hydrography, measured } from './measured.ts';

const set = 'glodap';
const source = (what: string) => `GLODAP data submission requirements: ${what}`;
const recommended = { severity: 'warning' } as const;

/** What GLODAP (interior ocean carbon and tracers, bottle data) asks to be told with a cruise. */
export const glodapRules: RuleSet = {
  name: set,
  title: { en: 'GLODAP', fr: 'GLODAP' },
  description: {
    en: 'What GLODAP asks to be told with the bottle data of a cruise; the columns of the data file are not looked at.',
    fr: 'Ce que GLODAP demande avec les données de bouteilles d’une campagne ; les colonnes du fichier ne sont pas examinées.',
  },
  rules: [
    ask(set, 'title', source('metadata')),
    ask(set, 'expocode', source('expocode')),
    ask(set, 'platform', source('vessel')),
    ask(set, 'campaign', source('cruise')),
    ask(set, 'campaignDates', source('dates of the cruise')),
    ask(set, 'principalInvestigator', source('chief scientist and responsible investigators')),
    ask(set, 'boundingBox', source('stations')),
    ask(set, 'depth', source('depths of the bottles'), recommended),
    measured(
      `${set}-carbon-or-tracers`,
      {
        en: 'Inorganic carbon, tracers or carbon isotopes',
        fr: 'Carbone inorganique, traceurs ou isotopes du carbone',
      },
      /inorganic carbon|carbone inorganique|alkalinit|alcalinit|\bDIC\b|\bTCO2|TCARBN|ALKALI|\bpH\b|[pf]CO2|CFC|\bSF6|tritium|isotop|C-?1[34]\b/i,
      source('at least one of inorganic carbon, tracers, carbon isotopes'),
    ),
    measured(`${set}-salinity`, hydrography.salinity.title, hydrography.salinity.pattern, source('salinity')),
    measured(
      `${set}-temperature`,
      hydrography.temperature.title,
      hydrography.temperature.pattern,
      source('CTD data'),
    ),
    measured(
      `${set}-pressure`,
      { en: 'Pressure or depth', fr: 'Pression ou profondeur' },
      /pressure|pression|depth|profondeur|\bPRES|CTDPRS/i,
      source('CTD data'),
      'warning',
    ),
    measured(
      `${set}-nutrients`,
      { en: 'Nutrients', fr: 'Sels nutritifs' },
      /nutrient|nutritif|nitrate|phosphate|silicate/i,
      source('nutrients (optional)'),
      'info',
    ),
    measured(
      `${set}-oxygen`,
      { en: 'Oxygen', fr: 'Oxygène' },
      /ox[yi]g[eè]n|\bDOX/i,
      source('oxygen (optional)'),
      'info',
    ),
    ask(set, 'units', source('units')),
    ask(set, 'variableMethods', source('analysis techniques')),
    ask(set, 'instrument', source('instruments'), recommended),
    ask(set, 'accuracy', source('precision and accuracy'), recommended),
    ask(set, 'qualityControl', source('final and flagged data')),
    ask(set, 'relatedPublication', source('cruise report')),
    ask(set, 'dataLink', source('link to the archived data'), recommended),
    ask(set, 'persistentIdentifier', source('archived at a public repository'), recommended),
    ask(set, 'format', source('WOCE exchange format'), recommended),
  ],
};
