import { dialectOf } from '../iso/index.ts';
import { paths } from './paths.ts';

/** Codelists that the schemas of 2007 don't keep in gmd. */
const prefixes: Readonly<Record<string, string>> = { SV_CouplingType: 'srv', DCPList: 'srv' };

/** ISO 19139 as its schemas of 2007 have it. */
export const dialect = dialectOf(paths, {
  names: {
    characterString: 'gco:CharacterString',
    anchor: 'gmx:Anchor',
    freeText: 'gmd:PT_FreeText',
    textGroup: 'gmd:textGroup',
    localisedString: 'gmd:LocalisedCharacterString',
    freeTextType: 'gmd:PT_FreeText_PropertyType',
    url: 'gmd:URL',
    mimeFileType: 'gmx:MimeFileType',
    periodDuration: 'gts:TM_PeriodDuration',
  },
  codeElement: (codelist) => `${prefixes[codelist] ?? 'gmd'}:${codelist}`,
  codelistAddress: (codelist) => `http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#${codelist}`,
});
