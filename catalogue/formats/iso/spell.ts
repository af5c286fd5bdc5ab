import type { Constraints, Keyword, LanguageMap, Licence, Resource } from '../../model/index.ts';

/**
 * Says with the properties that ISO has what it has none for: licences become constraints; platforms, instruments,
 * projects and networks become keywords, taxa too; campaigns become related resources. The reverse of `derive`: what is
 * there already is not said twice.
 */
export function spell(resource: Resource): Resource {
  const { keywords, related, campaigns, constraints } = resource;
  const added: Keyword[] = [
    ...typed('platform', resource.platforms),
    ...typed('instrument', resource.instruments),
    ...typed('project', [...resource.projects, ...resource.networks]),
    ...typed(
      'taxon',
      resource.taxa.map(({ scientificName, uri }) => ({ names: { und: scientificName }, uri })),
    ),
  ];
  const told = new Set(
    [...keywords.map(({ label }) => label), ...related.map(({ titles }) => titles)].flatMap(folds),
  );
  const isNew = (names: LanguageMap) => !folds(names).some((name) => told.has(name));
  const isKeyword = ({ uri, names }: Resource['variables'][number]) =>
    keywords.some((keyword) =>
      uri ? keyword.uri === uri : folds(keyword.label).some((name) => folds(names).includes(name)),
    );
  return {
    ...resource,
    keywords: [...keywords, ...added.filter(({ label }) => isNew(label))],
    variables: resource.variables.filter(
      (variable) => variable.shortName !== undefined || !isKeyword(variable),
    ),
    related: [
      ...related,
      ...campaigns
        .filter(({ names }) => isNew(names))
        .map(({ names, identifier, uri }) => ({
          relation: 'crossReference',
          titles: names,
          initiative: 'campaign',
          ...(identifier ? { identifier } : {}),
          ...(uri ? { url: uri } : {}),
        })),
    ],
    constraints: [
      ...constraints,
      ...resource.licences.flatMap((licence) => licenceConstraint(licence, constraints)),
    ],
  };
}

const folds = (map: LanguageMap) => Object.values(map).map((text) => text.trim().toLowerCase());

const typed = (
  type: string,
  things: readonly { names: LanguageMap; uri?: string | undefined }[],
): Keyword[] => things.map(({ names, uri }) => ({ label: names, type, ...(uri ? { uri } : {}) }));

/** A licence that no constraint gives yet, by its address or its name. */
function licenceConstraint({ uri, id, title }: Licence, constraints: readonly Constraints[]): Constraints[] {
  const texts = constraints.flatMap(({ useLimitations, otherConstraints }) => [
    ...useLimitations,
    ...otherConstraints,
  ]);
  const names = [uri, id, ...Object.values(title)].filter((name) => name !== undefined);
  const isTold = texts.some(
    (text) =>
      (uri && text.uri === uri) ||
      Object.values(text.text).some((one) => names.some((name) => one.includes(name))),
  );
  if (isTold) return [];
  const [name] = names;
  const text = Object.keys(title).length > 0 ? title : name ? { und: name } : {};
  return [
    {
      kind: 'legal',
      useLimitations: [],
      accessConstraints: [],
      useConstraints: ['license'],
      otherConstraints: [{ text, ...(uri ? { uri } : {}) }],
    },
  ];
}
