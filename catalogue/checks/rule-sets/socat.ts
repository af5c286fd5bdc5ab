import type { RuleSet } from '../rule.ts';
import { ask } from './ask.ts';
import { hydrography, measured } from './measured.ts';

const set = 'socat';
const source = (section: string) => `SOCAT metadata form: ${section}`;
const recommended = { severity: 'warning' } as const;

/** What SOCAT (surface ocean CO2) asks to be told with a cruise. */
export const socatRules: RuleSet = {
  name: set,
  title: { en: 'SOCAT', fr: 'SOCAT' },
  description: {
    en: 'What the Surface Ocean CO2 Atlas asks to be told with the data of a cruise, mooring or drifter.',
    fr: 'Ce que l’atlas SOCAT demande avec les données de CO2 de surface d’une campagne, d’un mouillage ou d’un flotteur.',
  },
  rules: [
    ask(set, 'title', source('dataset')),
    ask(set, 'expocode', source('cruise, expocode')),
    ask(set, 'platform', source('vessel, name')),
    ask(set, 'platformCode', source('vessel, code'), recommended),
    ask(set, 'campaign', source('cruise, name'), recommended),
    ask(set, 'principalInvestigator', source('investigators')),
    ask(set, 'investigatorContact', source('investigators, e-mail address')),
    ask(set, 'originator', source('investigators, organisation')),
    ask(set, 'closedPeriod', source('cruise, dates')),
    ask(set, 'boundingBox', source('cruise, geographical coverage')),
    measured(
      `${set}-co2`,
      {
        en: 'CO2 in surface water (xCO2, pCO2 or fCO2)',
        fr: 'CO2 dans l’eau de surface (xCO2, pCO2 ou fCO2)',
      },
      /[xpf]\s?CO\s?2|carbon dioxide|dioxyde de carbone/i,
      source('variables'),
    ),
    measured(
      `${set}-temperature`,
      hydrography.temperature.title,
      hydrography.temperature.pattern,
      source('variables'),
    ),
    measured(
      `${set}-salinity`,
      hydrography.salinity.title,
      hydrography.salinity.pattern,
      source('variables'),
    ),
    measured(
      `${set}-pressure`,
      { en: 'Atmospheric or equilibrator pressure', fr: 'Pression atmosphérique ou de l’équilibreur' },
      /pressure|pression|\bSLP\b|\bPRES/i,
      source('variables'),
      'warning',
    ),
    ask(set, 'units', source('variables, units')),
    ask(set, 'variableMethods', source('CO2 method description')),
    ask(set, 'instrument', source('CO2 analyser and equilibrator')),
    ask(set, 'calibration', source('calibration, standard gases')),
    ask(set, 'accuracy', source('accuracy of fCO2, temperature and pressure')),
    ask(set, 'qualityControl', source('quality flags')),
    ask(set, 'funding', source('funding'), { severity: 'info' }),
    ask(set, 'relatedPublication', source('references'), { severity: 'info' }),
    ask(set, 'persistentIdentifier', source('data set DOI'), recommended),
    ask(set, 'licence', source('permission to distribute'), recommended),
  ],
};
