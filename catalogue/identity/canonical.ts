/** What the choice of the record that stands for its cluster looks at. */
export type Candidate = {
  id: string;
  isPublic: boolean;
  /** Of its source: the lower comes first. */
  precedence: number;
  /** Format of its document. */
  format: string;
  /** How many fields say something. */
  fields: number;
  createdAt: string;
  /** Tells apart what came in one second. */
  arrival: number;
};

/** Place of a source of which nobody said where it stands. */
export const usualPrecedence = 100;

/** Formats that catalogues translate others' records into; a document in another one is nearer to who wrote it. */
const republished: ReadonlySet<string> = new Set(['oai_dc', 'csw-record', 'dcat', 'ckan', 'schema.org']);

/**
 * Orders the members of a cluster, the one to be shown first: what the public may see, by precedence of the sources
 * (producers before aggregators), originals before translations, then the fullest, then the earliest here.
 */
export function byPrecedence(left: Candidate, right: Candidate): number {
  return (
    Number(right.isPublic) - Number(left.isPublic) ||
    left.precedence - right.precedence ||
    Number(republished.has(left.format)) - Number(republished.has(right.format)) ||
    right.fields - left.fields ||
    compareText(left.createdAt, right.createdAt) ||
    left.arrival - right.arrival ||
    compareText(left.id, right.id)
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
