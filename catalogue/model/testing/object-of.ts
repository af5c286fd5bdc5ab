import fc from 'fast-check';
import type { z } from 'zod';

/** An arbitrary for each field of an object; leaving one out does not compile. */
export type Fields<T> = { [K in keyof T]-?: fc.Arbitrary<Exclude<T[K], undefined>> };

/**
 * Objects of a schema of the model. Fields that may be left out are left out now and then: absent, not `undefined`, as
 * the readers leave them.
 */
export function objectOf<S extends z.ZodObject>(
  schema: S,
  fields: Fields<z.infer<S>>,
): fc.Arbitrary<z.infer<S>> {
  const requiredKeys = Object.keys(fields).filter((key) => !schema.shape[key]?.safeParse(undefined).success);
  return fc
    .record<Record<string, unknown>>({ ...fields }, { requiredKeys })
    .map((value) => schema.parse(value));
}

/** A list, mostly short. */
export function some<T>(arbitrary: fc.Arbitrary<T>, minLength = 0): fc.Arbitrary<T[]> {
  return fc.array(arbitrary, { minLength, maxLength: 3 });
}

/** Values of a codelist of the model. */
export function valueIn(codelist: readonly { value: string }[]): fc.Arbitrary<string> {
  return fc.constantFrom(...codelist.map(({ value }) => value));
}
