import { describe, expect, it } from 'vitest';
import { parseIdentifier } from './identifier.ts';

describe('parseIdentifier', () => {
  it.each([
    ['10.17882/42182', 'doi', 'https://doi.org/10.17882/42182'],
    ['doi:10.17882/42182', 'doi', 'https://doi.org/10.17882/42182'],
    ['http://dx.doi.org/10.17882/42182', 'doi', 'https://doi.org/10.17882/42182'],
    ['hdl:2268/12345', 'handle', 'https://hdl.handle.net/2268/12345'],
    ['ark:/87895/1.17-408957', 'ark', 'https://n2t.net/ark:/87895/1.17-408957'],
    ['https://example.org/ark:/87895/1.17', 'ark', 'https://example.org/ark:/87895/1.17'],
    ['urn:uuid:3f2504e0-4f89-11d3-9a0c-0305e82c3301', 'uuid', undefined],
    ['{3F2504E0-4F89-11D3-9A0C-0305E82C3301}', 'uuid', undefined],
    ['urn:SDN:CDI:LOCAL:1234', 'urn', undefined],
    ['https://example.org/dataset/7', 'uri', 'https://example.org/dataset/7'],
    ['ISSN 1234-5678', 'issn', 'https://portal.issn.org/resource/ISSN/1234-5678'],
    ['FR-000041175-PLU20140603', 'other', undefined],
  ])('%s is a %s', (text, scheme, uri) => {
    const identifier = parseIdentifier(` ${text} `);
    expect(identifier).toEqual({ code: text, scheme, ...(uri ? { uri } : {}) });
  });

  it('takes the scheme from the code space', () => {
    expect(parseIdentifier('10.17882/42182', 'doi.org')).toEqual({
      code: '10.17882/42182',
      codeSpace: 'doi.org',
      scheme: 'doi',
      uri: 'https://doi.org/10.17882/42182',
    });
    expect(parseIdentifier('486', 'https://edmo.seadatanet.org/report/')).toMatchObject({
      scheme: 'other',
      uri: 'https://edmo.seadatanet.org/report/486',
    });
  });
});
