import { describe, expect, it } from 'vitest';
import { parseTaxonIdentifier } from './taxon-identifier.ts';

describe('parseTaxonIdentifier', () => {
  it.each([
    ['urn:lsid:marinespecies.org:taxname:104464', 'WoRMS', '104464'],
    ['http://www.lsid.info/urn:lsid:marinespecies.org:taxname:104464', 'WoRMS', '104464'],
    ['https://www.marinespecies.org/aphia.php?p=taxdetails&id=126436', 'WoRMS', '126436'],
    ['http://marinespecies.org/aphia.php?id=126436&p=taxdetails', 'WoRMS', '126436'],
    ['https://www.marinespecies.org/rest/AphiaRecordByAphiaID/126436', 'WoRMS', '126436'],
    ['WoRMS:126436', 'WoRMS', '126436'],
    ['AphiaID: 126436', 'WoRMS', '126436'],
    ['https://www.itis.gov/servlet/SingleRpt/SingleRpt?search_topic=TSN&search_value=81588', 'ITIS', '81588'],
    ['https://www.itis.gov/#/hub/?tsn=81588', undefined, undefined],
    ['urn:lsid:itis.gov:itis_tsn:81588', 'ITIS', '81588'],
    ['TSN:81588', 'ITIS', '81588'],
    ['https://www.gbif.org/species/2435098', 'GBIF', '2435098'],
    ['http://purl.obolibrary.org/obo/NCBITaxon_7742', 'NCBI', '7742'],
    ['https://inpn.mnhn.fr/espece/cd_nom/60878', 'TAXREF', '60878'],
    ['126436', undefined, undefined],
    ['https://www.marinespecies.org/aphia.php?p=sourcedetails', undefined, undefined],
    ['https://example.org/?id=126436', undefined, undefined],
  ])('%s', (text, authority, identifier) => {
    const found = parseTaxonIdentifier(` ${text} `);
    expect([found?.authority, found?.identifier]).toEqual([authority, identifier]);
  });

  it('gives the address by which the register itself names the taxon', () => {
    expect(parseTaxonIdentifier('https://www.marinespecies.org/aphia.php?p=taxdetails&id=104464')?.uri).toBe(
      'urn:lsid:marinespecies.org:taxname:104464',
    );
  });
});
