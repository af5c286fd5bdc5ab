import { normaliseLanguage } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { languageCode } from '../language-code.ts';
import type { Reading } from '../reading.ts';
import { valueElement } from '../values.ts';
import { node, type Writing } from '../writing.ts';

/** A language of the data or the metadata, as a BCP 47 tag. */
export const languageKind = {
  read(property: XmlElement, reading: Reading): string | undefined {
    const found = valueElement(property);
    const given = found.attribute('codeListValue')?.trim() || found.text.trim();
    if (!given) return undefined;
    const tag = normaliseLanguage(given) ?? normaliseLanguage(found.text);
    if (!tag) {
      reading.report(
        'warning',
        'language-unknown',
        found,
        `"${given}" is not a language code.`,
        'Use a code of ISO 639-2, such as eng or fre.',
      );
    }
    return tag;
  },
  write: (tag: string, writing: Writing) => ({
    children: [
      node(writing.dialect.codeElement('LanguageCode'), [languageCode(tag)], {
        codeList: 'http://www.loc.gov/standards/iso639-2/',
        codeListValue: languageCode(tag),
      }),
    ],
  }),
};
