import { words } from '../../model/index.ts';
import type { XmlElement } from '../../xml/index.ts';

/** Collections of the NERC vocabulary server that stand behind the codelists of the SeaDataNet profile. */
const collections: Readonly<Record<string, string>> = words({
  SDN_ParameterDiscoveryCode: 'P02',
  SDN_ParameterUsageCode: 'P01',
  SDN_DeviceCategoryCode: 'L05',
  SDN_PlatformCategoryCode: 'L06',
  SDN_FormatNameCode: 'L24',
  SDN_DataCategoryCode: 'C77',
  SDN_PortCode: 'C38',
  SDN_WaterBodyCode: 'C19',
  SDN_CRSCode: 'L10',
  SDN_CountryCode: 'C32',
  SDN_PlatformCode: 'C17',
});

/** Directories of SeaDataNet whose entries have an address of their own. */
const directories: Readonly<Record<string, string>> = words({
  SDN_EDMOCode: 'https://edmo.seadatanet.org/report/',
  SDN_EDMERPCode: 'https://edmerp.seadatanet.org/report/',
  SDN_EDMEDCode: 'https://edmed.seadatanet.org/report/',
  SDN_CSRCode: 'https://csr.seadatanet.org/report/',
});

/** The address of the concept or entry that a SeaDataNet code element means (`sdn:SDN_ParameterDiscoveryCode`…). */
export function seaDataNetUri(element: XmlElement): string | undefined {
  const code = element.attribute('codeListValue')?.trim();
  if (!code) return undefined;
  const collection = collections[element.name];
  if (collection) return `http://vocab.nerc.ac.uk/collection/${collection}/current/${code}/`;
  const directory = directories[element.name];
  return directory && directory + code;
}
