import { describe, expect, it } from 'vitest';
import { normaliseLanguage } from './language-tag.ts';

describe('normaliseLanguage', () => {
  it.each([
    ['fre', 'fr'],
    ['fra', 'fr'],
    ['FR', 'fr'],
    ['eng; USA', 'en'],
    ['fre; CAN', 'fr'],
    ['ger', 'de'],
    ['deu', 'de'],
    ['en_US', 'en-US'],
    ['fr-ca', 'fr-CA'],
    ['French', 'fr'],
    ['français', 'fr'],
    ['http://www.isotc211.org/2005/resources/Codelist/ML_gmxCodelists.xml#LanguageCode_eng', 'en'],
    ['http://publications.europa.eu/resource/authority/language/FRA', 'fr'],
    ['roh', 'rm'],
    ['und', 'und'],
  ])('%s is %s', (code, tag) => expect(normaliseLanguage(code)).toBe(tag));

  it.each(['', 'SP', 'anyValidURI', '??', 'unknown language'])('does not guess at "%s"', (code) =>
    expect(normaliseLanguage(code)).toBeUndefined(),
  );
});
