/**
 * Meaning of the alphanumeric codes of the North American profile of ISO 19115 (HNAP), whose entries carry the word
 * itself in both languages (`pointOfContact; contact`); the table serves for those that don't.
 */
const meanings: Readonly<Record<string, string>> = {
  RI_366: 'creation',
  RI_367: 'publication',
  RI_368: 'revision',
  RI_408: 'resourceProvider',
  RI_409: 'custodian',
  RI_410: 'owner',
  RI_411: 'user',
  RI_412: 'distributor',
  RI_413: 'originator',
  RI_414: 'pointOfContact',
  RI_415: 'principalInvestigator',
  RI_416: 'processor',
  RI_417: 'publisher',
  RI_418: 'author',
  RI_458: 'utf8',
  RI_525: 'place',
  RI_526: 'stratum',
  RI_527: 'temporal',
  RI_528: 'theme',
  RI_532: 'continual',
  RI_533: 'daily',
  RI_534: 'weekly',
  RI_535: 'fortnightly',
  RI_536: 'monthly',
  RI_537: 'quarterly',
  RI_538: 'biannually',
  RI_539: 'annually',
  RI_540: 'asNeeded',
  RI_541: 'irregular',
  RI_542: 'notPlanned',
  RI_543: 'unknown',
  RI_593: 'completed',
  RI_594: 'historicalArchive',
  RI_595: 'obsolete',
  RI_596: 'onGoing',
  RI_597: 'planned',
  RI_598: 'required',
  RI_599: 'underDevelopment',
  RI_606: 'license',
  RI_609: 'otherRestrictions',
  RI_622: 'dataset',
  RI_623: 'series',
  RI_624: 'nonGeographicDataset',
  RI_635: 'vector',
  RI_636: 'grid',
  RI_637: 'textTable',
  RI_638: 'tin',
};

/** The word that an `RI_nnn` code stands for: the English half of its own text, else the table's, else the code. */
export function hnapMeaning(code: string, text: string): string {
  return text.split(';')[0]?.trim() || (meanings[code] ?? code);
}
