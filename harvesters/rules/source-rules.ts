import { z } from 'zod';
import { elementNames, ruleSetNames } from '#catalogue/checks';
import { ruleAction } from './actions/index.ts';
import { condition } from './condition.ts';

const mostRules = 200;

const setSpec = z.string().min(1).max(200);

/** One rule: what it does, and to which records. */
const rule = z.strictObject({
  /** Names the rule in reports. */
  id: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
      error: 'must be lower-case letters, digits and single hyphens, e.g. licence-of-buoys',
    }),
  /** Why it is there, for whoever comes after. */
  note: z.string().max(500).optional(),
  /** Stands there, but rests. */
  off: z.boolean().optional(),
  /** To every record unless told. */
  when: condition.optional(),
  action: ruleAction,
});
export type SourceRule = z.infer<typeof rule>;

/** What is done with the records of a source between reading and storing. */
export const sourceRules = z.strictObject({
  /** Which records are taken at all. It looks at what the documents say, before any rule. */
  filter: z
    .strictObject({
      only: condition.optional(),
      except: condition.optional(),
      /** Sets of an OAI-PMH repository; a set stands for those below it. What tells no sets is taken. */
      sets: z
        .strictObject({
          only: z.array(setSpec).min(1).optional(),
          except: z.array(setSpec).min(1).optional(),
        })
        .optional(),
    })
    .optional(),
  /** Applied in order; a rule sees what those before it made. */
  rules: z
    .array(rule)
    .max(mostRules)
    .default([])
    .superRefine((rules, context) => {
      const seen = new Set<string>();
      for (const [index, { id }] of rules.entries()) {
        if (seen.has(id))
          context.addIssue({
            code: 'custom',
            path: [index, 'id'],
            message: `Another rule is called "${id}" already.`,
            params: { remedy: 'Give each rule an id of its own: reports count by it.' },
          });
        seen.add(id);
      }
    }),
  /** Which records are refused once the rules were applied; none unless told. */
  refuse: z
    .strictObject({
      /** Those in which one of these rule sets finds an error. */
      errorsOf: z.array(z.enum(ruleSetNames)).min(1).optional(),
      /** Those that lack one of these elements. */
      without: z.array(z.enum(elementNames)).min(1).optional(),
    })
    .optional(),
});
export type SourceRules = z.infer<typeof sourceRules>;
