import type { CatalogueRecord, QualityReport } from '../../model/index.ts';
import { says } from '../elements/index.ts';
import type { Rule } from '../rule.ts';
import { isData } from './ask.ts';
import { requirement } from './inspire-source.ts';

/** Statements of conformity: reports that name a specification. */
const statements = ({ resource }: CatalogueRecord) =>
  resource.quality.filter(({ specification, pass }) => specification !== undefined || pass !== undefined);

const citesInteroperability = ({ specification }: QualityReport) =>
  /1089\s*\/\s*2010|reg\/2010\/1089/.test(
    [
      ...Object.values(specification?.titles ?? {}),
      specification?.url ?? '',
      ...(specification?.identifiers ?? []),
    ].join(' '),
  );

const hasStatement = (record: CatalogueRecord) => statements(record).length > 0;

/** Conformity with the implementing rules and other specifications. */
export const inspireConformity: readonly Rule[] = [
  {
    id: 'inspire-conformity',
    title: { en: 'Statement of conformity', fr: 'Déclaration de conformité' },
    remedy: {
      en: 'Say to which specification the resource conforms or not (a domain consistency report with a conformance result).',
      fr: 'Dites à quelle spécification la ressource est conforme ou non (DQ_DomainConsistency avec un résultat de conformité).',
    },
    severity: 'error',
    source: requirement('C.20', 'common/conformity'),
    check: (record) => (hasStatement(record) ? [] : [{ path: 'resource.quality' }]),
  },
  {
    id: 'inspire-conformity-specification',
    title: { en: 'Title and date of the specification', fr: 'Titre et date de la spécification' },
    remedy: {
      en: 'Cite each specification by its official title and its date of publication.',
      fr: 'Citez chaque spécification par son titre officiel et sa date de publication.',
    },
    severity: 'error',
    source: requirement('C.21', 'common/conformity-specification'),
    applies: hasStatement,
    check: (record) =>
      statements(record)
        .filter(
          ({ specification }) => !says(specification?.titles) || (specification?.dates.length ?? 0) === 0,
        )
        .slice(0, 1)
        .map(() => ({
          path: 'resource.quality.specification',
          message: {
            en: 'A specification is cited without its title or its date.',
            fr: 'Une spécification est citée sans son titre ou sans sa date.',
          },
        })),
  },
  {
    id: 'inspire-conformity-degree',
    title: { en: 'Degree of conformity', fr: 'Degré de conformité' },
    remedy: {
      en: 'Set pass to true or false; leave it nil ("unknown") only where conformity was not evaluated.',
      fr: 'Donnez à pass la valeur true ou false ; ne la laissez nulle (« unknown ») que si la conformité n’a pas été évaluée.',
    },
    // An empty degree with a nil reason is allowed, and a reader can't tell it from a forgotten one.
    severity: 'warning',
    source: requirement('C.22', 'common/conformity-degree'),
    applies: hasStatement,
    check: (record) =>
      statements(record).every(({ pass }) => pass === undefined) ? [{ path: 'resource.quality.pass' }] : [],
  },
  {
    id: 'inspire-interoperability-conformity',
    title: { en: 'Conformity with Regulation 1089/2010', fr: 'Conformité au règlement 1089/2010' },
    remedy: {
      en: 'State the degree of conformity with Commission Regulation (EU) No 1089/2010.',
      fr: 'Déclarez le degré de conformité au règlement (UE) n° 1089/2010 de la Commission.',
    },
    severity: 'error',
    source: requirement('1.10', 'datasets-and-series/conformity'),
    applies: isData,
    check: (record) =>
      statements(record).some(citesInteroperability) ? [] : [{ path: 'resource.quality.specification' }],
  },
];
