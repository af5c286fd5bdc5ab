import { dialectOf } from '../iso/index.ts';
import { paths } from './paths.ts';

/** ISO 19115-3. It is read only: a writer needs the element of each codelist's package and an order for `class`. */
export const dialect = dialectOf(paths, {
  namespaces: {},
  enumerations: {},
  names: {
    characterString: 'gco:CharacterString',
    anchor: 'gcx:Anchor',
    freeText: 'lan:PT_FreeText',
    textGroup: 'lan:textGroup',
    localisedString: 'lan:LocalisedCharacterString',
    freeTextType: 'lan:PT_FreeText_PropertyType',
    url: 'gco:CharacterString',
    mimeFileType: 'gcx:MimeFileType',
    periodDuration: 'gco:TM_PeriodDuration',
  },
  codeElement: (codelist) => `mcc:${codelist}`,
  codelistAddress: (codelist) =>
    `http://standards.iso.org/iso/19115/resources/Codelists/cat/codelists.xml#${codelist}`,
});
