import {
  type CatalogueRecord,
  type Keyword,
  type LanguageMap,
  type Licence,
  type NamedReference,
  parseTaxonIdentifier,
  type Resource,
  recogniseAccess,
  recogniseLicence,
  recogniseNetwork,
  remembered,
} from '../../model/index.ts';
import { hasLineage } from './tables/lineage.ts';

/**
 * Fills what ISO says only by the way: licences in constraints; platforms, instruments, projects, taxa, variables and
 * networks in keywords; campaigns and projects in associations. What was read stays as it is.
 */
export function derive({ resource }: CatalogueRecord): void {
  // The level of a quality scope alone says nothing of how the data came about.
  if (resource.lineage && !hasLineage(resource.lineage)) delete resource.lineage;
  deriveLicences(resource);
  for (const keyword of resource.keywords) deriveFromKeyword(keyword, resource);
  for (const { titles, identifier, url, initiative } of resource.related) {
    const named = { names: titles, ...(identifier ? { identifier } : {}), ...(url ? { uri: url } : {}) };
    if (Object.keys(titles).length === 0) continue;
    if (initiative === 'campaign') addOnce(resource.campaigns, named);
    if (initiative === 'project') addOnce(resource.projects, named);
  }
  for (const { names } of [...resource.projects, ...resource.campaigns]) addNetwork(names, resource);
}

function deriveLicences(resource: Resource): void {
  for (const { useLimitations, otherConstraints, references } of resource.constraints) {
    const cited = (references ?? []).map(({ titles, url }) => ({ text: titles, uri: url }));
    for (const { text, uri } of [...useLimitations, ...otherConstraints, ...cited]) {
      for (const one of [...Object.values(text), ...(Object.keys(text).length === 0 ? [''] : [])]) {
        const licence = licenceOf(one, uri);
        const right = recogniseAccess(one, uri);
        if (right) resource.accessRight ??= right;
        if (licence && !resource.licences.some(({ id }) => id === licence.id))
          resource.licences.push(licence);
      }
    }
  }
}

function licenceOf(text: string, uri: string | undefined): Licence | undefined {
  const known = knownLicence(text, uri);
  return known && { ...known, title: { ...known.title } };
}

const knownLicence = remembered(recogniseLicence);

/** Vocabularies of observed variables, by the address or the title of the thesaurus. */
const variableThesaurus =
  /\bP0[127]\b|\bCF\b.*standard|standard.?name|parameter discovery|parameter usage|essential ocean variable|\bEOV\b|(\bgcmd\b|global change master directory).*(science.?keywords|earth science)/i;
/** Kinds of keywords that say with what or where was measured, not what: never variables, whatever their thesaurus. */
const namesThings = new Set([
  'platform',
  'instrument',
  'project',
  'place',
  'taxon',
  'dataCentre',
  'temporal',
]);
const namesVariables = remembered((source) => variableThesaurus.test(source));
const standardNames = /\bP07\b|\bCF\b.*standard|standard.?names?\b/i;

function deriveFromKeyword({ label, uri, type, thesaurus }: Keyword, resource: Resource): void {
  const named: NamedReference = { names: label, ...(uri ? { uri } : {}) };
  const source = [thesaurus?.uri, thesaurus?.identifier, ...Object.values(thesaurus?.title ?? {}), uri].join(
    ' ',
  );
  if (type === 'platform' || /\/collection\/(L06|C17)\//.test(source)) addOnce(resource.platforms, named);
  if (type === 'instrument' || /\/collection\/(L05|L22)\//.test(source)) addOnce(resource.instruments, named);
  if (type === 'project' || /edmerp/i.test(source)) addOnce(resource.projects, named);
  if (type === 'taxon') addTaxon(named, resource);
  if (!namesThings.has(type ?? '') && namesVariables(source)) {
    const [name] = Object.values(label);
    addOnce(resource.variables, {
      ...named,
      ...(standardNames.test(source) && name && /^[a-z0-9_]+$/.test(name) ? { standardName: name } : {}),
    });
  }
  addNetwork(label, resource);
}

function addTaxon({ names, uri }: NamedReference, resource: Resource): void {
  const [scientificName] = Object.values(names);
  if (!scientificName || resource.taxa.some((taxon) => taxon.scientificName === scientificName)) return;
  const registered = uri === undefined ? undefined : parseTaxonIdentifier(uri);
  resource.taxa.push({ scientificName, commonNames: {}, ...registered, ...(uri ? { uri } : {}) });
}

function addNetwork(names: LanguageMap, resource: Resource): void {
  for (const name of Object.values(names)) {
    const network = recogniseNetwork(name);
    if (network) addOnce(resource.networks, network);
  }
}

/** The same name twice, as a keyword and as an association, is one thing. */
function addOnce<T extends NamedReference>(list: T[], named: T): void {
  if (list.length === 0) {
    list.push(named);
    return;
  }
  const labels = new Set(Object.values(named.names).map(fold));
  if (!list.some(({ names }) => Object.values(names).some((name) => labels.has(fold(name)))))
    list.push(named);
}

const fold = (name: string) => name.trim().toLowerCase();
