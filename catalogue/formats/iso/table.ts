import type { XmlElement } from '../../xml/index.ts';
import type { Path } from './path.ts';
import type { Reading } from './reading.ts';
import type { Content, Writing } from './writing.ts';

/**
 * One property of an ISO class and what it means in our model `M`.
 * The same field serves ISO 19139 and ISO 19115-3: where the property stands is told by the path map of each.
 */
export type Field<M> = {
  /** Puts what the property elements say into the model. */
  read(properties: readonly XmlElement[], model: M, reading: Reading): void;
  /** What to write, one content per occurrence of the property. */
  write(model: M, writing: Writing): readonly Content[];
  /** The property is read although it has no content of its own: an `xlink:href` or `uuidref` is its value. */
  reference?: true;
  /** It is written when all other properties are, since it depends on what they say; it stands where the path says. */
  last?: true;
};

/** The table of meanings of one ISO class. */
export type Table<M = never> = {
  name: string;
  /** A model with nothing in it, to read into. */
  empty: () => M;
  fields: Readonly<Record<string, Field<NoInfer<M>>>>;
};

/**
 * Declares the table of an ISO class.
 * @param name of the class in the path maps
 * @param empty makes a model with nothing in it
 */
export function table<M>() {
  return <N extends string, F extends Record<string, Field<M>>>(name: N, empty: () => M, fields: F) => ({
    name,
    empty,
    fields,
  });
}

/**
 * Where a standard says the fields of a table, in the order of its schema's sequence (they are written in this order).
 * `class` is the element of the class itself, with `|` alternatives; a field that is forgotten does not compile.
 */
export type Paths<T extends { fields: Record<string, unknown> }> = { class: string } & {
  [F in keyof T['fields']]: Path;
};
