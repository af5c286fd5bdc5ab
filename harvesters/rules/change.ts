import type { FormatName } from '#catalogue/formats';
import type { CatalogueRecord, Resource } from '#catalogue/model';

/** One thing that a rule changed: where in the model, what stood there, and what stands there now. */
export type Change = {
  /** Path in the model, such as `resource.keywords[3].thesaurus`. */
  path: string;
  /** As text, cut where it is long; absent where there was nothing. */
  before?: string;
  after?: string;
};

/** What is known of a record beside itself. */
export type RecordAbout = { format: FormatName; identifier: string };

/** What a rule made of a record; without changes it is the very same. */
export type Effect = { record: CatalogueRecord; changes: readonly Change[] };
/** A rule's action, ready to be applied. Pure: what it is given stays as it is. */
export type Action = (record: CatalogueRecord, about: RecordAbout) => Effect;

const longest = 200;

/** @param before,after values of the model; `undefined` where there is nothing */
export function change(path: string, before: unknown, after: unknown): Change {
  const [was, is] = [told(before), told(after)];
  return {
    path,
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
  };
}

function told(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

export const unchanged = (record: CatalogueRecord): Effect => ({ record, changes: [] });

/** Whether the document is ISO 19139 or 19115-3, which say some things only by the way. */
export const isIso = ({ format }: RecordAbout): boolean => format.startsWith('iso');

/** A record with some of its resource said otherwise. */
export const withResource = (
  record: CatalogueRecord,
  said: Partial<Resource>,
  changes: readonly Change[],
): Effect => ({ record: { ...record, resource: { ...record.resource, ...said } }, changes });

/**
 * Changes members of a list, one by one.
 * @param path of the list
 * @param edit gives the member as it is to be (the same: unchanged), `null` to take it away
 * @returns the list and what changed; the very same list where nothing did
 */
export function editEach<Member>(
  list: readonly Member[],
  path: string,
  edit: (member: Member) => Member | null,
): { list: Member[]; changes: Change[] } {
  const changes: Change[] = [];
  const edited = list.flatMap((member, index) => {
    const made = edit(member);
    if (made === member) return [member];
    changes.push(change(`${path}[${index}]`, member, made ?? undefined));
    return made === null ? [] : [made];
  });
  return { list: edited, changes };
}
