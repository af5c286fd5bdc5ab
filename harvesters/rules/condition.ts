import { z } from 'zod';
import { formatNames } from '#catalogue/formats';
import { boundingBox, type CatalogueRecord, resourceTypes } from '#catalogue/model';
import type { RecordAbout } from './change.ts';
import { compileCql } from './cql2/index.ts';
import { boxesMeet, boxesOf, isTextField, type TextField, textFields } from './fields.ts';
import { compileTextTest, type TextTest, textTest } from './text-test.ts';

export type Predicate = (record: CatalogueRecord, about: RecordAbout) => boolean;

const cql2 = z.string().superRefine((source, context) => {
  const compiled = compileCql(source);
  if ('fault' in compiled)
    context.addIssue({
      code: 'custom',
      message: `Character ${compiled.position} of the filter: ${compiled.fault}`,
      params: { remedy: compiled.remedy },
    });
});

const area = boundingBox.strict().refine(({ south, north }) => south <= north, {
  message: 'South is north of north.',
  params: { remedy: 'Give degrees: "west", "south", "east", "north"; west > east crosses the antimeridian.' },
});

/** Fields of which at least one value must pass the test. */
const testedFields = [
  'title',
  'keyword',
  'topic',
  'organisation',
  'identifier',
  'licence',
  'link',
  'network',
  'project',
] as const;
const fieldNames = `Fields are: ${Object.keys(textFields).join(', ')}.`;

/** What can be asked of a record at once. */
const questions = z.strictObject({
  /** The area of the record and this box have a point in common. */
  area: area.optional(),
  type: z.array(z.enum(resourceTypes)).min(1).optional(),
  /** Format that the document is in. */
  format: z.array(z.enum(formatNames)).min(1).optional(),
  title: textTest.optional(),
  keyword: textTest.optional(),
  topic: textTest.optional(),
  organisation: textTest.optional(),
  identifier: textTest.optional(),
  licence: textTest.optional(),
  link: textTest.optional(),
  network: textTest.optional(),
  project: textTest.optional(),
  /** Any of title, abstract and keywords. */
  text: textTest.optional(),
  /** Fields of which the record says nothing. */
  without: z
    .array(z.string().refine(isTextField, { message: 'This is no field.', params: { remedy: fieldNames } }))
    .min(1)
    .optional(),
  cql2: cql2.optional(),
});

/** What a condition asks; where it asks several things, all must hold. */
export type Condition = z.infer<typeof questions> & {
  all?: Condition[] | undefined;
  any?: Condition[] | undefined;
  not?: Condition | undefined;
};

export const condition: z.ZodType<Condition> = z.lazy(() =>
  questions
    .extend({
      all: z.array(condition).min(1).optional(),
      any: z.array(condition).min(1).optional(),
      not: condition.optional(),
    })
    .refine((given) => Object.values(given).some((part) => part !== undefined), {
      message: 'The condition asks nothing.',
      params: { remedy: 'Leave it away, or say what it asks: "keyword", "type", "area", "all", "not"…' },
    }),
);

/** @param given as validated by `condition` */
export function compileCondition(given: Condition): Predicate {
  const parts: Predicate[] = [];
  const { all, any, not, area: box, type, format, text, without, cql2: source } = given;
  if (type) parts.push(({ resource }) => type.includes(resource.type));
  if (format) parts.push((_record, about) => format.includes(about.format));
  if (box) parts.push((record) => boxesOf(record).some((each) => boxesMeet(each, box)));
  for (const field of testedFields) {
    const asked = given[field];
    if (asked) parts.push(passes([field], asked));
  }
  if (text) parts.push(passes(['title', 'abstract', 'keyword'], text));
  if (without)
    parts.push((record) =>
      without.every((name) => isTextField(name) && textFields[name](record).length === 0),
    );
  if (source !== undefined) {
    const compiled = compileCql(source);
    parts.push((record) => 'filter' in compiled && compiled.filter(record));
  }
  if (all) parts.push(...all.map(compileCondition));
  if (any) {
    const choices = any.map(compileCondition);
    parts.push((record, about) => choices.some((choice) => choice(record, about)));
  }
  if (not) {
    const inner = compileCondition(not);
    parts.push((record, about) => !inner(record, about));
  }
  return (record, about) => parts.every((part) => part(record, about));
}

function passes(fields: readonly TextField[], asked: TextTest): Predicate {
  const test = compileTextTest(asked);
  return (record) => fields.some((field) => textFields[field](record).some((value) => test(value) !== null));
}
