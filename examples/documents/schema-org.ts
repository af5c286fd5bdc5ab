import type { Facts, Party, Text } from './facts.ts';
import type { KeywordGroup } from './vocabulary.ts';

type Json = Record<string, unknown>;

/** The schema.org Dataset of a resource, as the guide of science-on-schema.org advises. */
export function schemaOrgDataset(facts: Facts): Json {
  const { doi, licence, edition, period, frequency } = facts;
  const by = (role: Party['role']) => facts.parties.filter((party) => party.role === role).map(agent);
  return {
    '@context': { '@vocab': 'https://schema.org/' },
    '@type': 'Dataset',
    '@id': `https://data.villefranche.example.org/dataset/${facts.id}`,
    identifier: [
      facts.id,
      ...(doi === undefined
        ? []
        : [
            {
              '@type': 'PropertyValue',
              propertyID: 'https://registry.identifiers.org/registry/doi',
              value: `doi:${doi}`,
              url: `https://doi.org/${doi}`,
            },
          ]),
    ],
    name: inLanguages(facts.title),
    description: inLanguages(facts.abstract),
    url: facts.links.find(({ kind }) => kind === 'landing')?.url,
    ...(licence?.url !== undefined && {
      license: [licence.url, `https://spdx.org/licenses/${licence.spdx}`],
    }),
    ...(edition !== undefined && { version: edition }),
    datePublished: facts.published,
    dateModified: facts.updated,
    isAccessibleForFree: true,
    creator: by('author'),
    publisher: by('publisher')[0],
    maintainer: by('pointOfContact')[0],
    keywords: facts.keywords.filter(({ thesaurus }) => thesaurus?.facet !== 'parameter').flatMap(terms),
    variableMeasured: facts.keywords
      .filter(({ thesaurus }) => thesaurus?.facet === 'parameter')
      .flatMap(({ concepts }) =>
        concepts.map(({ uri, en }) => ({ '@type': 'PropertyValue', name: en, propertyID: uri })),
      ),
    ...(period && { temporalCoverage: `${period.begin}/${period.end ?? '..'}` }),
    spatialCoverage: place(facts),
    ...(frequency !== undefined && { repeatFrequency: frequency }),
    distribution: facts.links
      .filter(({ kind }) => kind !== 'landing')
      .map(({ url, name }) => ({
        '@type': 'DataDownload',
        name,
        contentUrl: url,
        ...(facts.format && { encodingFormat: facts.format.name }),
      })),
    ...(facts.funding && {
      funding: facts.funding.map(({ funder, award, title }) => ({
        '@type': 'MonetaryGrant',
        ...(award !== undefined && { identifier: award }),
        ...(title !== undefined && { name: title }),
        funder: { '@type': 'Organization', name: funder },
      })),
    }),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      name: 'Observatoire océanologique de Villefranche-sur-Mer',
      url: 'https://data.villefranche.example.org/',
    },
  };
}

function inLanguages({ en, fr }: Text): unknown {
  if (en === undefined || fr === undefined) return en ?? fr;
  return [
    { '@value': en, '@language': 'en' },
    { '@value': fr, '@language': 'fr' },
  ];
}

function agent({ person, organisation, email, ror }: Party): Json {
  const institution = {
    '@type': 'Organization',
    ...(ror !== undefined && { '@id': ror }),
    name: organisation,
    ...(email !== undefined && { email }),
  };
  if (person === undefined) return institution;
  return {
    '@type': 'Person',
    ...(person.orcid !== undefined && { '@id': `https://orcid.org/${person.orcid}` }),
    givenName: person.given,
    familyName: person.family,
    name: `${person.given} ${person.family}`,
    affiliation: institution,
  };
}

function terms({ concepts, thesaurus }: KeywordGroup): unknown[] {
  return concepts.map(({ uri, en, fr }) => {
    if (uri === undefined) return en ?? fr;
    const code = uri.replace(/\/$/, '').split(/[/=]/).at(-1);
    return {
      '@type': 'DefinedTerm',
      name: en ?? fr,
      url: uri,
      termCode: code,
      ...(thesaurus?.uri !== undefined && { inDefinedTermSet: thesaurus.uri }),
    };
  });
}

function place({ box, polygon, place, depths }: Facts): Json {
  const isPoint = box !== undefined && box[0] === box[1] && box[2] === box[3];
  const geo =
    box === undefined
      ? {
          '@type': 'GeoShape',
          polygon: polygon?.map(([longitude, latitude]) => `${latitude} ${longitude}`).join(' '),
        }
      : isPoint
        ? { '@type': 'GeoCoordinates', latitude: box[2], longitude: box[0] }
        : { '@type': 'GeoShape', box: `${box[2]} ${box[0]} ${box[3]} ${box[1]}` };
  return {
    '@type': 'Place',
    ...(place && { name: place.en ?? place.fr }),
    geo,
    ...(depths && {
      additionalProperty: {
        '@type': 'PropertyValue',
        name: 'depth',
        minValue: depths.top,
        maxValue: depths.bottom,
        unitText: 'm',
        unitCode: 'MTR',
      },
    }),
  };
}
