import { dataCite } from '../../documents/datacite.ts';
import { dublinCore } from '../../documents/dublin-core.ts';
import type { Facts } from '../../documents/facts.ts';
import { element, elementWith, type XmlElement } from '../../documents/xml.ts';
import type { Deposit } from './records.ts';

/** The DOI of a deposit, under the prefix kept for tests. */
function doiOf(number: number): string {
  return `10.5072/halocline.${number}`;
}

/** Both formats of a deposit: unqualified Dublin Core, and DataCite 4 in the envelope of the DataCite OAI schema. */
export function depositDocuments({ number, facts }: Deposit): Record<string, XmlElement> {
  const whole: Facts = { ...facts, id: String(number), doi: doiOf(number) };
  return {
    oai_dc: dublinCore(whole),
    oai_datacite: elementWith(
      'oai_datacite',
      {
        xmlns: 'http://schema.datacite.org/oai/oai-1.1/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation':
          'http://schema.datacite.org/oai/oai-1.1/ http://schema.datacite.org/oai/oai-1.1/oai.xsd',
      },
      element('schemaVersion', '4.4'),
      element('datacentreSymbol', 'EXAMPLE.HALOCLINE'),
      element('payload', dataCite(whole)),
    ),
  };
}
