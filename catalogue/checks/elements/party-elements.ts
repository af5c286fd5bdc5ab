import type { CatalogueRecord, Responsibility } from '../../model/index.ts';
import { element, says } from './element.ts';

const creators = ['author', 'coAuthor', 'principalInvestigator', 'originator'];
const named = ({ party }: Responsibility) =>
  Boolean(party.person ?? party.familyName) || says(party.organisation);
const isPerson = ({ party }: Responsibility) => Boolean(party.person ?? party.familyName);

const withRole = ({ resource }: CatalogueRecord, roles: readonly string[]) =>
  resource.responsibilities.filter(({ role }) => roles.includes(role));

/** Who made, keeps and answers for the resource. */
export const partyElements = {
  responsibleParty: element(
    'resource.responsibilities',
    [
      'Responsible organisation',
      'Name an organisation that is responsible for the resource, with its role and e-mail address.',
    ],
    [
      'Organisation responsable',
      'Nommez une organisation responsable de la ressource, avec son rôle et son adresse électronique.',
    ],
    ({ resource }) =>
      resource.responsibilities.some(({ party }) => says(party.organisation) && party.emails.length > 0),
  ),
  contact: element(
    'resource.responsibilities',
    ['Contact for the resource', 'Give an e-mail address to which questions about the resource can be sent.'],
    [
      'Contact pour la ressource',
      'Donnez une adresse électronique à laquelle poser des questions sur la ressource.',
    ],
    ({ resource }) => resource.responsibilities.some(({ party }) => party.emails.length > 0),
  ),
  creator: element(
    'resource.responsibilities',
    [
      'Creator',
      'Name the people or organisations that made the resource (role author or principalInvestigator).',
    ],
    [
      'Créateur',
      'Nommez les personnes ou organisations qui ont produit la ressource (rôle author ou principalInvestigator).',
    ],
    (record) => withRole(record, creators).some(named),
  ),
  principalInvestigator: element(
    'resource.responsibilities',
    [
      'Principal investigator',
      'Name the scientists who answer for the measurements, with their institutes (role principalInvestigator).',
    ],
    [
      'Responsable scientifique',
      'Nommez les scientifiques qui répondent des mesures, avec leurs instituts (rôle principalInvestigator).',
    ],
    (record) => withRole(record, ['principalInvestigator', 'author']).some(isPerson),
  ),
  investigatorContact: element(
    'resource.responsibilities',
    ['E-mail address of an investigator', 'Give the e-mail address of at least one principal investigator.'],
    [
      'Adresse électronique d’un responsable scientifique',
      'Donnez l’adresse électronique d’au moins un responsable scientifique.',
    ],
    (record) =>
      withRole(record, ['principalInvestigator', 'author', 'pointOfContact']).some(
        (responsibility) => isPerson(responsibility) && responsibility.party.emails.length > 0,
      ),
  ),
  creatorIdentifier: element(
    'resource.responsibilities',
    ['ORCID of a creator', 'Add the ORCID iDs of the people who made the resource.'],
    ['ORCID d’un créateur', 'Ajoutez les identifiants ORCID des personnes qui ont produit la ressource.'],
    ({ resource }) =>
      resource.responsibilities.some(({ party }) =>
        party.identifiers.some(({ scheme }) => scheme === 'orcid'),
      ),
  ),
  organisationIdentifier: element(
    'resource.responsibilities',
    ['EDMO code or ROR of an organisation', 'Add the EDMO code or the ROR id of the organisations.'],
    ['Code EDMO ou ROR d’une organisation', 'Ajoutez le code EDMO ou l’identifiant ROR des organisations.'],
    ({ resource }) =>
      resource.responsibilities.some(({ party }) =>
        [...party.identifiers, ...party.organisationIdentifiers].some(({ scheme }) =>
          ['edmo', 'ror'].includes(scheme),
        ),
      ),
  ),
  publisher: element(
    'resource.responsibilities',
    ['Publisher', 'Name the organisation that publishes the resource (role publisher).'],
    ['Éditeur', 'Nommez l’organisation qui publie la ressource (rôle publisher).'],
    (record) => withRole(record, ['publisher']).some(named),
  ),
  dataCentre: element(
    'resource.responsibilities',
    [
      'Data centre',
      'Name the data centre that keeps and distributes the data (role custodian, distributor or publisher).',
    ],
    [
      'Centre de données',
      'Nommez le centre qui conserve et diffuse les données (rôle custodian, distributor ou publisher).',
    ],
    (record) =>
      withRole(record, ['custodian', 'distributor', 'publisher', 'resourceProvider']).some(named) ||
      record.resource.distributors.length > 0,
  ),
  originator: element(
    'resource.responsibilities',
    ['Originator', 'Name the organisation that collected the data (role originator, author or owner).'],
    [
      'Producteur des données',
      'Nommez l’organisation qui a acquis les données (rôle originator, author ou owner).',
    ],
    (record) => withRole(record, [...creators, 'owner']).some(named),
  ),
};
