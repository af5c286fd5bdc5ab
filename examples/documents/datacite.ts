import type { Facts, Party } from './facts.ts';
import { element, elementWith, type XmlChild, type XmlElement } from './xml.ts';

/** The DataCite 4 document of a resource with a DOI, in the order that the repository writes it. */
export function dataCite(facts: Facts, schemaVersion = '4.4'): XmlElement {
  const publisher = facts.parties.find(({ role }) => role === 'publisher')?.organisation ?? '(:unav)';
  return elementWith(
    'resource',
    {
      xmlns: 'http://datacite.org/schema/kernel-4',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `http://datacite.org/schema/kernel-4 http://schema.datacite.org/meta/kernel-${schemaVersion}/metadata.xsd`,
    },
    elementWith('identifier', { identifierType: 'DOI' }, facts.doi ?? '(:tba)'),
    element('creators', creators(facts).map(creator)),
    element(
      'titles',
      titled('title', facts.title.en, 'en', {}),
      titled(
        'title',
        facts.title.fr,
        'fr',
        facts.title.en === undefined ? {} : { titleType: 'TranslatedTitle' },
      ),
    ),
    element('publisher', publisher),
    element('publicationYear', (facts.published ?? facts.updated).slice(0, 4)),
    elementWith('resourceType', { resourceTypeGeneral: 'Dataset' }, 'Dataset'),
    subjects(facts),
    contributors(facts),
    dates(facts),
    element('language', facts.abstract.en === undefined ? 'fr' : 'en'),
    relatedIdentifiers(facts),
    facts.format && element('formats', element('format', facts.format.name)),
    facts.edition !== undefined && element('version', facts.edition),
    rights(facts),
    descriptions(facts),
    geoLocations(facts),
    funding(facts),
  );
}

/** The authors, else the originators, else all parties. */
export function creators(facts: Facts): readonly Party[] {
  const authors = facts.parties.filter(({ role }) => role === 'author' || role === 'principalInvestigator');
  return authors.length > 0 ? authors : facts.parties.slice(0, 1);
}

function creator(party: Party): XmlElement {
  const { person, organisation, ror } = party;
  const institution = { nameIdentifierScheme: 'ROR', schemeURI: 'https://ror.org' };
  if (person === undefined) {
    return element(
      'creator',
      elementWith('creatorName', { nameType: 'Organizational' }, organisation),
      ror !== undefined && elementWith('nameIdentifier', institution, ror),
    );
  }
  const orcid = { nameIdentifierScheme: 'ORCID', schemeURI: 'https://orcid.org' };
  const scheme = { affiliationIdentifierScheme: 'ROR', schemeURI: 'https://ror.org' };
  return element(
    'creator',
    elementWith('creatorName', { nameType: 'Personal' }, `${person.family}, ${person.given}`),
    element('givenName', person.given),
    element('familyName', person.family),
    person.orcid !== undefined && elementWith('nameIdentifier', orcid, `https://orcid.org/${person.orcid}`),
    ror === undefined
      ? element('affiliation', organisation)
      : elementWith('affiliation', { affiliationIdentifier: ror, ...scheme }, organisation),
  );
}

function titled(
  name: string,
  text: string | undefined,
  language: string,
  attributes: Record<string, string>,
): XmlChild {
  return text !== undefined && elementWith(name, { 'xml:lang': language, ...attributes }, text);
}

function subjects(facts: Facts): XmlChild {
  const subjects = facts.keywords.flatMap(({ concepts, thesaurus }) =>
    concepts.map(({ uri, en, fr }) =>
      elementWith(
        'subject',
        {
          'xml:lang': en === undefined ? 'fr' : 'en',
          ...(thesaurus && { subjectScheme: thesaurus.title }),
          ...(thesaurus?.uri !== undefined && { schemeURI: thesaurus.uri }),
          ...(uri !== undefined && { valueURI: uri }),
        },
        en ?? fr,
      ),
    ),
  );
  return subjects.length > 0 && element('subjects', subjects);
}

function contributors(facts: Facts): XmlChild {
  const contacts = facts.parties.filter(({ role }) => role === 'pointOfContact');
  if (contacts.length === 0) return undefined;
  return element(
    'contributors',
    contacts.map(({ organisation }) =>
      elementWith(
        'contributor',
        { contributorType: 'ContactPerson' },
        elementWith('contributorName', { nameType: 'Organizational' }, organisation),
      ),
    ),
  );
}

function dates({ period, published, created }: Facts): XmlChild {
  const date = (dateType: string, value: string | undefined): XmlChild =>
    value !== undefined && elementWith('date', { dateType }, value);
  const collected = period && `${period.begin}/${period.end ?? ''}`;
  return element('dates', date('Created', created), date('Issued', published), date('Collected', collected));
}

function relatedIdentifiers({ related }: Facts): XmlChild {
  if (related === undefined) return undefined;
  return element(
    'relatedIdentifiers',
    related.map(({ relation, type, identifier }) =>
      elementWith('relatedIdentifier', { relatedIdentifierType: type, relationType: relation }, identifier),
    ),
  );
}

function rights({ licence }: Facts): XmlChild {
  if (licence === undefined) return undefined;
  const name = licence.name.en ?? licence.name.fr;
  const identified = licence.spdx !== undefined && {
    rightsIdentifier: licence.spdx.toLowerCase(),
    rightsIdentifierScheme: 'SPDX',
    schemeURI: 'https://spdx.org/licenses/',
  };
  const attributes = {
    ...(licence.url !== undefined && { rightsURI: licence.url }),
    ...(identified || {}),
  };
  return element('rightsList', elementWith('rights', attributes, name));
}

function descriptions({ abstract, lineage }: Facts): XmlChild {
  return element(
    'descriptions',
    titled('description', abstract.en, 'en', { descriptionType: 'Abstract' }),
    titled('description', abstract.fr, 'fr', { descriptionType: 'Abstract' }),
    titled('description', lineage?.en, 'en', { descriptionType: 'Methods' }),
  );
}

function geoLocations({ box, polygon, place }: Facts): XmlChild {
  if (box === undefined && polygon === undefined) return undefined;
  const names = ['westBoundLongitude', 'eastBoundLongitude', 'southBoundLatitude', 'northBoundLatitude'];
  const point = ([longitude, latitude]: readonly [number, number]) =>
    element(
      'polygonPoint',
      element('pointLongitude', String(longitude)),
      element('pointLatitude', String(latitude)),
    );
  const isPoint = box !== undefined && box[0] === box[1] && box[2] === box[3];
  return element(
    'geoLocations',
    element(
      'geoLocation',
      place && element('geoLocationPlace', place.en ?? place.fr),
      isPoint &&
        element(
          'geoLocationPoint',
          element('pointLongitude', String(box[0])),
          element('pointLatitude', String(box[2])),
        ),
      box !== undefined &&
        !isPoint &&
        element(
          'geoLocationBox',
          names.map((name, index) => element(name, String(box[index]))),
        ),
      polygon && element('geoLocationPolygon', polygon.map(point)),
    ),
  );
}

function funding(facts: Facts): XmlChild {
  if (facts.funding === undefined) return undefined;
  return element(
    'fundingReferences',
    facts.funding.map(({ funder, funderId, award, title }) =>
      element(
        'fundingReference',
        element('funderName', funder),
        funderId !== undefined &&
          elementWith('funderIdentifier', { funderIdentifierType: 'Crossref Funder ID' }, funderId),
        award !== undefined && element('awardNumber', award),
        title !== undefined && element('awardTitle', title),
      ),
    ),
  );
}
