import { z } from 'zod';

/**
 * What a reader could not understand, or a rule found amiss, said so that the producer can mend it.
 * `error`: something was lost or refused; `warning`: understood with doubt; `info`: could be better.
 */
export const problem = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  /** Stable, kebab-case, e.g. `date-unreadable`; texts in other languages are keyed by it. */
  code: z.string(),
  /** Where: an XPath with the document's prefixes, a JSON pointer, or a property path of an RDF node. */
  path: z.string(),
  /** 1-based line in the document as received, where the parser tells it. */
  line: z.number().int().positive().optional(),
  /** What is wrong, in English, quoting the offending value. */
  message: z.string(),
  /** What to do about it, in English. */
  hint: z.string(),
});
export type Problem = z.infer<typeof problem>;
export type ProblemSeverity = Problem['severity'];
