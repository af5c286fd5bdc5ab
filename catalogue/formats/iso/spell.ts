import {
  type Constraints,
  emptyRecord,
  type Keyword,
  type LanguageMap,
  type Licence,
  type Resource,
} from '../../model/index.ts';
import { derive } from './derive.ts';

/**
 * Says with the properties that ISO has what it has none for: licences become constraints; projects, networks and taxa
 * become keywords. The reverse of `derive`: what a reader would derive from the rest is not said twice, so platforms,
 * instruments and campaigns are left only where they tell more than their keyword or association does.
 */
export function spell(resource: Resource): Resource {
  const { keywords, constraints, projects, campaigns, platforms, instruments, networks, licences } = resource;
  if (!hasDerived(resource)) return resource;
  const derived = derivedFrom(resource);
  const taxa = resource.taxa.map(({ scientificName, uri }) => ({ names: { und: scientificName }, uri }));
  const knownTaxa = derived.taxa.map(({ scientificName }) => ({ names: { und: scientificName } }));
  const known = isNewTo(derived.campaigns);
  // What campaigns and projects are called may tell a network as well.
  const named = networks.length > 0 ? derivedFrom({ ...resource, projects, campaigns }, true).networks : [];
  return {
    ...resource,
    platforms: platforms.filter(tellsMoreThan(derived.platforms)),
    instruments: instruments.filter(tellsMoreThan(derived.instruments)),
    campaigns: campaigns.filter((one) => known(one) || one.status !== undefined || one.type !== undefined),
    keywords: [
      ...keywords,
      ...projects.filter(isNewTo(derived.projects)).map(keywordOf('project')),
      ...networks.filter(isNewTo(named)).map(keywordOf()),
      ...taxa.filter(isNewTo(knownTaxa)).map(keywordOf('taxon')),
    ],
    variables: resource.variables.filter(
      (variable) => tellsOfData(variable) || isNewTo(derived.variables)(variable),
    ),
    constraints: [
      ...constraints,
      ...licences
        .filter(({ id, uri }) => !derived.licences.some((one) => one.id === id && (id || one.uri === uri)))
        .map(constraintOf),
    ],
  };
}

function hasDerived(resource: Resource): boolean {
  const { platforms, instruments, campaigns, projects, networks, taxa, variables, licences } = resource;
  return [platforms, instruments, campaigns, projects, networks, taxa, variables, licences].some(
    (list) => list.length > 0,
  );
}

/** What a reader would derive from keywords, associations and constraints, and from names of its own if told. */
function derivedFrom(told: Resource, withNames = false): Resource {
  const record = emptyRecord();
  const { keywords, related, constraints } = told;
  Object.assign(record.resource, { keywords, related, constraints });
  if (withNames) {
    record.resource.projects = [...told.projects];
    record.resource.campaigns = [...told.campaigns];
  }
  derive(record);
  return record.resource;
}

/** Whether a variable is described as part of a file, not only named. */
const tellsOfData = ({ names: _, uri: __, standardName: ___, ...more }: Resource['variables'][number]) =>
  Object.values(more).some((value) => value !== undefined);

type Named = { names: LanguageMap; uri?: string | undefined };

function tellsMoreThan(known: readonly Named[]) {
  const isNew = isNewTo(known);
  return ({ names, uri, ...more }: Named) =>
    isNew({ names }) || Object.values(more).some((value) => value !== undefined);
}

function isNewTo(known: readonly { names: LanguageMap }[]) {
  const told = new Set(known.flatMap(({ names }) => folded(names)));
  return ({ names }: { names: LanguageMap }) => !folded(names).some((name) => told.has(name));
}

const folded = (names: LanguageMap) => Object.values(names).map((name) => name.trim().toLowerCase());

const keywordOf =
  (type?: string) =>
  ({ names, uri }: Named): Keyword => ({
    label: names,
    ...(type ? { type } : {}),
    ...(uri ? { uri } : {}),
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
