/** A taxon in a register: the register's name, the number of the taxon there, and its address. */
export type TaxonIdentifier = { authority: string; identifier: string; uri: string };

type Register = { authority: string; patterns: readonly RegExp[]; uri: (number: string) => string };

/** The first group of a pattern is the number. */
const registers: readonly Register[] = [
  {
    authority: 'WoRMS',
    patterns: [
      /^(?:https?:\/\/(?:www\.)?lsid\.info\/)?urn:lsid:marinespecies\.org:taxname:(\d+)$/i,
      /^https?:\/\/(?:www\.)?marinespecies\.org\/aphia\.php\?(?:[^#]*&)?id=(\d+)(?:[&#].*)?$/i,
      /^https?:\/\/(?:www\.)?marinespecies\.org\/rest\/AphiaRecordByAphiaID\/(\d+)$/i,
      /^(?:worms|aphia ?id)\s*[:=]\s*(\d+)$/i,
    ],
    uri: (number) => `urn:lsid:marinespecies.org:taxname:${number}`,
  },
  {
    authority: 'ITIS',
    patterns: [
      /^https?:\/\/(?:www\.)?itis\.gov\/servlet\/SingleRpt\/SingleRpt\?(?:[^#]*&)?search_value=(\d+)(?:[&#].*)?$/i,
      /^https?:\/\/(?:www\.)?itis\.gov\/[^?#]*\?(?:[^#]*&)?tsn=(\d+)(?:[&#].*)?$/i,
      /^urn:lsid:itis\.gov:itis_tsn:(\d+)$/i,
      /^(?:itis|(?:itis )?tsn)\s*[:=]\s*(\d+)$/i,
    ],
    uri: (number) =>
      `https://www.itis.gov/servlet/SingleRpt/SingleRpt?search_topic=TSN&search_value=${number}`,
  },
  {
    authority: 'GBIF',
    patterns: [/^https?:\/\/(?:www\.|api\.)?gbif\.org\/(?:v1\/)?species\/(\d+)$/i],
    uri: (number) => `https://www.gbif.org/species/${number}`,
  },
  {
    authority: 'NCBI',
    patterns: [
      /^https?:\/\/(?:www\.)?ncbi\.nlm\.nih\.gov\/Taxonomy\/Browser\/wwwtax\.cgi\?(?:[^#]*&)?id=(\d+)(?:[&#].*)?$/i,
      /^https?:\/\/purl\.obolibrary\.org\/obo\/NCBITaxon_(\d+)$/i,
      /^NCBI:?txid:?(\d+)$/i,
    ],
    uri: (number) => `https://www.ncbi.nlm.nih.gov/Taxonomy/Browser/wwwtax.cgi?id=${number}`,
  },
  {
    authority: 'AlgaeBase',
    patterns: [/^https?:\/\/(?:www\.)?algaebase\.org\/search\/species\/detail\/\?species_id=(\d+)$/i],
    uri: (number) => `https://www.algaebase.org/search/species/detail/?species_id=${number}`,
  },
  {
    authority: 'TAXREF',
    patterns: [/^https?:\/\/(?:taxref\.mnhn\.fr\/(?:api\/)?taxa|inpn\.mnhn\.fr\/espece\/cd_nom)\/(\d+)$/i],
    uri: (number) => `https://inpn.mnhn.fr/espece/cd_nom/${number}`,
  },
];

/**
 * Recognises a taxon by its LSID, its page in a register, or a number with the register's name before it: WoRMS
 * (AphiaID), ITIS (TSN), GBIF, NCBI, AlgaeBase, TAXREF.
 * @param text such as `urn:lsid:marinespecies.org:taxname:104464` or `TSN:81588`; a bare number names no register
 */
export function parseTaxonIdentifier(text: string): TaxonIdentifier | undefined {
  const written = text.trim();
  for (const { authority, patterns, uri } of registers) {
    for (const pattern of patterns) {
      const identifier = pattern.exec(written)?.[1];
      if (identifier !== undefined) return { authority, identifier, uri: uri(identifier) };
    }
  }
  return undefined;
}
