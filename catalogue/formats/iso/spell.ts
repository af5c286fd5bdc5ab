import {
  type Constraints,
  emptyRecord,
  type Keyword,
  type LanguageMap,
  type Licence,
  type NamedReference,
  type RelatedResource,
  type Resource,
} from '../../model/index.ts';
import { derive } from './derive.ts';

/**
 * Says with the properties that ISO has what it has none for: licences become constraints; platforms, instruments,
 * projects, networks and taxa become keywords; campaigns become related resources. The reverse of `derive`: what a reader
 * would derive from the rest is not said twice.
 */
export function spell(resource: Resource): Resource {
  const { keywords, related, constraints, projects, campaigns } = resource;
  const derived = derivedFrom({ keywords, related, constraints });
  const taxa = resource.taxa.map(({ scientificName, uri }) => ({ names: { und: scientificName }, uri }));
  const knownTaxa = derived.taxa.map(({ scientificName }) => ({ names: { und: scientificName } }));
  const withProjects = derivedFrom({ keywords, related, constraints, projects, campaigns });
  return {
    ...resource,
    keywords: [
      ...keywords,
      ...resource.platforms.filter(isNewTo(derived.platforms)).map(keywordOf('platform')),
      ...resource.instruments.filter(isNewTo(derived.instruments)).map(keywordOf('instrument')),
      ...projects.filter(isNewTo(derived.projects)).map(keywordOf('project')),
      ...resource.networks.filter(isNewTo(withProjects.networks)).map(keywordOf()),
      ...taxa.filter(isNewTo(knownTaxa)).map(keywordOf('taxon')),
    ],
    variables: resource.variables.filter(
      (variable) => variable.shortName !== undefined || isNewTo(derived.variables)(variable),
    ),
    related: [...related, ...campaigns.filter(isNewTo(derived.campaigns)).map(campaignOf)],
    constraints: [
      ...constraints,
      ...resource.licences
        .filter(
          ({ id, uri }) => !derived.licences.some((known) => known.id === id && (id || known.uri === uri)),
        )
        .map(constraintOf),
    ],
  };
}

function derivedFrom(told: Partial<Resource>): Resource {
  const record = emptyRecord();
  const copies = structuredClone(told);
  Object.assign(record.resource, copies);
  derive(record);
  return record.resource;
}

function isNewTo(known: readonly { names: LanguageMap }[]) {
  const told = new Set(known.flatMap(({ names }) => folded(names)));
  return ({ names }: { names: LanguageMap }) => !folded(names).some((name) => told.has(name));
}

const folded = (names: LanguageMap) => Object.values(names).map((name) => name.trim().toLowerCase());

const keywordOf =
  (type?: string) =>
  ({ names, uri }: { names: LanguageMap; uri?: string | undefined }): Keyword => ({
    label: names,
    ...(type ? { type } : {}),
    ...(uri ? { uri } : {}),
  });

const campaignOf = ({ names, identifier, uri }: NamedReference): RelatedResource => ({
  relation: 'crossReference',
  titles: names,
  initiative: 'campaign',
  ...(identifier ? { identifier } : {}),
  ...(uri ? { url: uri } : {}),
});

function constraintOf({ uri, id, title }: Licence): Constraints {
  const name = id ?? uri;
  const text = Object.keys(title).length > 0 ? title : name ? { und: name } : {};
  return {
    kind: 'legal',
    useLimitations: [],
    accessConstraints: [],
    useConstraints: ['license'],
    otherConstraints: [{ text, ...(uri ? { uri } : {}) }],
  };
}
