import {
  type CatalogueRecord,
  type LanguageMap,
  normaliseProtocol,
  type Resource,
} from '../../../model/index.ts';

type AccessService = NonNullable<Resource['distributions'][number]['accessService']>;
type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/**
 * A record as far as DCAT tells one from another: RDF has no order and nothing twice; of some things our reader makes
 * more than was said. What a writer told as lost is left out.
 * @param told paths of the model, as writers give them
 * @param licences of the resource, as was said: a distribution's own licence is another
 */
export function comparable(
  record: CatalogueRecord,
  told: readonly string[],
  licences: Resource['licences'],
): { [path: string]: Plain } {
  // Distributors are written among the other parties.
  const losses = told.flatMap((path) => [
    path,
    path.replace('resource.distributors.responsibility', 'resource.responsibilities'),
  ]);
  const { resource, ...metadata } = record;
  const { distributors, constraints, ...rest } = resource;
  const fields: Record<string, unknown> = {
    ...metadata,
    // The main language is none of the others; without a main one, the others can't be told from it.
    otherLanguages: metadata.otherLanguages.filter((tag) => tag !== metadata.language),
    dataSetUri: undefined,
  };
  const own: { [K in keyof Resource]?: unknown } = {
    ...rest,
    // Nothing in RDF tells which alternative titles translate each other.
    alternateTitles: resource.alternateTitles.flatMap((title) => Object.entries(title)),
    responsibilities: [
      ...resource.responsibilities,
      ...distributors.map(({ responsibility }) => responsibility),
    ],
    keywords: resource.keywords.flatMap(words),
    related: resource.related.map((related) => ({
      ...related,
      identifier: related.identifier ?? related.url,
      identifierType: undefined,
    })),
    networks: undefined,
    languages: resource.languages,
    quality: resource.quality.map(({ names, ...report }) => ({
      ...report,
      names: names.flatMap((name) => Object.entries(name)),
    })),
    distributions: resource.distributions.map(
      ({ checksum, licence, function: use, accessService, ...distribution }) => ({
        ...distribution,
        accessService: accessService && ownTitles(accessService, distribution.names),
        // A page informs and a download downloads, whether or not that was said; so does the resource's licence hold.
        function: use === 'information' || use === 'download' ? undefined : use,
        licence: licences.some(({ uri }) => uri === licence) ? undefined : licence,
        // A protocol that the address tells by itself is read where it was not told.
        protocol:
          normaliseProtocol(undefined, distribution.url).protocol === distribution.protocol
            ? undefined
            : distribution.protocol,
        // Where only the protocol is known, its name is what is given.
        protocolAsGiven:
          distribution.protocolAsGiven === distribution.protocol ? undefined : distribution.protocolAsGiven,
        checksum: checksum && {
          ...checksum,
          algorithm: checksum.algorithm.toLowerCase().replace(/[^a-z0-9]/g, ''),
        },
      }),
    ),
    spatialResolutions: resource.spatialResolutions.map(({ distance, ...resolution }) => ({
      ...resolution,
      distance:
        distance?.unit === 'km'
          ? { value: Number((distance.value * 1000).toPrecision(12)), unit: 'm' }
          : distance,
    })),
    service: resource.type === 'service' &&
      resource.service && { ...resource.service, endpointUrls: undefined },
  };
  for (const [field, value] of Object.entries(own)) fields[`resource.${field}`] = value;
  fields['endpoints'] = resource.type === 'service' ? resource.service?.endpointUrls : undefined;
  fields['rights'] = constraints.flatMap(({ useLimitations, otherConstraints }) => [
    ...useLimitations,
    ...otherConstraints,
  ]);
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([path]) => !losses.includes(path))
      .map(([path, value]) => [path, canonical(parties(without(included(value), path, losses)))]),
  );
}

/** A service that is called as the distribution has no name of its own. */
function ownTitles({ titles, ...service }: AccessService, names: LanguageMap): AccessService {
  const isOwn = Object.entries(titles ?? {}).some(([language, title]) => names[language] !== title);
  return { ...service, ...(titles && isOwn ? { titles } : {}) };
}

