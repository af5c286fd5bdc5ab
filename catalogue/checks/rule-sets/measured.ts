import type { ProblemSeverity } from '../../model/index.ts';
import { measures } from '../elements/search.ts';
import type { Rule, Texts } from '../rule.ts';

/**
 * A rule that asks for a certain variable among those measured.
 * @param pattern what its names look like, in English, French and as CF standard name
 */
export function measured(
  id: string,
  title: Texts,
  pattern: RegExp,
  source: string,
  severity: ProblemSeverity = 'error',
): Rule {
  return {
    id,
    title,
    remedy: {
      en: 'List the variable with its unit and method, or say that the data do not hold it.',
      fr: 'Indiquez la variable avec son unité et sa méthode, ou dites que les données ne la contiennent pas.',
    },
    severity,
    source,
    check: (record) => (measures(record, pattern) ? [] : [{ path: 'resource.variables' }]),
  };
}

const temperature = /temperature|temp[eé]rature|\bSST\b|\bTEMP\b/i;
const salinity = /salinit|\bSSS\b|\bPSAL\b|\bSALNTY\b/i;

/** Temperature and salinity, which every hydrographic database asks for. */
export const hydrography = {
  temperature: { title: { en: 'Temperature', fr: 'Température' }, pattern: temperature },
  salinity: { title: { en: 'Salinity', fr: 'Salinité' }, pattern: salinity },
};
