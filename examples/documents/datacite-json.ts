import { creators } from './datacite.ts';
import type { Facts } from './facts.ts';

/** The DataCite JSON of a resource with a DOI, as content negotiation at doi.org gives it. */
export function dataCiteJson(facts: Facts): Record<string, unknown> {
  const doi = facts.doi ?? '';
  const { title, abstract, licence, edition, box, place, period, related, funding } = facts;
  return {
    id: `https://doi.org/${doi}`,
    doi: doi.toUpperCase(),
    url: facts.links.find(({ kind }) => kind === 'landing')?.url,
    types: { resourceTypeGeneral: 'Dataset', resourceType: 'Dataset', schemaOrg: 'Dataset' },
    creators: creators(facts).map(({ person, organisation }) =>
      person === undefined
        ? { name: organisation, nameType: 'Organizational', affiliation: [], nameIdentifiers: [] }
        : {
            name: `${person.family}, ${person.given}`,
            nameType: 'Personal',
            givenName: person.given,
            familyName: person.family,
            affiliation: [{ name: organisation }],
            nameIdentifiers:
              person.orcid === undefined
                ? []
                : [
                    {
                      nameIdentifier: `https://orcid.org/${person.orcid}`,
                      nameIdentifierScheme: 'ORCID',
                      schemeUri: 'https://orcid.org',
                    },
                  ],
          },
    ),
    titles: [
      ...(title.en === undefined ? [] : [{ title: title.en, lang: 'en' }]),
      ...(title.fr === undefined ? [] : [{ title: title.fr, lang: 'fr', titleType: 'TranslatedTitle' }]),
    ],
    publisher: facts.parties.find(({ role }) => role === 'publisher')?.organisation,
    container: {},
    subjects: facts.keywords.flatMap(({ concepts, thesaurus }) =>
      concepts.map(({ uri, en, fr }) => ({
        subject: en ?? fr,
        ...(thesaurus && { subjectScheme: thesaurus.title }),
        ...(uri !== undefined && { valueUri: uri }),
      })),
    ),
    contributors: [],
    dates: [
      { date: facts.published, dateType: 'Issued' },
      ...(period ? [{ date: `${period.begin}/${period.end ?? ''}`, dateType: 'Collected' }] : []),
      { date: facts.updated, dateType: 'Updated' },
    ],
    publicationYear: Number((facts.published ?? facts.updated).slice(0, 4)),
    language: abstract.en === undefined ? 'fr' : 'en',
    formats: facts.format ? [facts.format.name] : [],
    ...(edition !== undefined && { version: edition }),
    rightsList: licence
      ? [{ rights: licence.name.en, rightsUri: licence.url, rightsIdentifier: licence.spdx?.toLowerCase() }]
      : [],
    descriptions: [
      ...(abstract.en === undefined
        ? []
        : [{ description: abstract.en, descriptionType: 'Abstract', lang: 'en' }]),
      ...(abstract.fr === undefined
        ? []
        : [{ description: abstract.fr, descriptionType: 'Abstract', lang: 'fr' }]),
    ],
    geoLocations: [
      {
        ...(place && { geoLocationPlace: place.en ?? place.fr }),
        ...(box && {
          geoLocationBox: {
            westBoundLongitude: box[0],
            eastBoundLongitude: box[1],
            southBoundLatitude: box[2],
            northBoundLatitude: box[3],
          },
        }),
      },
    ],
    relatedIdentifiers: (related ?? []).map(({ relation, type, identifier }) => ({
      relatedIdentifier: identifier,
      relatedIdentifierType: type,
      relationType: relation,
    })),
    fundingReferences: (funding ?? []).map(({ funder, award, title: awardTitle }) => ({
      funderName: funder,
      ...(award !== undefined && { awardNumber: award }),
      ...(awardTitle !== undefined && { awardTitle }),
    })),
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  };
}
