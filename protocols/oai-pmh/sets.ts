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

/** The sets of a repository; the server gives them. */
export type Sets = {
  /** Every set, parents before children (a set `a:b` needs `a`). */
  list(): Promise<OaiSet[]>;
  /** @returns what the set selects, `null` when there is no such set */
  select(spec: string): Promise<SetSelection | null>;
  /** Sets of a record, the most specific ones only: `a:b` implies `a` (OAI-PMH 2.0, section 2.6). */
  of(record: StoredRecord): string[];
};

/**
 * The sets of a catalogue: one per source (`source:<id>`), kind of resource (`type:<type>`) and ISO topic category
 * (`theme:<topic>`).
 * @param sources ids, which are slugs, and names of the sources
 */
export function catalogueSets(sources: () => Promise<readonly { id: string; name: string }[]>): Sets {
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
          if (!value) return { contains: (record) => hasTopic(record) };
          return topics.some((topic) => topic.value === value)
            ? { contains: (record) => hasTopic(record, value) }
            : null;
        default:
          return null;
      }
    },
    of({ sourceId, record }) {
      const specs = [`source:${sourceId}`, `type:${record.resource.type}`];
      for (const topic of new Set(record.resource.topicCategories)) {
        if (topics.some(({ value }) => value === topic)) specs.push(`theme:${topic}`);
      }
      return specs;
    },
  };
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
