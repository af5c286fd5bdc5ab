import type { CatalogueRecord, Keyword } from '../../model/index.ts';
import { says } from '../elements/index.ts';
import type { Rule, Texts, Violation } from '../rule.ts';
import { isData } from './ask.ts';
import { requirement } from './inspire-source.ts';

/** Official languages of the European Union, by BCP 47 tag. */
const officialLanguages = 'bg hr cs da nl en et fi fr de el hu ga it lv lt mt pl pt ro sk sl es sv'.split(
  ' ',
);

const violation = (path: string, message?: Texts): Violation => ({ path, ...(message ? { message } : {}) });

const isInspireTheme = ({ uri = '', thesaurus }: Keyword) =>
  /inspire\.ec\.europa\.eu\/theme\//.test(uri) ||
  (/GEMET/i.test(titleOf(thesaurus)) && /INSPIRE/i.test(titleOf(thesaurus)));

const titleOf = (thesaurus: Keyword['thesaurus']) => Object.values(thesaurus?.title ?? {}).join(' ');

function tooMany(types: readonly string[], { resource }: CatalogueRecord, message: Texts): Violation[] {
  const dates = resource.dates.filter(({ type }) => types.includes(type));
  return dates.length > 1 ? [violation('resource.dates', message)] : [];
}

/** Language, type, dates and keywords. */
export const inspireIdentification: readonly Rule[] = [
  {
    id: 'inspire-metadata-language-code',
    title: { en: 'Language of the metadata', fr: 'Langue des métadonnées' },
    remedy: {
      en: 'Give the language by its ISO 639-2/B code; it must be an official language of the European Union.',
      fr: 'Donnez la langue par son code ISO 639-2/B ; ce doit être une langue officielle de l’Union européenne.',
    },
    severity: 'error',
    source: requirement('C.5', 'common/metadata-language-code'),
    check({ language }) {
      if (!language) return [violation('language')];
      if (officialLanguages.includes(language.split('-')[0] ?? '')) return [];
      return [
        violation('language', {
          en: `"${language}" is not an official language of the European Union.`,
          fr: `« ${language} » n’est pas une langue officielle de l’Union européenne.`,
        }),
      ];
    },
  },
  {
    id: 'inspire-max-1-date-of-creation',
    title: { en: 'One date of creation', fr: 'Une seule date de création' },
    remedy: { en: 'Keep one date of creation.', fr: 'Ne gardez qu’une date de création.' },
    severity: 'error',
    source: requirement('C.12', 'common/max-1-date-of-creation'),
    check: (record) =>
      tooMany(['creation'], record, {
        en: 'There is more than one date of creation.',
        fr: 'Il y a plus d’une date de création.',
      }),
  },
  {
    id: 'inspire-max-1-date-of-last-revision',
    title: { en: 'One date of revision', fr: 'Une seule date de révision' },
    remedy: { en: 'Keep the last date of revision only.', fr: 'Ne gardez que la dernière date de révision.' },
    severity: 'error',
    source: requirement('C.13', 'common/max-1-date-of-last-revision'),
    check: (record) =>
      tooMany(['revision'], record, {
        en: 'There is more than one date of revision.',
        fr: 'Il y a plus d’une date de révision.',
      }),
  },
  {
    id: 'inspire-temporal-extent',
    title: { en: 'Temporal extent with dates', fr: 'Étendue temporelle datée' },
    remedy: {
      en: 'Give the temporal extent as an instant or as a period with a beginning and an end; an end may be "now" or "unknown".',
      fr: 'Donnez l’étendue temporelle comme un instant ou comme une période avec un début et une fin ; la fin peut être « now » ou « unknown ».',
    },
    severity: 'error',
    source: requirement('C.14', 'common/temporal-extent'),
    applies: ({ resource }) => resource.temporalExtents.length > 0,
    check: ({ resource }) =>
      resource.temporalExtents
        .filter(({ start, end }) => start === undefined && end === undefined)
        .slice(0, 1)
        .map(() =>
          violation('resource.temporalExtents', {
            en: 'A temporal extent has neither a beginning nor an end.',
            fr: 'Une étendue temporelle n’a ni début ni fin.',
          }),
        ),
  },
  {
    id: 'inspire-keyword-originating-cv',
    title: { en: 'Title and date of the vocabularies', fr: 'Titre et date des vocabulaires' },
    remedy: {
      en: 'Cite each controlled vocabulary by its title and a date.',
      fr: 'Citez chaque vocabulaire contrôlé par son titre et une date.',
    },
    severity: 'error',
    source: requirement('C.15', 'common/keyword-originating-cv'),
    applies: ({ resource }) => resource.keywords.some(({ thesaurus }) => thesaurus !== undefined),
    check({ resource }) {
      const cited = resource.keywords.flatMap(({ thesaurus }) => (thesaurus ? [thesaurus] : []));
      const names = cited
        .filter(({ title, dates }) => !says(title) || dates.length === 0)
        .map(({ title, uri = '' }) => Object.values(title)[0] ?? uri);
      return [...new Set(names)].map((name) =>
        violation('resource.keywords', {
          en: `The vocabulary "${name}" has no title or no date.`,
          fr: `Le vocabulaire « ${name} » n’a pas de titre ou pas de date.`,
        }),
      );
    },
  },
  {
    id: 'inspire-resource-type',
    title: { en: 'Dataset, series or service', fr: 'Jeu de données, série ou service' },
    remedy: {
      en: 'Set the hierarchy level to "dataset", "series" or "service".',
      fr: 'Donnez au niveau de hiérarchie la valeur « dataset », « series » ou « service ».',
    },
    severity: 'error',
    source: requirement('1.1 and 3.1', 'datasets-and-series/resource-type'),
    check: ({ resource }) =>
      ['dataset', 'series', 'service'].includes(resource.type)
        ? []
        : [
            violation('resource.type', {
              en: `"${resource.typeAsGiven ?? resource.type}" is not a type of INSPIRE.`,
              fr: `« ${resource.typeAsGiven ?? resource.type} » n’est pas un type d’INSPIRE.`,
            }),
          ],
  },
  {
    id: 'inspire-theme-keyword',
    title: { en: 'INSPIRE theme', fr: 'Thème INSPIRE' },
    remedy: {
      en: 'Add a keyword of the thesaurus "GEMET - INSPIRE themes, version 1.0", for example "Oceanographic geographical features".',
      fr: 'Ajoutez un mot-clé du thésaurus « GEMET - INSPIRE themes, version 1.0 », par exemple « Caractéristiques géographiques océanographiques ».',
    },
    severity: 'error',
    source: requirement('1.4', 'datasets-and-series/inspire-theme-keyword'),
    applies: isData,
    check: ({ resource }) => (resource.keywords.some(isInspireTheme) ? [] : [violation('resource.keywords')]),
  },
];
