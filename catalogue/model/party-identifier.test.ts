import { describe, expect, it } from 'vitest';
import { parsePartyIdentifier } from './party-identifier.ts';

describe('parsePartyIdentifier', () => {
  it.each([
    ['https://orcid.org/0000-0002-1825-0097', undefined, 'orcid', '0000-0002-1825-0097'],
    ['0000-0002-1825-0097', undefined, 'orcid', '0000-0002-1825-0097'],
    ['0000-0002-1825-0097', 'ORCID', 'orcid', '0000-0002-1825-0097'],
    ['https://ror.org/044jxhp58', undefined, 'ror', '044jxhp58'],
    ['044jxhp58', 'https://ror.org', 'ror', '044jxhp58'],
    ['https://edmo.seadatanet.org/report/486', undefined, 'edmo', '486'],
    ['SDN:EDMO::486', undefined, 'edmo', '486'],
    ['486', 'EDMO', 'edmo', '486'],
    ['https://isni.org/isni/0000000121581746', undefined, 'isni', '0000000121581746'],
    ['grid.4825.b', undefined, 'grid', 'grid.4825.b'],
    ['http://www.wikidata.org/entity/Q1', undefined, 'wikidata', 'Q1'],
    ['https://example.org/people/7', undefined, 'uri', 'https://example.org/people/7'],
    ['486', undefined, 'other', '486'],
    ['0000-0002-1694-233X', undefined, 'orcid', '0000-0002-1694-233X'],
    ['orcid.org/0000-0002-1825-0097/', undefined, 'orcid', '0000-0002-1825-0097'],
    ['https://orcid.org/0000-0002-1825-0098', undefined, 'uri', 'https://orcid.org/0000-0002-1825-0098'],
    ['0000-0002-1825-0098', 'ORCID', 'other', '0000-0002-1825-0098'],
    ['https://ror.org/044jxhp59', undefined, 'uri', 'https://ror.org/044jxhp59'],
    ['0000 0001 2158 1746', 'ISNI', 'isni', '0000 0001 2158 1746'],
    ['urn:SDN:EDMO::486', undefined, 'edmo', '486'],
    ['https://edmo.seadatanet.org/v_edmo/browse_step.asp?step=003&n_code=486', undefined, 'edmo', '486'],
    ['not an orcid', 'ORCID', 'other', 'not an orcid'],
  ])('%s (%s)', (text, name, scheme, value) =>
    expect(parsePartyIdentifier(text, name)).toMatchObject({ scheme, value }),
  );
});
