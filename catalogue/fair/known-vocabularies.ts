/** Vocabularies that the marine and earth sciences share, by the start of their concepts' addresses (without scheme). */
export const knownVocabularies: readonly { name: string; addresses: RegExp }[] = [
  { name: 'NERC', addresses: /^vocab\.nerc\.ac\.uk\// },
  { name: 'SeaDataNet', addresses: /^(www\.)?seadatanet\.org\/urnurl\/|^edmo\.seadatanet\.org\// },
  { name: 'GEMET', addresses: /^www\.eionet\.europa\.eu\/gemet\// },
  { name: 'INSPIRE', addresses: /^inspire\.ec\.europa\.eu\/(theme|codelist|metadata-codelist|glossary)/ },
  { name: 'GCMD', addresses: /^gcmd(services)?\.(earthdata\.nasa\.gov|gsfc\.nasa\.gov)\// },
  { name: 'CF', addresses: /^(mmisw\.org\/ont\/cf|cfconventions\.org\/)/ },
  {
    name: 'WoRMS',
    addresses: /^(www\.)?marinespecies\.org\/aphia|^marineregions\.org\/mrgid|^marinespecies\.org/,
  },
  { name: 'EU Vocabularies', addresses: /^publications\.europa\.eu\/resource\/authority\// },
  { name: 'AGROVOC', addresses: /^aims\.fao\.org\/aos\/agrovoc/ },
  { name: 'ENVO', addresses: /^purl\.obolibrary\.org\/obo\// },
  { name: 'QUDT', addresses: /^qudt\.org\/vocab\// },
  { name: 'GeoNames', addresses: /^(sws|www)\.geonames\.org\// },
  { name: 'COAR', addresses: /^purl\.org\/coar\// },
];

/** The vocabulary that an address is a concept of. */
export function vocabularyOf(uri: string): string | undefined {
  const path = uri.replace(/^https?:\/\//, '');
  return knownVocabularies.find(({ addresses }) => addresses.test(path))?.name;
}
