import type { CatalogueRecord, ResourceType } from '#catalogue/model';
import { containsCredentials } from '#runtime/credentials';
import { linksOf, type RecordLink } from './record-links.ts';

/** What is told of a record beside its JSON, so that nobody need look for it again. */
export type RecordFacts = {
  resourceType: ResourceType;
  /** Whether addresses in it carry credentials. */
  credentials: boolean;
  links: readonly RecordLink[];
};

/**
 * A record on its way to the store: as JSON, or as it is, and each made of the other when somebody asks first. A harvest
 * carries most records through without ever looking into them.
 */
export class WrittenRecord {
  #json: string | undefined;
  #record: CatalogueRecord | undefined;
  #facts: RecordFacts | undefined;

  private constructor(json?: string, record?: CatalogueRecord, facts?: RecordFacts) {
    this.#json = json;
    this.#record = record;
    this.#facts = facts;
  }

  static of(record: CatalogueRecord): WrittenRecord {
    return new WrittenRecord(undefined, record);
  }

  /**
   * @param json written by `JSON.stringify` of a record
   * @param facts as `facts` told them of the same record; looked up when asked for unless given
   */
  static fromJson(json: string, facts?: RecordFacts): WrittenRecord {
    return new WrittenRecord(json, undefined, facts);
  }

  get json(): string {
    this.#json ??= JSON.stringify(this.#record);
    return this.#json;
  }

  /** Not to be changed. */
  get record(): CatalogueRecord {
    this.#record ??= JSON.parse(this.json) as CatalogueRecord;
    return this.#record;
  }

  get facts(): RecordFacts {
    this.#facts ??= {
      resourceType: this.record.resource.type,
      credentials: containsCredentials(this.json),
      links: linksOf(this.record),
    };
    return this.#facts;
  }
}