/** Keywords by word and language, unless they are terms of a vocabulary. */
function words({ type, ...keyword }: Resource['keywords'][number]): unknown[] {
  const isTerm = keyword.uri !== undefined || keyword.thesaurus !== undefined || keyword.code !== undefined;
  if (isTerm) return [{ ...keyword, type: type === 'theme' ? undefined : type }];
  return Object.entries(keyword.label);
}

function without(value: unknown, path: string, losses: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((member) => without(member, path, losses));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => !losses.includes(`${path}.${field}`))
      .map(([field, content]) => [field, without(content, `${path}.${field}`, losses)]),
  );
}

/** Lists as sorted sets, keys sorted, nothing that says nothing. */
function canonical(value: unknown): Plain {
  if (Array.isArray(value)) {
    const members = new Map(
      value
        .filter((member) => !isNothing(member))
        .map(canonical)
        .filter((member) => !isNothing(member))
        .map((member) => [JSON.stringify(member), member]),
    );
    return [...members].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, member]) => member);
  }
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, content]) => !(key === 'uri' && isImplied(content)))
        .map(([key, content]): [string, Plain] => [key, canonical(content)])
        .filter(([, content]) => !isNothing(content))
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Addresses that the writer knows for a code or a name. */
function isImplied(uri: unknown): boolean {
  return /^http:\/\/(www\.opengis\.net\/def\/crs\/EPSG\/0|publications\.europa\.eu\/resource\/authority\/file-type)\//.test(
    String(uri),
  );
}

/** Of an organisation, its own identifiers and those of "the organisation" are the same. */
function parties(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(parties);
  if (typeof value !== 'object' || value === null) return value;
  const fields: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([key, content]) => [key, parties(content)]),
  );
  const { identifiers, organisationIdentifiers, ...rest } = fields;
  if (!Array.isArray(identifiers) || !Array.isArray(organisationIdentifiers) || rest['person'] !== undefined)
    return fields;
  return { ...rest, identifiers: [...identifiers, ...organisationIdentifiers] };
}

/** What an extent excludes is told as lost. */
function included(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((member) => !isExcluded(member)).map(included);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, included(content)]));
}

function isExcluded(member: unknown): boolean {
  return typeof member === 'object' && member !== null && 'inclusive' in member && member.inclusive === false;
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

/** What a document always tells, of the record in our catalogue where the source told nothing. */
const alwaysTold = new Set([
  'metadataIdentifier',
  'datestamp',
  'language',
  'standardName',
  'resource.service',
  'endpoints',
]);
/** Of what a service answers at, the reader makes links, and of links the writer makes endpoints. */
const mayGrow = new Set(['resource.distributions', 'resource.licences', 'resource.conformsTo', 'endpoints']);

/** Paths that differ, with what was said and what was read; of lists, the members that only one side has. */
export function differences(
  said: { [path: string]: Plain },
  read: { [path: string]: Plain },
): { path: string; said: Plain; read: Plain }[] {
  return Object.keys({ ...said, ...read }).flatMap((path) => {
    const [one = [], other = []] = [said[path], read[path]];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    if (alwaysTold.has(path) && isNothing(one)) return [];
    if (!Array.isArray(one) || !Array.isArray(other))
      return isNothing(one) && isNothing(other) ? [] : [{ path, said: one, read: other }];
    // Of these, only what was said and is not read is a fault.
    const grown = mayGrow.has(path);
    const keys = (list: Plain[]) => new Set(list.map((member) => JSON.stringify(member)));
    const [saidKeys, readKeys] = [keys(one), keys(other)];
    const lost = one.filter((member) => !readKeys.has(JSON.stringify(member)));
    const more = other.filter((member) => !saidKeys.has(JSON.stringify(member)));
    return grown && lost.length === 0 ? [] : [{ path, said: lost, read: more }];
  });
}
