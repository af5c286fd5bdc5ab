/** One violation of a schema, as its validator says it (in English). */
export type SchemaFinding = {
  /** 1-based, in the document as received. */
  line?: number;
  /** JSON pointer or property path, where the validator names one. */
  path?: string;
  message: string;
};

/** Findings beyond this number are left out: a document that is wrong everywhere needs no list of everything. */
export const mostFindings = 200;
