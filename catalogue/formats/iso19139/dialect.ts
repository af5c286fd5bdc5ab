import { dialectOf } from '../iso/index.ts';
import { paths } from './paths.ts';

/** Codelists that the schemas of 2007 don't keep in gmd. */
const prefixes: Readonly<Record<string, string>> = {
  SV_CouplingType: 'srv',
  DCPList: 'srv',
  SV_ParameterDirection: 'srv',
  MI_OperationTypeCode: 'gmi',
};

/** ISO 19139 as its schemas of 2007 have it. */
export const dialect = dialectOf(paths, {
  namespaces: {
    gmd: 'http://www.isotc211.org/2005/gmd',
    gco: 'http://www.isotc211.org/2005/gco',
    gmi: 'http://www.isotc211.org/2005/gmi',
    gmx: 'http://www.isotc211.org/2005/gmx',
    gts: 'http://www.isotc211.org/2005/gts',
    srv: 'http://www.isotc211.org/2005/srv',
    gml: 'http://www.opengis.net/gml/3.2',
    xlink: 'http://www.w3.org/1999/xlink',
    xs: 'http://www.w3.org/2001/XMLSchema',
    xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  },
  names: {
    characterString: 'gco:CharacterString',
    anchor: 'gmx:Anchor',
    freeText: 'gmd:PT_FreeText',
    textGroup: 'gmd:textGroup',
    localisedString: 'gmd:LocalisedCharacterString',
    freeTextType: 'gmd:PT_FreeText_PropertyType',
    url: 'gmd:URL',
    mimeFileType: 'gmx:MimeFileType',
    genericName: 'gco:LocalName',
    country: 'Country',
    periodDuration: 'gts:TM_PeriodDuration',
  },
  enumerations: {
    MD_TopicCategoryCode: [
      'farming',
      'biota',
      'boundaries',
      'climatologyMeteorologyAtmosphere',
      'economy',
      'elevation',
      'environment',
      'geoscientificInformation',
      'health',
      'imageryBaseMapsEarthCover',
      'intelligenceMilitary',
      'inlandWaters',
      'location',
      'oceans',
      'planningCadastre',
      'society',
      'structure',
      'transportation',
      'utilitiesCommunication',
    ],
    MD_PixelOrientationCode: ['center', 'lowerLeft', 'lowerRight', 'upperRight', 'upperLeft'],
  },
  codeElement: (codelist) => `${prefixes[codelist] ?? 'gmd'}:${codelist}`,
  codelistAddress: (codelist) => `http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#${codelist}`,
});
