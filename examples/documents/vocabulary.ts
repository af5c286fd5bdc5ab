import {
  DEVICE_LABELS,
  GEMET_LABELS,
  PARAMETER_LABELS,
  PLATFORM_LABELS,
  SATELLITES,
  SCIENCE_KEYWORDS,
  SEA_LABELS,
  TAXA,
} from './vocabulary-tables.ts';

/** A concept of a vocabulary, or a mere word when it has no address. */
export type Concept = { readonly uri?: string; readonly en?: string; readonly fr?: string };

/** Codes of ISO 19115 MD_KeywordTypeCode that the centres use. */
type KeywordType = 'theme' | 'place' | 'discipline' | 'stratum' | 'temporal';

type Thesaurus = {
  readonly title: string;
  readonly uri?: string;
  readonly date: string;
  /** What a format that tells platforms, instruments and networks apart makes of it. */
  readonly facet: 'parameter' | 'device' | 'platform' | 'sea' | 'theme' | 'network' | 'subject' | 'taxon';
};

export type KeywordGroup = {
  readonly type: KeywordType;
  readonly thesaurus?: Thesaurus;
  readonly concepts: readonly Concept[];
};

const INSPIRE_LABELS = {
  of: ['Oceanographic geographical features', 'Caractéristiques géographiques océanographiques'],
  sr: ['Sea regions', 'Régions maritimes'],
  ef: ['Environmental monitoring facilities', 'Installations de suivi environnemental'],
  sd: ['Species distribution', 'Répartition des espèces'],
  hb: ['Habitats and biotopes', 'Habitats et biotopes'],
  el: ['Elevation', 'Altitude'],
  nz: ['Natural risk zones', 'Zones à risque naturel'],
  ac: ['Atmospheric conditions', 'Conditions atmosphériques'],
  tn: ['Transport networks', 'Réseaux de transport'],
} as const;

const NETWORK_THESAURUS: Thesaurus = {
  title: 'Marine observation networks',
  date: '2024-01-15',
  facet: 'network',
};

function nerc(
  collection: string,
  title: string,
  date: string,
  facet: Thesaurus['facet'],
  type: KeywordType,
  labels: Readonly<Record<string, string>>,
  codes: readonly (string | number)[],
): KeywordGroup {
  const uri = `http://vocab.nerc.ac.uk/collection/${collection}/current/`;
  return {
    type,
    thesaurus: { title, uri, date, facet },
    concepts: codes.map((code) => ({ uri: `${uri}${code}/`, en: labelOf(labels, code) })),
  };
}

function labelOf(labels: Readonly<Record<string, string>>, code: string | number): string {
  const label = labels[code];
  if (label === undefined) throw new Error(`The example vocabulary has no concept ${code}.`);
  return label;
}

/** SeaDataNet discovery parameters, by P02 code. */
export function parameters(...codes: (keyof typeof PARAMETER_LABELS)[]): KeywordGroup {
  const title = 'SeaDataNet Parameter Discovery Vocabulary';
  return nerc('P02', title, '2024-12-10', 'parameter', 'theme', PARAMETER_LABELS, codes);
}

/** SeaDataNet device categories, by L05 code. */
export function devices(...codes: `${keyof typeof DEVICE_LABELS}`[]): KeywordGroup {
  const title = 'SeaDataNet device categories';
  return nerc('L05', title, '2024-12-10', 'device', 'theme', DEVICE_LABELS, codes);
}

/** SeaVoX platform categories, by L06 code. */
export function platforms(...codes: `${keyof typeof PLATFORM_LABELS}`[]): KeywordGroup {
  return nerc('L06', 'SeaVoX Platform Categories', '2024-12-10', 'platform', 'theme', PLATFORM_LABELS, codes);
}

/** Seas of the SeaVoX gazetteer, by C19 code. */
export function seas(...codes: `${keyof typeof SEA_LABELS}`[]): KeywordGroup {
  const title = 'SeaVoX salt and fresh water body gazetteer';
  return nerc('C19', title, '2024-12-10', 'sea', 'place', SEA_LABELS, codes);
}

