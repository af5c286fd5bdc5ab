import type { CatalogueRecord, Constraints } from '../../model/index.ts';
import { says } from '../elements/index.ts';
import type { Rule, Violation } from '../rule.ts';
import { requirement } from './inspire-source.ts';

const limitations = /inspire\.ec\.europa\.eu\/metadata-codelist\/LimitationsOnPublicAccess\//;

const legal = ({ resource }: CatalogueRecord) => resource.constraints.filter(({ kind }) => kind === 'legal');
const texts = ({ otherConstraints }: Constraints) => otherConstraints.filter(({ text }) => says(text));

function checkLimitations(record: CatalogueRecord): Violation[] {
  const path = 'resource.constraints.accessConstraints';
  const blocks = legal(record).filter(({ accessConstraints }) =>
    accessConstraints.includes('otherRestrictions'),
  );
  if (blocks.length === 0) return [{ path }];
  const anchored = blocks.some(({ otherConstraints }) =>
    otherConstraints.some(({ uri = '' }) => limitations.test(uri)),
  );
  if (anchored) return [];
  return [
    {
      path: 'resource.constraints.otherConstraints',
      message: {
        en: 'No text of the access constraints points to the code list LimitationsOnPublicAccess.',
        fr: 'Aucun texte des contraintes d’accès ne renvoie à la liste LimitationsOnPublicAccess.',
      },
    },
  ];
}

/** Limitations on public access, and conditions of access and use. */
export const inspireConstraints: readonly Rule[] = [
  {
    id: 'inspire-limitations-on-public-access',
    title: { en: 'Limitations on public access', fr: 'Restrictions concernant l’accès public' },
    remedy: {
      en: 'Add legal constraints with accessConstraints "otherRestrictions" and, in otherConstraints, an anchor to a value of the code list LimitationsOnPublicAccess (noLimitations where there are none).',
      fr: 'Ajoutez des contraintes légales avec accessConstraints « otherRestrictions » et, dans otherConstraints, une ancre vers une valeur de la liste LimitationsOnPublicAccess (noLimitations s’il n’y en a pas).',
    },
    severity: 'error',
    source: requirement('C.17', 'common/limitations-on-public-access'),
    check: checkLimitations,
  },
  {
    id: 'inspire-conditions-for-access-and-use',
    title: { en: 'Conditions for access and use', fr: 'Conditions d’accès et d’utilisation' },
    remedy: {
      en: 'Add legal constraints with useConstraints "otherRestrictions" and the conditions (a licence, or "no conditions apply") in otherConstraints.',
      fr: 'Ajoutez des contraintes légales avec useConstraints « otherRestrictions » et, dans otherConstraints, les conditions (une licence, ou l’absence de conditions).',
    },
    severity: 'error',
    source: requirement('C.18', 'common/conditions-for-access-and-use'),
    check(record) {
      const blocks = legal(record).filter(({ useConstraints }) =>
        useConstraints.includes('otherRestrictions'),
      );
      return blocks.some((block) => texts(block).length > 0)
        ? []
        : [{ path: 'resource.constraints.useConstraints' }];
    },
  },
];
