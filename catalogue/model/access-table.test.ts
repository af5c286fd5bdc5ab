import { describe, expect, it } from 'vitest';
import { recogniseAccess } from './access-table.ts';

const inspire = 'http://inspire.ec.europa.eu/metadata-codelist';

describe('recogniseAccess', () => {
  it.each([
    ['', `${inspire}/LimitationsOnPublicAccess/noLimitations`, 'open'],
    ['', 'http://inspire.ec.europa.eu/metadatacodelist/LimitationsOnPublicAccess/noLimitations', 'open'],
    [`${inspire}/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1d`, undefined, 'restricted'],
    ['', 'http://publications.europa.eu/resource/authority/access-right/PUBLIC', 'open'],
    ['', 'http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC', 'restricted'],
    ['info:eu-repo/semantics/embargoedAccess', undefined, 'embargoed'],
    ['http://purl.org/coar/access_right/c_14cb/', undefined, 'metadata-only'],
    ['No limitations to public access', undefined, 'open'],
    ['No limitations on public access', undefined, 'open'],
    ['There are no limitations on public access to spatial data sets and services.', undefined, 'open'],
    ['No restriction on public access', undefined, 'open'],
    ['Access to this dataset is unrestricted.', undefined, 'open'],
    ['Pas de restriction d’accès public selon INSPIRE', undefined, 'open'],
    ["Pas de restriction d'accès publique", undefined, 'open'],
    ["Pas de restrictions concernant l'accès public", undefined, 'open'],
    [
      "Aucun des articles de la loi ne peut être invoqué pour justifier d'une restriction d'accès public.",
      undefined,
      'open',
    ],
    ['public access limited according to Article 13(1)(g) of the INSPIRE Directive', undefined, 'restricted'],
    [
      "L124-4-I-1 du code de l'environnement (Directive 2007/2/CE (INSPIRE), Article 13.1.d)",
      undefined,
      'restricted',
    ],
    ['', `${inspire}/ConditionsApplyingToAccessAndUse/noConditionsApply`, undefined],
    ['', `${inspire}/LimitationsOnPublicAccess`, undefined],
    ['No conditions apply to access and use', undefined, undefined],
    ['None', undefined, undefined],
    ["Conditions d'accès et d'utilisation spécifiques", undefined, undefined],
  ])('%s (%s) is %s', (text, uri, right) => expect(recogniseAccess(text, uri)).toBe(right));
});