/** GCMD science keywords, by their last word. */
export function science(...names: (keyof typeof SCIENCE_KEYWORDS)[]): KeywordGroup {
  return {
    type: 'theme',
    thesaurus: {
      title: 'NASA/Global Change Master Directory (GCMD) Earth Science Keywords, version 23.6',
      uri: 'https://gcmd.earthdata.nasa.gov/kms/concepts/concept_scheme/sciencekeywords',
      date: '2026-03-19',
      facet: 'parameter',
    },
    concepts: names.map((name) => {
      const [path, uuid] = SCIENCE_KEYWORDS[name];
      return { uri: `https://gcmd.earthdata.nasa.gov/kms/concept/${uuid}`, en: path };
    }),
  };
}

/** Satellites of the GCMD platform list, by short name. */
export function satellites(...names: (keyof typeof SATELLITES)[]): KeywordGroup {
  return {
    type: 'theme',
    thesaurus: {
      title: 'NASA/Global Change Master Directory (GCMD) Platforms, version 23.6',
      uri: 'https://gcmd.earthdata.nasa.gov/kms/concepts/concept_scheme/platforms',
      date: '2026-03-19',
      facet: 'platform',
    },
    concepts: names.map((name) => ({
      uri: `https://gcmd.earthdata.nasa.gov/kms/concept/${SATELLITES[name]}`,
      en: name,
    })),
  };
}

/** GEMET concepts, by number. */
export function gemet(...numbers: (keyof typeof GEMET_LABELS)[]): KeywordGroup {
  return {
    type: 'theme',
    thesaurus: {
      title: 'GEMET - Concepts, version 4.1.2',
      uri: 'http://www.eionet.europa.eu/gemet/gemetThesaurus',
      date: '2018-08-16',
      facet: 'subject',
    },
    concepts: numbers.map((number) => {
      const [en, fr] = GEMET_LABELS[number];
      return { uri: `http://www.eionet.europa.eu/gemet/concept/${number}`, en, fr };
    }),
  };
}

/** INSPIRE themes, by their two letters. */
export function inspire(...codes: (keyof typeof INSPIRE_LABELS)[]): KeywordGroup {
  return {
    type: 'theme',
    thesaurus: {
      title: 'GEMET - INSPIRE themes, version 1.0',
      uri: 'http://inspire.ec.europa.eu/theme',
      date: '2008-06-01',
      facet: 'theme',
    },
    concepts: codes.map((code) => {
      const [en, fr] = INSPIRE_LABELS[code];
      return { uri: `http://inspire.ec.europa.eu/theme/${code}`, en, fr };
    }),
  };
}

/** Observation networks, by their names, which are the same in all languages. */
export function networks(...names: string[]): KeywordGroup {
  return {
    type: 'theme',
    thesaurus: NETWORK_THESAURUS,
    concepts: names.map((name) => ({ en: name, fr: name })),
  };
}

/** Taxa of the World Register of Marine Species, by name. */
export function taxa(...names: (keyof typeof TAXA)[]): KeywordGroup {
  return {
    type: 'theme',
    thesaurus: {
      title: 'World Register of Marine Species (WoRMS)',
      uri: 'https://www.marinespecies.org/',
      date: '2024-01-01',
      facet: 'taxon',
    },
    concepts: names.map((name) => ({
      uri: `https://www.marinespecies.org/aphia.php?p=taxdetails&id=${TAXA[name]}`,
      en: name,
      fr: name,
    })),
  };
}

/** Words of no vocabulary, each in English, French or both. */
export function free(...concepts: Concept[]): KeywordGroup {
  return { type: 'theme', concepts };
}

/** Names of places of no vocabulary. */
export function places(...concepts: Concept[]): KeywordGroup {
  return { type: 'place', concepts };
}
