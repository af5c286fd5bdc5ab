import { findCode, roles } from '../../model/index.ts';
import type { RuleSet } from '../rule.ts';
import { ask, isData } from './ask.ts';

const set = 'halocline';
const source = 'Halocline';
const recommended = { severity: 'warning' } as const;
const data = { severity: 'warning', applies: isData } as const;

/** Bounds of a description that search engines show (schema.org Dataset as Google reads it), in characters. */
const shortestAbstract = 50;

/** What a record needs to be found, understood and cited here, whatever its format. */
export const haloclineRules: RuleSet = {
  name: set,
  title: { en: 'Halocline baseline', fr: 'Socle de Halocline' },
  description: {
    en: 'What any record needs to be found, understood, cited and used.',
    fr: 'Ce dont toute fiche a besoin pour être trouvée, comprise, citée et utilisée.',
  },
  rules: [
    ask(set, 'title', source),
    ask(set, 'abstract', source),
    ask(set, 'responsibleParty', source, recommended),
    ask(set, 'contact', source, recommended),
    ask(set, 'identifier', source, recommended),
    ask(set, 'metadataIdentifier', source, recommended),
    ask(set, 'metadataDate', source, recommended),
    ask(set, 'metadataLanguage', source, { severity: 'info' }),
    ask(set, 'keywords', source, recommended),
    ask(set, 'boundingBox', source, data),
    ask(set, 'period', source, data),
    ask(set, 'locator', source, recommended),
    ask(set, 'licence', source, recommended),
    ask(set, 'lineage', source, { severity: 'info', applies: isData }),
    ask(set, 'variables', source, { severity: 'info', applies: isData }),
    {
      id: `${set}-abstract-length`,
      title: { en: 'Length of the abstract', fr: 'Longueur du résumé' },
      remedy: {
        en: `Write at least ${shortestAbstract} characters: what, where, when, how.`,
        fr: `Écrivez au moins ${shortestAbstract} caractères : quoi, où, quand, comment.`,
      },
      severity: 'info',
      source,
      check({ resource }) {
        const lengths = Object.values(resource.abstracts).map((text) => text.trim().length);
        const longest = Math.max(0, ...lengths);
        if (longest === 0 || longest >= shortestAbstract) return [];
        return [
          {
            path: 'resource.abstracts',
            message: {
              en: `The abstract has ${longest} characters only.`,
              fr: `Le résumé ne compte que ${longest} caractères.`,
            },
          },
        ];
      },
    },
    {
      id: `${set}-role`,
      title: { en: 'Roles of parties', fr: 'Rôles des intervenants' },
      remedy: {
        en: 'Use a role of the ISO code list, such as author, publisher or pointOfContact.',
        fr: 'Employez un rôle de la liste ISO, par exemple author, publisher ou pointOfContact.',
      },
      severity: 'info',
      source: 'ISO 19115-1 CI_RoleCode',
      check({ resource }) {
        const unknown = resource.responsibilities.flatMap(({ role, roleAsGiven }) =>
          role !== 'other' || !roleAsGiven || findCode(roles, roleAsGiven) ? [] : [roleAsGiven],
        );
        return [...new Set(unknown)].map((word) => ({
          path: 'resource.responsibilities',
          message: {
            en: `"${word}" is no role of the code list.`,
            fr: `« ${word} » n’est pas un rôle de la liste.`,
          },
        }));
      },
    },
    {
      id: `${set}-period-order`,
      title: { en: 'Order of the period', fr: 'Ordre de la période' },
      remedy: {
        en: 'Correct the period: its end comes before its beginning.',
        fr: 'Corrigez la période : sa fin précède son début.',
      },
      severity: 'error',
      source: 'ISO 8601',
      check: ({ resource }) =>
        resource.temporalExtents.flatMap(({ start, end }) => {
          const from = start?.date ?? '';
          const until = end?.date ?? '';
          const comparable = /^\d{4}/.test(from) && /^\d{4}/.test(until);
          const precision = Math.min(from.length, until.length, 'YYYY-MM-DD'.length);
          if (!comparable || from.slice(0, precision) <= until.slice(0, precision)) return [];
          return [
            {
              path: 'resource.temporalExtents',
              message: {
                en: `The period ends on ${until}, before it begins on ${from}.`,
                fr: `La période finit le ${until}, avant de commencer le ${from}.`,
              },
            },
          ];
        }),
    },
  ],
};
