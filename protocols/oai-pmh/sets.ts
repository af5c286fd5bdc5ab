import { resourceTypeNames, topicCategories } from '#catalogue/model';
import type { StoredRecord } from '#ledger';

/** A set as ListSets tells it. */
export type OaiSet = { spec: string; name: string };

/** What a set means to the log. */
export type SetSelection = {
  sourceId?: string;
  resourceTypes?: readonly string[];
  /** What the log can't choose by itself. */
  contains?: (record: StoredRecord) => boolean;
};

/** A source as sets know it; a theme has the end of its address as `slug`. */
export type SetSource = { id: string; name: string; themes?: readonly { slug: string; name: string }[] };

/** The sets of a repository; the server gives them. */
export type Sets = {
  /** Every set, parents before children (a set `a:b` needs `a`). */
  list(): Promise<OaiSet[]>;
  /** @returns what the set selects, `null` when there is no such set */
  select(spec: string): Promise<SetSelection | null>;
  /** Sets of a record, the most specific ones only: `a:b` implies `a` (OAI-PMH 2.0, section 2.6). */
  of(record: StoredRecord): Promise<string[]>;
};

/**
 * The sets of a catalogue: one per source (`source:<id>`), kind of resource (`type:<type>`) and ISO topic category
 * (`theme:<topic>`), and one per theme that sources belong to (`theme:<slug>`).
 * @param sources ids, which are slugs, names, and themes of the sources
 */
export function catalogueSets(sources: () => Promise<readonly SetSource[]>): Sets {
  const themes = async () => themesOf(await sources());
  const types = resourceTypeNames.map(({ value, label }) => ({ value, name: label['en'] ?? value }));
  const topics = topicCategories.map(({ value, label }) => ({ value, name: label['en'] ?? value }));
  return {
    async list() {
      return [
        { spec: 'source', name: 'By source' },
        ...(await sources()).map(({ id, name }) => ({ spec: `source:${id}`, name })),
        { spec: 'type', name: 'By kind of resource' },
        ...types.map(({ value, name }) => ({ spec: `type:${value}`, name })),
        { spec: 'theme', name: 'By topic' },
        ...topics.map(({ value, name }) => ({ spec: `theme:${value}`, name })),
        ...[...(await themes()).values()]
          .filter(({ slug }) => !isTopic(slug))
          .map(({ slug, name }) => ({ spec: `theme:${slug}`, name })),
      ];
    },
    async select(spec) {
      const [kind, ...rest] = spec.split(':');
      const value = rest.join(':');
      switch (kind) {
        case 'source':
          if (!value) return {};
          return (await sources()).some(({ id }) => id === value) ? { sourceId: value } : null;
        case 'type':
          if (!value) return {};
          return types.some((type) => type.value === value) ? { resourceTypes: [value] } : null;
        case 'theme':
          return selectTheme(value, await themes());
        default:
          return null;
      }
    },
    async of({ sourceId, record }) {
      const specs = [`source:${sourceId}`, `type:${record.resource.type}`];
      const slugs = [...(await themes()).values()].filter((theme) => theme.sourceIds.has(sourceId));
      for (const topic of new Set([
        ...record.resource.topicCategories.filter(isTopic),
        ...slugs.map(({ slug }) => slug),
      ]))
        specs.push(`theme:${topic}`);
      return specs;
    },
  };
}

type Theme = { slug: string; name: string; sourceIds: Set<string> };

function themesOf(sources: readonly SetSource[]): Map<string, Theme> {
  const found = new Map<string, Theme>();
  for (const { id, themes = [] } of sources)
    for (const { slug, name } of themes) {
      const theme = found.get(slug) ?? { slug, name, sourceIds: new Set() };
      theme.sourceIds.add(id);
      found.set(slug, theme);
    }
  return found;
}

const isTopic = (name: string): boolean => topicCategories.some(({ value }) => value === name);

/** @param value '' for every theme */
function selectTheme(value: string, themes: ReadonlyMap<string, Theme>): SetSelection | null {
  const of = value === '' ? [...themes.values()] : [themes.get(value)];
  const isIn = (record: StoredRecord) => of.some((theme) => theme?.sourceIds.has(record.sourceId));
  if (value === '') return { contains: (record) => hasTopic(record) || isIn(record) };
  if (isTopic(value)) return { contains: (record) => hasTopic(record, value) || isIn(record) };
  return themes.has(value) ? { contains: isIn } : null;
}

/**
 * A record that was hidden comes without content: its deletion is told in every theme, since a harvester that holds it
 * must learn of it and the others lose nothing by it.
 */
function hasTopic({ deleted, record }: StoredRecord, topic?: string): boolean {
  const given = record.resource.topicCategories;
  if (deleted && given.length === 0) return true;
  return topic === undefined ? given.length > 0 : given.includes(topic);
}
